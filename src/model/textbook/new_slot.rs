//! The price of new slots that lessons may share. Those of lessons that are alone are in the points of their starts.

use std::collections::BTreeSet;

use super::class_table::ClassTable;
use super::draft::{Draft, sum};
use super::tables::Tables;
use super::{ColumnId, Origin};
use crate::domain::Price;
use crate::problem::{Cell, ClassUse};

impl Draft<'_> {
    pub(super) fn new_slot(&mut self, tables: &Tables<'_>) {
        let problem = self.problem;
        for table in &tables.classes {
            let is_new = |cell: &Cell| problem.new_slots[(table.class, *cell)];
            for cell in problem.frame.cells().filter(is_new) {
                self.open(&sharing(table, cell, |used| !used.is_alone(problem.cycle())));
            }
        }
    }

    fn open(&mut self, cliques: &[BTreeSet<Vec<ColumnId>>]) {
        if cliques.iter().all(BTreeSet::is_empty) {
            return;
        }
        let opened = self.consequence(self.problem.weights[Price::NewSlot], 1);
        for clique in cliques.iter().flatten() {
            let mut terms = sum(clique.iter().copied());
            terms.push((opened, -1));
            self.at_most(Origin::Price(Price::NewSlot), terms, 0);
        }
    }
}

/// Week by week, the bookings in a cell that may share it.
fn sharing(
    table: &ClassTable<'_>,
    cell: Cell,
    counts: impl Fn(&ClassUse) -> bool,
) -> Vec<BTreeSet<Vec<ColumnId>>> {
    table.weeks.iter().map(|&week| table.cliques(cell, week, &counts)).collect()
}
