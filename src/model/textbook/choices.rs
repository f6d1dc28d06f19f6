//! Columns for choosers, and what their apprentices miss: H7, H13 and the prices of missed lessons.

use super::draft::{Draft, sum};
use super::{ColumnId, Origin};
use crate::domain::{Effort, Level, Price, Rule};
use crate::problem::{Attendance, Cell, Choice, IndexedLesson, Problem, Table};

impl Draft<'_> {
    /// One column for each choice of each chooser, of which one is taken; places hold so many.
    pub(super) fn choose(&mut self) {
        let problem = self.problem;
        let mut seated = Table::filled(&problem.seats.ids(), Vec::new());
        for (id, chooser) in problem.choosers.pairs() {
            let choices = (0..chooser.choices.len()).map(|number| self.choice(id, number));
            let chosen: Vec<ColumnId> = choices.collect();
            for (&column, choice) in chosen.iter().zip(&chooser.choices) {
                for &(seat, pupils) in &choice.seats {
                    seated[seat].push((column, i64::from(pupils)));
                }
            }
            self.equal(Origin::Rule(Rule::Away), sum(chosen.iter().copied()), 1);
            self.chosen[id] = chosen;
        }
        for (terms, &seats) in seated.into_iter().zip(&problem.seats) {
            self.at_most(Origin::Rule(Rule::PlaceFull), terms, i64::from(seats));
        }
    }

    /// What is missed under one choice and not under another.
    ///
    /// A chooser with one choice needs no rows: see [`least_missed`].
    pub(super) fn miss_lessons(&mut self) {
        let problem = self.problem;
        for lesson in &problem.lessons {
            for attendance in &lesson.attendance {
                if problem.choosers[attendance.chooser].choices.len() > 1 {
                    self.forbid(lesson, attendance);
                    self.price(lesson, attendance);
                }
            }
        }
    }

    /// H7: a choice, or a booking at which it would miss what is required.
    fn forbid(&mut self, lesson: &IndexedLesson, attendance: &Attendance) {
        let chooser = attendance.chooser;
        for (number, choice) in self.problem.choosers[chooser].choices.iter().enumerate() {
            let missed = |cell| missed(self.problem, attendance, choice, cell);
            let booked = self.booked[lesson.id].iter();
            let forbidden = booked.filter(|one| missed(one.cell).is_none());
            let mut terms = sum(forbidden.map(|one| one.column));
            if !terms.is_empty() {
                terms.push((self.chosen[chooser][number], 1));
                self.at_most(Origin::Rule(Rule::RequiredMissed), terms, 1);
            }
        }
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
            Some(missed(self.problem, attendance, choice, cell)? - least)
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
    choices.filter_map(|choice| missed(problem, attendance, choice, cell)).min()
}

/// What a chooser's apprentices miss under `choice` if the lesson starts in `cell`, in points; `None` if that must not be.
fn missed(problem: &Problem, attendance: &Attendance, choice: &Choice, cell: Cell) -> Option<i64> {
    let away = |offset: u8| choice.away[cell.later(offset)];
    let price = |level| match (level, problem.effort) {
        (Level::Required, Effort::Strict) => None,
        (Level::Required, Effort::Best) => Some(problem.weights[Price::Required]),
        (Level::Desired, _) => Some(problem.weights[Price::Desired]),
    };
    let missed = attendance.periods.iter().filter(|period| away(period.0));
    missed.map(|&(_, level, pupils)| Some(price(level)? * pupils)).sum()
}
