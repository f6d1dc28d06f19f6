//! Whom a solution disturbs: only there can a row be broken, if none is at home.

use super::Solution;
use crate::problem::{IndexedLesson, LessonId, Problem};

/// The classes, teachers and rooms of lessons that are not wholly at home, by their indices; or all of them.
pub(super) struct Disturbed {
    classes: Vec<bool>,
    teachers: Vec<bool>,
    rooms: Vec<bool>,
}

impl Disturbed {
    /// All of the school.
    pub(super) fn all(problem: &Problem) -> Self {
        Self {
            classes: vec![true; problem.lessons_of_class.len()],
            teachers: vec![true; problem.lessons_of_teacher.len()],
            rooms: vec![true; problem.room_capacity.len()],
        }
    }

    /// Those whom `solution` disturbs.
    pub(super) fn by(problem: &Problem, solution: &Solution) -> Self {
        let mut disturbed = Self {
            classes: vec![false; problem.lessons_of_class.len()],
            teachers: vec![false; problem.lessons_of_teacher.len()],
            rooms: vec![false; problem.room_capacity.len()],
        };
        for (lesson, values) in solution.moved() {
            disturbed.add(problem.lesson(lesson));
            for room in values.iter().flat_map(|(booking, _)| &booking.rooms) {
                disturbed.rooms[room.index()] = true;
            }
        }
        disturbed
    }

    fn add(&mut self, lesson: &IndexedLesson) {
        for used in &lesson.classes {
            self.classes[used.class.index()] = true;
        }
        for used in &lesson.teachers {
            self.teachers[used.teacher.index()] = true;
        }
        for used in &lesson.rooms {
            self.rooms[used.room.index()] = true;
        }
    }

    /// Whether `lesson`, at home, is in the way of anyone who is disturbed.
    pub(super) fn concerns(&self, problem: &Problem, lesson: LessonId) -> bool {
        let lesson = problem.lesson(lesson);
        lesson.classes.iter().any(|used| self.classes[used.class.index()])
            || lesson.teachers.iter().any(|used| self.teachers[used.teacher.index()])
            || lesson.rooms.iter().any(|used| self.rooms[used.room.index()])
    }

    pub(super) fn classes(&self) -> impl Iterator<Item = usize> {
        marked(&self.classes)
    }

    pub(super) fn teachers(&self) -> impl Iterator<Item = usize> {
        marked(&self.teachers)
    }

    pub(super) fn rooms(&self) -> impl Iterator<Item = usize> {
        marked(&self.rooms)
    }

    pub(super) fn has_class(&self, class: usize) -> bool {
        self.classes[class]
    }

    pub(super) fn has_teacher(&self, teacher: usize) -> bool {
        self.teachers[teacher]
    }
}

fn marked(marks: &[bool]) -> impl Iterator<Item = usize> {
    (0..marks.len()).filter(|&index| marks[index])
}
