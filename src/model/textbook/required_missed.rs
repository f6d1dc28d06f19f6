//! H7: a choice, or a booking at which it would miss what is required.
//!
//! A chooser with one choice needs no rows: no booking is written out at which it would.

use super::Origin;
use super::draft::{Draft, sum};
use super::missed::missed_under;
use crate::domain::Rule;
use crate::problem::{Attendance, IndexedLesson};

impl Draft<'_> {
    pub(super) fn required_missed(&mut self) {
        for lesson in &self.problem.lessons {
            for attendance in self.undecided(lesson) {
                self.forbid(lesson, attendance);
            }
        }
    }

    fn forbid(&mut self, lesson: &IndexedLesson, attendance: &Attendance) {
        let problem = self.problem;
        for (number, choice) in problem.choosers[attendance.chooser].choices.iter().enumerate() {
            let missed = |cell| missed_under(problem, attendance, choice, cell);
            let booked = self.booked[lesson.id].iter();
            let forbidden = booked.filter(|one| missed(one.cell).is_none());
            let mut terms = sum(forbidden.map(|one| one.column));
            if !terms.is_empty() {
                terms.push((self.chosen[attendance.chooser][number], 1));
                self.at_most(Origin::Rule(Rule::RequiredMissed), terms, 1);
            }
        }
    }
}
