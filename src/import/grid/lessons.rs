//! The lessons of all grids, each once: what several grids have at one time is one lesson.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::bare;
use super::reading::Entry;
use super::sheets::{Cell, Grid};
use super::spoken::Whose;
use crate::domain::Slot;
use crate::input::fold;

/// A lesson of one period as a cell has it, with the grid's own name in its place.
#[derive(Clone, Debug)]
pub(super) struct Taught {
    pub(super) slot: Slot,
    pub(super) week: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) classes: Vec<String>,
    pub(super) teachers: Vec<String>,
    pub(super) rooms: Vec<String>,
    /// The part of the class as the cell names it.
    pub(super) part: Option<String>,
    /// The cells that have it, each with the position of the lesson in it.
    pub(super) cells: Vec<(usize, usize)>,
}

impl Taught {
    /// An entry of a cell in a grid.
    pub(super) fn of(
        entry: &Entry,
        position: (usize, usize),
        cell: &Cell,
        grid: &Grid,
        slot: Slot,
    ) -> Self {
        let own = |whose: Whose, others: &[String]| -> Vec<String> {
            let name = (grid.whose == whose).then(|| grid.name.clone());
            let mut names: Vec<String> = name.into_iter().collect();
            for other in others {
                if !names.iter().any(|name| fold(name) == fold(other)) {
                    names.push(other.clone());
                }
            }
            names
        };
        Self {
            slot,
            week: entry.week.clone().or_else(|| cell.week.clone()).or_else(|| grid.week.clone()),
            subject: entry.subject.clone(),
            classes: own(Whose::Class, &entry.classes),
            teachers: own(Whose::Teacher, &entry.teachers),
            rooms: own(Whose::Room, &entry.rooms),
            part: entry.group.clone(),
            cells: vec![position],
        }
    }

    /// Whether two are in some week at once.
    fn meets(&self, other: &Self) -> bool {
        self.week.is_none() || other.week.is_none() || self.week == other.week
    }
}

/// The lessons of classes, made whole by what the grids of teachers and rooms say.
pub(super) struct Lessons {
    pub(super) all: Vec<Taught>,
    /// Cells of classes whose teacher has a grid that does not have the lesson.
    pub(super) contradicted: Vec<usize>,
}

impl Lessons {
    /// Puts together what the grids of classes, teachers and rooms say, each in a list of its own.
    pub(super) fn of([classes, teachers, rooms]: [Vec<Taught>; 3]) -> Self {
        let mut main = classes;
        let mut others = taught_together(teachers);
        let known: BTreeSet<String> =
            main.iter().flat_map(|lesson| &lesson.classes).map(|name| bare(&fold(name))).collect();
        let is_known = |lesson: &Taught| {
            lesson.classes.iter().any(|class| known.contains(&bare(&fold(class))))
        };
        if main.is_empty() && others.is_empty() {
            return Self { all: every_week(merged(rooms)), contradicted: Vec::new() };
        }
        let contradicted = contradicted(&main, &others);
        for lesson in &mut main {
            fill(lesson, &others);
            fill(lesson, &rooms);
            let same = others.iter().chain(&rooms).filter(|other| is_same(lesson, other));
            let cells: Vec<(usize, usize)> = same.flat_map(|other| other.cells.clone()).collect();
            lesson.cells.extend(cells);
        }
        others.retain(|lesson| !is_known(lesson));
        main.extend(others);
        Self { all: every_week(merged(main)), contradicted }
    }
}

/// What makes lessons the same: the slot, the week, and names of four kinds, folded and in order.
type Key = (Slot, Option<String>, [Vec<String>; 4]);

/// What several teachers have with the same classes in one room at one time is one lesson.
fn taught_together(lessons: Vec<Taught>) -> Vec<Taught> {
    let mut together: Vec<Taught> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    for lesson in lessons {
        let names = [
            folded(lesson.subject.as_slice()),
            folded(&lesson.classes),
            folded(&lesson.rooms),
            folded(lesson.part.as_slice()),
        ];
        let key = (lesson.slot, lesson.week.clone(), names);
        if let Some(&at) = known.get(&key).filter(|_| !lesson.rooms.is_empty()) {
            together[at].teachers.extend(lesson.teachers);
            together[at].cells.extend(lesson.cells);
        } else {
            known.insert(key, together.len());
            together.push(lesson);
        }
    }
    together
}

fn share(one: &[String], other: &[String]) -> bool {
    one.iter().any(|name| other.iter().any(|other| bare(&fold(name)) == bare(&fold(other))))
}

/// Whether a grid of a teacher or a room has a lesson of a class.
fn is_same(lesson: &Taught, other: &Taught) -> bool {
    is_beside(lesson, other)
        && agree(&lesson.rooms, &other.rooms)
        && folded(lesson.subject.as_slice()) == folded(other.subject.as_slice())
}

/// Whether another grid has something of a lesson's class and teacher at its time.
fn is_beside(lesson: &Taught, other: &Taught) -> bool {
    lesson.slot == other.slot
        && lesson.meets(other)
        && share(&lesson.classes, &other.classes)
        && agree(&lesson.teachers, &other.teachers)
}

/// Whether two lists of names have one in common, or one of them says nothing.
fn agree(one: &[String], other: &[String]) -> bool {
    one.is_empty() || other.is_empty() || share(one, other)
}

/// Gives a lesson the teacher and the room that another grid alone knows.
fn fill(lesson: &mut Taught, others: &[Taught]) {
    if !lesson.teachers.is_empty() && !lesson.rooms.is_empty() {
        return;
    }
    let same: Vec<&Taught> = others.iter().filter(|other| is_beside(lesson, other)).collect();
    let subject = folded(lesson.subject.as_slice());
    let is_subject = |other: &&&Taught| folded(other.subject.as_slice()) == subject;
    let by_subject: Vec<&Taught> = same.iter().filter(is_subject).copied().collect();
    let meant = if by_subject.is_empty() { same } else { by_subject };
    let [meant] = meant[..] else { return };
    if lesson.teachers.is_empty() {
        lesson.teachers.clone_from(&meant.teachers);
    }
    if lesson.rooms.is_empty() {
        lesson.rooms.clone_from(&meant.rooms);
    }
}

/// The cells with a teacher who has a grid, but not that lesson in it.
fn contradicted(main: &[Taught], others: &[Taught]) -> Vec<usize> {
    let owners: BTreeSet<String> =
        others.iter().filter_map(|lesson| lesson.teachers.first()).map(|name| fold(name)).collect();
    let has = |lesson: &Taught, teacher: &String| {
        others.iter().any(|other| {
            other.slot == lesson.slot
                && other.teachers.first().is_some_and(|own| fold(own) == fold(teacher))
                && (other.classes.is_empty() || share(&other.classes, &lesson.classes))
        })
    };
    let is_wrong = |lesson: &&Taught| {
        lesson
            .teachers
            .iter()
            .any(|teacher| owners.contains(&fold(teacher)) && !has(lesson, teacher))
    };
    main.iter()
        .filter(is_wrong)
        .filter_map(|lesson| lesson.cells.first().map(|cell| cell.0))
        .collect()
}

/// Lessons with the same teacher, subject, time, room and part are one. Those in different rooms are rows of their own.
fn merged(lessons: Vec<Taught>) -> Vec<Taught> {
    let mut merged: Vec<Taught> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    for lesson in lessons {
        let mut teachers = folded(&lesson.teachers);
        // Without a teacher, nothing says that two classes have a lesson together; but a class does not have one twice.
        if teachers.is_empty() {
            teachers = lesson.classes.iter().map(|name| format!("\0{}", fold(name))).collect();
        }
        let names = [
            folded(lesson.subject.as_slice()),
            teachers,
            folded(&lesson.rooms),
            folded(lesson.part.as_slice()),
        ];
        let key = (lesson.slot, lesson.week.clone(), names);
        if let Some(&at) = known.get(&key) {
            join(&mut merged[at], lesson);
        } else {
            known.insert(key, merged.len());
            merged.push(lesson);
        }
    }
    merged
}

/// What is the same in every week of the cycle, as where each week has a sheet of its own, is one lesson of every week.
fn every_week(lessons: Vec<Taught>) -> Vec<Taught> {
    let weeks: BTreeSet<String> = lessons.iter().filter_map(|lesson| lesson.week.clone()).collect();
    let mut kept: Vec<Taught> = Vec::new();
    let mut known: BTreeMap<(Slot, [Vec<String>; 5]), Vec<usize>> = BTreeMap::new();
    for lesson in lessons {
        let names = [
            folded(lesson.subject.as_slice()),
            folded(&lesson.classes),
            folded(&lesson.teachers),
            folded(&lesson.rooms),
            folded(lesson.part.as_slice()),
        ];
        if lesson.week.is_some() {
            known.entry((lesson.slot, names)).or_default().push(kept.len());
        }
        kept.push(lesson);
    }
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for same in known.into_values() {
        let own: BTreeSet<String> = same.iter().filter_map(|&at| kept[at].week.clone()).collect();
        if own == weeks && weeks.len() > 1 {
            let cells: Vec<(usize, usize)> =
                same[1..].iter().flat_map(|&at| kept[at].cells.clone()).collect();
            kept[same[0]].week = None;
            kept[same[0]].cells.extend(cells);
            gone.extend(&same[1..]);
        }
    }
    let left = kept.into_iter().enumerate().filter(|(at, _)| !gone.contains(at));
    left.map(|(_, lesson)| lesson).collect()
}

/// Names as they are compared, in order.
fn folded(names: &[String]) -> Vec<String> {
    let mut names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    names.sort();
    names
}

fn join(one: &mut Taught, other: Taught) {
    for class in other.classes {
        if !one.classes.iter().any(|name| bare(&fold(name)) == bare(&fold(&class))) {
            one.classes.push(class);
        }
    }
    one.cells.extend(other.cells);
}
