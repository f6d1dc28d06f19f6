//! INDEX: a school and its baseline → [`Problem`], the same facts with dense ids, immutable.
//!
//! Here names become numbers and rules about one lesson alone (the grid, breaks, locks, availability,
//! a class's hours) become the list of its starts. Rules about several lessons are left to the model.

mod chooser;
mod frame;
mod id;
mod index;
mod lesson;
mod starts;

pub use chooser::{Choice, Chooser};
pub use frame::Frame;
pub use id::{Cell, ChooserId, ClassId, DayId, LessonId, RoomId, SubjectId, TeacherId};
pub use lesson::{Attendance, ClassUse, IndexedLesson, RoomUse, Start, SubjectUse, TeacherUse};

use crate::domain::{Effort, Slot, Weeks, Weights};

/// A school as the model sees it.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Days, periods and weeks.
    pub frame: Frame,
    /// The lessons, in the school's order.
    pub lessons: Vec<IndexedLesson>,
    /// For each class, the lessons that have it.
    pub lessons_of_class: Vec<Vec<LessonId>>,
    /// For each teacher, the lessons that have him or her.
    pub lessons_of_teacher: Vec<Vec<LessonId>>,
    /// For each room, the lessons that can be in no other.
    pub lessons_of_room: Vec<Vec<LessonId>>,
    /// For each teacher, the most periods on a day.
    pub teacher_limits: Vec<Option<u32>>,
    /// For each room, how many lessons it holds at once.
    pub room_capacity: Vec<u32>,
    /// For each room, whether a lesson can be put in it, by cell.
    pub room_available: Vec<Vec<bool>>,
    /// For each subject, the most periods of it a class has on a day.
    pub subject_limits: Vec<u32>,
    /// Who chooses among alternatives, and what each choice means.
    pub choosers: Vec<Chooser>,
    /// For each place and day with a limit, how many apprentices it takes.
    pub seats: Vec<u32>,
    /// For each class and cell, whether the class has a lesson there in any week of the baseline.
    pub class_occupied: Vec<Vec<bool>>,
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
        self.lessons.iter().enumerate().map(|(place, lesson)| (LessonId::new(place), lesson))
    }

    /// Holds a lesson where somebody wants it to start; says whether it can start there at all.
    #[must_use]
    pub fn hold(&mut self, lesson: usize, start: Slot) -> bool {
        let frame = &self.frame;
        let Some(lesson) = self.lessons.get_mut(lesson) else { return false };
        let mut cells = lesson.starts.iter().map(|start| start.cell);
        lesson.held = cells.find(|&cell| frame.slot(cell) == start);
        lesson.held.is_some()
    }

    /// Keeps a lesson from starting where somebody does not want it.
    pub fn bar(&mut self, lesson: usize, start: Slot) {
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
        &self.lessons[lesson.index()]
    }

    /// Every week of the cycle.
    #[must_use]
    pub const fn cycle(&self) -> Weeks {
        Weeks::all(self.frame.weeks)
    }
}
