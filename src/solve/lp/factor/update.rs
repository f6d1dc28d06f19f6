//! Keeping the factors those of a basis in which one column was replaced.
//!
//! # Source
//! J. J. H. Forrest, J. A. Tomlin: Updated triangular factors of the basis to maintain sparsity in the product form simplex
//! method (1972).

use super::{Factor, Step, TINY, left_of};

/// A pivot after an update may differ from what it should be by this part of it, or by this if it is small.
const AGREEMENT: f64 = 1e-7;
/// A pivot after an update that is less than this is not to be trusted.
const SMALLEST_UPDATE: f64 = 1e-9;

impl Factor {
    /// Pivots the column at `position` for the last one that [`Factor::solve_entering`] solved for, with this `pivot`.
    ///
    /// It takes the place of a column of the upper factor, whose row is eliminated again, by those of the later steps.
    pub(in crate::solve::lp) fn update(&mut self, position: usize, pivot: f64) {
        let old = self.step_of_position[position];
        let Step { row, pivot: old_pivot, .. } = self.steps[old];
        self.steps[old].pivot = 0.0;
        self.forget_column(old);
        let mut taken = self.take_row(old);
        self.solve_upper_rows(&mut taken, old + 1);
        let multipliers = self.work.iter().copied().enumerate();
        self.replaced.push(multipliers.filter(|(_, multiplier)| multiplier.abs() > TINY));
        self.replaced_rows.push(row);
        let own = self.spike.iter().find(|one| one.0 == row).map_or(0.0, |one| one.1);
        let new_pivot = left_of(own, &self.spike, &self.work);
        let expected = old_pivot * pivot;
        self.is_doubtful |= (new_pivot - expected).abs() > AGREEMENT * expected.abs().max(1.0)
            || new_pivot.abs() < SMALLEST_UPDATE;
        self.step_of_row[row] = self.steps.len();
        self.step_of_position[position] = self.steps.len();
        self.steps.push(Step { row, position, pivot: new_pivot });
        self.upper_columns.push(self.spike.iter().copied().filter(|one| one.0 != row));
    }

    /// Takes the column of step `old` out of the rows.
    fn forget_column(&mut self, old: usize) {
        if old < self.first_steps {
            for &(row, _) in self.upper_columns.get(old) {
                let step = self.step_of_row[row];
                if step < self.first_steps {
                    self.upper_rows.take(step, self.steps[old].position);
                }
            }
        }
    }

    /// Takes the row of step `old` out of the columns of later steps; what it was, by position.
    fn take_row(&mut self, old: usize) -> Vec<f64> {
        let row = self.steps[old].row;
        let mut taken = vec![0.0; self.work.len()];
        if old < self.first_steps {
            for &(position, _) in self.upper_rows.get(old) {
                let step = self.step_of_position[position];
                if step < self.first_steps {
                    taken[position] = self.upper_columns.take(step, row);
                }
            }
        }
        for later in self.first_steps.max(old + 1)..self.steps.len() {
            let Step { position, pivot, .. } = self.steps[later];
            if pivot != 0.0 {
                taken[position] = self.upper_columns.take(later, row);
            }
        }
        taken
    }
}
