//! The primal simplex: lowers the objective while all values keep within their bounds.

use super::pivoting::agree;
use super::{
    LARGEST_WEIGHT, Lp, PIVOT_TOLERANCE, PRIMAL_TOLERANCE, REFACTOR_AFTER, SolveStatus, Variable,
    VariableStatus,
};

/// What stops the entering variable.
enum Blocking {
    /// The basic variable at this position reaches this bound.
    Basic(usize, VariableStatus),
    /// Its own other bound.
    Own,
}

impl Lp {
    /// Runs until no reduced cost has the wrong sign.
    pub(super) fn run_primal(&mut self, until: &dyn Fn(u64) -> bool) -> SolveStatus {
        let mut tried_fresh = false;
        loop {
            if self.factor.age() > REFACTOR_AFTER && !self.is_feasible_afresh() {
                return SolveStatus::Stuck;
            }
            let Some(entering) = self.choose_improving() else { return SolveStatus::Optimal };
            if until(self.pivots) {
                return SolveStatus::Stuck;
            }
            if self.step_primal(entering) {
                tried_fresh = false;
            } else if tried_fresh {
                return SolveStatus::Stuck;
            } else {
                tried_fresh = true;
                self.stale = true;
                if !self.is_feasible_afresh() {
                    return SolveStatus::Stuck;
                }
            }
        }
    }

    fn is_feasible_afresh(&mut self) -> bool {
        self.refresh();
        self.is_feasible()
    }

    /// The variable whose reduced cost has the wrong sign most, by its devex weight.
    fn choose_improving(&self) -> Option<usize> {
        let mut best = None;
        let mut most = 0.0;
        for variable in 0..self.columns.len() {
            if self.has_wrong_sign(variable, 1.0) {
                let reduced = self.reduced[variable];
                let merit = reduced * reduced / self.primal_weights[variable];
                if merit > most {
                    most = merit;
                    best = Some(variable);
                }
            }
        }
        best
    }

    /// Whether the step could be made.
    fn step_primal(&mut self, entering: usize) -> bool {
        let column = self.pivot_column(entering);
        let is_made = self.step_down(entering, &column);
        self.work.column = column;
        is_made
    }

    fn step_down(&mut self, entering: usize, column: &[f64]) -> bool {
        let from_upper = self.status[entering] == VariableStatus::Upper;
        let towards = if from_upper { -1.0 } else { 1.0 };
        let Some((step, blocking)) = self.ratio_test(entering, towards, column) else {
            return false;
        };
        let Blocking::Basic(position, bound) = blocking else {
            self.flip(entering, column);
            return true;
        };
        let row = self.pivot_row(position);
        let pivot = column[position];
        let is_good = agrees(pivot, &row, entering);
        if is_good {
            let start = self.value(Variable(entering));
            for (value, entry) in self.values.iter_mut().zip(column) {
                *value -= towards * step * entry;
            }
            let leaving = self.head[position];
            self.update_primal_weights(entering, leaving, pivot, &row);
            self.update_dual_weights(position, pivot, column);
            self.move_reduced(entering, pivot, leaving, &row);
            self.pivot(position, bound, entering, start + towards * step, column);
        }
        self.work.entries = row;
        is_good
    }

    /// Moves `entering` from one of its bounds to the other.
    fn flip(&mut self, entering: usize, column: &[f64]) {
        let upper = self.uppers[entering];
        let (status, step) = match self.status[entering] {
            VariableStatus::Upper => (VariableStatus::Lower, -upper),
            _ => (VariableStatus::Upper, upper),
        };
        for (value, entry) in self.values.iter_mut().zip(column) {
            *value -= step * entry;
        }
        self.status[entering] = status;
        self.pivots += 1;
    }

    /// The two-pass ratio test: how far `entering` may go, and what stops it; `None` if nothing does. Of the basic
    /// variables that reach a bound within the tolerance, the one with the largest pivot leaves.
    ///
    /// # Source
    /// P. M. J. Harris: Pivot selection methods of the Devex LP code (1973).
    fn ratio_test(&self, entering: usize, towards: f64, column: &[f64]) -> Option<(f64, Blocking)> {
        let limit = (0..column.len())
            .filter_map(|at| self.step_to_bound(at, towards * column[at], PRIMAL_TOLERANCE))
            .map(|(step, _)| step)
            .fold(f64::INFINITY, f64::min);
        let own = self.uppers[entering];
        if own <= limit && own.is_finite() {
            return Some((own, Blocking::Own));
        }
        (0..column.len())
            .filter_map(|at| Some((at, self.step_to_bound(at, towards * column[at], 0.0)?)))
            .filter(|&(_, (step, _))| step <= limit)
            .max_by(|one, other| column[one.0].abs().total_cmp(&column[other.0].abs()))
            .map(|(at, (step, bound))| (step.max(0.0), Blocking::Basic(at, bound)))
    }

    /// How far a step may go until the basic variable at `position`, which falls by `entry` with it, is `slack` beyond a
    /// bound, and which bound that is.
    fn step_to_bound(
        &self,
        position: usize,
        entry: f64,
        slack: f64,
    ) -> Option<(f64, VariableStatus)> {
        if entry > PIVOT_TOLERANCE {
            Some(((self.values[position] + slack) / entry, VariableStatus::Lower))
        } else if entry < -PIVOT_TOLERANCE {
            let upper = self.uppers[self.head[position]];
            let step = (upper - self.values[position] + slack) / -entry;
            upper.is_finite().then_some((step, VariableStatus::Upper))
        } else {
            None
        }
    }

    /// Devex weights: each a lower estimate of the length of its edge, since all began at 1.
    fn update_primal_weights(
        &mut self,
        entering: usize,
        leaving: usize,
        pivot: f64,
        row: &[(usize, f64)],
    ) {
        let weight = self.primal_weights[entering];
        if weight > LARGEST_WEIGHT {
            self.primal_weights.fill(1.0);
            return;
        }
        for &(variable, entry) in row {
            let ratio = entry / pivot;
            let own = &mut self.primal_weights[variable];
            *own = own.max(ratio * ratio * weight);
        }
        self.primal_weights[leaving] = (weight / (pivot * pivot)).max(1.0);
    }
}

/// Whether the pivot is the same seen along its column and along its row.
fn agrees(pivot: f64, row: &[(usize, f64)], entering: usize) -> bool {
    let in_row = row.iter().find(|&&(variable, _)| variable == entering);
    in_row.is_some_and(|&(_, entry)| agree(pivot, entry))
}
