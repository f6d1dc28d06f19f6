//! Lessons of one class at one time: where a file names no groups, each of them is for a part of the class.
//!
//! A school's timetable has no pupil in two places, so lessons side by side divide the class. They get parts that are named
//! after their subjects, and move together as a band unless the file couples them otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::DraftRow;
use super::joined::Joined;
use crate::domain::{ClassName, Group, Slot};

/// A part of a class.
type Part = (ClassName, String);

/// Gives rows side by side their parts, and those without a lesson of their own the name of their band; the positions of
/// the rows that got a part of which the file does not speak.
pub(super) fn tell(rows: &mut [DraftRow]) -> Vec<usize> {
    let beside = beside(rows);
    let mut parts: BTreeMap<usize, String> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        parts.extend(row.group.as_ref().map(|group| (at, group.part.to_string())));
    }
    let mut bands: Joined<usize> = Joined::default();
    for parallel in beside.values() {
        for &at in parallel {
            parts.entry(at).or_insert_with(|| part(rows, at, parallel));
        }
        bands.join(parallel.iter().copied());
    }
    let made: Vec<usize> = parts.keys().copied().filter(|at| rows[*at].group.is_none()).collect();
    let divisions = divisions(rows, &parts, &beside);
    for (at, part) in parts {
        let key = rows[at].classes.first().map(|class| (class.clone(), part.clone()));
        let is_named =
            rows[at].group.as_ref().is_some_and(|group| !group.division.as_str().is_empty());
        if let Some(division) = key.and_then(|key| divisions.get(&key)).filter(|_| !is_named) {
            rows[at].group =
                Some(Group { division: division.as_str().into(), part: part.as_str().into() });
        }
    }
    couple(rows, bands);
    made
}

/// The rows of each class and slot that are beside others there.
fn beside(rows: &[DraftRow]) -> BTreeMap<(ClassName, Slot), Vec<usize>> {
    let mut beside: BTreeMap<(ClassName, Slot), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        for class in &row.classes {
            for slot in (0..row.length).filter_map(|offset| row.start.later(offset)) {
                beside.entry((class.clone(), slot)).or_default().push(at);
            }
        }
    }
    for all in beside.values_mut() {
        let others = all.clone();
        all.retain(|&at| others.iter().any(|&other| other != at && meet(&rows[at], &rows[other])));
    }
    beside.retain(|_, parallel| !parallel.is_empty());
    beside
}

/// Whether two rows of a slot are two lessons in some week at once.
fn meet(one: &DraftRow, other: &DraftRow) -> bool {
    let is_coupled = one.lesson.is_some() && one.lesson == other.lesson;
    let is_joint = one.subject == other.subject
        && one.group == other.group
        && one.teachers.iter().any(|teacher| other.teachers.contains(teacher));
    let in_one_week = one.week.is_none() || other.week.is_none() || one.week == other.week;
    in_one_week && !is_coupled && !is_joint
}

/// What a part is called after: the subject, with the teacher or the room where two have the same.
fn part(rows: &[DraftRow], at: usize, parallel: &[usize]) -> String {
    let subject = rows[at].subject.to_string().replace(':', "/");
    let is_alike = |other: &&usize| **other != at && rows[**other].subject == rows[at].subject;
    let teacher = rows[at].teachers.first().map(ToString::to_string);
    let more = teacher.or_else(|| rows[at].rooms.first().map(ToString::to_string));
    match more.filter(|_| parallel.iter().any(|other| is_alike(&other))) {
        Some(more) => format!("{subject} {}", more.replace(':', "/")),
        None => subject,
    }
}

/// Parts that are ever beside each other in a class belong to one division: the one that the file names, else one that is
/// named after them.
fn divisions(
    rows: &[DraftRow],
    names: &BTreeMap<usize, String>,
    beside: &BTreeMap<(ClassName, Slot), Vec<usize>>,
) -> BTreeMap<Part, String> {
    let mut joined: Joined<Part> = Joined::default();
    let mut written: BTreeMap<Part, String> = BTreeMap::new();
    let parts_of = |at: usize| {
        let part = names.get(&at).cloned();
        let classes = rows[at].classes.iter();
        part.into_iter()
            .flat_map(move |part| classes.clone().map(move |class| (class.clone(), part.clone())))
    };
    for &at in names.keys() {
        joined.join(parts_of(at));
        let own = rows[at].group.as_ref().map(|group| group.division.to_string());
        if let Some(division) = own.filter(|division| !division.is_empty()) {
            written.extend(parts_of(at).map(|part| (part, division.clone())));
        }
    }
    for parallel in beside.values() {
        joined.join(parallel.iter().flat_map(|&at| parts_of(at)));
    }
    let mut divisions: BTreeMap<Part, String> = BTreeMap::new();
    for set in joined.sets() {
        let parts: BTreeSet<&str> = set.iter().map(|(_, part)| part.as_str()).collect();
        let own = set.iter().find_map(|part| written.get(part).cloned());
        let division = own.unwrap_or_else(|| parts.into_iter().collect::<Vec<_>>().join("/"));
        divisions.extend(set.into_iter().map(|part| (part, division.clone())));
    }
    divisions
}

/// Whether the file itself couples a row to another that happens at the same time.
fn is_coupled(rows: &[DraftRow], at: usize) -> bool {
    let own = &rows[at];
    let is_same = |(other, row): (usize, &DraftRow)| {
        other != at && row.lesson == own.lesson && row.start == own.start
    };
    own.lesson.is_some() && rows.iter().enumerate().any(is_same)
}

/// Rows that are beside each other and that the file does not couple are one band, with one name all week.
fn couple(rows: &mut [DraftRow], bands: Joined<usize>) {
    for band in bands.sets() {
        if band.len() < 2 || band.iter().any(|&at| is_coupled(rows, at)) {
            continue;
        }
        let classes: BTreeSet<String> =
            band.iter().flat_map(|&at| &rows[at].classes).map(ToString::to_string).collect();
        let subjects: BTreeSet<String> =
            band.iter().map(|&at| rows[at].subject.to_string()).collect();
        let join =
            |words: BTreeSet<String>, sign: &str| words.into_iter().collect::<Vec<_>>().join(sign);
        let name = format!("{} {}", join(classes, " "), join(subjects, "/"));
        for at in band {
            rows[at].lesson = Some(name.clone());
        }
    }
}
