//! The dual simplex: repairs values outside their bounds while the reduced costs keep their signs.

use super::pivoting::agree;
use super::{
    ASK_AFTER, DUAL_TOLERANCE, LEAST_WEIGHT, Lp, PIVOT_TOLERANCE, PRIMAL_TOLERANCE, REFACTOR_AFTER,
    SolveStatus, Variable, VariableStatus,
};

impl Lp {
    /// Runs until all values are within their bounds, or the objective is beyond `limit`.
    pub(super) fn run_dual(&mut self, until: &dyn Fn(u64) -> bool, limit: f64) -> SolveStatus {
        let mut retried = false;
        loop {
            if self.factor.age() > REFACTOR_AFTER {
                self.refresh_for_dual();
            }
            let Some(position) = self.choose_leaving() else { return SolveStatus::Optimal };
            if until(self.pivots) {
                return SolveStatus::Stuck;
            }
            if self.pivots.is_multiple_of(ASK_AFTER) && self.is_beyond(limit) {
                return SolveStatus::ObjectiveLimit;
            }
            match self.step_dual(position) {
                Step::Done => retried = false,
                Step::NoneEnters if self.factor.age() == 0 => return SolveStatus::Infeasible,
                Step::BadPivot if self.factor.age() == 0 && retried => return SolveStatus::Stuck,
                Step::NoneEnters | Step::BadPivot => {
                    retried = true;
                    self.stale = true;
                    self.refresh_for_dual();
                }
            }
        }
    }

    fn refresh_for_dual(&mut self) {
        self.refresh();
        self.shift_wrong_signs();
    }

    /// Whether every solution costs more than `limit`: so says a basis whose reduced costs have the right signs.
    fn is_beyond(&self, limit: f64) -> bool {
        self.shifted.is_empty() && self.objective() > limit
    }

    /// The position whose variable is furthest outside its bounds, by the weight of its edge.
    fn choose_leaving(&self) -> Option<usize> {
        let mut best = None;
        let mut most = 0.0;
        for position in 0..self.head.len() {
            let infeasibility = self.infeasibility(position);
            if infeasibility.abs() > PRIMAL_TOLERANCE {
                let merit = infeasibility * infeasibility / self.dual_weights[position];
                if merit > most {
                    most = merit;
                    best = Some(position);
                }
            }
        }
        best
    }

    fn step_dual(&mut self, position: usize) -> Step {
        let row = self.pivot_row(position);
        let step = self.step_along(position, &row);
        self.work.entries = row;
        step
    }

    fn step_along(&mut self, position: usize, row: &[(usize, f64)]) -> Step {
        let infeasibility = self.infeasibility(position);
        let Some((entering, entry)) = self.choose_entering(row, infeasibility) else {
            self.dual_ray.clone_from(&self.work.multipliers);
            return Step::NoneEnters;
        };
        let column = self.pivot_column(entering);
        let pivot = column[position];
        let is_good = pivot.abs() >= PIVOT_TOLERANCE && agree(pivot, entry);
        if is_good {
            let start = self.value(Variable(entering));
            let step = infeasibility / pivot;
            for (value, entry) in self.values.iter_mut().zip(&column) {
                *value -= step * entry;
            }
            let leaving = self.head[position];
            self.move_reduced(entering, entry, leaving, row);
            self.update_dual_weights(position, pivot, &column);
            let bound =
                if infeasibility < 0.0 { VariableStatus::Lower } else { VariableStatus::Upper };
            self.pivot(position, bound, entering, start + step, &column);
        }
        self.work.column = column;
        if is_good { Step::Done } else { Step::BadPivot }
    }

    /// The two-pass ratio test: of those that may enter within the tolerance, the one with the largest pivot.
    ///
    /// # Source
    /// P. M. J. Harris: Pivot selection methods of the Devex LP code (1973).
    fn choose_entering(
        &mut self,
        row: &[(usize, f64)],
        infeasibility: f64,
    ) -> Option<(usize, f64)> {
        let towards = infeasibility.signum();
        let mut candidates = std::mem::take(&mut self.work.candidates);
        candidates.clear();
        let mut limit = f64::INFINITY;
        for &(variable, entry) in row {
            if blocks(self.status[variable], towards * entry) {
                let (reduced, size) = (self.reduced[variable].abs(), entry.abs());
                limit = limit.min((reduced + DUAL_TOLERANCE) / size);
                candidates.push(Candidate { variable, entry, ratio: reduced / size });
            }
        }
        let within = candidates.iter().filter(|candidate| candidate.ratio <= limit);
        let largest = within.max_by(|one, other| one.entry.abs().total_cmp(&other.entry.abs()));
        let entering = largest.map(|candidate| (candidate.variable, candidate.entry));
        self.work.candidates = candidates;
        entering
    }

    /// Makes the weights those of the basis after a pivot at `position`, whose row of `B⁻¹` is in `work`.
    ///
    /// # Source
    /// J. J. Forrest, D. Goldfarb: Steepest-edge simplex algorithms for linear programming (1992), dual algorithm I.
    pub(super) fn update_dual_weights(&mut self, position: usize, pivot: f64, column: &[f64]) {
        let mut turned = std::mem::take(&mut self.work.turned);
        turned.clone_from(&self.work.multipliers);
        let weight = squared_length(&turned);
        self.factor.solve_columns(&mut turned);
        for ((own, entry), turned) in self.dual_weights.iter_mut().zip(column).zip(&turned) {
            if *entry != 0.0 {
                let ratio = entry / pivot;
                *own = (*own - ratio * (2.0 * turned - ratio * weight)).max(LEAST_WEIGHT);
            }
        }
        self.dual_weights[position] = (weight / (pivot * pivot)).max(LEAST_WEIGHT);
        self.work.turned = turned;
    }

    /// Computes the weights of positions that have none yet.
    pub(super) fn complete_weights(&mut self) {
        for position in self.dual_weights.len()..self.head.len() {
            self.compute_multipliers(position);
            self.dual_weights.push(squared_length(&self.work.multipliers));
        }
    }
}

fn squared_length(vector: &[f64]) -> f64 {
    vector.iter().map(|entry| entry * entry).sum()
}

/// Whether a variable that stands there reaches a reduced cost of the wrong sign if it moves by `entry`.
fn blocks(status: VariableStatus, entry: f64) -> bool {
    match status {
        VariableStatus::Lower => entry > PIVOT_TOLERANCE,
        VariableStatus::Upper => entry < -PIVOT_TOLERANCE,
        VariableStatus::Basic(_) => false,
    }
}

/// A variable that could enter the basis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    variable: usize,
    /// Its entry in the pivot row.
    entry: f64,
    /// How far the reduced costs can move until its own is 0.
    ratio: f64,
}

enum Step {
    Done,
    NoneEnters,
    BadPivot,
}
