//! Whom a solution disturbs: only there can a row be broken, if none is at home.

use super::Solution;
use crate::problem::{ClassId, Id, IndexedLesson, LessonId, Problem, RoomId, Table, TeacherId};

/// Whether classes, teachers and rooms are of lessons that are not wholly at home; or all of them.
pub(super) struct Disturbed {
    classes: Table<ClassId, bool>,
    teachers: Table<TeacherId, bool>,
    rooms: Table<RoomId, bool>,
}

impl Disturbed {
    /// All of the school.
    pub(super) fn all(problem: &Problem) -> Self {
        Self {
            classes: Table::filled(&problem.classes(), true),
            teachers: Table::filled(&problem.teachers(), true),
            rooms: Table::filled(&problem.rooms(), true),
        }
    }

    /// Those whom `solution` disturbs.
    pub(super) fn by(problem: &Problem, solution: &Solution) -> Self {
        let mut disturbed = Self {
            classes: Table::filled(&problem.classes(), false),
            teachers: Table::filled(&problem.teachers(), false),
            rooms: Table::filled(&problem.rooms(), false),
        };
        for (lesson, values) in solution.moved() {
            disturbed.add(problem.lesson(lesson));
            for &room in values.iter().flat_map(|(booking, _)| &booking.rooms) {
                disturbed.rooms[room] = true;
            }
        }
        disturbed
    }

    fn add(&mut self, lesson: &IndexedLesson) {
        for used in &lesson.classes {
            self.classes[used.class] = true;
        }
        for used in &lesson.teachers {
            self.teachers[used.teacher] = true;
        }
        for used in &lesson.rooms {
            self.rooms[used.room] = true;
        }
    }

    /// Whether `lesson`, at home, is in the way of anyone who is disturbed.
    pub(super) fn concerns(&self, problem: &Problem, lesson: LessonId) -> bool {
        let lesson = problem.lesson(lesson);
        lesson.classes.iter().any(|used| self.classes[used.class])
            || lesson.teachers.iter().any(|used| self.teachers[used.teacher])
            || lesson.rooms.iter().any(|used| self.rooms[used.room])
    }

    pub(super) fn classes(&self) -> impl Iterator<Item = ClassId> {
        marked(&self.classes)
    }

    pub(super) fn teachers(&self) -> impl Iterator<Item = TeacherId> {
        marked(&self.teachers)
    }

    pub(super) fn rooms(&self) -> impl Iterator<Item = RoomId> {
        marked(&self.rooms)
    }

    pub(super) fn has_class(&self, class: ClassId) -> bool {
        self.classes[class]
    }

    pub(super) fn has_teacher(&self, teacher: TeacherId) -> bool {
        self.teachers[teacher]
    }
}

fn marked<I: Id>(marks: &Table<I, bool>) -> impl Iterator<Item = I> {
    marks.pairs().filter(|(_, marked)| **marked).map(|(id, _)| id)
}
