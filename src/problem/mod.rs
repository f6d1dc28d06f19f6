//! INDEX: a school and its baseline → [`Problem`], the same facts with dense ids, immutable.
//!
//! Here names become numbers and rules about one lesson alone (the grid, breaks, locks, availability,
//! a class's hours) become the list of its starts. Rules about several lessons are left to the model.

mod chooser;
mod frame;
mod id;
mod index;
mod lesson;
mod names;
mod starts;
mod table;
mod uses;

pub use chooser::{Choice, Chooser};
pub use frame::Frame;
pub use id::{Cell, ChooserId, ClassId, DayId, LessonId, RoomId, SeatId, SubjectId, TeacherId};
pub use lesson::{Attendance, ClassUse, IndexedLesson, RoomUse, Start, SubjectUse, TeacherUse};
pub use table::{Id, Ids, Key, Table};

use crate::domain::{Effort, Slot, Weeks, Weights};

/// A school as the model sees it.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Days, periods and weeks.
    pub frame: Frame,
    /// The lessons, in the school's order.
    pub lessons: Table<LessonId, IndexedLesson>,
    /// The lessons that have a class.
    pub lessons_of_class: Table<ClassId, Vec<LessonId>>,
    /// The lessons that have a teacher.
    pub lessons_of_teacher: Table<TeacherId, Vec<LessonId>>,
    /// The lessons that can be in no other room.
    pub lessons_of_room: Table<RoomId, Vec<LessonId>>,
    /// The most periods of a teacher on a day.
    pub teacher_limits: Table<TeacherId, Option<u32>>,
    /// How many lessons a room holds at once.
    pub room_capacity: Table<RoomId, u32>,
    /// Whether a lesson can be put in a room.
    pub room_available: Table<(RoomId, Cell), bool>,
    /// The most periods of a subject that a class has on a day.
    pub subject_limits: Table<SubjectId, u32>,
    /// Who chooses among alternatives, and what each choice means.
    pub choosers: Table<ChooserId, Chooser>,
    /// How many apprentices a placement takes on a day with a limit.
    pub seats: Table<SeatId, u32>,
    /// Whether a class has a lesson in a cell in any week of the baseline.
    pub class_occupied: Table<(ClassId, Cell), bool>,
    /// What each kind of change costs, in units of so many points as all prices have in common: the search counts in these
    /// units and so never looks for a proposal that costs a part of one.
    pub weights: Weights,
    /// The points of a unit, at least 1.
    pub points_of_unit: i64,
    /// Whether required lessons must be kept.
    pub effort: Effort,
    /// The most periods of desired lessons that apprentices may miss, all together; `None`: any number, at their price.
    /// The textbook model does not know it.
    pub allowance: Option<i64>,
}

impl Problem {
    /// The lessons with their ids.
    pub fn lessons(&self) -> impl Iterator<Item = (LessonId, &IndexedLesson)> {
        self.lessons.pairs()
    }

    /// Every class.
    #[must_use]
    pub const fn classes(&self) -> Ids<ClassId> {
        self.lessons_of_class.ids()
    }

    /// Every teacher.
    #[must_use]
    pub const fn teachers(&self) -> Ids<TeacherId> {
        self.lessons_of_teacher.ids()
    }

    /// Every room.
    #[must_use]
    pub const fn rooms(&self) -> Ids<RoomId> {
        self.room_capacity.ids()
    }

    /// Holds a lesson where somebody wants it to start; says whether it can start there at all.
    #[must_use]
    pub fn hold(&mut self, lesson: LessonId, start: Slot) -> bool {
        let frame = &self.frame;
        let Some(lesson) = self.lessons.get_mut(lesson) else { return false };
        let mut cells = lesson.starts.iter().map(|start| start.cell);
        lesson.held = cells.find(|&cell| frame.slot(cell) == start);
        lesson.held.is_some()
    }

    /// Keeps a lesson from starting where somebody does not want it.
    pub fn bar(&mut self, lesson: LessonId, start: Slot) {
        let cell = self.frame.cell(start);
        if let Some((lesson, cell)) = self.lessons.get_mut(lesson).zip(cell) {
            lesson.barred.insert(cell);
        }
    }

    /// So many units of the search, in points.
    #[must_use]
    pub const fn in_points(&self, units: i64) -> i64 {
        units.saturating_mul(self.points_of_unit)
    }

    /// The lesson with this id.
    #[must_use]
    pub fn lesson(&self, lesson: LessonId) -> &IndexedLesson {
        &self.lessons[lesson]
    }

    /// Every week of the cycle.
    #[must_use]
    pub fn cycle(&self) -> Weeks {
        Weeks::all(self.frame.weeks().len())
    }
}
