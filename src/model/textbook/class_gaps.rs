//! H8: on each day of each week no more gaps than in the baseline.

use itertools::Itertools;

use super::Origin;
use super::draft::{Draft, sum};
use super::gaps::Taken;
use super::tables::Tables;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn class_gaps(&mut self, tables: &Tables<'_>) {
        let origin = Origin::Rule(Rule::ClassGaps);
        for table in &tables.classes {
            for (day, &week) in self.problem.frame.days().cartesian_product(&table.weeks) {
                let cells = self.problem.frame.cells_of(day);
                let taken: Vec<Taken> = cells.map(|cell| table.taken(cell, week)).collect();
                let gaps = self.gaps(&taken, origin);
                let most = self.limits.class_gaps(table.class, week, day);
                self.at_most(origin, sum(gaps), i64::from(most));
            }
        }
    }
}
