//! Artificial variables, which make every program feasible: lessons may stay unplaced, and rows may be broken, at a penalty
//! (the "big M" of textbooks) that grows until no solution pays it.
//!
//! # Source
//! I. Maros: Computational Techniques of the Simplex Method (2003), on artificial variables.

use std::collections::BTreeSet;

use super::Master;
use crate::solve::lp::{LpRow, Variable};

/// What a lesson that is unplaced costs at least, in units of the program: well above what moving a lesson costs where
/// prices are usual.
const LEAST_PENALTY: f64 = 1000.0;
/// What a lesson that is unplaced costs, as a multiple of the cutoff. More would be as right, but spoil the numbers: errors
/// of the simplex are in proportion to its largest cost.
const PENALTY_TO_CUTOFF: f64 = 4.0;
/// The value of an artificial variable below this, in bookings, is 0: ten times what the simplex accepts.
const NEGLIGIBLE: f64 = 1e-5;
/// The penalty grows by this factor, so that a few solves are enough to reach the largest.
const PENALTY_GROWTH: f64 = 8.0;
/// The largest penalty is so many times what the worst proposal costs: a tenth of an unplaced lesson costs more than any.
const PENALTY_TO_WORST: f64 = 20.0;

/// The largest penalty where no proposal costs more than `worst`.
pub(super) fn largest_penalty(worst: f64) -> f64 {
    (worst + 1.0) * PENALTY_TO_WORST
}

impl Master<'_> {
    /// Lets the rows that show infeasibility be broken at the penalty; how many could not before.
    pub(super) fn add_artificials(&mut self) -> usize {
        let shown: BTreeSet<LpRow> = self.program.lp.dual_ray().map(|(row, _)| row).collect();
        let mut opened = 0;
        for entered in &mut self.program.rows {
            if entered.artificial.is_none() && shown.contains(&entered.lp_row) {
                let entries = [(entered.lp_row, -1.0)].into_iter();
                entered.artificial =
                    Some(self.program.lp.add_column(self.program.penalty, f64::INFINITY, entries));
                opened += 1;
            }
        }
        opened
    }

    /// Whether the solution leaves a lesson unplaced in part, or breaks a row in part.
    pub(super) fn pays_penalty(&self) -> bool {
        self.penalised().any(|variable| self.program.lp.value(variable) > NEGLIGIBLE)
    }

    fn penalised(&self) -> impl Iterator<Item = Variable> {
        let lessons =
            self.program.lesson_rows.iter().flatten().map(|&row| self.program.lp.slack(row));
        let allowance = self.program.allowance.iter().map(|allowance| allowance.artificial);
        let choosers = self.program.choosers.iter().flatten();
        lessons
            .chain(choosers.map(|choosing| self.program.lp.slack(choosing.lp_row)))
            .chain(self.program.rows.iter().filter_map(|entered| entered.artificial))
            .chain(allowance)
    }

    /// Whether the penalty could grow.
    pub(super) fn raise_penalty(&mut self) -> bool {
        if self.program.penalty >= self.largest_penalty {
            return false;
        }
        self.set_penalty((self.program.penalty * PENALTY_GROWTH).min(self.largest_penalty));
        true
    }

    /// Chooses a penalty for a search among proposals below `cutoff`, in units of the program.
    pub(super) fn choose_penalty(&mut self, cutoff: f64) {
        let enough = (PENALTY_TO_CUTOFF * cutoff).max(LEAST_PENALTY);
        self.set_penalty(enough.min(self.largest_penalty));
    }

    fn set_penalty(&mut self, penalty: f64) {
        self.program.penalty = penalty;
        let penalised: Vec<Variable> = self.penalised().collect();
        for variable in penalised {
            self.program.lp.set_cost(variable, penalty);
        }
    }
}
