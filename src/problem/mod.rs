//! INDEX: a school and its baseline → [`Problem`], the same facts with dense ids, immutable.
//!
//! Here names become numbers and rules about one lesson alone (the grid, breaks, locks, availability,
//! a class's hours) become the list of its starts. Rules about several lessons are left to the model.

mod attended;
mod chooser;
mod frame;
mod gathering;
mod id;
mod index;
mod lesson;
mod names;
mod pairs;
mod shared_days;
mod starts;
mod table;
mod uses;
mod ways;

pub use attended::{Attended, CorePeriod, Guest};
pub use chooser::{Choice, Chooser, DaySet, SharedDays};
pub use frame::Frame;
pub use id::{
    Cell, ChooserId, ClassId, DayId, GuestId, LessonId, PairId, PeriodId, RoomId, SeatId, SiteId,
    SubjectId, TeacherId,
};
pub use lesson::{ClassUse, IndexedLesson, RoomUse, Start, SubjectUse, TeacherUse};
pub use pairs::{Pair, PairMiss};
pub use table::{Id, Ids, Key, Table};
pub use ways::{NO_SITE, Ways};

use crate::domain::{Effort, Level, Price, Slot, Week, Weeks, Weights};

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
    /// The periods of core lessons that apprentices attend.
    pub periods: Table<PeriodId, CorePeriod>,
    /// Apprentices who attend lessons of several classes.
    pub guests: Table<GuestId, Guest>,
    /// The lessons that get in each other's way by guests and ways.
    pub pairs: Table<PairId, Pair>,
    /// The ways between sites.
    pub ways: Ways,
    /// The lessons of each class that belong on different days, and the most of them on one.
    pub apart: Vec<Apart>,
    /// How many apprentices a placement takes, on a day or in all.
    pub seats: Table<SeatId, u32>,
    /// Whether a class has any lesson in the baseline.
    pub is_settled: Table<ClassId, bool>,
    /// Whether a lesson of a class in a cell would open a new slot: in no week of the baseline it has one there, but
    /// elsewhere it has.
    pub new_slots: Table<(ClassId, Cell), bool>,
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

/// Lessons of a class that belong on different days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The class.
    pub class: ClassId,
    /// The week.
    pub week: Week,
    /// The lessons.
    pub lessons: Vec<LessonId>,
}

impl Problem {
    /// What it costs, in [units](Problem::weights), if an apprentice misses a period of this level; `None` where none may.
    #[must_use]
    pub fn price_of_missing(&self, level: Level) -> Option<i64> {
        match (level, self.effort) {
            (Level::Required, Effort::Strict) => None,
            (Level::Required, Effort::Best) => Some(self.weights[Price::Required]),
            (Level::Desired, _) => Some(self.weights[Price::Desired]),
        }
    }

    /// Whether a period is missed under a choice of its chooser if its lesson starts in `start`, whatever else is where.
    #[must_use]
    pub fn is_away(&self, period: PeriodId, choice: usize, start: Cell) -> bool {
        let period = &self.periods[period];
        let choice = &self.choosers[period.chooser].choices[choice];
        let cell = start.later(period.offset);
        period.sites.iter().any(|&site| choice.misses(period.whereabouts, site, cell))
    }

    /// Whether a period is missed under every choice if its lesson starts in `start`.
    #[must_use]
    pub fn is_always_away(&self, period: PeriodId, start: Cell) -> bool {
        let choices = self.choosers[self.periods[period].chooser].choices.len();
        (0..choices).all(|choice| self.is_away(period, choice, start))
    }

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

    /// So many points, in units of the search: what costs fewer points than these costs fewer units.
    #[must_use]
    pub const fn in_units(&self, points: i64) -> i64 {
        points.saturating_add(self.points_of_unit - 1) / self.points_of_unit
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
