//! Rules of classes: H1, H8 and the price of new slots.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::draft::{Draft, sum};
use super::gaps::Taken;
use super::{ColumnId, Formulation, Origin, TooLarge};
use crate::domain::{Price, Rule, Week};
use crate::problem::{Cell, ClassId, ClassUse, Table};

/// Who can be where of one class.
struct ClassTable<'a> {
    class: ClassId,
    /// The bookings that have the class in a cell.
    cells: Table<Cell, Vec<(ColumnId, &'a ClassUse)>>,
    /// Every combination of a part of each division: see [`ClassUse::in_clique`].
    cliques: Vec<Vec<u16>>,
    /// Weeks that stand for all.
    weeks: Vec<Week>,
}

impl<'a> Draft<'a> {
    /// Every rule and price of classes.
    pub(super) fn occupy_classes(&mut self) -> Result<(), TooLarge> {
        for class in self.problem.classes() {
            let table = self.class_table(class)?;
            self.part_lessons(&table);
            self.open_slots(&table);
            self.limit_gaps(&table);
        }
        Ok(())
    }

    fn class_table(&self, class: ClassId) -> Result<ClassTable<'a>, TooLarge> {
        let problem = self.problem;
        let mut cells = Table::filled(&problem.frame.cells(), Vec::new());
        let mut uses = Vec::new();
        for &lesson in &problem.lessons_of_class[class] {
            let of_lesson = problem.lesson(lesson).classes.iter();
            for used in of_lesson.filter(|used| used.class == class) {
                uses.push(used);
                for booked in &self.booked[lesson] {
                    cells[booked.cell.later(used.offset)].push((booked.column, used));
                }
            }
        }
        let weeks = self.distinct_weeks(uses.iter().map(|used| used.weeks));
        let cliques = cliques(&uses).ok_or(TooLarge::Parts(class))?;
        Ok(ClassTable { class, cells, cliques, weeks })
    }

    /// H1: of lessons that clash, one at most.
    fn part_lessons(&mut self, table: &ClassTable<'_>) {
        for (cell, &week) in self.problem.frame.cells().cartesian_product(&table.weeks) {
            for clique in table.cliques(cell, week, |_| true) {
                self.at_most(Origin::Rule(Rule::ClassClash), sum(clique), 1);
            }
        }
    }

    /// New slots that lessons may share. Those of lessons that are alone are in the points of their starts.
    fn open_slots(&mut self, table: &ClassTable<'_>) {
        let problem = self.problem;
        let is_new = |cell: &Cell| !problem.class_occupied[(table.class, *cell)];
        for cell in problem.frame.cells().filter(is_new) {
            let sharing = |used: &ClassUse| !used.is_alone(problem.cycle());
            let weeks = table.weeks.iter();
            let cliques: Vec<_> =
                weeks.flat_map(|&week| table.cliques(cell, week, sharing)).collect();
            if cliques.is_empty() {
                continue;
            }
            let opened = self.consequence(problem.weights[Price::NewSlot], 1);
            for clique in cliques {
                let mut terms = sum(clique);
                terms.push((opened, -1));
                self.at_most(Origin::Price(Price::NewSlot), terms, 0);
            }
        }
    }

    /// H8: on each day of each week no more gaps than in the baseline.
    fn limit_gaps(&mut self, table: &ClassTable<'_>) {
        let origin = Origin::Rule(Rule::ClassGaps);
        for (day, &week) in self.problem.frame.days().cartesian_product(&table.weeks) {
            let cells = self.problem.frame.cells_of(day);
            let taken: Vec<Taken> = cells.map(|cell| table.taken(cell, week)).collect();
            let gaps = self.gaps(&taken, origin);
            let most = self.limits.class_gaps(table.class, week, day);
            self.at_most(origin, sum(gaps), i64::from(most));
        }
    }
}

impl ClassTable<'_> {
    fn taken(&self, cell: Cell, week: Week) -> Taken {
        let present = self.cells[cell].iter().filter(|(_, used)| used.weeks.contains(week));
        Taken {
            any_of: self.cliques(cell, week, |_| true).into_iter().collect(),
            all: present.map(|&(column, _)| column).collect(),
        }
    }

    /// Bookings in `cell` and `week` of which any two clash, among those that count; each set once.
    fn cliques(
        &self,
        cell: Cell,
        week: Week,
        counts: impl Fn(&ClassUse) -> bool,
    ) -> BTreeSet<Vec<ColumnId>> {
        let in_clique = |chosen: &Vec<u16>| {
            self.cells[cell]
                .iter()
                .filter(|(_, used)| used.weeks.contains(week) && used.in_clique(chosen))
                .filter(|(_, used)| counts(used))
                .map(|&(column, _)| column)
                .collect()
        };
        self.cliques.iter().map(in_clique).filter(|clique: &Vec<_>| !clique.is_empty()).collect()
    }
}

/// Every combination of a part of each division that `uses` name; `None` if there are too many.
fn cliques(uses: &[&ClassUse]) -> Option<Vec<Vec<u16>>> {
    let mut divisions: BTreeMap<u16, BTreeSet<u16>> = BTreeMap::new();
    for (division, parts) in uses.iter().filter_map(|used| used.parts.as_ref()) {
        divisions.entry(*division).or_default().extend(parts);
    }
    let mut cliques: Vec<Vec<u16>> = vec![Vec::new()];
    for (&division, parts) in &divisions {
        let with = |(mut chosen, part): (Vec<u16>, u16)| {
            chosen.resize(usize::from(division), u16::MAX);
            chosen.push(part);
            chosen
        };
        cliques = cliques.into_iter().cartesian_product(parts.iter().copied()).map(with).collect();
        if cliques.len() > Formulation::MOST_CLIQUES {
            return None;
        }
    }
    Some(cliques)
}
