//! What is wrong with a timetable, and where.

use super::{Attending, State, clashes};
use crate::domain::Week;
use crate::model::DayLimitId;
use crate::problem::{Cell, ClassId, ClassUse, DayId, LessonId, RoomId, TeacherId, TeacherUse};

impl<'a> State<'a> {
    /// Periods of desired lessons that are missed beyond what is allowed.
    pub(in crate::solve::tabu_search) fn missed_too_much(&self) -> i64 {
        self.context.problem.allowance.map_or(0, |allowance| (self.missed - allowance).max(0))
    }

    /// Whether a period of a desired lesson is missed where it is.
    pub(in crate::solve::tabu_search) fn is_missed(&self, lesson: LessonId) -> bool {
        self.context.scope.desired_missed(lesson, self.booking(lesson).start) > 0
    }

    /// Whether a class's day has gaps that it may not have.
    pub(in crate::solve::tabu_search) fn has_gaps(&self, class: ClassId, day: DayId) -> bool {
        self.class_days[(class, day)].breaches > 0
    }

    /// Whether a teacher's day has too many periods.
    pub(in crate::solve::tabu_search) fn is_overloaded(
        &self,
        teacher: TeacherId,
        day: DayId,
    ) -> bool {
        self.teacher_days[(teacher, day)].breaches > 0
    }

    /// Periods of a subject beyond its limit on a day.
    pub(in crate::solve::tabu_search) fn subject_excess(
        &self,
        subject: DayLimitId,
        day: DayId,
    ) -> i64 {
        let limit = self.context.limits.day_limits[subject].limit;
        (self.subjects[(subject, day)] - limit).max(0)
    }

    /// The lessons of a class in a cell.
    pub(in crate::solve::tabu_search) fn lessons_in(
        &self,
        class: ClassId,
        week: Week,
        cell: Cell,
    ) -> &[Attending<'a>] {
        &self.classes[(class, week, cell)]
    }

    /// Whether a room has space for one more lesson in a cell.
    pub(in crate::solve::tabu_search) fn has_space(
        &self,
        room: RoomId,
        week: Week,
        cell: Cell,
    ) -> bool {
        let capacity = self.context.problem.room_capacity[room];
        self.rooms[(room, week, cell)] < capacity
    }

    /// Whether a lesson, where it is, clashes with another.
    pub(in crate::solve::tabu_search) fn is_in_clash(&self, lesson: LessonId) -> bool {
        let booking = self.booking(lesson);
        let indexed = self.context.problem.lesson(lesson);
        let cell = booking.cell(self.context.problem);
        indexed.classes.iter().any(|used| self.has_clash(used, cell))
            || indexed.teachers.iter().any(|used| self.is_doubled(used, cell))
            || self.context.rooms(booking).any(|(room, week, at)| self.is_overfull(room, week, at))
    }

    /// Whether lessons of a class clash where one that starts in `cell` uses it.
    fn has_clash(&self, used: &ClassUse, cell: Cell) -> bool {
        used.weeks.iter().any(|week| {
            let there = self.lessons_in(used.class, week, cell.later(used.offset));
            there.len() > 1 && clashes(there, used) > 1
        })
    }

    /// Whether a teacher has several lessons where one that starts in `cell` has him or her.
    fn is_doubled(&self, used: &TeacherUse, cell: Cell) -> bool {
        used.weeks
            .iter()
            .any(|week| self.teachers[(used.teacher, week, cell.later(used.offset))] > 1)
    }

    fn is_overfull(&self, room: RoomId, week: Week, cell: Cell) -> bool {
        let capacity = self.context.problem.room_capacity[room];
        self.rooms[(room, week, cell)] > capacity
    }
}
