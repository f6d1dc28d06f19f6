//! H2: one lesson of a teacher at once.

use super::Origin;
use super::draft::{Draft, sum};
use super::tables::Tables;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn teacher_clash(&mut self, tables: &Tables<'_>) {
        for table in &tables.teachers {
            for cell in self.problem.frame.cells() {
                for &week in &table.weeks {
                    let present = table.present(cell, week);
                    if !present.is_empty() {
                        self.at_most(Origin::Rule(Rule::TeacherClash), sum(present), 1);
                    }
                }
            }
        }
    }
}
