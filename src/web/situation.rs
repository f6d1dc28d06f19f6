//! What somebody has made of a school so far: its apprentices, what is wished, and the last answer.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::edit::Edit;
use super::relief::Relief;
use crate::check::{Verdict, check};
use crate::diff::as_things_stand;
use crate::domain::{Effort, Lesson, Proposal, School, Slot};
use crate::explain::{Reach, reaches};
use crate::pipeline::{Answer, Held};
use crate::report::matching::is_matching;
use crate::scenario::{OneMore, Seats};

/// What somebody has made of a school so far. Never changed: a change makes another one.
#[derive(Clone, Debug)]
pub(super) struct Situation {
    /// Its number in the history, from 0; an answer that comes late knows by it where it belongs.
    pub(super) number: u64,
    /// The school with the apprentices that it has now.
    pub(super) school: Arc<School>,
    /// How its apprentices came to be those: steps of changes, each following the one before.
    pub(super) steps: Vec<Vec<Edit>>,
    /// Ways out that were gone, each following the one before.
    pub(super) reliefs: Vec<Relief>,
    /// Lessons that must be somewhere, by their place.
    pub(super) held: BTreeMap<usize, Slot>,
    /// Lessons that must not be somewhere, not with any of their periods.
    pub(super) barred: BTreeSet<Held>,
    /// Whether required lessons must be kept.
    pub(super) effort: Effort,
    /// The last answer for these apprentices.
    pub(super) answer: Option<Arc<Answer>>,
    /// Whether the answer knows of every wish.
    pub(super) is_solved: bool,
    /// The answer before that one, where nothing but wishes changed between them.
    pub(super) before: Option<Arc<Answer>>,
    /// Which one seat more would save most of the answer, if that was asked.
    pub(super) one_more: Option<OneMore>,
    pub(super) judged: Judged,
}

/// What makes another school of the one that was read.
pub(super) type Made = (Vec<Vec<Edit>>, Vec<Relief>);

/// What the judge says of the timetable that is shown, once somebody has asked; another situation is judged anew.
#[derive(Debug, Default)]
pub(super) struct Judged(OnceLock<Arc<(Proposal, Verdict)>>);

impl Clone for Judged {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Situation {
    /// A school as it was read.
    pub(super) const fn new(school: Arc<School>) -> Self {
        Self {
            number: 0,
            school,
            steps: Vec::new(),
            reliefs: Vec::new(),
            held: BTreeMap::new(),
            barred: BTreeSet::new(),
            effort: Effort::Strict,
            answer: None,
            is_solved: false,
            before: None,
            one_more: None,
            judged: Judged(OnceLock::new()),
        }
    }

    /// The timetable to be shown, and what the judge says of it.
    pub(super) fn judged(&self) -> Arc<(Proposal, Verdict)> {
        let judge = || {
            let proposal = self.proposal();
            let verdict = check(&self.school, &proposal, self.effort);
            Arc::new((proposal, verdict))
        };
        Arc::clone(self.judged.0.get_or_init(judge))
    }

    /// Whether something is wished that no answer knows of.
    pub(super) fn awaits_answer(&self) -> bool {
        let is_wished = [self.held.is_empty(), self.barred.is_empty(), self.reliefs.is_empty()];
        let is_wished = is_wished.contains(&false);
        !self.is_solved && (is_wished || self.answer.is_some())
    }

    /// The timetable to be shown: what was offered last, else the one that was read.
    pub(super) fn proposal(&self) -> Proposal {
        let offered = self.answer.as_ref().and_then(|answer| answer.offered.as_ref());
        offered.map_or_else(|| as_things_stand(&self.school), |(proposal, _)| proposal.clone())
    }

    /// Whether a timetable is offered that knows of every wish.
    pub(super) fn is_offered(&self) -> bool {
        self.is_solved && self.answer.as_ref().is_some_and(|answer| answer.offered.is_some())
    }

    /// What is held, as the pipeline wants it.
    pub(super) fn held(&self) -> Vec<Held> {
        self.held.iter().map(|(&lesson, &start)| Held { lesson, start }).collect()
    }

    /// Where a lesson is, and what the judge says of each slot in which it could be while all that is held stays.
    pub(super) fn reaches(&self, lesson: usize) -> (Option<Slot>, Vec<Reach>) {
        let judged = self.judged();
        let proposal = &judged.0;
        let here = proposal.timetable.booking(lesson).map(|booking| booking.start);
        let held: Vec<Held> =
            self.held().into_iter().filter(|held| held.lesson != lesson).collect();
        (here, reaches(&self.school, proposal, (lesson, &held), self.effort))
    }

    /// What is barred, as the pipeline wants it: every start that shares a period with the time in which a lesson must not be.
    pub(super) fn barred(&self) -> Vec<Held> {
        let starts = |&Held { lesson, start }: &Held| {
            let length = self.length(lesson);
            let slots = self.school.grid.slots();
            let slots = slots.filter(move |&slot| overlap([slot, start], length));
            slots.map(move |start| Held { lesson, start })
        };
        self.barred.iter().flat_map(starts).collect::<BTreeSet<Held>>().into_iter().collect()
    }

    /// Holds a lesson; where it must not be is then elsewhere.
    pub(super) fn hold(&mut self, Held { lesson, start }: Held) {
        let length = self.length(lesson);
        self.barred.retain(|bar| bar.lesson != lesson || !overlap([bar.start, start], length));
        self.held.insert(lesson, start);
    }

    /// Keeps a lesson from a time, with all of its periods; it is not held there any more.
    pub(super) fn bar(&mut self, held: Held) {
        let length = self.length(held.lesson);
        self.held.retain(|&own, &mut at| own != held.lesson || !overlap([at, held.start], length));
        self.barred.insert(held);
    }

    fn length(&self, lesson: usize) -> u8 {
        self.school.lessons.get(lesson).map_or(1, Lesson::length)
    }

    /// The same with other wishes: the answer stays to be seen, but is none any more.
    pub(super) fn wishing(&self, wish: impl FnOnce(&mut Self)) -> Self {
        let mut next = Self { is_solved: false, one_more: None, ..self.clone() };
        wish(&mut next);
        next
    }

    /// The same with other apprentices or other reliefs, which have no answer yet.
    pub(super) fn recast(&self, school: School, (steps, reliefs): Made) -> Self {
        let school = Arc::new(school);
        let (answer, before, is_solved, one_more) = (None, None, false, None);
        Self { school, steps, reliefs, answer, is_solved, before, one_more, ..self.clone() }
    }

    /// The same with its answer.
    pub(super) fn answered(&self, answer: Answer) -> Self {
        // An answer to the same question anew leaves the one before as it was.
        let before = if self.is_solved { self.before.clone() } else { self.answer.clone() };
        let answer = Some(Arc::new(answer));
        Self { answer, before, is_solved: true, one_more: None, ..self.clone() }
    }

    /// The same where it is known which one seat more would save most.
    pub(super) fn seated(&self, one_more: Option<OneMore>) -> Self {
        Self { one_more, ..self.clone() }
    }

    /// The seats that are taken in what is offered, where pupils may choose among places.
    pub(super) fn seats(&self) -> Option<Seats> {
        let (proposal, _) = self.answer.as_ref()?.offered.as_ref()?;
        let seats = || Seats { more: self.one_more.clone(), ..Seats::of(&self.school, proposal) };
        is_matching(&self.school).then(seats)
    }

    /// How good the answer is that knows of every wish: fewer points first, then the higher bound. A search that was
    /// stopped early is no reason to forget a proof.
    pub(super) fn worth(&self) -> (bool, Reverse<i64>, i64) {
        let answer = self.answer.as_ref().filter(|_| self.is_solved);
        let offered = answer.and_then(|answer| answer.offered.as_ref());
        let points = offered.map_or(i64::MAX, |(_, verdict)| verdict.difference.breakdown.total());
        (answer.is_some(), Reverse(points), answer.map_or(0, |answer| answer.bound))
    }
}

/// Whether a lesson of `length` periods that starts in one slot shares a period with itself if it starts in the other.
fn overlap([one, other]: [Slot; 2], length: u8) -> bool {
    one.day == other.day && one.period.0.abs_diff(other.period.0) < length
}
