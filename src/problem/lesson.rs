//! A lesson as the model sees it: whom it occupies, and where it can start.

use std::collections::BTreeSet;

use super::Problem;
use super::id::{Cell, ClassId, LessonId, PairId, PeriodId, RoomId, SubjectId, TeacherId};
use crate::domain::Weeks;

/// A lesson, with ids for names.
#[derive(Clone, Debug)]
pub struct IndexedLesson {
    /// Its id.
    pub id: LessonId,
    /// Where it starts in the baseline; `None`: it has no place there.
    pub home: Option<Cell>,
    /// The last lesson before it that is alike in everything, if neither has a place in the baseline.
    pub alike: Option<LessonId>,
    /// Its classes, by class, offset and weeks.
    pub classes: Vec<ClassUse>,
    /// Its teachers.
    pub teachers: Vec<TeacherUse>,
    /// Its rooms.
    pub rooms: Vec<RoomUse>,
    /// How many periods have a room.
    pub room_periods: i64,
    /// Its subjects: what counts against a class's limit of a subject on a day.
    pub subjects: Vec<SubjectUse>,
    /// Where it can start, by cell; where it starts in the baseline, if it does, among them.
    pub starts: Vec<Start>,
    /// Where somebody wants it to start, one of its starts; `None`: at any of them.
    pub held: Option<Cell>,
    /// Where somebody does not want it to start.
    pub barred: BTreeSet<Cell>,
    /// Its periods that apprentices must or should attend, chooser by chooser.
    pub periods: Vec<PeriodId>,
    /// The pairs that it is in.
    pub pairs: Vec<PairId>,
}

/// A class that a lesson occupies in one of its periods.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClassUse {
    /// The class.
    pub class: ClassId,
    /// Periods after the start.
    pub offset: u8,
    /// In these weeks.
    pub weeks: Weeks,
    /// `None`: no other lesson of the class can be beside it. Else the only division, and its parts that attend.
    pub parts: Option<(u16, Vec<u16>)>,
}

impl ClassUse {
    /// Whether no other lesson can share class and cell in any week of `cycle`, so that a new slot is this lesson's alone.
    #[must_use]
    pub fn is_alone(&self, cycle: Weeks) -> bool {
        self.parts.is_none() && self.weeks == cycle
    }

    /// Whether a lesson with this use stands in a clique that has chosen part `chosen[division]` of each division.
    ///
    /// Any two members of such a clique clash: they share a part, or are not of the same division.
    #[must_use]
    pub fn in_clique(&self, chosen: &[u16]) -> bool {
        self.parts.as_ref().is_none_or(|(division, parts)| {
            chosen.get(usize::from(*division)).is_some_and(|part| parts.contains(part))
        })
    }
}

/// A teacher whom a lesson occupies in one of its periods.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TeacherUse {
    /// The teacher.
    pub teacher: TeacherId,
    /// Periods after the start.
    pub offset: u8,
    /// In these weeks.
    pub weeks: Weeks,
}

/// A room of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomUse {
    /// The room in the baseline.
    pub room: RoomId,
    /// Periods after the start in which it is used, and the weeks.
    pub periods: Vec<(u8, Weeks)>,
    /// The rooms that can stand in for it, itself among them.
    pub choices: Vec<RoomId>,
}

/// A subject that a lesson counts for in a class.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SubjectUse {
    /// The class.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// Periods after the start.
    pub offset: u8,
    /// In these weeks.
    pub weeks: Weeks,
}

/// Where a lesson can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The cell of its first period.
    pub cell: Cell,
    /// What the move costs, in [units](super::Problem::weights): other day, same day, bystander, and new slots where the lesson is sure to be alone.
    pub points: i64,
}

impl IndexedLesson {
    /// Whether it can move at all, or has no place yet.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.home.is_none()
            || self.starts.len() > 1
            || self.rooms.iter().any(|room| room.choices.len() > 1)
    }

    /// Whether somebody lets it start in `cell`.
    #[must_use]
    pub fn wants(&self, cell: Cell) -> bool {
        self.held.is_none_or(|held| held == cell) && !self.barred.contains(&cell)
    }

    /// Whether `room` is there for one of its rooms if it starts in `cell`; at home its own room always is.
    #[must_use]
    pub fn room_fits(&self, problem: &Problem, used: &RoomUse, room: RoomId, cell: Cell) -> bool {
        let free = |offset: u8| problem.room_available[(room, cell.later(offset))];
        (room == used.room && Some(cell) == self.home)
            || used.periods.iter().all(|&(offset, _)| free(offset))
    }
}
