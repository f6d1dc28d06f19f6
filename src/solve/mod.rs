//! SOLVE: the problem's cheapest timetable, with a proof. The only room with floats.
//!
//! The method is branch and price and cut. A relaxation with few columns and rows (`master`) is solved by the
//! simplex method (`lp`); rows that its solution breaks are found (`separate`) and added; its multipliers then
//! price every booking of the school, in whole numbers, which brings in the bookings that matter and proves a bound
//! for the whole school. Halves of rows that are there (`halve`) cut deeper, often down to a whole solution. What no longer matters leaves the program again. Where the solution is not whole, the
//! timetable nearest to it is mended (`mend`), which soon gives a good proposal; what costs too much to be in a better
//! one is closed; and the search divides (`search`) by the days that pupils may choose (`choices`), then by questions
//! about lessons (`branch`), those first whose answers raise the bound most (`experience`).
//!
//! No answer rests on floats: a part of the search is closed only by a bound recomputed in whole numbers
//! ([`crate::model::lower_bound`]), and a timetable is taken only after every rule was tried on it.
//!
//! # Source
//! C. Barnhart and others: Branch-and-price, column generation for solving huge integer programs (1998).

mod baseline;
mod branch;
mod choices;
mod experience;
mod halve;
mod lp;
mod master;
mod mend;
mod open;
mod price_level;
mod search;
mod separate;
mod textbook;

pub use textbook::{Backend, NoOpinion, Opinion, solve_textbook};

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
    /// Parts of the search that are closed.
    pub closed: u64,
    /// Parts of the search that are open.
    pub open: u64,
}

/// Finds the cheapest timetable of `problem`, until it is proven or `stop` says so.
#[must_use]
pub fn solve(
    problem: &Problem,
    stop: &(dyn Fn() -> bool + Sync),
    emit: &mut dyn FnMut(Progress),
) -> Outcome {
    let limits = Limits::of(problem);
    let mut tell = |progress: Progress| emit(progress.in_points(problem));
    let outcome = search::Search::new(problem, &limits).run(stop, &mut tell);
    baseline::preferred(problem, &limits, outcome, stop).in_points(problem)
}

/// Every row that a search of `problem` works with, once for each time that it enters the program.
///
/// No timetable that keeps the rules breaks any of them, whatever part of the search asked for it: whoever doubts a bound
/// can try them on timetables.
#[must_use]
pub fn rows(problem: &Problem, stop: &(dyn Fn() -> bool + Sync)) -> Vec<Row> {
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
