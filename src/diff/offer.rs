//! A proposal beside the school it is for, and the views of it that whoever shows it shares.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::missed::lessons_of;
use super::{Change, Difference, Missed, MissedBesides, diff};
use crate::domain::{
    Alternative, Apprentice, Booking, ClassName, Effort, Lesson, Level, Price, Proposal, PupilKey,
    RoomName, School, SubjectCode, TeacherName,
};

/// A proposal and what it changes.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The school.
    pub school: &'a School,
    /// What is offered.
    pub proposal: &'a Proposal,
    /// What lies between the school's baseline and the proposal.
    pub difference: &'a Difference,
}

/// A changed lesson: what it is, and where it goes.
#[derive(Clone, Copy)]
pub(crate) struct Changed<'a> {
    pub(crate) lesson: &'a Lesson,
    pub(crate) to: &'a Booking,
    pub(crate) change: Change,
}

/// One pupil's periods of one core subject in a week, and how many of them are missed.
pub(crate) struct Tally<'a> {
    pub(crate) apprentice: &'a Apprentice,
    pub(crate) away: &'a Alternative,
    pub(crate) subject: &'a SubjectCode,
    pub(crate) level: Level,
    pub(crate) lessons: usize,
    pub(crate) missed_before: usize,
    pub(crate) missed_after: usize,
}

impl<'a> Offer<'a> {
    /// The changed lessons, in the school's order.
    pub(crate) fn changed(self) -> impl Iterator<Item = Changed<'a>> {
        self.difference.changes.iter().filter_map(move |&change| self.change(change))
    }

    /// The changed lessons and those that got a place, in the school's order.
    pub(crate) fn rebooked(self) -> impl Iterator<Item = Changed<'a>> {
        let placed = self.difference.placed.iter();
        let placed = placed.map(|&lesson| Change { lesson, class_periods: 0, points: 0 });
        let all = self
            .difference
            .changes
            .iter()
            .copied()
            .merge_by(placed, |one, other| one.lesson < other.lesson);
        all.filter_map(move |change| self.change(change))
    }

    fn change(self, change: Change) -> Option<Changed<'a>> {
        let lesson = self.school.lessons.get(change.lesson)?;
        let to = self.proposal.timetable.booking(change.lesson)?;
        Some(Changed { lesson, to, change })
    }

    /// Each apprentice with the alternative that is chosen.
    pub(crate) fn away(self) -> impl Iterator<Item = (&'a Apprentice, &'a Alternative)> {
        (0..self.school.apprentices.len()).filter_map(move |index| self.absence(index))
    }

    /// The apprentice at `index` with the alternative that is chosen.
    pub(crate) fn absence(self, index: usize) -> Option<(&'a Apprentice, &'a Alternative)> {
        let apprentice = self.school.apprentices.get(index)?;
        Some((apprentice, apprentice.alternatives.get(*self.proposal.away.get(index)?)?))
    }

    /// For each pupil and core subject, how many periods there are and how many are missed, without and with the
    /// changes: in both cases the pupil is away when the proposal says.
    pub(crate) fn tallies(self) -> Vec<Tally<'a>> {
        let Self { school, proposal, difference } = self;
        let unchanged = Proposal { timetable: school.baseline(), away: proposal.away.clone() };
        let before = diff(school, &school.baseline(), &unchanged, Effort::Strict).missed;
        let (before, after) = (counted(&before), counted(&difference.missed));
        let lessons = school.lessons_of_classes();
        let mut tallies = Vec::new();
        for (index, (apprentice, away)) in self.away().enumerate() {
            let own = lessons_of(apprentice, &lessons).into_iter();
            let own: Vec<&Lesson> = own.map(|lesson| &school.lessons[lesson]).collect();
            for (subject, level) in core_subjects(apprentice) {
                let missed = |counted: &BTreeMap<_, usize>| {
                    counted.get(&(index, subject)).copied().unwrap_or(0)
                };
                tallies.push(Tally {
                    apprentice,
                    away,
                    subject,
                    level,
                    lessons: attended(&own, apprentice, subject),
                    missed_before: missed(&before),
                    missed_after: missed(&after),
                });
            }
        }
        tallies
    }

    /// What guests miss besides, once for each lesson, slot and reason: with the lesson, and who they are.
    pub(crate) fn missed_besides(self) -> Vec<(&'a MissedBesides, &'a Lesson, Vec<&'a PupilKey>)> {
        let all = self.difference.missed_besides.iter();
        let key = |missed: &&MissedBesides| (missed.lesson, missed.slot, missed.because);
        let sorted: Vec<&'a MissedBesides> = all.sorted_by_key(key).collect();
        let school = self.school;
        let told = sorted.chunk_by(|one, other| key(one) == key(other)).map(|group| {
            let pupils = group.iter().map(|one| &school.apprentices[one.apprentice].pupil);
            (group[0], &school.lessons[group[0].lesson], pupils.collect())
        });
        told.collect()
    }

    /// The kinds of points that the proposal costs at all, each with what it costs.
    pub(crate) fn costs(self) -> impl Iterator<Item = (Price, i64)> {
        let cost = move |price| (price, self.difference.breakdown[price]);
        Price::ALL.into_iter().map(cost).filter(|&(_, points)| points != 0)
    }
}

impl<'a> Changed<'a> {
    /// Whether it starts in another slot than before.
    pub(crate) fn moves(self) -> bool {
        self.lesson.start != Some(self.to.start)
    }

    /// Its classes, in the order of its rows.
    pub(crate) fn classes(self) -> Vec<&'a ClassName> {
        self.lesson.pieces.iter().flat_map(|piece| &piece.classes).unique().collect()
    }

    /// Its teachers, in the order of its rows.
    pub(crate) fn teachers(self) -> Vec<&'a TeacherName> {
        self.lesson.pieces.iter().flat_map(|piece| &piece.teachers).unique().collect()
    }

    /// Its subjects, in the order of its rows, joined.
    pub(crate) fn subject(self) -> String {
        self.lesson.pieces.iter().map(|piece| &piece.subject).unique().join("+")
    }

    /// The parts of its classes that attend, as the school writes them, joined.
    pub(crate) fn groups(self) -> String {
        let groups = self.lesson.pieces.iter().filter_map(|piece| piece.group.as_ref());
        groups.unique().map(written).join("+")
    }

    /// Its rooms in the baseline, in the order of its rows.
    pub(crate) fn old_rooms(self) -> Vec<&'a RoomName> {
        self.lesson.pieces.iter().flat_map(|piece| &piece.rooms).unique().collect()
    }

    /// The rooms that it has in place of [`Changed::old_rooms`], in that order.
    pub(crate) fn new_rooms(self) -> Vec<&'a RoomName> {
        self.old_rooms().into_iter().map(|room| self.to.room(room)).collect()
    }
}

fn written(group: &crate::domain::Group) -> String {
    match group.division.as_str() {
        "" => group.part.to_string(),
        division => format!("{division}:{}", group.part),
    }
}

fn core_subjects(apprentice: &Apprentice) -> impl Iterator<Item = (&SubjectCode, Level)> {
    let required = apprentice.required.iter().map(|subject| (subject, Level::Required));
    required.chain(apprentice.desired.iter().map(|subject| (subject, Level::Desired)))
}

/// How many periods are missed, by the apprentice's index and the subject.
fn counted(missed: &[Missed]) -> BTreeMap<(usize, &SubjectCode), usize> {
    let mut counted: BTreeMap<_, usize> = BTreeMap::new();
    for missed in missed {
        *counted.entry((missed.apprentice, &missed.subject)).or_default() += 1;
    }
    counted
}

/// The periods of `subject` that the pupil attends among `lessons`: each lesson and offset once, of whatever week.
fn attended(lessons: &[&Lesson], apprentice: &Apprentice, subject: &SubjectCode) -> usize {
    let periods = |lesson: &Lesson| {
        let own = lesson.pieces.iter().filter(|piece| piece.subject == *subject);
        own.filter(|piece| apprentice.attends(piece)).map(|piece| piece.offset).unique().count()
    };
    lessons.iter().copied().map(periods).sum()
}
