//! A linear program that grows: columns, rows and bounds change, and the last basis is where the next solve starts.
//!
//! Minimise `c x` with `A x + s = b`, `0 ≤ x ≤ u`, `0 ≤ s ≤ t`. Every variable, slacks too, has lower bound 0.
//! Timetable programs are small here (rows and columns enter only when needed) but are solved thousands of times, so
//! warm starts matter most: new columns are priced in by the primal simplex, new rows and bounds by the dual.
//!
//! Costs and right-hand sides are perturbed a little (by at most [`PERTURBATION`] each) against stalling in ties. No
//! answer rests on these numbers: every bound is recomputed in whole numbers from the duals.
//!
//! # Source
//! I. Maros: Computational Techniques of the Simplex Method (2003), for bounded variables; P. M. J. Harris: Pivot selection
//! methods of the Devex LP code (1973), for the two-pass ratio test and the devex weights of the primal; J. J. Forrest, D. Goldfarb:
//! Steepest-edge simplex algorithms for linear programming (1992), for the exact weights of the dual; A. Koberstein: The dual
//! simplex method, techniques for a fast and stable implementation (2005), for perturbed and shifted costs.

mod basis;
mod dual;
mod factor;
mod numbers;
mod pivoting;
mod primal;
mod program;
#[cfg(test)]
mod tests;

pub(super) use basis::{Basis, Renumbering};

use crate::domain::Stop;
use dual::Candidate;
use factor::Factor;

// Costs are in units of about a point under default prices, values in bookings, and rows are scaled so that their largest
// coefficient is about 1; so that tolerances can be absolute.

/// The largest perturbation of a cost, in units, or of a right-hand side, in bookings: so small that a thousand of them do
/// not add up to a hundredth of a point, and as large as the tolerances, so that ties are told apart.
///
/// # Source
/// A. Koberstein: The dual simplex method, techniques for a fast and stable implementation (2005).
pub(super) const PERTURBATION: f64 = 1e-6;
/// A basic variable may leave its bounds by this, in bookings: far less than what is [`ACCEPTED`], so that a solution is
/// still accepted when it is computed afresh.
const PRIMAL_TOLERANCE: f64 = 1e-9;
/// A solution is taken although basic variables are outside their bounds by this, in bookings: whoever reads it takes less
/// than this for 0.
const ACCEPTED: f64 = 1e-6;
/// A reduced cost may have the wrong sign by this, in units. It costs the proven bound about as much for each lesson, which
/// matters little: proposals cost whole points, so that bounds are rounded up.
const DUAL_TOLERANCE: f64 = 1e-6;
/// In the end a reduced cost may have the wrong sign by so many of the tolerances: computing them afresh moves each a little.
const TOLERANCES_AT_THE_END: f64 = 10.0;
/// Entries of a pivot row or column below this are not pivoted on: errors of the factors are divided by the pivot.
const PIVOT_TOLERANCE: f64 = 1e-6;
/// What is left of a right-hand side that the basic variables do not make up may be this, in bookings; more, and the factors
/// are made afresh.
const RESIDUAL: f64 = 1e-7;
/// A row whose multiplier is less than this has no part in showing infeasibility.
const NEGLIGIBLE_IN_RAY: f64 = 1e-9;
/// Devex weights beyond this say nothing any more: all begin again at 1, as P. M. J. Harris (1973) has it.
const LARGEST_WEIGHT: f64 = 1e6;
/// Steepest-edge weights that are updated come out less than this, or negative, only by errors.
const LEAST_WEIGHT: f64 = 1e-4;
/// Pivots after which it is asked whether the objective is beyond where it matters: asking costs a sum over the basis.
const ASK_AFTER: u64 = 64;
/// Pivots after which the basis is factorised afresh: each makes the factors longer, and adds to their errors.
const REFACTOR_AFTER: usize = 100;
/// So often dual and primal simplex run one after the other, until what they end with, computed afresh, is an optimum.
const MOST_RUNS: u32 = 20;

/// A variable: a column of the program, or the slack of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Variable(pub(super) usize);

/// A row of the linear program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct LpRow(pub(super) usize);

/// Where a variable stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum VariableStatus {
    Basic(usize),
    Lower,
    Upper,
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SolveStatus {
    /// At an optimum.
    Optimal,
    /// No values satisfy all rows; these rows, each with its multiplier, show it.
    Infeasible,
    /// The objective is beyond where it matters.
    ObjectiveLimit,
    /// Stopped before the end: numbers too bad, or too many steps.
    Stuck,
}

/// How long a solve may go on.
pub(super) struct SolveLimits<'a> {
    /// At most so many pivots.
    pub(super) pivots: u64,
    /// The dual simplex ends beyond this objective.
    pub(super) objective: f64,
    /// Asked now and then whether to end.
    pub(super) stop: &'a Stop,
}

/// The program and its basis.
#[derive(Clone, Debug, Default)]
pub(super) struct Lp {
    columns: Vec<Vec<(usize, f64)>>,
    costs: Vec<f64>,
    uppers: Vec<f64>,
    rows: Vec<Vec<(usize, f64)>>,
    right_sides: Vec<f64>,
    slacks: Vec<usize>,
    /// A name for each variable, in the order of their making; it is never given again.
    names: Vec<u32>,
    next_name: u32,
    /// Names grow by one more than this.
    names_between: u32,
    status: Vec<VariableStatus>,
    /// The variable at each position of the basis.
    head: Vec<usize>,
    factor: Factor,
    /// Whether the factors are of another basis.
    stale: bool,
    /// The value of the basic variable at each position.
    values: Vec<f64>,
    /// The reduced cost of each variable.
    reduced: Vec<f64>,
    /// By position: the squared length of the row of `B⁻¹`, the weight of the edge of the dual; none yet for the last.
    dual_weights: Vec<f64>,
    /// Devex weights by variable, for the primal.
    primal_weights: Vec<f64>,
    /// Costs that were shifted so that the dual simplex may run, as they were.
    shifted: Vec<(usize, f64)>,
    /// When infeasible: multipliers by row.
    dual_ray: Vec<f64>,
    work: Work,
    /// Pivots in all, to report and to limit.
    pub(super) pivots: u64,
}

/// Lists that every pivot fills anew, kept so that they need no new space.
#[derive(Clone, Debug, Default)]
struct Work {
    multipliers: Vec<f64>,
    /// By variable; all 0 between uses.
    dense: Vec<f64>,
    touched: Vec<usize>,
    entries: Vec<(usize, f64)>,
    column: Vec<f64>,
    turned: Vec<f64>,
    candidates: Vec<Candidate>,
}

impl Lp {
    /// The value of `variable` in the last solution.
    pub(super) fn value(&self, Variable(variable): Variable) -> f64 {
        match self.status[variable] {
            VariableStatus::Basic(position) => self.values[position],
            VariableStatus::Lower => 0.0,
            VariableStatus::Upper => self.uppers[variable],
        }
    }

    /// The objective of the last solution, perturbations included.
    pub(super) fn objective(&self) -> f64 {
        let basic = self.head.iter().zip(&self.values);
        let basic: f64 = basic.map(|(&variable, value)| self.costs[variable] * value).sum();
        let at_upper = |&variable: &usize| self.status[variable] == VariableStatus::Upper;
        let upper = (0..self.columns.len()).filter(at_upper);
        basic + upper.map(|variable| self.costs[variable] * self.uppers[variable]).sum::<f64>()
    }

    /// The multipliers of the rows in the last solution.
    pub(super) fn duals(&mut self) -> Vec<f64> {
        let mut duals: Vec<f64> = self.head.iter().map(|&variable| self.costs[variable]).collect();
        self.factor.solve_rows(&mut duals);
        duals
    }

    /// The rows that show infeasibility after [`SolveStatus::Infeasible`], with their multipliers.
    pub(super) fn dual_ray(&self) -> impl Iterator<Item = (LpRow, f64)> {
        let multipliers = self.dual_ray.iter().enumerate();
        let shown = multipliers.filter(|(_, value)| value.abs() > NEGLIGIBLE_IN_RAY);
        shown.map(|(row, &value)| (LpRow(row), value))
    }

    /// Solves from the present basis, until `limits` ends.
    pub(super) fn solve(&mut self, limits: &SolveLimits<'_>) -> SolveStatus {
        let last = self.pivots + limits.pivots;
        // A pivot in a large program takes much longer than asking.
        let until = &|pivots: u64| pivots >= last || limits.stop.is_asked();
        self.primal_weights.fill(1.0);
        for _ in 0..MOST_RUNS {
            if let Some(status) = self.run_both(until, limits.objective) {
                return status;
            }
            self.stale = true;
        }
        SolveStatus::Stuck
    }

    /// Runs the dual simplex, which ends beyond `objective`, and then the primal; `None` if what they end with is no
    /// optimum once it is computed afresh.
    ///
    /// The dual needs reduced costs of the right sign. Costs are shifted where that takes it, and the primal makes good
    /// what the shifts did: they are few, for most of what changed since the last solve are rows and bounds.
    fn run_both(&mut self, until: &dyn Fn(u64) -> bool, objective: f64) -> Option<SolveStatus> {
        self.refresh();
        self.flip_wrong_signs();
        self.shift_wrong_signs();
        let ending = self.run_dual(until, objective);
        self.restore_costs();
        if ending != SolveStatus::Optimal {
            return Some(ending);
        }
        if self.run_primal(until) == SolveStatus::Stuck && until(self.pivots) {
            return Some(SolveStatus::Stuck);
        }
        self.refresh();
        self.is_optimal().then_some(SolveStatus::Optimal)
    }

    fn factor_is_old(&self) -> bool {
        self.factor.age() > REFACTOR_AFTER / 2
    }

    fn is_optimal(&self) -> bool {
        self.is_feasible()
            && (0..self.columns.len())
                .all(|variable| !self.has_wrong_sign(variable, TOLERANCES_AT_THE_END))
    }

    fn is_feasible(&self) -> bool {
        (0..self.head.len()).all(|at| self.infeasibility(at).abs() <= ACCEPTED)
    }

    /// How far the basic variable at `position` is outside its bounds: negative below, positive above.
    fn infeasibility(&self, position: usize) -> f64 {
        let (value, upper) = (self.values[position], self.uppers[self.head[position]]);
        if value < 0.0 { value } else { (value - upper).max(0.0) }
    }

    /// Whether moving `variable` off its bound would lower the objective, by more than `slack` tolerances.
    fn has_wrong_sign(&self, variable: usize, slack: f64) -> bool {
        if self.uppers[variable] <= 0.0 {
            return false;
        }
        match self.status[variable] {
            VariableStatus::Basic(_) => false,
            VariableStatus::Lower => self.reduced[variable] < -slack * DUAL_TOLERANCE,
            VariableStatus::Upper => self.reduced[variable] > slack * DUAL_TOLERANCE,
        }
    }

    /// Brings boxed variables with a reduced cost of the wrong sign to their other bound.
    fn flip_wrong_signs(&mut self) {
        let mut flipped = false;
        for variable in 0..self.columns.len() {
            if self.has_wrong_sign(variable, 1.0) && self.uppers[variable].is_finite() {
                self.status[variable] = match self.status[variable] {
                    VariableStatus::Lower => VariableStatus::Upper,
                    _ => VariableStatus::Lower,
                };
                flipped = true;
            }
        }
        if flipped {
            self.compute_values();
        }
    }

    /// Shifts costs until no reduced cost has the wrong sign, for as long as the dual simplex runs.
    fn shift_wrong_signs(&mut self) {
        for variable in 0..self.columns.len() {
            if self.has_wrong_sign(variable, 1.0) {
                self.shifted.push((variable, self.costs[variable]));
                self.costs[variable] -= self.reduced[variable];
                self.reduced[variable] = 0.0;
            }
        }
    }

    fn restore_costs(&mut self) {
        if self.shifted.is_empty() {
            return;
        }
        for (variable, cost) in std::mem::take(&mut self.shifted).into_iter().rev() {
            self.costs[variable] = cost;
        }
        self.compute_reduced();
    }
}
