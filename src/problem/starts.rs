//! Where a lesson can start, by the rules that concern it alone: grid, locks, breaks, availability, hours.

use super::frame::Frame;
use super::id::{Cell, ClassId, LessonId, RoomId};
use super::lesson::{ClassUse, IndexedLesson, Start};
use super::table::{Ids, Table};
use crate::domain::{Class, Lesson, Price, School, Slot, Weeks, Weights};

/// Whether a lesson can be put in a room.
pub(super) fn room_availability(school: &School, frame: &Frame) -> Table<(RoomId, Cell), bool> {
    let rooms = Ids::of(school.rooms.len());
    let mut available = Table::filled(&(rooms.clone(), frame.cells()), true);
    for (room, of_room) in rooms.zip(school.rooms.values()) {
        for cell in of_room.unavailable.iter().filter_map(|&slot| frame.cell(slot)) {
            available[(room, cell)] = false;
        }
    }
    available
}

/// What is so of a class in a cell.
type ClassCells = Table<(ClassId, Cell), bool>;

/// Enters the starts of each lesson.
pub(super) fn list(
    school: &School,
    weights: &Weights,
    frame: &Frame,
    (class_occupied, new_slots): (&ClassCells, &ClassCells),
    lessons: &mut Table<LessonId, IndexedLesson>,
) {
    let survey = Survey {
        school,
        weights,
        frame,
        class_occupied,
        new_slots,
        rooms: room_availability(school, frame),
        with_apprentice: with_apprentice(school),
        classes: school.classes.values().collect(),
    };
    for (indexed, lesson) in lessons.iter_mut().zip(&school.lessons) {
        indexed.starts = survey.starts(indexed, lesson);
    }
}

/// Whether a class has an apprentice.
fn with_apprentice(school: &School) -> Table<ClassId, bool> {
    let with = school.apprentice_classes();
    school.classes.keys().map(|name| with.contains(name)).collect()
}

struct Survey<'a> {
    school: &'a School,
    weights: &'a Weights,
    frame: &'a Frame,
    class_occupied: &'a ClassCells,
    new_slots: &'a ClassCells,
    rooms: Table<(RoomId, Cell), bool>,
    with_apprentice: Table<ClassId, bool>,
    classes: Table<ClassId, &'a Class>,
}

impl Survey<'_> {
    fn starts(&self, indexed: &IndexedLesson, lesson: &Lesson) -> Vec<Start> {
        let possible = |cell: &Cell| {
            Some(*cell) == indexed.home
                || (!self.school.is_locked(lesson) && self.can_move_to(indexed, lesson, *cell))
        };
        let start = |cell| Start { cell, points: self.points(indexed, cell) };
        self.frame.cells().filter(possible).map(start).collect()
    }

    fn can_move_to(&self, indexed: &IndexedLesson, lesson: &Lesson, cell: Cell) -> bool {
        let (slot, length) = (self.frame.slot(cell), lesson.length());
        self.school.grid.fits(slot, length)
            && !self.school.grid.crosses_break(slot, length)
            && self.rows_can_be(lesson, slot)
            && self.within_hours(indexed, cell)
            && self.rooms_available(indexed, cell)
    }

    /// Whether its teachers are there, and its rows may be.
    fn rows_can_be(&self, lesson: &Lesson, start: Slot) -> bool {
        lesson.pieces.iter().all(|piece| {
            start.later(piece.offset).is_some_and(|slot| {
                let free = |name| !self.school.teachers[name].unavailable.contains(&slot);
                piece.teachers.iter().all(free)
                    && piece.allowed.as_ref().is_none_or(|allowed| allowed.contains(&slot))
            })
        })
    }

    fn within_hours(&self, indexed: &IndexedLesson, start: Cell) -> bool {
        indexed.classes.iter().all(|used| {
            let cell = start.later(used.offset);
            let (class, period) = (self.classes[used.class], self.frame.slot(cell).period);
            let is_open = !class.unavailable.contains(&self.frame.slot(cell));
            let is_within = self.class_occupied[(used.class, cell)]
                || (class.earliest.is_none_or(|earliest| earliest <= period)
                    && class.latest.is_none_or(|latest| period <= latest));
            is_open && is_within
        })
    }

    fn rooms_available(&self, indexed: &IndexedLesson, start: Cell) -> bool {
        let free = |room: &RoomId, cell: Cell| self.rooms[(*room, cell)];
        indexed.rooms.iter().all(|used| {
            used.choices
                .iter()
                .any(|room| used.periods.iter().all(|&(offset, _)| free(room, start.later(offset))))
        })
    }

    fn points(&self, indexed: &IndexedLesson, cell: Cell) -> i64 {
        if Some(cell) == indexed.home {
            return 0;
        }
        let weights = self.weights;
        let moved = indexed.home.map_or(0, |home| {
            let same_day = self.frame.day(cell) == self.frame.day(home);
            weights[if same_day { Price::SameDay } else { Price::OtherDay }]
        });
        let mut points = 0;
        let mut counted = None;
        for used in &indexed.classes {
            // Placing a lesson that has no place is no change.
            let is_move = indexed.home.is_some();
            if is_move
                && counted.replace((used.class, used.offset)) != Some((used.class, used.offset))
            {
                let bystander = !self.with_apprentice[used.class];
                points += moved + if bystander { weights[Price::Bystander] } else { 0 };
            }
            if self.opens_alone(used, cell) {
                points += weights[Price::NewSlot];
            }
        }
        points
    }

    /// Whether `used` makes a slot new that no other lesson of the class can make new too.
    fn opens_alone(&self, used: &ClassUse, start: Cell) -> bool {
        used.is_alone(Weeks::all(self.frame.weeks().len()))
            && self.new_slots[(used.class, start.later(used.offset))]
    }
}
