//! What whole timetables cost, counted without rows: who is where, and the points of it.

use std::collections::BTreeSet;

use super::booking::Booking;
use super::day_shape::Pattern;
use super::limits::Limits;
use super::scope::Scope;
use crate::domain::{Level, Price, Week};
use crate::problem::{DayId, Problem};

/// For one kind of resource: the pattern of each on each day of each week.
#[derive(Clone, Debug)]
pub struct Occupancy {
    weeks: usize,
    days: usize,
    patterns: Vec<Pattern>,
}

impl Occupancy {
    /// The patterns of the classes.
    #[must_use]
    pub fn of_classes(problem: &Problem, bookings: &[Booking]) -> Self {
        let mut occupancy = Self::empty(problem, problem.lessons_of_class.len());
        for booking in bookings {
            for used in &problem.lesson(booking.lesson).classes {
                let cell = booking.cell(problem).later(used.offset);
                for week in used.weeks.iter() {
                    occupancy.take(problem, used.class.index(), week, cell);
                }
            }
        }
        occupancy
    }

    /// The patterns of the teachers.
    #[must_use]
    pub fn of_teachers(problem: &Problem, bookings: &[Booking]) -> Self {
        let mut occupancy = Self::empty(problem, problem.lessons_of_teacher.len());
        for booking in bookings {
            for used in &problem.lesson(booking.lesson).teachers {
                let cell = booking.cell(problem).later(used.offset);
                for week in used.weeks.iter() {
                    occupancy.take(problem, used.teacher.index(), week, cell);
                }
            }
        }
        occupancy
    }

    fn empty(problem: &Problem, resources: usize) -> Self {
        let (weeks, days) = (problem.frame.weeks, problem.frame.day_count());
        Self { weeks, days, patterns: vec![Pattern::default(); resources * weeks * days] }
    }

    fn take(&mut self, problem: &Problem, resource: usize, week: Week, cell: crate::problem::Cell) {
        let at = self.at(resource, week, problem.frame.day(cell));
        self.patterns[at] = self.patterns[at].with(problem.frame.place_in_day(cell));
    }

    const fn at(&self, resource: usize, week: Week, day: DayId) -> usize {
        (resource * self.weeks + week.0 as usize) * self.days + day.index()
    }

    /// The pattern of resource number `resource` on `day` of `week`.
    #[must_use]
    pub fn pattern(&self, resource: usize, week: Week, day: DayId) -> Pattern {
        self.patterns[self.at(resource, week, day)]
    }
}

/// The points of `bookings`, one for each lesson in order; `None` if one of them is outside the scope, or if together
/// they miss more desired lessons than the problem allows.
#[must_use]
pub fn points(
    problem: &Problem,
    limits: &Limits,
    scope: &Scope,
    bookings: &[Booking],
) -> Option<i64> {
    let missed = || bookings.iter().map(|one| scope.desired_missed(one.lesson, one.start)).sum();
    if problem.allowance.is_some_and(|allowance| allowance < missed()) {
        return None;
    }
    let mut points = teacher_points(problem, limits, bookings);
    let mut opened = BTreeSet::new();
    for booking in bookings {
        points += scope.points(problem, booking)?;
        for used in &problem.lesson(booking.lesson).classes {
            let cell = booking.cell(problem).later(used.offset);
            let new = !problem.class_occupied[used.class.index()][cell.index()];
            if new && !used.is_alone(problem.cycle()) && opened.insert((used.class, cell)) {
                points += problem.weights[Price::NewSlot];
            }
        }
    }
    Some(points)
}

/// No proposal costs more points than this.
#[must_use]
pub fn most_points(problem: &Problem) -> i64 {
    let weights = &problem.weights;
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    let lessons = problem.lessons.iter().map(|lesson| {
        let start = lesson.starts.iter().map(|start| start.points).max().unwrap_or(0);
        let periods = lesson.attendance.iter().flat_map(|attendance| &attendance.periods);
        let missed = periods.map(|&(_, level, pupils)| {
            let price = match level {
                Level::Required => Price::Required,
                Level::Desired => Price::Desired,
            };
            weights[price] * pupils
        });
        start + missed.sum::<i64>() + weights[Price::Room] * lesson.room_periods
    });
    let (days, periods) = (count(problem.frame.day_count()), count(problem.frame.periods));
    let teacher_day = weights[Price::TeacherDay] + weights[Price::TeacherGap] * periods;
    lessons.sum::<i64>()
        + count(problem.lessons_of_teacher.len()) * days * teacher_day
        + count(problem.lessons_of_class.len()) * days * periods * weights[Price::NewSlot]
}

fn teacher_points(problem: &Problem, limits: &Limits, bookings: &[Booking]) -> i64 {
    let occupancy = Occupancy::of_teachers(problem, bookings);
    let mut points = 0;
    for teacher in 0..problem.lessons_of_teacher.len() {
        for day in problem.frame.days() {
            let patterns = problem.cycle().iter().take(problem.frame.weeks);
            let patterns = patterns.map(|week| (week, occupancy.pattern(teacher, week, day)));
            let mut comes = false;
            let mut beyond = 0;
            for (week, pattern) in patterns {
                comes |= pattern != Pattern::default();
                let free = limits.teacher_gaps(teacher, week, day);
                beyond = beyond.max(pattern.gaps().saturating_sub(free));
            }
            points += problem.weights[Price::TeacherGap] * i64::from(beyond);
            if comes && !limits.teacher_comes(teacher, day) {
                points += problem.weights[Price::TeacherDay];
            }
        }
    }
    points
}
