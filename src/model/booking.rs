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
    /// The booking of `lesson` in the baseline; `None` if it has no place there.
    #[must_use]
    pub fn home(problem: &Problem, lesson: LessonId) -> Option<Self> {
        let indexed = problem.lesson(lesson);
        let home = indexed.home?;
        let start = indexed.starts.iter().position(|start| start.cell == home)?;
        Some(Self { lesson, start, rooms: indexed.rooms.iter().map(|used| used.room).collect() })
    }

    /// The cell of its first period.
    #[must_use]
    pub fn cell(&self, problem: &Problem) -> Cell {
        problem.lesson(self.lesson).starts[self.start].cell
    }

    /// Whether the lesson is where it is in the baseline, in the same rooms.
    #[must_use]
    pub fn is_home(&self, problem: &Problem) -> bool {
        problem.lesson(self.lesson).home == Some(self.cell(problem)) && !self.exchanges(problem)
    }

    /// Whether any room is exchanged.
    #[must_use]
    pub fn exchanges(&self, problem: &Problem) -> bool {
        let used = &problem.lesson(self.lesson).rooms;
        used.iter().zip(&self.rooms).any(|(used, &room)| used.room != room)
    }
}
