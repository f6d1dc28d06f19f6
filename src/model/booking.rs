//! A column: a lesson at a start, in rooms.

use crate::problem::{Cell, LessonId, Problem, RoomId};

/// A booking of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Booking {
    /// The lesson.
    pub lesson: LessonId,
    /// The index of its start among the lesson's starts.
    pub start: usize,
    /// Its rooms, in the order of the lesson's rooms.
    pub rooms: Vec<RoomId>,
}

impl Booking {
    /// The booking of `lesson` in the baseline.
    #[must_use]
    pub fn home(problem: &Problem, lesson: LessonId) -> Self {
        let indexed = problem.lesson(lesson);
        let at_home = |start: &crate::problem::Start| start.cell == indexed.home;
        Self {
            lesson,
            start: indexed.starts.iter().position(at_home).unwrap_or(0),
            rooms: indexed.rooms.iter().map(|used| used.room).collect(),
        }
    }

    /// The cell of its first period.
    #[must_use]
    pub fn cell(&self, problem: &Problem) -> Cell {
        problem.lesson(self.lesson).starts[self.start].cell
    }

    /// Whether any room is exchanged.
    #[must_use]
    pub fn exchanges(&self, problem: &Problem) -> bool {
        let used = &problem.lesson(self.lesson).rooms;
        used.iter().zip(&self.rooms).any(|(used, &room)| used.room != room)
    }
}
