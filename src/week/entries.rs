//! What stands in the cells of a grid: which lessons stay, leave and arrive.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::{Weeks, Whose};
use crate::diff::Sitting;
use crate::domain::{Alternative, Apprentice, School, Slot, Week};
use crate::words::stretch;

/// A lesson in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The lesson's index in [`School::lessons`].
    pub lesson: usize,
    /// Which period of the lesson it is, from 0.
    pub offset: u8,
    /// Whether the lesson keeps its place whatever happens.
    pub is_locked: bool,
    pub(super) mark: Mark,
    /// The number under which the change is told.
    pub(super) number: Option<usize>,
    /// The labels of its weeks; empty where it is every week.
    pub(super) weeks: String,
    pub(super) parts: Vec<Part>,
}

/// What becomes of a lesson in a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// It comes, from there.
    Arrives(String),
    /// It comes, and had no place before.
    Placed,
    /// It stays.
    Stays,
    /// It stays, with other rooms.
    OtherRoom(String),
    /// It stays or comes, and the pupil is away, on the way or elsewhere.
    Missed,
    /// It goes, to there.
    Leaves(String),
}

/// What one row of the file says in a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) subject: String,
    /// Group, teachers, classes and rooms, as far as the grid's name does not say them already.
    pub(super) details: Vec<String>,
}

impl Entry {
    /// Whether it is only where it was before.
    #[must_use]
    pub const fn leaves(&self) -> bool {
        matches!(self.mark, Mark::Leaves(_))
    }

    /// Whether it carries a sign: it changes, or is missed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.mark != Mark::Stays
    }
}

/// The rows of a lesson in a slot.
type Found<'b, 'a> = BTreeMap<(Slot, usize), Vec<&'b Sitting<'a>>>;

/// What stands in each slot: first what is there in the proposal, then what was.
pub(super) fn entries(weeks: &Weeks<'_>, whose: Whose<'_>) -> BTreeMap<Slot, Vec<Entry>> {
    let before = found(weeks.before.of(weeks.offer.school, whose));
    let after = found(weeks.after.of(weeks.offer.school, whose));
    let keeps = |other: &Found<'_, '_>, sitting: &(Slot, usize)| {
        other.contains_key(sitting) && !moves(weeks, sitting.1)
    };
    let (absence, missed) = (absence(weeks, whose), missed(weeks, whose));
    let mut entries: BTreeMap<Slot, Vec<Entry>> = BTreeMap::new();
    for (&(slot, lesson), rows) in &after {
        let remains = keeps(&before, &(slot, lesson));
        let mark = if remains { staying(weeks, lesson, whose) } else { arriving(weeks, lesson) };
        let mark = match absence {
            Some(_) if missed.contains(&(slot, lesson)) => Some(Mark::Missed),
            Some((_, away)) if away.covers(slot) => None,
            _ => Some(mark),
        };
        let entry = mark.map(|mark| entry(weeks, whose, (lesson, rows), mark));
        entries.entry(slot).or_default().extend(entry);
    }
    for (&(slot, lesson), rows) in before.iter().filter(|(sitting, _)| !keeps(&after, sitting)) {
        let left = entry(weeks, whose, (lesson, rows), leaving(weeks, lesson));
        entries.entry(slot).or_default().push(left);
    }
    for here in entries.values_mut() {
        here.sort_by_key(|entry| (matches!(entry.mark, Mark::Leaves(_)), entry.weeks.clone()));
    }
    entries
}

/// The apprentice whose grid it is, and when that one is away.
pub(super) fn absence<'a>(
    weeks: &Weeks<'a>,
    whose: Whose<'_>,
) -> Option<(&'a Apprentice, &'a Alternative)> {
    let Whose::Pupil(index) = whose else { return None };
    weeks.offer.absence(index)
}

fn found<'b, 'a: 'b>(theirs: impl Iterator<Item = &'b Sitting<'a>>) -> Found<'b, 'a> {
    let mut found: Found<'b, 'a> = BTreeMap::new();
    for sitting in theirs {
        found.entry((sitting.slot, sitting.lesson)).or_default().push(sitting);
    }
    found
}

/// The lessons that the apprentice misses whose grid it is, and when. What is not of a core subject does not stand there while
/// the apprentice is away, and is missed only where it gives way to others.
fn missed(weeks: &Weeks<'_>, whose: Whose<'_>) -> BTreeSet<(Slot, usize)> {
    let Whose::Pupil(index) = whose else { return BTreeSet::new() };
    let difference = weeks.offer.difference;
    let core = difference.missed.iter().map(|one| (one.apprentice, one.slot, one.lesson));
    let besides = difference.missed_besides.iter();
    let besides = besides.map(|one| (one.apprentice, one.slot, one.lesson));
    let own = core.chain(besides).filter(|&(apprentice, ..)| apprentice == index);
    own.map(|(_, slot, lesson)| (slot, lesson)).collect()
}

fn moves(weeks: &Weeks<'_>, lesson: usize) -> bool {
    let to = weeks.offer.proposal.timetable.booking(lesson);
    to.is_some_and(|to| Some(to.start) != weeks.offer.school.lessons[lesson].start)
}

fn staying(weeks: &Weeks<'_>, lesson: usize, whose: Whose<'_>) -> Mark {
    let exchanged = exchanged(weeks, lesson);
    match whose {
        Whose::Room(_) => Mark::Stays,
        _ if exchanged.is_empty() => Mark::Stays,
        _ => Mark::OtherRoom(exchanged),
    }
}

/// Where it was, if anywhere: its old slot, or where it keeps that its old room.
fn arriving(weeks: &Weeks<'_>, lesson: usize) -> Mark {
    let from = &weeks.offer.school.lessons[lesson];
    if from.start.is_none() {
        Mark::Placed
    } else if moves(weeks, lesson) {
        Mark::Arrives(stretch(from.start, from.length(), weeks.language))
    } else {
        Mark::Arrives(pairs(weeks, lesson).map(|(old, _)| old).join(", "))
    }
}

/// Where it goes: its new slot, or where it keeps the old one its new room.
fn leaving(weeks: &Weeks<'_>, lesson: usize) -> Mark {
    let from = &weeks.offer.school.lessons[lesson];
    let to = weeks.offer.proposal.timetable.booking(lesson);
    match to.filter(|_| moves(weeks, lesson)) {
        Some(to) => Mark::Leaves(stretch(to.start, from.length(), weeks.language)),
        None => Mark::Leaves(pairs(weeks, lesson).map(|(_, new)| new).join(", ")),
    }
}

fn exchanged(weeks: &Weeks<'_>, lesson: usize) -> String {
    pairs(weeks, lesson).map(|(old, new)| format!("{old} → {new}")).join(", ")
}

/// Its old and new rooms, where they differ.
fn pairs<'b>(weeks: &'b Weeks<'_>, lesson: usize) -> impl Iterator<Item = (&'b str, &'b str)> {
    let to = weeks.offer.proposal.timetable.booking(lesson);
    let exchanged = to.into_iter().flat_map(|to| &to.exchanged);
    let differing = exchanged.filter(|(old, new)| old != new);
    differing.map(|(old, new)| (old.as_str(), new.as_str()))
}

fn entry(
    weeks: &Weeks<'_>,
    whose: Whose<'_>,
    (lesson, rows): (usize, &[&Sitting<'_>]),
    mark: Mark,
) -> Entry {
    let school = weeks.offer.school;
    let is_told = !matches!(mark, Mark::Stays | Mark::Missed);
    Entry {
        lesson,
        offset: rows.first().map_or(0, |row| row.piece.offset),
        is_locked: school.lessons.get(lesson).is_some_and(|lesson| school.is_locked(lesson)),
        number: weeks.numbers.get(&lesson).copied().filter(|_| is_told),
        mark,
        weeks: labels(school, rows),
        parts: rows
            .iter()
            .map(|row| part(weeks.offer.school, row, whose))
            .unique_by(|part| format!("{part:?}"))
            .collect(),
    }
}

/// The labels of the weeks in which any of the rows is, unless that is every week.
fn labels(school: &School, rows: &[&Sitting<'_>]) -> String {
    let own: BTreeSet<Week> = rows.iter().flat_map(|row| row.piece.weeks.iter()).collect();
    let own = school.cycle().filter(|week| own.contains(week)).collect_vec();
    if own.len() == school.weeks.len() {
        return String::new();
    }
    own.iter().filter_map(|week| school.weeks.get(usize::from(week.0))).join("/")
}

fn part(school: &School, row: &Sitting<'_>, whose: Whose<'_>) -> Part {
    let subject = row.piece.subject.to_string();
    let group = row.piece.group.iter().map(|group| group.part.to_string());
    let group = group.filter(|part| *part != subject);
    let is_known = match whose {
        Whose::Class(_) => true,
        // A guest is told where.
        Whose::Pupil(index) => {
            school.apprentices.get(index).is_none_or(|pupil| pupil.also.is_empty())
        }
        Whose::Teacher(_) | Whose::Room(_) => false,
    };
    let classes = (row.classes().join("+"), is_known);
    let teachers = (row.teachers().join("+"), matches!(whose, Whose::Teacher(_)));
    let rooms = (row.rooms().join("+"), matches!(whose, Whose::Room(_)));
    let named = [classes, teachers, rooms].into_iter();
    let named = named.filter(|(name, is_known)| !is_known && !name.is_empty());
    // Where nobody has a way to go, sites say nothing.
    let sites = (!school.travel.minutes.is_empty()).then(|| school.site_of(row.piece));
    let site = sites.flatten().map(ToString::to_string);
    let details = group.chain(named.map(|(name, _)| name)).chain(site).collect();
    Part { subject, details }
}
