//! Searches that begin where another ended: questions about a problem of which the root is solved already.

use super::search::{Root, Search};
use super::separate::Solution;
use super::{Outcome, baseline};
use crate::domain::Stop;
use crate::model::{Booking, Limits};
use crate::problem::{LessonId, Problem};

/// A problem whose root is solved: from here it costs little to ask what it would cost if a lesson were held somewhere.
pub struct WarmRoot {
    root: Root,
    nearby: Option<Solution>,
}

impl WarmRoot {
    /// Solves the root of `problem`, of which a timetable may be `known`, a booking for each lesson and a choice for each
    /// chooser; `None` if it has no solution, or where `stop` says so.
    #[must_use]
    pub fn of(
        problem: &Problem,
        known: Option<&(Vec<Booking>, Vec<usize>)>,
        stop: &Stop,
    ) -> Option<Self> {
        let limits = Limits::of(problem);
        let root = Search::new(problem, &limits).into_root(stop)?;
        let nearby = known.map(|(bookings, choices)| Solution::whole(problem, bookings, choices));
        Some(Self { root, nearby })
    }

    /// For each of the starts of `lesson`, below how many points there is no timetable of `problem` in which it starts there;
    /// `i64::MAX` where there is none at all. Soon known.
    #[must_use]
    pub fn least_at_each(&self, problem: &Problem, lesson: LessonId, stop: &Stop) -> Vec<i64> {
        let limits = Limits::of(problem);
        let least = Search::new(problem, &limits).least_at_each(&self.root, lesson, stop);
        least.into_iter().map(|units| problem.in_points(units)).collect()
    }

    /// As [`solve`](super::solve()), for the same problem, or one in which less may be: a lesson is held, or barred.
    #[must_use]
    pub fn solve(&self, problem: &Problem, stop: &Stop) -> Outcome {
        let limits = Limits::of(problem);
        let search = Search::new(problem, &limits).from(&self.root).near(self.nearby.clone());
        let outcome = search.run(stop, &mut |_| ());
        baseline::preferred(problem, &limits, outcome, stop).in_points(problem)
    }
}
