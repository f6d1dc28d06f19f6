//! What every rule is handed: the school, and what happens where before and after.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::{Missed, Sitting, sittings};
use crate::domain::{Day, Effort, Period, Proposal, School, Slot, Timetable, Week};

/// A proposal before the judge.
pub(super) struct Case<'a> {
    pub(super) school: &'a School,
    pub(super) proposal: &'a Proposal,
    pub(super) effort: Effort,
    /// What happens where in the baseline.
    pub(super) before: Vec<Sitting<'a>>,
    /// What happens where in the proposal.
    pub(super) after: Vec<Sitting<'a>>,
    /// What apprentices miss in the proposal.
    pub(super) missed: &'a [Missed],
}

impl<'a> Case<'a> {
    pub(super) fn new(
        school: &'a School,
        baseline: &'a Timetable,
        proposal: &'a Proposal,
        effort: Effort,
        missed: &'a [Missed],
    ) -> Self {
        let before = sittings(school, baseline);
        let after = sittings(school, &proposal.timetable);
        Self { school, proposal, effort, before, after, missed }
    }

    /// Whether a lesson starts elsewhere than in the baseline, or had no place there.
    pub(super) fn moved(&self, lesson: usize) -> bool {
        self.start(lesson) != self.school.lessons[lesson].start
    }

    /// The lessons that start elsewhere than in the baseline, or had no place there: their indices, and where they start.
    pub(super) fn moved_lessons(&self) -> impl Iterator<Item = (usize, Slot)> {
        let booked = self.school.lessons.iter().zip(&self.proposal.timetable.bookings).enumerate();
        booked.filter_map(|(at, (lesson, booking))| {
            let start = booking.as_ref()?.start;
            (lesson.start != Some(start)).then_some((at, start))
        })
    }

    /// Where a lesson of the school starts in the proposal; `None`: it has no place.
    pub(super) fn start(&self, lesson: usize) -> Option<Slot> {
        self.proposal.timetable.booking(lesson).map(|booking| booking.start)
    }
}

/// Where and when lessons can clash.
pub(super) type Moment<'a, Name> = (&'a Name, Slot, Week);

/// The sittings of each name (a class, a teacher, a room) in each slot of each week.
pub(super) fn by_moment<'a, 'b, Name: Ord, Names: Iterator<Item = &'a Name>>(
    sittings: &'b [Sitting<'a>],
    names: impl Fn(&Sitting<'a>) -> Names,
) -> BTreeMap<Moment<'a, Name>, Vec<&'b Sitting<'a>>> {
    let mut moments: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for sitting in sittings {
        for name in names(sitting) {
            for week in sitting.piece.weeks.iter() {
                moments.entry((name, sitting.slot, week)).or_default().push(sitting);
            }
        }
    }
    moments
}

/// The slots of each name on each day of each week.
pub(super) fn by_day<'a, Name: Ord, Names: Iterator<Item = &'a Name>>(
    sittings: &[Sitting<'a>],
    names: impl Fn(&Sitting<'a>) -> Names,
) -> BTreeMap<(&'a Name, Day, Week), BTreeSet<Period>> {
    let mut days: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (name, slot, week) in by_moment(sittings, names).into_keys() {
        days.entry((name, slot.day, week)).or_default().insert(slot.period);
    }
    days
}

/// The lessons among some sittings, each once, by their index in the school.
pub(super) fn lessons_of(sittings: &[&Sitting<'_>]) -> Vec<usize> {
    let lessons: BTreeSet<_> = sittings.iter().map(|sitting| sitting.lesson).collect();
    lessons.into_iter().collect()
}
