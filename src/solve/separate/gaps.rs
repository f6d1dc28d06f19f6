//! Gaps: of classes, which must not be more than they were, and of teachers, which cost points.

use super::View;
use super::envelope::{self, DayUse, Envelope};
use crate::domain::{Price, Rule, Week};
use crate::model::{Auxiliary, DayShape, Excess, Members, Origin, Row, Term};
use crate::problem::{Cell, ClassId, DayId, TeacherId};

impl View<'_> {
    /// Rule H8 and the price of teachers' gaps.
    ///
    /// A day that is used as in an earlier week is looked at again only where the baseline allows other gaps.
    pub(super) fn gaps(&self, rows: &mut Vec<Row>) {
        for week in self.weeks() {
            for day in self.problem.frame.days() {
                for class in self.disturbed.classes() {
                    let free = |week| self.limits.class_gaps(class, week, day);
                    let mut repeats = self.usage.class_repeats(class, week, day);
                    if !repeats.any(|earlier| free(earlier) == free(week)) {
                        rows.extend(self.class_gaps(ClassId::new(class), week, day));
                    }
                }
                for teacher in self.disturbed.teachers() {
                    let free = |week| self.limits.teacher_gaps(teacher, week, day);
                    let mut repeats = self.usage.teacher_repeats(teacher, week, day);
                    if !repeats.any(|earlier| free(earlier) == free(week)) {
                        rows.extend(self.teacher_gaps(TeacherId::new(teacher), week, day));
                    }
                }
            }
        }
    }

    fn shape(&self, day: DayId, free_gaps: u32, excess: Excess) -> DayShape {
        let cells = self.problem.frame.cells_of(day);
        let in_grid = cells.map(|cell| self.problem.frame.in_grid(cell)).collect();
        DayShape { in_grid, free_gaps, excess }
    }

    fn class_gaps(&self, class: ClassId, week: Week, day: DayId) -> Option<Row> {
        let cells: Vec<Cell> = self.problem.frame.cells_of(day).collect();
        let default = &self.default_parts[class.index()];
        let cliques: Vec<_> = cells
            .iter()
            .map(|&cell| self.usage.heaviest(class.index(), week, cell, default))
            .collect();
        let used = DayUse {
            least: cliques.iter().map(|clique| clique.part.min(1.0)).collect(),
            most: cells
                .iter()
                .map(|&cell| self.usage.class(class.index(), week, cell).min(1.0))
                .collect(),
        };
        let free = self.limits.class_gaps(class.index(), week, day);
        let shape = self.shape(day, free, Excess::Forbidden);
        let cut = envelope::separate(&shape, &used, 0.0)?;
        let members = |place: usize, weight: i64| {
            if weight > 0 { Members::Clique(cliques[place].chosen.clone()) } else { Members::All }
        };
        let term = |(place, &weight): (usize, &i64)| {
            (Term::Class(class, week, cells[place], members(place, weight)), weight)
        };
        Some(Row {
            origin: Origin::Rule(Rule::ClassGaps),
            terms: weighty(&cut).map(term).collect(),
            reliefs: Vec::new(),
            right_side: -cut.constant,
        })
    }

    fn teacher_gaps(&self, teacher: TeacherId, week: Week, day: DayId) -> Option<Row> {
        let cells: Vec<Cell> = self.problem.frame.cells_of(day).collect();
        let part = |&cell: &Cell| self.usage.teacher(teacher.index(), week, cell).min(1.0);
        let used: Vec<f64> = cells.iter().map(part).collect();
        let free = self.limits.teacher_gaps(teacher.index(), week, day);
        let shape = self.shape(day, free, Excess::Counted);
        let auxiliary = Auxiliary::TeacherGap(teacher, day);
        let used = DayUse { least: used.clone(), most: used };
        let cut = envelope::separate(&shape, &used, (self.units)(auxiliary))?;
        let term =
            |(place, &weight): (usize, &i64)| (Term::Teacher(teacher, week, cells[place]), weight);
        Some(Row {
            origin: Origin::Price(Price::TeacherGap),
            terms: weighty(&cut).map(term).collect(),
            reliefs: vec![(auxiliary, cut.scale)],
            right_side: -cut.constant,
        })
    }
}

fn weighty(cut: &Envelope) -> impl Iterator<Item = (usize, &i64)> {
    cut.weights.iter().enumerate().filter(|&(_, &weight)| weight != 0)
}
