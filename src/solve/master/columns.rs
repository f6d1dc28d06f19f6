//! Lessons and their bookings in the program.

use super::{Column, Master, to_float};
use crate::model::Booking;
use crate::problem::LessonId;
use crate::solve::lp::LpRow;

impl Master<'_> {
    /// Brings `lesson` into the program, at home if it may be there.
    pub(super) fn open(&mut self, lesson: LessonId) {
        if self.program.lesson_rows[lesson.index()].is_some() {
            return;
        }
        let row = self.program.lp.add_row(&[], 1.0, self.program.penalty, f64::INFINITY);
        self.program.lesson_rows[lesson.index()] = Some(row);
        let home = self.homes[lesson.index()].clone();
        for (entered, coefficient) in self.index.coefficients(self.problem, &home) {
            let row = &self.program.rows[entered];
            self.program.lp.shift_right_side(row.lp_row, to_float(coefficient) * row.scale);
        }
        self.add_column(home);
        let column = &self.program.columns[self.program.columns.len() - 1];
        if column.points.is_some() {
            self.program.lp.replace_slack(row, column.variable);
        }
    }

    /// Whether `booking` is new.
    pub(super) fn enter(&mut self, booking: Booking) -> bool {
        self.open(booking.lesson);
        let missed = self.scope.desired_missed(booking.lesson, booking.start);
        let mut known = self.program.columns_of[booking.lesson.index()]
            .iter()
            .map(|&at| &self.program.columns[at]);
        if known.any(|column| column.booking == booking && column.missed == missed) {
            return false;
        }
        self.add_column(booking);
        true
    }

    fn add_column(&mut self, booking: Booking) {
        let lesson = booking.lesson;
        let Some(lesson_row) = self.program.lesson_rows[lesson.index()] else { return };
        let in_rows = self.index.coefficients(self.problem, &booking);
        let entries = in_rows
            .into_iter()
            .map(|(row, coefficient)| (&self.program.rows[row], to_float(coefficient)))
            .map(|(row, coefficient)| (row.lp_row, coefficient * row.scale));
        let missed = self.scope.desired_missed(lesson, booking.start);
        let in_allowance = self.program.allowance.as_ref().filter(|_| missed > 0);
        let in_allowance = in_allowance.map(|allowance| (allowance.lp_row, to_float(missed)));
        let entries = entries.chain([(lesson_row, 1.0)]).chain(in_allowance);
        let entries: Vec<(LpRow, f64)> = entries.collect();
        let variable = self.program.lp.add_column(0.0, f64::INFINITY, entries.into_iter());
        self.program.columns_of[lesson.index()].push(self.program.columns.len());
        self.program.columns.push(Column { booking, variable, missed, points: None });
        self.refresh_column(self.program.columns.len() - 1);
    }

    pub(super) fn refresh_column(&mut self, place: usize) {
        let column = &mut self.program.columns[place];
        let missed = self.scope.desired_missed(column.booking.lesson, column.booking.start);
        let points = self.scope.points(self.problem, &column.booking);
        column.points = points.filter(|_| missed == column.missed);
        self.program
            .lp
            .set_upper(column.variable, if column.points.is_some() { f64::INFINITY } else { 0.0 });
        let cost = to_float(column.points.unwrap_or(0)) / self.unit;
        self.program.lp.set_cost(column.variable, cost);
    }
}
