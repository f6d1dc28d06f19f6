//! Where a lesson can start, by the rules that concern it alone: grid, locks, breaks, availability, hours.

use super::frame::Frame;
use super::id::{Cell, RoomId};
use super::index::Ids;
use super::lesson::{IndexedLesson, Start};
use crate::domain::{Class, Lesson, Price, School, Slot, Weeks, Weights};

/// By room and cell: whether a lesson can be put there.
pub(super) fn room_availability(school: &School, frame: &Frame) -> Vec<Vec<bool>> {
    let free = |unavailable: &std::collections::BTreeSet<Slot>| {
        frame.cells().map(|cell| !unavailable.contains(&frame.slot(cell))).collect()
    };
    school.rooms.values().map(|room| free(&room.unavailable)).collect()
}

/// Enters the starts of each lesson.
pub(super) fn list(
    school: &School,
    weights: &Weights,
    frame: &Frame,
    ids: &Ids<'_>,
    class_occupied: &[Vec<bool>],
    lessons: &mut [IndexedLesson],
) {
    let survey = Survey {
        school,
        weights,
        frame,
        class_occupied,
        rooms: room_availability(school, frame),
        with_apprentice: with_apprentice(school, ids),
        classes: school.classes.values().collect(),
    };
    for (indexed, lesson) in lessons.iter_mut().zip(&school.lessons) {
        indexed.starts = survey.starts(indexed, lesson);
    }
}

fn with_apprentice(school: &School, ids: &Ids<'_>) -> Vec<bool> {
    let mut with = vec![false; ids.classes.len()];
    for class in school.apprentice_classes() {
        if let Some(class) = ids.classes.get(class) {
            with[class.index()] = true;
        }
    }
    with
}

struct Survey<'a> {
    school: &'a School,
    weights: &'a Weights,
    frame: &'a Frame,
    class_occupied: &'a [Vec<bool>],
    rooms: Vec<Vec<bool>>,
    with_apprentice: Vec<bool>,
    classes: Vec<&'a Class>,
}

impl Survey<'_> {
    fn starts(&self, indexed: &IndexedLesson, lesson: &Lesson) -> Vec<Start> {
        let possible = |cell: &Cell| {
            *cell == indexed.home || (!lesson.locked && self.can_move_to(indexed, lesson, *cell))
        };
        let start = |cell| Start { cell, points: self.points(indexed, cell) };
        self.frame.cells().filter(possible).map(start).collect()
    }

    fn can_move_to(&self, indexed: &IndexedLesson, lesson: &Lesson, cell: Cell) -> bool {
        let (slot, length) = (self.frame.slot(cell), lesson.length());
        self.school.grid.fits(slot, length)
            && !self.school.grid.crosses_break(slot, length)
            && self.teachers_available(lesson, slot)
            && self.within_hours(indexed, cell)
            && self.rooms_available(indexed, cell)
    }

    fn teachers_available(&self, lesson: &Lesson, start: Slot) -> bool {
        lesson.pieces.iter().all(|piece| {
            start.later(piece.offset).is_some_and(|slot| {
                let free = |name| !self.school.teachers[name].unavailable.contains(&slot);
                piece.teachers.iter().all(free)
            })
        })
    }

    fn within_hours(&self, indexed: &IndexedLesson, start: Cell) -> bool {
        indexed.classes.iter().all(|used| {
            let cell = start.later(used.offset);
            let (class, period) = (self.classes[used.class.index()], self.frame.slot(cell).period);
            self.class_occupied[used.class.index()][cell.index()]
                || (class.earliest.is_none_or(|earliest| earliest <= period)
                    && class.latest.is_none_or(|latest| period <= latest))
        })
    }

    fn rooms_available(&self, indexed: &IndexedLesson, start: Cell) -> bool {
        let free = |room: &RoomId, cell: Cell| self.rooms[room.index()][cell.index()];
        indexed.rooms.iter().all(|used| {
            used.choices
                .iter()
                .any(|room| used.periods.iter().all(|&(offset, _)| free(room, start.later(offset))))
        })
    }

    fn points(&self, indexed: &IndexedLesson, cell: Cell) -> i64 {
        if cell == indexed.home {
            return 0;
        }
        let weights = self.weights;
        let same_day = self.frame.day(cell) == self.frame.day(indexed.home);
        let moved = weights[if same_day { Price::SameDay } else { Price::OtherDay }];
        let mut points = 0;
        let mut counted = None;
        for used in &indexed.classes {
            if counted.replace((used.class, used.offset)) != Some((used.class, used.offset)) {
                let bystander = !self.with_apprentice[used.class.index()];
                points += moved + if bystander { weights[Price::Bystander] } else { 0 };
            }
            if self.opens_alone(used, cell) {
                points += weights[Price::NewSlot];
            }
        }
        points
    }

    /// Whether `used` makes a slot new that no other lesson of the class can make new too.
    fn opens_alone(&self, used: &super::lesson::ClassUse, start: Cell) -> bool {
        used.is_alone(Weeks::all(self.frame.weeks))
            && !self.class_occupied[used.class.index()][start.later(used.offset).index()]
    }
}
