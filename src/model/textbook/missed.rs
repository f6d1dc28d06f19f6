//! The prices of missed lessons, of either level: what is missed under one choice and not under another. What every choice
//! misses is in the points of bookings.

use super::draft::Draft;
use super::{ColumnId, Origin};
use crate::domain::{Effort, Level, Price};
use crate::problem::{Attendance, Cell, Choice, IndexedLesson, Problem};

impl<'a> Draft<'a> {
    pub(super) fn missed(&mut self) {
        for lesson in &self.problem.lessons {
            for attendance in self.undecided(lesson) {
                self.price(lesson, attendance);
            }
        }
    }

    /// Those who attend a lesson and have several choices.
    pub(super) fn undecided<'l>(
        &self,
        lesson: &'l IndexedLesson,
    ) -> impl Iterator<Item = &'l Attendance> + use<'l, 'a> {
        let problem = self.problem;
        lesson.attendance.iter().filter(move |one| problem.choosers[one.chooser].choices.len() > 1)
    }

    /// What each choice misses beyond what every choice misses, in points.
    ///
    /// For each choice: `Σ more × bookings ≤ most × (1 − choice) + column`, of which one column serves all choices.
    fn price(&mut self, lesson: &IndexedLesson, attendance: &Attendance) {
        let chooser = attendance.chooser;
        let choices = &self.problem.choosers[chooser].choices;
        let by_choice: Vec<Vec<(ColumnId, i64)>> =
            choices.iter().map(|choice| self.missed_more(lesson, attendance, choice)).collect();
        let dearest = |terms: &[(ColumnId, i64)]| terms.iter().map(|term| term.1).max();
        let Some(upper) = by_choice.iter().filter_map(|terms| dearest(terms)).max() else { return };
        let column = self.consequence(1, upper);
        for (number, mut terms) in by_choice.into_iter().enumerate() {
            let Some(most) = dearest(&terms) else { continue };
            terms.extend([(self.chosen[chooser][number], most), (column, -1)]);
            self.at_most(Origin::Price(Price::Desired), terms, most);
        }
    }

    fn missed_more(
        &self,
        lesson: &IndexedLesson,
        attendance: &Attendance,
        choice: &Choice,
    ) -> Vec<(ColumnId, i64)> {
        let more = |cell| {
            let least = least_missed_by(self.problem, attendance, cell)?;
            Some(missed_under(self.problem, attendance, choice, cell)? - least)
        };
        let booked = self.booked[lesson.id].iter();
        let terms = booked.filter_map(|one| Some((one.column, more(one.cell)?)));
        terms.filter(|&(_, points)| points > 0).collect()
    }
}

/// What apprentices miss whatever is chosen if `lesson` starts in `cell`, in points; `None` if that must not be.
pub(super) fn least_missed(problem: &Problem, lesson: &IndexedLesson, cell: Cell) -> Option<i64> {
    let each = lesson.attendance.iter();
    each.map(|attendance| least_missed_by(problem, attendance, cell)).sum()
}

fn least_missed_by(problem: &Problem, attendance: &Attendance, cell: Cell) -> Option<i64> {
    let choices = problem.choosers[attendance.chooser].choices.iter();
    choices.filter_map(|choice| missed_under(problem, attendance, choice, cell)).min()
}

/// What a chooser's apprentices miss under `choice` if the lesson starts in `cell`, in points; `None` if that must not be.
pub(super) fn missed_under(
    problem: &Problem,
    attendance: &Attendance,
    choice: &Choice,
    cell: Cell,
) -> Option<i64> {
    let away = |offset: u8| choice.away[cell.later(offset)];
    let price = |level| match (level, problem.effort) {
        (Level::Required, Effort::Strict) => None,
        (Level::Required, Effort::Best) => Some(problem.weights[Price::Required]),
        (Level::Desired, _) => Some(problem.weights[Price::Desired]),
    };
    let missed = attendance.periods.iter().filter(|period| away(period.0));
    missed.map(|&(_, level, pupils)| Some(price(level)? * pupils)).sum()
}
