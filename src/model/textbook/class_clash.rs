//! H1: of lessons that clash, one at most.

use itertools::Itertools;

use super::Origin;
use super::draft::{Draft, sum};
use super::tables::Tables;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn class_clash(&mut self, tables: &Tables<'_>) {
        for table in &tables.classes {
            for (cell, &week) in self.problem.frame.cells().cartesian_product(&table.weeks) {
                for clique in table.cliques(cell, week, |_| true) {
                    self.at_most(Origin::Rule(Rule::ClassClash), sum(clique), 1);
                }
            }
        }
    }
}
