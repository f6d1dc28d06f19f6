//! A sparse LU factorisation of a basis matrix, kept current by Forrest–Tomlin updates.
//!
//! Bases of timetable problems are almost triangular: slacks, and lessons whose only basic booking stands alone in
//! some row. Columns and rows with one entry are peeled off first; what is left, the nucleus, is small.
//!
//! # Source
//! U. H. Suhl, L. M. Suhl: Computing sparse LU factorizations for large-scale linear programming bases (1990), for
//! singletons first; J. J. H. Forrest, J. A. Tomlin: Updated triangular factors of the basis to maintain sparsity in the product
//! form simplex method (1972).

mod elimination;
mod lists;
mod peeling;
#[cfg(test)]
mod tests;
mod update;

use elimination::Elimination;
use lists::Lists;
use peeling::Peeling;

/// Entries smaller than this are taken for zero: beside entries of about 1 nothing but errors of rounding is so small.
const TINY: f64 = 1e-13;
/// A pivot must be at least this, or the matrix is taken for singular: errors are divided by it.
const SMALLEST_PIVOT: f64 = 1e-6;
/// A pivot must be at least this part of the largest entry of its column: threshold pivoting, a compromise between small
/// errors (1) and few new entries (0). 0.1 is the usual one (Suhl and Suhl 1990).
const THRESHOLD: f64 = 0.1;

/// A step of the elimination, which is one of the upper factor's rows and columns.
#[derive(Clone, Copy, Debug)]
struct Step {
    row: usize,
    position: usize,
    /// 0 if another step, later on, took its place.
    pivot: f64,
}

/// The factors of a square matrix.
#[derive(Clone, Debug, Default)]
pub(super) struct Factor {
    /// Those of the factorisation, then one for each column that was replaced.
    steps: Vec<Step>,
    /// How many steps are of the factorisation.
    first_steps: usize,
    /// By row, and by position: the step that it has now.
    step_of_row: Vec<usize>,
    step_of_position: Vec<usize>,
    /// Rows of steps with multipliers, in the order of the steps, and those multipliers by row.
    lower_rows: Vec<usize>,
    lower: Lists,
    /// By step: entries of its column, by row; and, for steps of the factorisation, of its row in their columns, by position.
    upper_columns: Lists,
    upper_rows: Lists,
    /// Columns replaced since: the rows that were eliminated again for it, and their multipliers of other rows, by row.
    replaced_rows: Vec<usize>,
    replaced: Lists,
    /// What [`Factor::solve_entering`] left before the upper factor, by row.
    spike: Vec<(usize, f64)>,
    /// Whether an update came out otherwise than it should.
    is_doubtful: bool,
    work: Vec<f64>,
}

/// Why columns are no basis.
#[derive(Debug)]
pub(super) struct Deficiency {
    /// Positions of columns that depend on the others.
    pub(super) dependent: Vec<usize>,
    /// Rows that the others do not cover.
    pub(super) uncovered: Vec<usize>,
}

impl Factor {
    /// Factorises the matrix with these columns, each a list of rows (below `row_count`) and entries.
    ///
    /// # Errors
    /// If the matrix is singular, or not square: which columns to leave out, and which unit columns to take in.
    pub(super) fn compute(
        row_count: usize,
        columns: &[&[(usize, f64)]],
    ) -> Result<Self, Deficiency> {
        let mut factor = Self { work: vec![0.0; row_count], ..Self::default() };
        factor.steps.reserve(row_count);
        let mut peeling = Peeling::new(row_count, columns, &mut factor);
        peeling.peel();
        let nucleus = peeling.nucleus();
        let Peeling { row_counts, row_done, .. } = peeling;
        let mut elimination = Elimination::new(row_done, row_counts, &mut factor);
        let mut dependent = Vec::new();
        for position in nucleus {
            if !elimination.eliminate(position, columns[position]) {
                dependent.push(position);
            }
        }
        let covered = elimination.covered;
        if dependent.is_empty() && columns.len() == row_count {
            factor.turn_upper();
            return Ok(factor);
        }
        let uncovered = (0..row_count).filter(|&row| !covered[row]).collect();
        Err(Deficiency { dependent, uncovered })
    }

    /// Records an elimination step: its row and position, the pivot, multipliers for rows that are eliminated later, and
    /// entries of its column in rows that were eliminated earlier.
    fn record(
        &mut self,
        row: usize,
        position: usize,
        pivot: f64,
        lower: impl Iterator<Item = (usize, f64)>,
        upper: impl Iterator<Item = (usize, f64)>,
    ) {
        self.steps.push(Step { row, position, pivot });
        if self.lower.push_unless_empty(lower) {
            self.lower_rows.push(row);
        }
        self.upper_columns.push(upper);
    }

    fn turn_upper(&mut self) {
        let count = self.steps.len();
        self.first_steps = count;
        self.step_of_row = vec![0; count];
        self.step_of_position = vec![0; count];
        for (number, step) in self.steps.iter().enumerate() {
            self.step_of_row[step.row] = number;
            self.step_of_position[step.position] = number;
        }
        self.upper_rows = self.upper_columns.turned(
            count,
            |row| self.step_of_row[row],
            |number| self.steps[number].position,
        );
    }

    /// How many columns were replaced since the factorisation; more than any number if the factors are to be doubted.
    pub(super) const fn age(&self) -> usize {
        if self.is_doubtful { usize::MAX } else { self.replaced_rows.len() }
    }

    /// Solves `B x = a`: `vector` holds `a` by row before, `x` by position after.
    pub(super) fn solve_columns(&mut self, vector: &mut [f64]) {
        self.solve_lower_columns(vector);
        self.solve_upper_columns(vector);
        vector.copy_from_slice(&self.work);
    }

    /// As [`Factor::solve_columns`], for a column that [`Factor::update`] may take in.
    pub(super) fn solve_entering(&mut self, vector: &mut [f64]) {
        self.solve_lower_columns(vector);
        self.spike.clear();
        let entries = vector.iter().copied().enumerate();
        self.spike.extend(entries.filter(|(_, entry)| entry.abs() > TINY));
        self.solve_upper_columns(vector);
        vector.copy_from_slice(&self.work);
    }

    /// Solves with all but the upper factor, by row.
    fn solve_lower_columns(&self, vector: &mut [f64]) {
        for (number, &row) in self.lower_rows.iter().enumerate() {
            let value = vector[row];
            subtract(vector, self.lower.get(number), value);
        }
        for (number, &row) in self.replaced_rows.iter().enumerate() {
            vector[row] = left_of(vector[row], self.replaced.get(number), vector);
        }
    }

    /// Solves with the upper factor, from `vector` by row into `work` by position.
    fn solve_upper_columns(&mut self, vector: &mut [f64]) {
        self.work.fill(0.0);
        for (number, step) in self.steps.iter().enumerate().rev() {
            if vector[step.row].abs() > TINY && step.pivot != 0.0 {
                let value = vector[step.row] / step.pivot;
                self.work[step.position] = value;
                subtract(vector, self.upper_columns.get(number), value);
            }
        }
    }

    /// Solves `y B = c`: `vector` holds `c` by position before, `y` by row after.
    pub(super) fn solve_rows(&mut self, vector: &mut [f64]) {
        self.solve_upper_rows(vector, 0);
        for (number, &row) in self.replaced_rows.iter().enumerate().rev() {
            let value = self.work[row];
            subtract(&mut self.work, self.replaced.get(number), value);
        }
        for (number, &row) in self.lower_rows.iter().enumerate().rev() {
            self.work[row] = left_of(self.work[row], self.lower.get(number), &self.work);
        }
        vector.copy_from_slice(&self.work);
    }

    /// Solves with the upper factor from step `first` on, from `vector` by position into `work` by row.
    fn solve_upper_rows(&mut self, vector: &mut [f64], first: usize) {
        self.work.fill(0.0);
        for number in first..self.first_steps {
            let step = self.steps[number];
            if vector[step.position].abs() > TINY && step.pivot != 0.0 {
                let value = vector[step.position] / step.pivot;
                self.work[step.row] = value;
                subtract(vector, self.upper_rows.get(number), value);
            }
        }
        for number in first.max(self.first_steps)..self.steps.len() {
            let step = self.steps[number];
            if step.pivot != 0.0 {
                let column = self.upper_columns.get(number);
                let left = left_of(vector[step.position], column, &self.work);
                self.work[step.row] = left / step.pivot;
            }
        }
    }
}

/// Takes `times` the `entries` from `vector`.
fn subtract(vector: &mut [f64], entries: &[(usize, f64)], times: f64) {
    if times != 0.0 {
        for &(other, entry) in entries {
            vector[other] -= entry * times;
        }
    }
}

/// What is left of `value` less the product of `entries` and `vector`.
fn left_of(value: f64, entries: &[(usize, f64)], vector: &[f64]) -> f64 {
    entries.iter().fold(value, |left, &(other, entry)| left - entry * vector[other])
}
