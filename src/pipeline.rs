//! THE FLOW: what happens between a folder that was read and an answer. Emits events; owns the clock.

use std::time::{Duration, Instant};

use crate::check::{self, Breach, Verdict};
use crate::domain::{
    Alternative, Effort, Level, PlaceName, Proposal, School, Seat, Signal, Slot, Stop, Terms,
};
use crate::model::{self, propose};
use crate::problem::Problem;
use crate::reason::{self, Reason};
use crate::solve::{self, Found, Outcome, Progress};

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

/// The end of a time limit. As a signal of a [`Stop`] it ends a search, or all the searches of a question.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    begun: Instant,
    limit: Duration,
}

impl Deadline {
    /// A limit that runs from now on.
    #[must_use]
    pub fn after(limit: Duration) -> Self {
        Self { begun: Instant::now(), limit }
    }

    /// Whether the time is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.begun.elapsed() >= self.limit
    }
}

impl Signal for Deadline {
    fn is_given(&self) -> bool {
        self.is_over()
    }
}

/// What `work` gives, and how long it took.
pub fn timed<Given>(work: impl FnOnce() -> Given) -> (Given, Duration) {
    let begun = Instant::now();
    (work(), begun.elapsed())
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
    let begun = Instant::now();
    let none = Terms::default();
    let terms = demands.terms.unwrap_or(&none);
    let mut problem = Problem::index_under(terms, school, request.effort);
    problem.allowance = demands.most_missed.map(|most| i64::try_from(most).unwrap_or(i64::MAX));
    let is_held = restrict(&mut problem, demands);
    let free_lessons = problem.lessons.iter().filter(|lesson| lesson.is_free()).count();
    emit(Event::Begun { free_lessons });
    // What counting shows to be impossible needs no search, which could last longer than any limit.
    let reasons = reason::count(school, request.effort);
    let outcome = if is_held && reasons.is_empty() {
        let below = demands.below.unwrap_or(i64::MAX);
        let tell = &mut |progress: Progress| emit(progress.into());
        solve::solve_below(&problem, below, request.threads, stop, tell)
    } else {
        Outcome { best: None, bound: None, complete: true }
    };
    let judge = |found| judge(school, (&problem, terms), found, request.effort);
    let judged = outcome.best.as_ref().map(judge);
    let offered = judged.transpose()?;
    let status = conclude(&outcome, &reasons);
    Ok(Answer {
        status,
        bound: outcome.bound.unwrap_or(0),
        offered,
        reasons: match (status, reasons.is_empty()) {
            (Status::Infeasible, true) => vec![reason::searched_all(school)],
            _ => reasons,
        },
        elapsed: begun.elapsed(),
    })
}

/// No timetable of `school` costs more points than this.
#[must_use]
pub fn most_points(school: &School, effort: Effort) -> i64 {
    let problem = Problem::index(school, effort);
    problem.in_points(model::most_points(&problem))
}

/// Enters into `problem` what is demanded of single lessons; whether each can be where it is held.
fn restrict(problem: &mut Problem, demands: Demands<'_>) -> bool {
    let lessons = problem.lessons.ids();
    let id = |held: &Held| lessons.clone().nth(held.lesson);
    for barred in demands.barred {
        if let Some(lesson) = id(barred) {
            problem.bar(lesson, barred.start);
        }
    }
    demands.held.iter().all(|held| id(held).is_some_and(|lesson| problem.hold(lesson, held.start)))
}

/// Names what was found and has it judged.
fn judge(
    school: &School,
    (problem, terms): (&Problem, &Terms),
    found: &Found,
    effort: Effort,
) -> Result<(Proposal, Verdict), Refusal> {
    let proposal = propose(school, problem, &found.bookings, &found.choices);
    let verdict = check::check(school, &proposal, effort);
    let difference = &verdict.difference;
    let prices = seats_taken(school, &proposal).map(|seat| terms.prices.get(&seat).unwrap_or(&0));
    let counted = found.points - prices.sum::<i64>();
    let agreed = difference.breakdown.total() == counted;
    let kept = days_kept(school, &proposal, terms);
    let missed = i64::try_from(difference.missed_of(Level::Desired)).unwrap_or(i64::MAX);
    let is_allowed = problem.allowance.is_none_or(|allowance| missed <= allowance);
    if agreed && kept && is_allowed && verdict.breaches.is_empty() {
        Ok((proposal, verdict))
    } else {
        Err(Refusal::JudgedWrong { verdict: Box::new(verdict), counted })
    }
}

/// The alternatives that are given at places.
fn given<'a>(
    school: &'a School,
    proposal: &'a Proposal,
) -> impl Iterator<Item = (&'a PlaceName, &'a Alternative)> {
    let chosen = school.apprentices.iter().zip(&proposal.away);
    let given = chosen.filter_map(|(pupil, &chosen)| pupil.alternatives.get(chosen));
    given.filter_map(|given| Some((given.place.as_ref()?, given)))
}

/// The seats that a proposal takes, one for each pupil, limited or not.
pub(crate) fn seats_taken<'a>(
    school: &'a School,
    proposal: &'a Proposal,
) -> impl Iterator<Item = Seat> + 'a {
    given(school, proposal).flat_map(|(_, given)| given.seats())
}

/// Whether all who go to places go on the days on which they are to.
fn days_kept(school: &School, proposal: &Proposal, terms: &Terms) -> bool {
    let mut given = given(school, proposal);
    given.all(|(place, given)| terms.days.get(place).is_none_or(|days| *days == given.days()))
}

/// What is known after a search: a count that shows that there is no timetable is a proof of its own.
fn conclude(outcome: &Outcome, reasons: &[Reason]) -> Status {
    match &outcome.best {
        Some(found) if outcome.bound == Some(found.points) => Status::Optimal,
        Some(_) => Status::Feasible,
        None if outcome.complete || !reasons.is_empty() => Status::Infeasible,
        None => Status::Undecided,
    }
}

impl From<Progress> for Event {
    fn from(progress: Progress) -> Self {
        let Progress { best, bound, closed, open } = progress;
        Self::Progress { best, bound, closed, open }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::domain::{
        Class, Day, Grid, Language, Lesson, Period, Piece, Slot, Subject, Travel, Weeks, Weights,
    };

    /// One lesson, and nowhere else to put it.
    fn school() -> School {
        let start = Slot::new(Day::Mon, Period(1));
        let piece = Piece {
            row: 0,
            line: 2,
            offset: 0,
            classes: vec!["8.A".into()],
            group: None,
            subject: "MAT".into(),
            teachers: Vec::new(),
            rooms: Vec::new(),
            weeks: Weeks::all(1),
            allowed: None,
            apart: None,
        };
        School {
            name: None,
            language: Language::English,
            grid: Grid::new([start].into(), BTreeSet::new()),
            weeks: vec!["".into()],
            classes: [("8.A".into(), Class::default())].into(),
            teachers: BTreeMap::new(),
            rooms: BTreeMap::new(),
            subjects: [("MAT".into(), Subject::default())].into(),
            places: BTreeMap::new(),
            travel: Travel::default(),
            lessons: vec![Lesson {
                name: "2".into(),
                pieces: vec![piece],
                start: Some(start),
                locked: false,
            }],
            apprentices: Vec::new(),
            weights: Weights::default_weights(),
        }
    }

    #[test]
    fn an_answer_for_which_the_judge_counts_other_points_is_refused() {
        let school = school();
        let problem = Problem::index(&school, Effort::Strict);
        let outcome = solve::solve(&problem, &Stop::never(), &mut |_| ());
        let mut found = outcome.best.unwrap();
        assert!(judge(&school, (&problem, &Terms::default()), &found, Effort::Strict).is_ok());
        found.points += 1;
        let refused =
            judge(&school, (&problem, &Terms::default()), &found, Effort::Strict).unwrap_err();
        let Refusal::JudgedWrong { verdict, counted } = refused;
        assert_eq!((counted, verdict.difference.breakdown.total()), (1, 0));
    }
}
