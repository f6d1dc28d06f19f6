//! The numbers of a basis: its factors, the values of its variables, and the reduced costs of the others.

use super::factor::{Deficiency, Factor};
use super::{Lp, RESIDUAL, VariableStatus};

impl Lp {
    /// Factorises afresh if need be, and recomputes values and reduced costs, and weights where they are missing.
    pub(super) fn refresh(&mut self) {
        if self.stale || self.factor_is_old() {
            self.refactor();
        }
        self.compute_values();
        self.complete_weights();
        self.compute_reduced();
    }

    fn refactor(&mut self) {
        loop {
            let columns: Vec<&[(usize, f64)]> =
                self.head.iter().map(|&variable| self.columns[variable].as_slice()).collect();
            match Factor::compute(self.rows.len(), &columns) {
                Ok(factor) => {
                    self.factor = factor;
                    break;
                }
                Err(deficiency) => self.repair(&deficiency),
            }
        }
        self.stale = false;
    }

    /// Takes what depends on the rest out of the basis, and slacks of rows that nothing covers into it.
    fn repair(&mut self, deficiency: &Deficiency) {
        for &position in &deficiency.dependent {
            self.status[self.head[position]] = VariableStatus::Lower;
        }
        self.head.retain(|&variable| self.status[variable] != VariableStatus::Lower);
        self.head.extend(deficiency.uncovered.iter().map(|&row| self.slacks[row]));
        for (position, &variable) in self.head.iter().enumerate() {
            self.status[variable] = VariableStatus::Basic(position);
        }
        self.dual_weights.clear();
    }

    /// Computes the values of basic variables; if they do not make up the right-hand sides, from fresh factors.
    pub(super) fn compute_values(&mut self) {
        let mut right_sides = self.right_sides.clone();
        for variable in 0..self.columns.len() {
            if self.status[variable] == VariableStatus::Upper {
                for &(row, entry) in &self.columns[variable] {
                    right_sides[row] -= entry * self.uppers[variable];
                }
            }
        }
        self.solve_values(&right_sides);
        if self.factor.age() > 0 && self.residual(&right_sides) > RESIDUAL {
            self.refactor();
            self.solve_values(&right_sides);
        }
    }

    fn solve_values(&mut self, right_sides: &[f64]) {
        self.values.clear();
        self.values.extend_from_slice(right_sides);
        self.factor.solve_columns(&mut self.values);
    }

    /// The most that is left of a right-hand side.
    fn residual(&self, right_sides: &[f64]) -> f64 {
        let mut left = right_sides.to_vec();
        for (&variable, value) in self.head.iter().zip(&self.values) {
            for &(row, entry) in &self.columns[variable] {
                left[row] -= entry * value;
            }
        }
        left.iter().map(|left| left.abs()).fold(0.0, f64::max)
    }

    pub(super) fn compute_reduced(&mut self) {
        let duals = self.duals();
        for variable in 0..self.columns.len() {
            self.reduced[variable] = if matches!(self.status[variable], VariableStatus::Basic(_)) {
                0.0
            } else {
                let entries = self.columns[variable].iter();
                self.costs[variable] - entries.map(|&(row, entry)| entry * duals[row]).sum::<f64>()
            };
        }
    }
}
