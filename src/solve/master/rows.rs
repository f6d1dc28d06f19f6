//! Rules and prices between lessons in the program.

use std::sync::Arc;

use super::{Entered, Master, to_float};
use crate::model::{Auxiliary, Row, RowIndex};
use crate::solve::lp::Variable;
use crate::solve::separate::Solution;

impl Master<'_> {
    /// The rows that `solution` breaks and that are new.
    pub(super) fn separate(&mut self, solution: &Solution) -> Vec<Arc<Row>> {
        let units = |auxiliary: Auxiliary| self.units(auxiliary);
        let broken = self.separator.broken(self.problem, self.limits, solution, &units);
        self.new_ones(broken)
    }

    /// Those of `rows` that are not in the program.
    pub(super) fn new_ones(&mut self, rows: Vec<Row>) -> Vec<Arc<Row>> {
        let rows = rows.into_iter().map(Arc::new);
        rows.filter(|row| self.known.insert(Arc::clone(row))).collect()
    }

    /// The units of an auxiliary column in the present solution.
    pub(super) fn units(&self, auxiliary: Auxiliary) -> f64 {
        let found = self.program.auxiliaries.find(auxiliary);
        found.map_or(0.0, |id| self.program.lp.value(self.program.auxiliary_variables[id.0]))
    }

    /// Adds rows to the program, with the columns that are in it.
    pub(super) fn add_rows(&mut self, new: Vec<Arc<Row>>) {
        if let Some(record) = &mut self.record {
            record.extend(new.iter().map(Arc::clone));
        }
        let mut index = RowIndex::new(self.problem);
        for row in &new {
            index.enter(row);
            self.index.enter(row);
        }
        let entries = self.entries_in(&index, new.len());
        let right_sides = self.right_sides_in(&index, &new);
        for ((row, entries), right_side) in new.into_iter().zip(entries).zip(right_sides) {
            self.add_row(row, entries, right_side);
        }
    }

    /// The coefficients of the program's bookings in so many rows of `index`.
    fn entries_in(&self, index: &RowIndex, count: usize) -> Vec<Vec<(Variable, f64)>> {
        let mut entries = vec![Vec::new(); count];
        for column in &self.program.columns {
            for (row, coefficient) in index.coefficients(self.problem, &column.booking) {
                entries[row].push((column.variable, to_float(coefficient)));
            }
        }
        entries
    }

    /// The right sides of the `new` rows, which are those of `index`, less what lessons take that are not in the program.
    fn right_sides_in(&self, index: &RowIndex, new: &[Arc<Row>]) -> Vec<i64> {
        let mut right_sides: Vec<i64> = new.iter().map(|row| row.right_side).collect();
        let lessons = self.homes.iter().zip(&self.program.lesson_rows);
        let outside = lessons.filter(|(_, lesson_row)| lesson_row.is_none());
        for home in outside.filter_map(|(home, _)| home.as_ref()) {
            for (row, coefficient) in index.coefficients(self.problem, home) {
                right_sides[row] -= coefficient;
            }
        }
        right_sides
    }

    fn add_row(&mut self, row: Arc<Row>, mut entries: Vec<(Variable, f64)>, right_side: i64) {
        let (choices, taken) = self.choices_in(&row);
        entries.extend(choices);
        for &(auxiliary, units) in &row.reliefs {
            entries.push((self.enter_auxiliary(auxiliary), -to_float(units)));
        }
        let scale = scale(&row);
        for (_, entry) in &mut entries {
            *entry *= scale;
        }
        let scaled = to_float(right_side - taken) * scale;
        let lp_row = self.program.lp.add_row(&entries, scaled, 0.0, f64::INFINITY);
        self.program.rows.push(Entered { row, lp_row, artificial: None, scale, age: 0 });
    }

    fn enter_auxiliary(&mut self, auxiliary: Auxiliary) -> Variable {
        let id = self.program.auxiliaries.enter(auxiliary);
        if id.0 == self.program.auxiliary_variables.len() {
            let cost = self.in_units(auxiliary.points(self.problem));
            let missed = auxiliary.desired_missed(self.problem);
            let allowance = self.program.allowance.as_ref().filter(|_| missed > 0);
            let counted = allowance.map(|allowance| (allowance.lp_row, to_float(missed)));
            let variable = self.program.lp.add_column(cost, f64::INFINITY, counted.into_iter());
            self.program.auxiliary_variables.push(variable);
        }
        self.program.auxiliary_variables[id.0]
    }
}

/// One over the power of two next to the largest coefficient of `row`: exact, and enough for good numbers.
///
/// # Source
/// I. Maros: Computational Techniques of the Simplex Method (2003), for scaling by powers of two.
fn scale(row: &Row) -> f64 {
    let coefficients = row.terms.iter().map(|term| term.1.unsigned_abs());
    let units = row.reliefs.iter().map(|relief| relief.1.unsigned_abs());
    let largest = coefficients.chain(units).max();
    let power = largest.unwrap_or(1).max(1).next_power_of_two().ilog2();
    0.5_f64.powi(i32::try_from(power).unwrap_or(0))
}
