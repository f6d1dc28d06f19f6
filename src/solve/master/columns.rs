//! Lessons and their bookings in the program.

use super::{Column, Master, to_float};
use crate::model::Booking;
use crate::problem::LessonId;
use crate::solve::lp::LpRow;

impl Master<'_> {
    /// Brings `lesson` into the program, at home if it has one and may be there.
    pub(super) fn open(&mut self, lesson: LessonId) {
        if self.program.lesson_rows[lesson.index()].is_some() {
            return;
        }
        let lesson_row = self.program.lp.add_row(&[], 1.0, self.program.penalty, f64::INFINITY);
        self.program.lesson_rows[lesson.index()] = Some(lesson_row);
        let Some(home) = self.homes[lesson.index()].clone() else { return };
        self.add_to_right_sides(&home);
        self.add_column(home);
        let column = &self.program.columns[self.program.columns.len() - 1];
        if column.points.is_some() {
            self.program.lp.replace_slack(lesson_row, column.variable);
        }
    }

    /// Gives the rows back what they had less because a lesson stood in its booking, beyond the program.
    fn add_to_right_sides(&mut self, booking: &Booking) {
        for (entered, coefficient) in self.index.coefficients(self.problem, booking) {
            let row = &self.program.rows[entered];
            self.program.lp.shift_right_side(row.lp_row, to_float(coefficient) * row.scale);
        }
    }

    /// Whether `booking` is new.
    pub(super) fn enter(&mut self, booking: Booking) -> bool {
        self.open(booking.lesson);
        let missed = self.scope.desired_missed(booking.lesson, booking.start);
        let is_same = |column: &Column| column.booking == booking && column.missed == missed;
        if self.program.columns_of(booking.lesson).any(is_same) {
            return false;
        }
        self.add_column(booking);
        true
    }

    fn add_column(&mut self, booking: Booking) {
        let lesson = booking.lesson;
        let Some(lesson_row) = self.program.lesson_rows[lesson.index()] else { return };
        let missed = self.scope.desired_missed(lesson, booking.start);
        let entries = self.entries(&booking, lesson_row, missed);
        let variable = self.program.lp.add_column(0.0, f64::INFINITY, entries.into_iter());
        self.program.columns_of[lesson.index()].push(self.program.columns.len());
        self.program.columns.push(Column { booking, variable, missed, points: None });
        self.refresh_column(self.program.columns.len() - 1);
    }

    /// The coefficients of `booking` in the program: in rows of the model, in its lesson's, and in the allowance.
    fn entries(&self, booking: &Booking, lesson_row: LpRow, missed: i64) -> Vec<(LpRow, f64)> {
        let mut entries: Vec<(LpRow, f64)> = Vec::new();
        for (entered, coefficient) in self.index.coefficients(self.problem, booking) {
            let row = &self.program.rows[entered];
            entries.push((row.lp_row, to_float(coefficient) * row.scale));
        }
        entries.push((lesson_row, 1.0));
        if let Some(allowance) = self.program.allowance.as_ref().filter(|_| missed > 0) {
            entries.push((allowance.lp_row, to_float(missed)));
        }
        entries
    }

    /// Gives column number `column` the bounds and the cost that it has in the present scope.
    pub(super) fn refresh_column(&mut self, column: usize) {
        let column = &mut self.program.columns[column];
        let missed = self.scope.desired_missed(column.booking.lesson, column.booking.start);
        let points = self.scope.points(self.problem, &column.booking);
        column.points = points.filter(|_| missed == column.missed);
        let upper = if column.points.is_some() { f64::INFINITY } else { 0.0 };
        self.program.lp.set_upper(column.variable, upper);
        // What is closed keeps its cost: the duals stay as they were where it is in the basis, and the dual simplex takes it out.
        if let Some(points) = column.points {
            self.program.lp.set_cost(column.variable, to_float(points) / self.unit);
        }
    }
}
