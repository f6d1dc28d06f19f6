//! A formulation that is being written: what its parts have in common.

use super::{Column, ColumnId, Constraint, Formulation, Kind, Origin, Sense};
use crate::domain::{Week, Weeks};
use crate::model::{Booking, Limits};
use crate::problem::{Cell, ChooserId, DayId, LessonId, Problem, Table};

/// A formulation, and where to find the columns of lessons and choosers.
pub(super) struct Draft<'a> {
    pub(super) problem: &'a Problem,
    pub(super) limits: Limits,
    pub(super) formulation: Formulation,
    /// The bookings of a lesson.
    pub(super) booked: Table<LessonId, Vec<Booked>>,
    /// The choices of a chooser.
    pub(super) chosen: Table<ChooserId, Vec<ColumnId>>,
}

/// A booking that is written out.
#[derive(Clone)]
pub(super) struct Booked {
    pub(super) column: ColumnId,
    pub(super) cell: Cell,
    pub(super) booking: Booking,
}

impl<'a> Draft<'a> {
    pub(super) fn new(problem: &'a Problem) -> Self {
        Self {
            problem,
            limits: Limits::of(problem),
            formulation: Formulation::default(),
            booked: Table::filled(&problem.lessons.ids(), Vec::new()),
            chosen: Table::filled(&problem.choosers.ids(), Vec::new()),
        }
    }

    /// One column for each choice of each chooser.
    pub(super) fn choose(&mut self) {
        for (id, chooser) in self.problem.choosers.pairs() {
            // What days are away follows; only the search makes it a choice.
            let numbers = if chooser.days.is_some() { 0..0 } else { 0..chooser.choices.len() };
            self.chosen[id] = numbers.map(|number| self.choice(id, number)).collect();
        }
    }

    /// The bookings of `lesson` on `day`, each `times`.
    pub(super) fn on_day(&self, lesson: LessonId, day: DayId, times: i64) -> Vec<(ColumnId, i64)> {
        let booked = self.booked[lesson].iter();
        let there = booked.filter(|one| self.problem.frame.day(one.cell) == day);
        there.map(|one| (one.column, times)).collect()
    }

    fn column(&mut self, points: i64, upper: i64, kind: Kind) -> ColumnId {
        self.formulation.columns.push(Column { points, upper, kind });
        ColumnId(self.formulation.columns.len() - 1)
    }

    pub(super) fn booking(&mut self, points: i64, booking: Booking) -> Booked {
        let cell = booking.cell(self.problem);
        let column = self.column(points, 1, Kind::Booked(booking.clone()));
        Booked { column, cell, booking }
    }

    fn choice(&mut self, chooser: ChooserId, choice: usize) -> ColumnId {
        let points = self.problem.choosers[chooser].choices[choice].points;
        self.column(points, 1, Kind::Chosen(chooser, choice))
    }

    pub(super) fn consequence(&mut self, points: i64, upper: i64) -> ColumnId {
        self.column(points, upper, Kind::Consequence)
    }

    pub(super) fn equal(&mut self, origin: Origin, terms: Vec<(ColumnId, i64)>, right_side: i64) {
        self.formulation.rows.push(Constraint { terms, sense: Sense::Equal, right_side, origin });
    }

    pub(super) fn at_most(&mut self, origin: Origin, terms: Vec<(ColumnId, i64)>, right_side: i64) {
        self.formulation.rows.push(Constraint { terms, sense: Sense::AtMost, right_side, origin });
    }

    /// Weeks of the cycle that stand for all: in each other week, the same of `uses` take place as in one of these.
    pub(super) fn distinct_weeks(&self, uses: impl Iterator<Item = Weeks>) -> Vec<Week> {
        let uses: Vec<Weeks> = uses.collect();
        let alike = |one: Week, other: Week| {
            uses.iter().all(|weeks| weeks.contains(one) == weeks.contains(other))
        };
        let mut distinct: Vec<Week> = Vec::new();
        for week in self.problem.frame.weeks() {
            if !distinct.iter().any(|&other| alike(week, other)) {
                distinct.push(week);
            }
        }
        distinct
    }
}

/// `columns`, each once.
pub(super) fn sum(columns: impl IntoIterator<Item = ColumnId>) -> Vec<(ColumnId, i64)> {
    columns.into_iter().map(|column| (column, 1)).collect()
}
