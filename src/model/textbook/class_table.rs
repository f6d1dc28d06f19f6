//! Who can be where of one class.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::draft::Draft;
use super::gaps::Taken;
use super::{ColumnId, Formulation, TooLarge};
use crate::domain::Week;
use crate::problem::{Cell, ClassId, ClassUse, Table};

/// Who can be where of one class.
pub(super) struct ClassTable<'a> {
    pub(super) class: ClassId,
    /// The bookings that have the class in a cell.
    cells: Table<Cell, Vec<(ColumnId, &'a ClassUse)>>,
    /// Every combination of a part of each division: see [`ClassUse::in_clique`].
    cliques: Vec<Vec<u16>>,
    /// Weeks that stand for all.
    pub(super) weeks: Vec<Week>,
}

impl<'a> ClassTable<'a> {
    pub(super) fn of(draft: &Draft<'a>, class: ClassId) -> Result<Self, TooLarge> {
        let problem = draft.problem;
        let mut cells = Table::filled(&problem.frame.cells(), Vec::new());
        let mut uses = Vec::new();
        for &lesson in &problem.lessons_of_class[class] {
            let of_lesson = problem.lesson(lesson).classes.iter();
            for used in of_lesson.filter(|used| used.class == class) {
                uses.push(used);
                for booked in &draft.booked[lesson] {
                    cells[booked.cell.later(used.offset)].push((booked.column, used));
                }
            }
        }
        let weeks = draft.distinct_weeks(uses.iter().map(|used| used.weeks));
        let cliques = cliques(&uses).ok_or(TooLarge::Parts(class))?;
        Ok(Self { class, cells, cliques, weeks })
    }

    /// What tells whether a period is taken.
    pub(super) fn taken(&self, cell: Cell, week: Week) -> Taken {
        let present = self.cells[cell].iter().filter(|(_, used)| used.weeks.contains(week));
        Taken {
            any_of: self.cliques(cell, week, |_| true).into_iter().collect(),
            all: present.map(|&(column, _)| column).collect(),
        }
    }

    /// Bookings in `cell` and `week` of which any two clash, among those that count; each set once.
    pub(super) fn cliques(
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
