//! The price of gaps on a day beyond the baseline's, in the week where they are most.

use super::Origin;
use super::draft::{Draft, sum};
use super::gaps::Taken;
use super::tables::Tables;
use super::teacher_table::TeacherTable;
use crate::domain::Price;
use crate::problem::{Cell, DayId};

impl Draft<'_> {
    pub(super) fn teacher_gap(&mut self, tables: &Tables<'_>) {
        if self.problem.weights[Price::TeacherGap] == 0 {
            return;
        }
        for table in &tables.teachers {
            for day in self.problem.frame.days() {
                self.price_gaps(table, day);
            }
        }
    }

    fn price_gaps(&mut self, table: &TeacherTable, day: DayId) {
        let origin = Origin::Price(Price::TeacherGap);
        let cells: Vec<Cell> = self.problem.frame.cells_of(day).collect();
        if cells.iter().all(|&cell| table.is_free(cell)) {
            return;
        }
        let upper = i64::try_from(cells.len()).unwrap_or(i64::MAX);
        let beyond = self.consequence(self.problem.weights[Price::TeacherGap], upper);
        for &week in &table.weeks {
            let taken: Vec<Taken> = cells.iter().map(|&cell| table.taken(cell, week)).collect();
            let mut terms = sum(self.gaps(&taken, origin));
            terms.push((beyond, -1));
            let free = self.limits.teacher_gaps(table.teacher, week, day);
            self.at_most(origin, terms, i64::from(free));
        }
    }
}
