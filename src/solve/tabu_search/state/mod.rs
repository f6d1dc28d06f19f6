//! The state of the tabu search: a whole timetable in which lessons are assigned and unassigned one by one, its cost
//! kept up to date by differences.

mod day_costs;
mod pairs;
#[cfg(test)]
mod tests;
mod trouble;

use std::ops::{AddAssign, SubAssign};

use super::context::Context;
use crate::domain::Week;
use crate::model::{Booking, DayLimitId, Pattern};
use crate::problem::{
    Cell, ClassId, ClassUse, DayId, LessonId, PeriodId, RoomId, Table, TeacherId,
};

/// What a timetable costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::solve::tabu_search) struct Cost {
    /// Broken rules between lessons, in periods.
    pub(in crate::solve::tabu_search) breaches: i64,
    /// Points.
    pub(in crate::solve::tabu_search) points: i64,
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
pub(in crate::solve::tabu_search) struct State<'a> {
    pub(in crate::solve::tabu_search) context: &'a Context<'a>,
    bookings: Vec<Booking>,
    /// The lessons there.
    classes: Table<(ClassId, Week, Cell), Vec<Attending<'a>>>,
    /// How many lessons are there.
    teachers: Table<(TeacherId, Week, Cell), u32>,
    rooms: Table<(RoomId, Week, Cell), u32>,
    /// Periods of a subject on a day.
    subjects: Table<(DayLimitId, DayId), i64>,
    /// Periods taken.
    class_patterns: Table<(ClassId, Week, DayId), Pattern>,
    teacher_patterns: Table<(TeacherId, Week, DayId), Pattern>,
    /// What is counted by the day.
    class_days: Table<(ClassId, DayId), Cost>,
    teacher_days: Table<(TeacherId, DayId), Cost>,
    is_assigned: Table<LessonId, bool>,
    /// For how many lessons each period is missed.
    missed_for: Table<PeriodId, u32>,
    /// Pairs of lessons that clash by guests and ways.
    pair_clashes: i64,
    /// Periods of desired lessons that are missed, where only so many may be.
    missed: i64,
    cost: Cost,
}

impl<'a> State<'a> {
    /// The timetable of `bookings`, one for each lesson in order, each within the scope.
    pub(in crate::solve::tabu_search) fn new(
        context: &'a Context<'a>,
        bookings: Vec<Booking>,
    ) -> Self {
        let mut state = Self::unassigned(context, bookings);
        for (lesson, _) in context.problem.lessons() {
            state.occupy(lesson);
        }
        state
    }

    /// The same, with all lessons unassigned.
    fn unassigned(context: &'a Context<'a>, bookings: Vec<Booking>) -> Self {
        let problem = context.problem;
        let (classes, teachers) = (|| problem.classes(), || problem.teachers());
        let (weeks, days) = (|| problem.frame.weeks(), || problem.frame.days());
        let cells = || problem.frame.cells();
        let subjects = context.limits.day_limits.ids();
        let free = Pattern::default();
        Self {
            context,
            classes: Table::filled(&(classes(), weeks(), cells()), Vec::new()),
            teachers: Table::filled(&(teachers(), weeks(), cells()), 0),
            rooms: Table::filled(&(problem.rooms(), weeks(), cells()), 0),
            subjects: Table::filled(&(subjects, days()), 0),
            class_patterns: Table::filled(&(classes(), weeks(), days()), free),
            teacher_patterns: Table::filled(&(teachers(), weeks(), days()), free),
            class_days: Table::filled(&(classes(), days()), Cost::default()),
            teacher_days: Table::filled(&(teachers(), days()), Cost::default()),
            is_assigned: Table::filled(&problem.lessons.ids(), false),
            missed_for: Table::filled(&problem.periods.ids(), 0),
            pair_clashes: 0,
            missed: 0,
            cost: Cost { breaches: 0, points: context.choice_points() },
            bookings,
        }
    }

    /// What the timetable costs as it stands.
    pub(in crate::solve::tabu_search) const fn cost(&self) -> Cost {
        self.cost
    }

    pub(in crate::solve::tabu_search) fn bookings(&self) -> &[Booking] {
        &self.bookings
    }

    pub(in crate::solve::tabu_search) fn booking(&self, lesson: LessonId) -> &Booking {
        &self.bookings[lesson.index()]
    }

    /// Assigns a booking to a lesson that is unassigned; the booking that it had before.
    pub(in crate::solve::tabu_search) fn assign(&mut self, booking: Booking) -> Booking {
        let lesson = booking.lesson;
        let old = std::mem::replace(&mut self.bookings[lesson.index()], booking);
        self.occupy(lesson);
        old
    }

    /// Takes its booking from a lesson.
    pub(in crate::solve::tabu_search) fn unassign(&mut self, lesson: LessonId) {
        self.change(lesson, Act::Unassign);
    }

    fn occupy(&mut self, lesson: LessonId) {
        self.change(lesson, Act::Assign);
    }

    fn change(&mut self, lesson: LessonId, act: Act) {
        let nowhere = Booking { lesson, start: 0, rooms: Vec::new() };
        let booking = std::mem::replace(&mut self.bookings[lesson.index()], nowhere);
        let cell = booking.cell(self.context.problem);
        let day = self.context.problem.frame.day(cell);
        self.change_own(&booking, act);
        self.change_pairs(&booking, act);
        self.change_classes(lesson, cell, act);
        self.change_teachers(lesson, cell, act);
        for (room, week, room_cell) in self.context.rooms(&booking) {
            self.change_room(room, week, room_cell, act);
        }
        self.change_subjects(lesson, day, act);
        self.recount(lesson, day);
        self.bookings[lesson.index()] = booking;
    }

    /// What a booking costs by itself, and the desired lessons that are missed because of it.
    fn change_own(&mut self, booking: &Booking, act: Act) {
        let scope = self.context.scope;
        self.cost.points += act.sign() * self.context.points(booking);
        let before = self.missed_too_much();
        self.missed += act.sign() * scope.desired_missed(booking.lesson, booking.start);
        self.cost.breaches += self.missed_too_much() - before;
    }

    fn change_classes(&mut self, lesson: LessonId, cell: Cell, act: Act) {
        for used in &self.context.problem.lesson(lesson).classes {
            for week in used.weeks.iter() {
                self.change_class(lesson, used, week, cell.later(used.offset), act);
            }
        }
    }

    fn change_teachers(&mut self, lesson: LessonId, cell: Cell, act: Act) {
        for used in &self.context.problem.lesson(lesson).teachers {
            for week in used.weeks.iter() {
                self.change_teacher(used.teacher, week, cell.later(used.offset), act);
            }
        }
    }

    fn change_subjects(&mut self, lesson: LessonId, day: DayId, act: Act) {
        let context = self.context;
        for &(subject, periods) in context.subjects(lesson) {
            let before = self.subject_excess(subject, day);
            self.subjects[(subject, day)] += act.sign() * periods;
            self.cost.breaches += self.subject_excess(subject, day) - before;
        }
    }

    fn change_class(
        &mut self,
        lesson: LessonId,
        used: &'a ClassUse,
        week: Week,
        cell: Cell,
        act: Act,
    ) {
        let there = &mut self.classes[(used.class, week, cell)];
        if act == Act::Unassign {
            there.retain(|other| !(other.0 == lesson && std::ptr::eq(other.1, used)));
        }
        self.cost.breaches += act.sign() * clashes(there, used);
        if act == Act::Assign {
            there.push((lesson, used));
        }
        let lessons = there.len();
        let frame = &self.context.problem.frame;
        let pattern = &mut self.class_patterns[(used.class, week, frame.day(cell))];
        *pattern = marked(*pattern, frame.position_in_day(cell), lessons);
    }

    fn change_teacher(&mut self, teacher: TeacherId, week: Week, cell: Cell, act: Act) {
        let count = &mut self.teachers[(teacher, week, cell)];
        let others = act.count(count);
        self.cost.breaches += act.sign() * i64::from(others > 0);
        let lessons = *count as usize;
        let frame = &self.context.problem.frame;
        let pattern = &mut self.teacher_patterns[(teacher, week, frame.day(cell))];
        *pattern = marked(*pattern, frame.position_in_day(cell), lessons);
    }

    fn change_room(&mut self, room: RoomId, week: Week, cell: Cell, act: Act) {
        let others = act.count(&mut self.rooms[(room, week, cell)]);
        let is_full = others >= self.context.problem.room_capacity[room];
        self.cost.breaches += act.sign() * i64::from(is_full);
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
}

/// What is done with a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Unassign,
    Assign,
}

impl Act {
    const fn sign(self) -> i64 {
        match self {
            Self::Unassign => -1,
            Self::Assign => 1,
        }
    }

    /// Counts a lesson among others; how many those are.
    const fn count(self, lessons: &mut u32) -> u32 {
        match self {
            Self::Unassign => {
                *lessons -= 1;
                *lessons
            }
            Self::Assign => {
                *lessons += 1;
                *lessons - 1
            }
        }
    }
}

/// The pattern in which a period is taken if there are any lessons in it.
const fn marked(pattern: Pattern, period: usize, lessons: usize) -> Pattern {
    if lessons == 0 { pattern.without(period) } else { pattern.with(period) }
}

/// With how many of the lessons `there` one with this use clashes.
fn clashes(there: &[(LessonId, &ClassUse)], used: &ClassUse) -> i64 {
    there.iter().map(|(_, other)| i64::from(clash(used, other))).sum()
}

/// Whether two lessons of a class cannot be in the same cell of a week.
pub(in crate::solve::tabu_search) fn clash(one: &ClassUse, other: &ClassUse) -> bool {
    match (&one.parts, &other.parts) {
        (Some((division, parts)), Some((other_division, other_parts))) => {
            division != other_division || parts.iter().any(|part| other_parts.contains(part))
        }
        _ => true,
    }
}
