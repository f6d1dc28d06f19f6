//! The one row that counts how many desired lessons may be missed: by bookings where every choice misses them, else by the
//! auxiliary columns of what is missed.

use super::{Master, to_float, to_multiplier};
use crate::model::Charges;
use crate::problem::Problem;
use crate::solve::lp::{Lp, LpRow, Renumbering, Variable};

/// The row in the program.
#[derive(Clone, Copy)]
pub(super) struct Allowance {
    most: i64,
    pub(super) lp_row: LpRow,
    /// Lets more be missed at the price of the penalty.
    pub(super) artificial: Variable,
}

impl Allowance {
    /// The row, if `problem` has an allowance.
    pub(super) fn enter(problem: &Problem, lp: &mut Lp, penalty: f64) -> Option<Self> {
        let most = problem.allowance?;
        let lp_row = lp.add_row(&[], to_float(most), 0.0, f64::INFINITY);
        let artificial = lp.add_column(penalty, f64::INFINITY, [(lp_row, -1.0)].into_iter());
        Some(Self { most, lp_row, artificial })
    }

    /// The row after others left the program.
    pub(super) fn renumbered(&self, renumbering: &Renumbering) -> Option<Self> {
        let (lp_row, artificial) =
            (renumbering.row(self.lp_row)?, renumbering.variable(self.artificial)?);
        Some(Self { lp_row, artificial, ..*self })
    }
}

impl Master<'_> {
    /// The charges of rows together with that for missed lessons.
    pub(super) fn charge_missed<'c>(&self, charges: Charges<'c>, duals: &[f64]) -> Charges<'c> {
        match &self.program.allowance {
            Some(Allowance { most, lp_row, .. }) => {
                let multiplier = to_multiplier(-duals[lp_row.0], charges.scale());
                charges.with_allowance(*most, multiplier)
            }
            None => charges,
        }
    }

    /// What it would be charged if everything were missed, in points.
    pub(super) fn charge_of_all_missed(&self, duals: &[f64]) -> f64 {
        let Some(allowance) = &self.program.allowance else { return 0.0 };
        let all: i64 = self.problem.periods.iter().map(|period| period.pupils).sum();
        (-duals[allowance.lp_row.0]).max(0.0) * to_float(all)
    }
}
