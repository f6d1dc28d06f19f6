//! Who is where: the periods that classes and teachers have taken on each day of each week.

use super::booking::Booking;
use super::day_shape::Pattern;
use crate::domain::Week;
use crate::problem::{Cell, ClassId, DayId, Id, Ids, Problem, Table, TeacherId};

/// The pattern of each class or each teacher on each day of each week.
#[derive(Clone, Debug)]
pub struct Occupancy<R> {
    patterns: Table<(R, Week, DayId), Pattern>,
}

impl Occupancy<ClassId> {
    /// The patterns of the classes.
    #[must_use]
    pub fn of_classes(problem: &Problem, bookings: &[Booking]) -> Self {
        let mut occupancy = Self::empty(problem, problem.classes());
        for booking in bookings {
            for used in &problem.lesson(booking.lesson).classes {
                let cell = booking.cell(problem).later(used.offset);
                for week in used.weeks.iter() {
                    occupancy.take(problem, used.class, week, cell);
                }
            }
        }
        occupancy
    }
}

impl Occupancy<TeacherId> {
    /// The patterns of the teachers.
    #[must_use]
    pub fn of_teachers(problem: &Problem, bookings: &[Booking]) -> Self {
        let mut occupancy = Self::empty(problem, problem.teachers());
        for booking in bookings {
            for used in &problem.lesson(booking.lesson).teachers {
                let cell = booking.cell(problem).later(used.offset);
                for week in used.weeks.iter() {
                    occupancy.take(problem, used.teacher, week, cell);
                }
            }
        }
        occupancy
    }
}

impl<R: Id> Occupancy<R> {
    fn empty(problem: &Problem, all: Ids<R>) -> Self {
        let ids = (all, problem.frame.weeks(), problem.frame.days());
        Self { patterns: Table::filled(&ids, Pattern::default()) }
    }

    fn take(&mut self, problem: &Problem, whose: R, week: Week, cell: Cell) {
        let pattern = &mut self.patterns[(whose, week, problem.frame.day(cell))];
        *pattern = pattern.with(problem.frame.position_in_day(cell));
    }

    /// The pattern of one of them on `day` of `week`.
    #[must_use]
    pub fn pattern(&self, whose: R, week: Week, day: DayId) -> Pattern {
        self.patterns[(whose, week, day)]
    }
}
