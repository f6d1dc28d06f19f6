//! A question as the search takes it, and its outcome as people are answered: named, judged, with the reasons.

use std::collections::BTreeMap;
use std::time::Instant;

use super::{Answer, Demands, Held, Refusal, Status};
use crate::check::{self, Verdict};
use crate::domain::{Alternative, Effort, Level, PlaceName, Proposal, School, Seat, Slot, Terms};
use crate::model::propose;
use crate::problem::{LessonId, Problem};
use crate::reason::{self, Reason};
use crate::solve::{Found, Outcome};

/// A school with what is demanded of its timetable, as the search takes it.
#[derive(Clone)]
pub(super) struct Posed<'a> {
    school: &'a School,
    terms: Terms,
    problem: Problem,
    /// Whether each lesson can be where it is held.
    is_held: bool,
    /// Why there can be no timetable, where counting shows it.
    reasons: Vec<Reason>,
    begun: Instant,
}

impl<'a> Posed<'a> {
    /// What is asked of `school`.
    pub(super) fn of(school: &'a School, demands: Demands<'_>, effort: Effort) -> Self {
        let begun = Instant::now();
        let terms = demands.terms.cloned().unwrap_or_default();
        let mut problem = Problem::index_under(&terms, school, effort);
        problem.allowance = demands.most_missed.map(|most| i64::try_from(most).unwrap_or(i64::MAX));
        let is_held = restrict(&mut problem, demands);
        Self { school, terms, problem, is_held, reasons: reason::count(school, effort), begun }
    }

    /// The same with one lesson more held.
    pub(super) fn holding(&self, held: Held) -> Self {
        let mut posed = Self { begun: Instant::now(), ..self.clone() };
        posed.is_held &= hold(&mut posed.problem, held);
        posed
    }

    /// What is to be searched, unless there can be no timetable.
    pub(super) fn to_search(&self) -> Option<&Problem> {
        (self.is_held && self.reasons.is_empty()).then_some(&self.problem)
    }

    /// What `least` says of each start of a lesson, in points, by its slot.
    pub(super) fn each_start(
        &self,
        lesson: usize,
        least: impl FnOnce(&Problem, LessonId) -> Vec<i64>,
    ) -> BTreeMap<Slot, Option<i64>> {
        let Some(id) = self.problem.lessons.ids().nth(lesson) else { return BTreeMap::new() };
        let starts = self.problem.lesson(id).starts.iter();
        let slots = starts.map(|start| self.problem.frame.slot(start.cell));
        let possible = |points: i64| (points < i64::MAX).then_some(points);
        slots.zip(least(&self.problem, id).into_iter().map(possible)).collect()
    }

    /// How many lessons can move.
    pub(super) fn free_lessons(&self) -> usize {
        self.problem.lessons.iter().filter(|lesson| lesson.is_free()).count()
    }

    /// The answer, by a `search` unless none is needed: what counting shows to be impossible could take one longer than any
    /// limit.
    ///
    /// # Errors
    /// [`Refusal::JudgedWrong`] if the program's own judge does not agree with it.
    pub(super) fn answer(
        self,
        search: &mut dyn FnMut(&Problem) -> Outcome,
    ) -> Result<Answer, Refusal> {
        let impossible = Outcome { best: None, bound: None, complete: true };
        let outcome = self.to_search().map_or(impossible, search);
        self.named(&outcome)
    }

    /// The answer by a `search`, whatever counting shows.
    ///
    /// # Errors
    /// [`Refusal::JudgedWrong`] if the program's own judge does not agree with it.
    pub(super) fn answer_searched(
        self,
        search: impl FnOnce(&Problem) -> Outcome,
    ) -> Result<Answer, Refusal> {
        let outcome = search(&self.problem);
        self.named(&outcome)
    }

    fn named(self, outcome: &Outcome) -> Result<Answer, Refusal> {
        let offered = outcome.best.as_ref().map(|found| self.judge(found)).transpose()?;
        let status = conclude(outcome, &self.reasons);
        Ok(Answer {
            status,
            bound: outcome.bound.unwrap_or(0),
            offered,
            reasons: match (status, self.reasons.is_empty()) {
                (Status::Infeasible, true) => vec![reason::searched_all(self.school)],
                _ => self.reasons,
            },
            elapsed: self.begun.elapsed(),
        })
    }

    /// Names what was found and has it judged.
    fn judge(&self, found: &Found) -> Result<(Proposal, Verdict), Refusal> {
        let Self { school, terms, problem, .. } = self;
        let proposal = propose(school, problem, &found.bookings, &found.choices);
        let verdict = check::check(school, &proposal, problem.effort);
        let difference = &verdict.difference;
        let prices =
            seats_taken(school, &proposal).map(|seat| terms.prices.get(&seat).unwrap_or(&0));
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
}

/// Enters into `problem` what is demanded of single lessons; whether each can be where it is held.
fn restrict(problem: &mut Problem, demands: Demands<'_>) -> bool {
    for barred in demands.barred {
        if let Some(lesson) = problem.lessons.ids().nth(barred.lesson) {
            problem.bar(lesson, barred.start);
        }
    }
    demands.held.iter().all(|&held| hold(problem, held))
}

/// Holds a lesson; whether it can be there.
fn hold(problem: &mut Problem, held: Held) -> bool {
    let lesson = problem.lessons.ids().nth(held.lesson);
    lesson.is_some_and(|lesson| problem.hold(lesson, held.start))
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::{
        Class, Day, Grid, Language, Lesson, Period, Piece, Slot, Stop, Subject, Travel, Weeks,
        Weights,
    };
    use crate::solve;

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
        let posed = Posed::of(&school, Demands::default(), Effort::Strict);
        let outcome = solve::solve(&posed.problem, &Stop::never(), &mut |_| ());
        let mut found = outcome.best.unwrap();
        assert!(posed.judge(&found).is_ok());
        found.points += 1;
        let refused = posed.judge(&found).unwrap_err();
        let Refusal::JudgedWrong { verdict, counted } = refused;
        assert_eq!((counted, verdict.difference.breakdown.total()), (1, 0));
    }
}
