//! SOLVE: the problem's cheapest timetable, with a proof. The only room with floats.
//!
//! The method is **branch and price and cut** with lazy rows:
//!
//! 1. `master`: a *restricted master problem* with few columns (bookings) and few rows is solved by the *simplex method*
//!    (`lp`). Rules and prices between lessons are *lazy rows*: `separate` finds those that the solution breaks.
//! 2. *Pricing*: the dual values price every booking of the school, in whole numbers. Those with a negative reduced cost enter;
//!    and whatever the dual values are, they prove a *Lagrangean bound* for the whole school
//!    ([`crate::model::lower_bound`]).
//! 3. *Zero-half cuts* (`zero_half`) cut the fractional solution off, often down to an integral one. Rows and columns that no
//!    longer matter *age* and leave.
//! 4. A *tabu search* (`tabu_search`) is the *primal heuristic*: it starts from the baseline, later from rounded solutions, and
//!    soon gives a good *incumbent*. Starts whose reduced cost exceeds the gap are *fixed* below a node.
//! 5. *Branching* (`search`, `nodes`) is best-first once there is an incumbent: first on the days that pupils may choose
//!    (`choices`), then on where lessons start (`branch`), by *strong branching* until *pseudocosts* (`pseudocosts`) are
//!    reliable. Nodes start *warm* from the program of their parent.
//!
//! No answer rests on floats: a node is closed only by a bound recomputed in whole numbers, and a timetable is taken only after
//! every rule was tried on it. Where several timetables cost the fewest points, the `baseline` is preferred.
//!
//! The simplex is our own because the others that build without a C++ compiler have no dual values, or no warm starts after
//! rows and columns came and went, and everything above hangs on both; `textbook` keeps the whole model for them as a second
//! opinion.
//!
//! # Source
//! C. Barnhart and others: Branch-and-price, column generation for solving huge integer programs (1998); the words of the
//! literature stand beside ours in the [glossary](crate#glossary).

mod alike;
mod baseline;
mod branch;
mod choices;
mod lp;
mod master;
mod nodes;
pub mod packing;
mod price_level;
mod pseudocosts;
mod record;
mod search;
mod separate;
mod sharing;
mod tabu_search;
#[cfg(test)]
mod tests;
mod textbook;
mod warm;
mod zero_half;

pub use record::{CaseRecord, Derivation, Division, Multipliers, Recorder};
pub use sharing::{Bundle, bundles, prices};
pub use textbook::{Backend, NoOpinion, Opinion, solve_textbook};
pub use warm::WarmRoot;

use crate::domain::Stop;
use crate::model::{Booking, Limits, Row};
use crate::problem::Problem;

/// A timetable that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// A booking for each lesson, in order.
    pub bookings: Vec<Booking>,
    /// For each chooser the choice taken.
    pub choices: Vec<usize>,
    /// Its points.
    pub points: i64,
}

/// How a search ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The best timetable found.
    pub best: Option<Found>,
    /// No timetable has fewer points; `None` where there is none at all.
    pub bound: Option<i64>,
    /// Whether nothing is left to search.
    pub complete: bool,
}

/// How a search stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The fewest points of a timetable so far.
    pub best: Option<i64>,
    /// The proven bound so far.
    pub bound: i64,
    /// Nodes of the search that are closed.
    pub closed: u64,
    /// Nodes of the search that are open.
    pub open: u64,
}

/// Finds the cheapest timetable of `problem`, until it is proven or `stop` says so.
#[must_use]
pub fn solve(problem: &Problem, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Outcome {
    solve_below(problem, i64::MAX, 1, stop, emit)
}

/// As [`solve`], but only among timetables with fewer `points` than so many, on so many `threads`; the outcome does not
/// depend on them, unless `stop` cuts in.
#[must_use]
pub fn solve_below(
    problem: &Problem,
    points: i64,
    threads: usize,
    stop: &Stop,
    emit: &mut dyn FnMut(Progress),
) -> Outcome {
    let limits = Limits::of(problem);
    let search = search::Search::new(problem, &limits).below(problem.in_units(points)).on(threads);
    concluded(problem, &limits, search, stop, emit)
}

/// As [`solve`] on so many `threads`, and tells `recorder` what proves the outcome.
#[must_use]
pub fn solve_recorded(
    problem: &Problem,
    threads: usize,
    stop: &Stop,
    emit: &mut dyn FnMut(Progress),
    recorder: &mut dyn Recorder,
) -> Outcome {
    let limits = Limits::of(problem);
    let search = search::Search::new(problem, &limits).on(threads).recorded_by(recorder);
    concluded(problem, &limits, search, stop, emit)
}

fn concluded(
    problem: &Problem,
    limits: &Limits,
    search: search::Search<'_>,
    stop: &Stop,
    emit: &mut dyn FnMut(Progress),
) -> Outcome {
    let mut tell = |progress: Progress| emit(progress.in_points(problem));
    let outcome = search.run(stop, &mut tell);
    baseline::preferred(problem, limits, outcome, stop).in_points(problem)
}

/// Every row that a search of `problem` works with, once for each time that it enters the program.
///
/// No timetable that keeps the rules breaks any of them, whatever part of the search asked for it: whoever doubts a bound
/// can try them on timetables.
#[must_use]
pub fn rows(problem: &Problem, stop: &Stop) -> Vec<Row> {
    let limits = Limits::of(problem);
    let rows = search::Search::new(problem, &limits).rows(stop);
    rows.iter().map(|row| Row::clone(row)).collect()
}

impl Found {
    /// What was counted in units of `problem`, in points.
    fn in_points(self, problem: &Problem) -> Self {
        Self { points: problem.in_points(self.points), ..self }
    }
}

impl Outcome {
    /// What was counted in units of `problem`, in points.
    fn in_points(self, problem: &Problem) -> Self {
        Self {
            best: self.best.map(|best| best.in_points(problem)),
            bound: self.bound.map(|bound| problem.in_points(bound)),
            ..self
        }
    }
}

impl Progress {
    /// What was counted in units of `problem`, in points.
    fn in_points(self, problem: &Problem) -> Self {
        let best = self.best.map(|best| problem.in_points(best));
        Self { best, bound: problem.in_points(self.bound), ..self }
    }
}
