//! The state of the tabu search: a whole timetable in which lessons are assigned and unassigned one by one, its cost
//! kept up to date by differences.

use std::ops::{AddAssign, SubAssign};

use super::context::Context;
use crate::domain::{Price, Week};
use crate::model::{Booking, Pattern, SubjectDayId};
use crate::problem::{
    Cell, ClassId, ClassUse, DayId, LessonId, RoomId, Table, TeacherId, TeacherUse,
};

/// What a timetable costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cost {
    /// Broken rules between lessons, in periods.
    pub(super) breaches: i64,
    /// Points.
    pub(super) points: i64,
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.breaches += other.breaches;
        self.points += other.points;
    }
}

impl SubAssign for Cost {
    fn sub_assign(&mut self, other: Self) {
        self.breaches -= other.breaches;
        self.points -= other.points;
    }
}

/// A lesson, and how it has a class.
type Attending<'a> = (LessonId, &'a ClassUse);

/// A timetable: each lesson has one booking, and is assigned to it or not.
pub(super) struct State<'a> {
    pub(super) context: &'a Context<'a>,
    bookings: Vec<Booking>,
    /// The lessons there.
    classes: Table<(ClassId, Week, Cell), Vec<Attending<'a>>>,
    /// How many lessons are there.
    teachers: Table<(TeacherId, Week, Cell), u32>,
    rooms: Table<(RoomId, Week, Cell), u32>,
    /// Periods of a subject on a day.
    subjects: Table<(SubjectDayId, DayId), i64>,
    /// Periods taken.
    class_patterns: Table<(ClassId, Week, DayId), Pattern>,
    teacher_patterns: Table<(TeacherId, Week, DayId), Pattern>,
    /// What is counted by the day.
    class_days: Table<(ClassId, DayId), Cost>,
    teacher_days: Table<(TeacherId, DayId), Cost>,
    /// Periods of desired lessons that are missed, where only so many may be.
    missed: i64,
    cost: Cost,
}

impl<'a> State<'a> {
    /// The timetable of `bookings`, one for each lesson in order, each within the scope.
    pub(super) fn new(context: &'a Context<'a>, bookings: Vec<Booking>) -> Self {
        let problem = context.problem;
        let (classes, teachers) = (|| problem.classes(), || problem.teachers());
        let (weeks, days) = (|| problem.frame.weeks(), || problem.frame.days());
        let cells = || problem.frame.cells();
        let subjects = context.limits.subject_days.ids();
        let free = Pattern::default();
        let mut state = Self {
            context,
            classes: Table::filled(&(classes(), weeks(), cells()), Vec::new()),
            teachers: Table::filled(&(teachers(), weeks(), cells()), 0),
            rooms: Table::filled(&(problem.rooms(), weeks(), cells()), 0),
            subjects: Table::filled(&(subjects, days()), 0),
            class_patterns: Table::filled(&(classes(), weeks(), days()), free),
            teacher_patterns: Table::filled(&(teachers(), weeks(), days()), free),
            class_days: Table::filled(&(classes(), days()), Cost::default()),
            teacher_days: Table::filled(&(teachers(), days()), Cost::default()),
            missed: 0,
            cost: Cost::default(),
            bookings,
        };
        for (lesson, _) in problem.lessons() {
            state.occupy(lesson);
        }
        state
    }

    /// What the timetable costs as it stands.
    pub(super) const fn cost(&self) -> Cost {
        self.cost
    }

    pub(super) fn bookings(&self) -> &[Booking] {
        &self.bookings
    }

    pub(super) fn booking(&self, lesson: LessonId) -> &Booking {
        &self.bookings[lesson.index()]
    }

    /// Assigns a booking to a lesson that is unassigned; the booking that it had before.
    pub(super) fn assign(&mut self, booking: Booking) -> Booking {
        let lesson = booking.lesson;
        let old = std::mem::replace(&mut self.bookings[lesson.index()], booking);
        self.occupy(lesson);
        old
    }

    /// Takes its booking from a lesson.
    pub(super) fn unassign(&mut self, lesson: LessonId) {
        self.change(lesson, Change::Unassign);
    }

    fn occupy(&mut self, lesson: LessonId) {
        self.change(lesson, Change::Assign);
    }

    fn change(&mut self, lesson: LessonId, change: Change) {
        let context = self.context;
        let nowhere = Booking { lesson, start: 0, rooms: Vec::new() };
        let booking = std::mem::replace(&mut self.bookings[lesson.index()], nowhere);
        let cell = booking.cell(context.problem);
        let day = context.problem.frame.day(cell);
        self.cost.points += change.sign() * context.points(&booking);
        let before = self.missed_too_much();
        self.missed += change.sign() * context.scope.desired_missed(lesson, booking.start);
        self.cost.breaches += self.missed_too_much() - before;
        for used in &context.problem.lesson(lesson).classes {
            for week in used.weeks.iter() {
                self.change_class(lesson, used, week, cell.later(used.offset), change);
            }
        }
        for used in &context.problem.lesson(lesson).teachers {
            for week in used.weeks.iter() {
                self.change_teacher(used.teacher, week, cell.later(used.offset), change);
            }
        }
        for (room, week, cell) in context.rooms(&booking) {
            self.change_room(room, week, cell, change);
        }
        for &(subject, periods) in context.subjects(lesson) {
            let before = self.subject_excess(subject, day);
            self.subjects[(subject, day)] += change.sign() * periods;
            self.cost.breaches += self.subject_excess(subject, day) - before;
        }
        self.recount(lesson, day);
        self.bookings[lesson.index()] = booking;
    }

    fn change_class(
        &mut self,
        lesson: LessonId,
        used: &'a ClassUse,
        week: Week,
        cell: Cell,
        change: Change,
    ) {
        let there = &mut self.classes[(used.class, week, cell)];
        if change == Change::Unassign {
            there.retain(|other| !(other.0 == lesson && std::ptr::eq(other.1, used)));
        }
        self.cost.breaches += change.sign() * clashes(there, used);
        if change == Change::Assign {
            there.push((lesson, used));
        }
        let is_free = there.is_empty();
        let frame = &self.context.problem.frame;
        let pattern = &mut self.class_patterns[(used.class, week, frame.day(cell))];
        let position = frame.position_in_day(cell);
        *pattern = if is_free { pattern.without(position) } else { pattern.with(position) };
    }

    fn change_teacher(&mut self, teacher: TeacherId, week: Week, cell: Cell, change: Change) {
        let count = &mut self.teachers[(teacher, week, cell)];
        match change {
            Change::Unassign => *count -= 1,
            Change::Assign => *count += 1,
        }
        let others = if change == Change::Unassign { *count } else { *count - 1 };
        self.cost.breaches += change.sign() * i64::from(others > 0);
        let is_free = *count == 0;
        let frame = &self.context.problem.frame;
        let pattern = &mut self.teacher_patterns[(teacher, week, frame.day(cell))];
        let position = frame.position_in_day(cell);
        *pattern = if is_free { pattern.without(position) } else { pattern.with(position) };
    }

    fn change_room(&mut self, room: RoomId, week: Week, cell: Cell, change: Change) {
        let count = &mut self.rooms[(room, week, cell)];
        match change {
            Change::Unassign => *count -= 1,
            Change::Assign => *count += 1,
        }
        let others = if change == Change::Unassign { *count } else { *count - 1 };
        let is_full = others >= self.context.problem.room_capacity[room];
        self.cost.breaches += change.sign() * i64::from(is_full);
    }

    /// Counts again what is counted by the day, for everyone in `lesson`.
    fn recount(&mut self, lesson: LessonId, day: DayId) {
        let context = self.context;
        for &class in context.classes_of(lesson) {
            let cost = self.count_class_day(class, day);
            let old = &mut self.class_days[(class, day)];
            self.cost -= std::mem::replace(old, cost);
            self.cost += cost;
        }
        for &teacher in context.teachers_of(lesson) {
            let cost = self.count_teacher_day(teacher, day);
            let old = &mut self.teacher_days[(teacher, day)];
            self.cost -= std::mem::replace(old, cost);
            self.cost += cost;
        }
    }

    /// The cost of a class's day: gaps, and new slots that lessons may share.
    fn count_class_day(&self, class: ClassId, day: DayId) -> Cost {
        let context = self.context;
        let new = context.new_slots(class, day);
        let (mut cost, mut taken) = (Cost::default(), Pattern::default());
        for week in context.weeks() {
            let pattern = self.class_patterns[(class, week, day)];
            let free = context.limits.class_gaps(class, week, day);
            cost.breaches += i64::from(pattern.gaps().saturating_sub(free));
            taken.0 |= pattern.0 & new.0;
        }
        if taken == Pattern::default() {
            return cost;
        }
        for cell in context.problem.frame.cells_of(day) {
            if taken.takes(context.problem.frame.position_in_day(cell))
                && self.is_shared(class, cell)
            {
                cost.points += context.problem.weights[Price::NewSlot];
            }
        }
        cost
    }

    /// Whether a lesson that may not be alone is in a cell of a class, in any week.
    fn is_shared(&self, class: ClassId, cell: Cell) -> bool {
        let cycle = self.context.problem.cycle();
        self.context.weeks().any(|week| {
            let there = &self.classes[(class, week, cell)];
            there.iter().any(|(_, used)| !used.is_alone(cycle))
        })
    }

    /// The cost of a teacher's day: gaps, coming at all, and too many periods.
    fn count_teacher_day(&self, teacher: TeacherId, day: DayId) -> Cost {
        let (problem, limits) = (self.context.problem, self.context.limits);
        let mut cost = Cost::default();
        let (mut comes, mut beyond) = (false, 0);
        for week in self.context.weeks() {
            let pattern = self.teacher_patterns[(teacher, week, day)];
            comes |= pattern != Pattern::default();
            let free = limits.teacher_gaps(teacher, week, day);
            beyond = beyond.max(pattern.gaps().saturating_sub(free));
            if let Some(limit) = self.context.teacher_limit(teacher, week, day) {
                cost.breaches += (i64::from(pattern.0.count_ones()) - limit).max(0);
            }
        }
        cost.points += problem.weights[Price::TeacherGap] * i64::from(beyond);
        if comes && !limits.teacher_comes(teacher, day) {
            cost.points += problem.weights[Price::TeacherDay];
        }
        cost
    }

    /// Periods of desired lessons that are missed beyond what is allowed.
    pub(super) fn missed_too_much(&self) -> i64 {
        self.context.problem.allowance.map_or(0, |allowance| (self.missed - allowance).max(0))
    }

    /// Whether a period of a desired lesson is missed where it is.
    pub(super) fn is_missed(&self, lesson: LessonId) -> bool {
        self.context.scope.desired_missed(lesson, self.booking(lesson).start) > 0
    }

    /// Whether a class's day has gaps that it may not have.
    pub(super) fn has_gaps(&self, class: ClassId, day: DayId) -> bool {
        self.class_days[(class, day)].breaches > 0
    }

    /// Whether a teacher's day has too many periods.
    pub(super) fn is_overloaded(&self, teacher: TeacherId, day: DayId) -> bool {
        self.teacher_days[(teacher, day)].breaches > 0
    }

    /// Periods of a subject beyond its limit on a day.
    pub(super) fn subject_excess(&self, subject: SubjectDayId, day: DayId) -> i64 {
        let limit = self.context.limits.subject_days[subject].limit;
        (self.subjects[(subject, day)] - limit).max(0)
    }

    /// The lessons of a class in a cell.
    pub(super) fn lessons_in(
        &self,
        class: ClassId,
        week: Week,
        cell: Cell,
    ) -> &[(LessonId, &'a ClassUse)] {
        &self.classes[(class, week, cell)]
    }

    /// Whether a room has space for one more lesson in a cell.
    pub(super) fn has_space(&self, room: RoomId, week: Week, cell: Cell) -> bool {
        let capacity = self.context.problem.room_capacity[room];
        self.rooms[(room, week, cell)] < capacity
    }

    /// Whether a lesson, where it is, clashes with another.
    pub(super) fn is_in_clash(&self, lesson: LessonId) -> bool {
        let problem = self.context.problem;
        let booking = self.booking(lesson);
        let (indexed, cell) = (problem.lesson(lesson), booking.cell(problem));
        let class = |used: &ClassUse| {
            used.weeks.iter().any(|week| {
                let there = self.lessons_in(used.class, week, cell.later(used.offset));
                there.len() > 1 && clashes(there, used) > 1
            })
        };
        let teacher = |used: &TeacherUse| {
            used.weeks
                .iter()
                .any(|week| self.teachers[(used.teacher, week, cell.later(used.offset))] > 1)
        };
        let room = |(room, week, cell): (RoomId, Week, Cell)| {
            let capacity = problem.room_capacity[room];
            self.rooms[(room, week, cell)] > capacity
        };
        indexed.classes.iter().any(class)
            || indexed.teachers.iter().any(teacher)
            || self.context.rooms(booking).any(room)
    }
}

/// What happens to a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Unassign,
    Assign,
}

impl Change {
    const fn sign(self) -> i64 {
        match self {
            Self::Unassign => -1,
            Self::Assign => 1,
        }
    }
}

/// With how many of the lessons `there` one with this use clashes.
fn clashes(there: &[(LessonId, &ClassUse)], used: &ClassUse) -> i64 {
    there.iter().map(|(_, other)| i64::from(clash(used, other))).sum()
}

/// Whether two lessons of a class cannot be in the same cell of a week.
pub(super) fn clash(one: &ClassUse, other: &ClassUse) -> bool {
    match (&one.parts, &other.parts) {
        (Some((division, parts)), Some((other_division, other_parts))) => {
            division != other_division || parts.iter().any(|part| other_parts.contains(part))
        }
        _ => true,
    }
}
