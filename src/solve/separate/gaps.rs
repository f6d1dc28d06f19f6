//! Gaps: of classes, which must not be more than they were, and of teachers, which cost points.

use super::View;
use super::envelope::{self, DayUse, Envelope};
use super::usage::Heaviest;
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
                self.gaps_of_classes(week, day, rows);
                self.gaps_of_teachers(week, day, rows);
            }
        }
    }

    fn gaps_of_classes(&self, week: Week, day: DayId, rows: &mut Vec<Row>) {
        for class in self.disturbed.classes() {
            let free = |week| self.limits.class_gaps(class, week, day);
            let mut repeats = self.usage.class_repeats(class, week, day);
            if !repeats.any(|earlier| free(earlier) == free(week)) {
                rows.extend(self.class_gaps(ClassId::new(class), week, day));
            }
        }
    }

    fn gaps_of_teachers(&self, week: Week, day: DayId, rows: &mut Vec<Row>) {
        for teacher in self.disturbed.teachers() {
            let free = |week| self.limits.teacher_gaps(teacher, week, day);
            let mut repeats = self.usage.teacher_repeats(teacher, week, day);
            if !repeats.any(|earlier| free(earlier) == free(week)) {
                rows.extend(self.teacher_gaps(TeacherId::new(teacher), week, day));
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
        let cliques = self.heaviest_cliques(class, week, &cells);
        let all = |&cell: &Cell| self.usage.class(class.index(), week, cell).min(1.0);
        let used = DayUse {
            least: cliques.iter().map(|clique| clique.value.min(1.0)).collect(),
            most: cells.iter().map(all).collect(),
        };
        let free = self.limits.class_gaps(class.index(), week, day);
        let shape = self.shape(day, free, Excess::Forbidden);
        let cut = envelope::separate(&shape, &used, 0.0)?;
        let terms = weighty(&cut).map(|(period, weight)| {
            let members = members(&cliques[period], weight);
            (Term::Class(class, week, cells[period], members), weight)
        });
        Some(Row {
            origin: Origin::Rule(Rule::ClassGaps),
            terms: terms.collect(),
            reliefs: Vec::new(),
            right_side: -cut.constant,
        })
    }

    /// The heaviest clique of a class in each of these cells.
    fn heaviest_cliques(&self, class: ClassId, week: Week, cells: &[Cell]) -> Vec<Heaviest> {
        let default = &self.default_parts[class.index()];
        let heaviest = |&cell: &Cell| self.usage.heaviest(class.index(), week, cell, default);
        cells.iter().map(heaviest).collect()
    }

    fn teacher_gaps(&self, teacher: TeacherId, week: Week, day: DayId) -> Option<Row> {
        let cells: Vec<Cell> = self.problem.frame.cells_of(day).collect();
        let in_cell = |&cell: &Cell| self.usage.teacher(teacher.index(), week, cell).min(1.0);
        let most: Vec<f64> = cells.iter().map(in_cell).collect();
        let used = DayUse { least: most.clone(), most };
        let free = self.limits.teacher_gaps(teacher.index(), week, day);
        let shape = self.shape(day, free, Excess::Counted);
        let auxiliary = Auxiliary::TeacherGap(teacher, day);
        let cut = envelope::separate(&shape, &used, (self.units)(auxiliary))?;
        let terms = weighty(&cut)
            .map(|(period, weight)| (Term::Teacher(teacher, week, cells[period]), weight));
        Some(Row {
            origin: Origin::Price(Price::TeacherGap),
            terms: terms.collect(),
            reliefs: vec![(auxiliary, cut.scale)],
            right_side: -cut.constant,
        })
    }
}

/// Who counts in a period of this weight: those who are surely there, or all who may be.
fn members(clique: &Heaviest, weight: i64) -> Members {
    if weight > 0 { Members::Clique(clique.chosen.clone()) } else { Members::All }
}

/// The periods with a weight that is not 0.
fn weighty(cut: &Envelope) -> impl Iterator<Item = (usize, i64)> {
    cut.weights.iter().copied().enumerate().filter(|&(_, weight)| weight != 0)
}
