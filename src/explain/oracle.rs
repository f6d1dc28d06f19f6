//! Whether a school has any timetable at all: counted where counting shows that it has none, else searched.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::fact::Fact;
use super::lift::lifted;
use crate::domain::School;
use crate::pipeline::{self, Demands, Event, Held, Refusal, Request, Status};
use crate::scenario::Asking;

/// What is asked again and again: the school with only some of its facts.
pub(super) struct Oracle<'a> {
    pub(super) school: &'a School,
    /// Lessons that must be somewhere, whatever else holds.
    pub(super) held: &'a [Held],
    pub(super) asking: Asking<'a>,
}

/// What the oracle says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Possible,
    Impossible,
    /// The search was stopped.
    Unknown,
}

impl Oracle<'_> {
    /// Whether there is a timetable if of `all` facts only `kept` hold.
    pub(super) fn ask(&self, all: &[Fact], kept: &[Fact]) -> Result<Answer, Refusal> {
        let lifted = lifted(self.school, all.iter().filter(|fact| !kept.contains(fact)));
        let found = Arc::new(AtomicBool::new(false));
        let stop = self.asking.stop.or(found.clone());
        let mut listen = |event: Event| {
            let is_found = matches!(event, Event::Progress { best: Some(_), .. });
            found.fetch_or(is_found, Ordering::Relaxed);
        };
        let request = Request { effort: self.asking.effort, threads: 1 };
        let demands = Demands { held: self.held, ..Demands::default() };
        let answer = pipeline::solve_with(&lifted, demands, &request, &stop, &mut listen)?;
        Ok(match answer.status {
            Status::Optimal | Status::Feasible => Answer::Possible,
            Status::Infeasible => Answer::Impossible,
            Status::Undecided => Answer::Unknown,
        })
    }
}
