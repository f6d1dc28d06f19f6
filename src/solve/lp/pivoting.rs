//! A pivot: its row and its column of the tableau `B⁻¹ A`, and what it changes.

use super::{Lp, VariableStatus, Work};

/// A multiplier below this is 0: what errors of the factors leave where the row is not wanted. Without a unit: a row whose
/// multiplier matters has one of about 1.
const NEGLIGIBLE_MULTIPLIER: f64 = 1e-12;
/// A pivot row is added up over all variables, rather than over those it touches, from one in so many on: then going
/// through a list of them costs more than going through them all.
const DENSE_FROM_ONE_IN: usize = 4;
/// A pivot seen along its column and along its row may differ by this part of it. More means that the factors have gone
/// bad; they are then made afresh.
///
/// # Source
/// A. Koberstein: The dual simplex method, techniques for a fast and stable implementation (2005), for the test.
const AGREEMENT: f64 = 1e-6;
/// Of pivots smaller than this the difference may be as large as of this one: it comes from entries of about 1.
const SMALL_PIVOT: f64 = 1e-3;

impl Lp {
    /// Row `position` of `B⁻¹ A`, for variables that may enter the basis: pairs of variable and entry. The multipliers
    /// of the rows that make it up stay in `work`.
    pub(super) fn pivot_row(&mut self, position: usize) -> Vec<(usize, f64)> {
        self.compute_multipliers(position);
        self.work.dense.resize(self.columns.len(), 0.0);
        let mut row = std::mem::take(&mut self.work.entries);
        row.clear();
        if self.touches_many() {
            self.add_up_all(&mut row);
        } else {
            self.add_up_touched(&mut row);
        }
        row
    }

    /// Row `position` of `B⁻¹`.
    pub(super) fn compute_multipliers(&mut self, position: usize) {
        let multipliers = &mut self.work.multipliers;
        multipliers.clear();
        multipliers.resize(self.head.len(), 0.0);
        multipliers[position] = 1.0;
        self.factor.solve_rows(multipliers);
    }

    fn touches_many(&self) -> bool {
        let touched: usize =
            weighted(&self.work.multipliers, &self.rows).map(|(_, entries)| entries.len()).sum();
        touched > self.columns.len() / DENSE_FROM_ONE_IN
    }

    fn add_up_all(&mut self, row: &mut Vec<(usize, f64)>) {
        let Work { multipliers, dense, .. } = &mut self.work;
        for (multiplier, entries) in weighted(multipliers, &self.rows) {
            for &(variable, entry) in entries {
                dense[variable] += multiplier * entry;
            }
        }
        for (variable, sum) in dense.iter_mut().enumerate() {
            let entry = std::mem::take(sum);
            if entry != 0.0 && can_enter(self.status[variable], self.uppers[variable]) {
                row.push((variable, entry));
            }
        }
    }

    fn add_up_touched(&mut self, row: &mut Vec<(usize, f64)>) {
        let Work { multipliers, dense, touched, .. } = &mut self.work;
        for (multiplier, entries) in weighted(multipliers, &self.rows) {
            for &(variable, entry) in entries {
                if dense[variable] == 0.0 {
                    touched.push(variable);
                }
                dense[variable] += multiplier * entry;
            }
        }
        // A variable touched twice because its sum was 0 in between is taken once: taking clears the sum.
        for variable in touched.drain(..) {
            let entry = std::mem::take(&mut dense[variable]);
            if entry != 0.0 && can_enter(self.status[variable], self.uppers[variable]) {
                row.push((variable, entry));
            }
        }
    }

    /// Column `variable` of `B⁻¹ A`, by position.
    pub(super) fn pivot_column(&mut self, variable: usize) -> Vec<f64> {
        let mut column = std::mem::take(&mut self.work.column);
        column.clear();
        column.resize(self.head.len(), 0.0);
        for &(row, entry) in &self.columns[variable] {
            column[row] += entry;
        }
        self.factor.solve_entering(&mut column);
        column
    }

    /// Pivots the variable at `position`, which goes to `leaving`, for `entering`, whose value becomes `value`.
    pub(super) fn pivot(
        &mut self,
        position: usize,
        leaving: VariableStatus,
        entering: usize,
        value: f64,
        column: &[f64],
    ) {
        self.status[self.head[position]] = leaving;
        self.status[entering] = VariableStatus::Basic(position);
        self.head[position] = entering;
        self.values[position] = value;
        self.factor.update(position, column[position]);
        self.pivots += 1;
    }

    /// Moves reduced costs along `row` so that the entering variable's becomes 0.
    pub(super) fn move_reduced(
        &mut self,
        entering: usize,
        pivot: f64,
        leaving: usize,
        row: &[(usize, f64)],
    ) {
        let step = self.reduced[entering] / pivot;
        for &(variable, entry) in row {
            self.reduced[variable] -= step * entry;
        }
        self.reduced[leaving] = -step;
        self.reduced[entering] = 0.0;
    }
}

/// The rows whose multiplier is not 0, with their entries.
fn weighted<'a>(
    multipliers: &'a [f64],
    rows: &'a [Vec<(usize, f64)>],
) -> impl Iterator<Item = (f64, &'a [(usize, f64)])> {
    let rows = rows.iter().map(Vec::as_slice);
    let pairs = multipliers.iter().copied().zip(rows);
    pairs.filter(|(multiplier, _)| multiplier.abs() > NEGLIGIBLE_MULTIPLIER)
}

/// Whether a variable could come into the basis: it is not there, and may be more than 0.
fn can_enter(status: VariableStatus, upper: f64) -> bool {
    !matches!(status, VariableStatus::Basic(_)) && upper > 0.0
}

/// Whether a pivot is the same seen along its column and along its row.
pub(super) fn agree(in_column: f64, in_row: f64) -> bool {
    (in_column - in_row).abs() <= AGREEMENT * in_column.abs().max(SMALL_PIVOT)
}
