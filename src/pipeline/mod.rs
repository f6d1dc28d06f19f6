//! THE FLOW: what happens between a folder that was read and an answer. Emits events; owns the clock.

mod certificate;
mod clock;
mod posed;
mod warm;

use std::time::Duration;

pub use clock::{Deadline, timed, today};
pub(crate) use posed::seats_taken;
pub use warm::Warm;

use crate::check::{self, Breach, Verdict};
use crate::domain::{Effort, Proposal, School, Slot, Stop, Terms};
use crate::model;
use crate::problem::Problem;
use crate::reason::Reason;
use crate::solve::{self, Progress};
use certificate::Certificate;
use posed::Posed;

/// How a school is to be solved.
#[derive(Clone, Debug)]
pub struct Request {
    /// Whether required lessons must be kept.
    pub effort: Effort,
    /// How many threads may work at once, at least 1. The answer does not depend on it.
    pub threads: usize,
}

/// What is done about a baseline with faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// They stop the run.
    Refuse,
    /// Lessons that clash move as one.
    Accept,
}

/// Settles what is done about the faults of `school`: the school to solve and the faults that were accepted, which
/// speak of the lessons of `school`.
///
/// # Errors
/// The faults, if they are not accepted.
pub fn settle(school: &School, faults: Faults) -> Result<(School, Vec<Breach>), Vec<Breach>> {
    let found = check::faults(school);
    match faults {
        Faults::Refuse if !found.is_empty() => Err(found),
        _ => Ok((school.coupled(found.iter().filter_map(Breach::clashing)), found)),
    }
}

/// What is known at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A proposal, and a proof that none has fewer points.
    Optimal,
    /// A proposal, stopped before the proof.
    Feasible,
    /// A proof that there is no proposal.
    Infeasible,
    /// Stopped before a proposal or a proof.
    Undecided,
}

impl Status {
    /// The status as it stands in JSON answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Feasible => "feasible",
            Self::Infeasible => "infeasible",
            Self::Undecided => "undecided",
        }
    }
}

/// The answer to `solve`.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What is known.
    pub status: Status,
    /// No proposal for the whole school has fewer points than this.
    pub bound: i64,
    /// The best proposal found and what the judge says of it, without breaches.
    pub offered: Option<(Proposal, Verdict)>,
    /// Why there is no proposal; empty unless infeasible.
    pub reasons: Vec<Reason>,
    /// How long it took.
    pub elapsed: Duration,
}

impl Answer {
    /// Its proposal, if it has one.
    #[must_use]
    pub fn proposal(&self) -> Option<&Proposal> {
        self.offered.as_ref().map(|(proposal, _)| proposal)
    }

    /// The points of its proposal, if it has one.
    #[must_use]
    pub fn points(&self) -> Option<i64> {
        self.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
    }

    /// How many lessons its proposal changes, if it has one.
    #[must_use]
    pub fn changed_lessons(&self) -> Option<usize> {
        self.offered.as_ref().map(|(_, verdict)| verdict.difference.changes.len())
    }
}

/// What happens on the way to an answer.
#[derive(Clone, Debug)]
pub enum Event {
    /// The search begins.
    Begun {
        /// How many lessons can move.
        free_lessons: usize,
    },
    /// The search stands here.
    Progress {
        /// The fewest points of a proposal so far.
        best: Option<i64>,
        /// The proven bound so far.
        bound: i64,
        /// Parts of the search that are closed and still open.
        closed: u64,
        /// See `closed`.
        open: u64,
    },
}

/// Why no answer is given.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// The program's own judge found this in the answer, or counted other points than the search did. A defect of the program.
    JudgedWrong {
        /// What the judge found.
        verdict: Box<Verdict>,
        /// What the search counted, in points.
        counted: i64,
    },
}

/// A lesson and a slot in which it must start, or must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// The lesson's index in [`School::lessons`].
    pub lesson: usize,
    /// Where it starts.
    pub start: Slot,
}

/// What an answer must keep besides the rules.
#[derive(Clone, Copy, Debug, Default)]
pub struct Demands<'a> {
    /// Lessons that must start where this says.
    pub held: &'a [Held],
    /// Lessons that must not start where this says.
    pub barred: &'a [Held],
    /// The most periods of desired lessons that apprentices may miss, all together; `None`: any number, at their price.
    /// Only where required lessons must be kept ([`Effort::Strict`]).
    pub most_missed: Option<usize>,
    /// Only proposals with fewer points than this are looked for; `None`: any. Where there is none the answer is
    /// [`Status::Infeasible`].
    pub below: Option<i64>,
    /// What holds of places besides the school's files; `None`: nothing. What seats cost is part of the bound and of
    /// [`Demands::below`], not of the points of the proposal.
    pub terms: Option<&'a Terms>,
}

/// Solves `school`, a baseline without faults, until the proof or until `stop` says to end with the best found so far.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with the answer.
pub fn solve(
    school: &School,
    request: &Request,
    stop: &Stop,
    emit: &mut dyn FnMut(Event),
) -> Result<Answer, Refusal> {
    solve_with(school, Demands::default(), request, stop, emit)
}

/// As [`solve()`], with demands besides the rules.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with the answer.
pub fn solve_with(
    school: &School,
    demands: Demands<'_>,
    request: &Request,
    stop: &Stop,
    emit: &mut dyn FnMut(Event),
) -> Result<Answer, Refusal> {
    let posed = Posed::of(school, demands, request.effort);
    emit(Event::Begun { free_lessons: posed.free_lessons() });
    let below = demands.below.unwrap_or(i64::MAX);
    let tell = &mut |progress: Progress| emit(progress.into());
    posed.answer(&mut |problem| solve::solve_below(problem, below, request.threads, stop, tell))
}

/// As [`solve()`], and gives `write` the lines of a certificate while the search goes on: why nothing is cheaper than the
/// bound of the answer, or why there is nothing.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with the answer.
pub fn solve_certified(
    school: &School,
    request: &Request,
    stop: &Stop,
    emit: &mut dyn FnMut(Event),
    write: &mut dyn FnMut(&str),
) -> Result<Answer, Refusal> {
    let posed = Posed::of(school, Demands::default(), request.effort);
    emit(Event::Begun { free_lessons: posed.free_lessons() });
    let tell = &mut |progress: Progress| emit(progress.into());
    // A count is no certificate: it is searched all the same.
    posed.answer_searched(|problem| {
        let mut certificate = Certificate::begin(school, problem, write);
        let outcome = solve::solve_recorded(problem, request.threads, stop, tell, &mut certificate);
        certificate.conclude(&outcome);
        outcome
    })
}

/// No timetable of `school` costs more points than this.
#[must_use]
pub fn most_points(school: &School, effort: Effort) -> i64 {
    let problem = Problem::index(school, effort);
    problem.in_points(model::most_points(&problem))
}

impl From<Progress> for Event {
    fn from(progress: Progress) -> Self {
        let Progress { best, bound, closed, open } = progress;
        Self::Progress { best, bound, closed, open }
    }
}
