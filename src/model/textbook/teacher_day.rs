//! The price of a day on which a teacher newly comes: one that is free in the baseline in every week.

use super::Origin;
use super::draft::Draft;
use crate::domain::Price;
use crate::problem::{DayId, TeacherId};

impl Draft<'_> {
    pub(super) fn teacher_day(&mut self) {
        for teacher in self.problem.teachers() {
            for day in self.problem.frame.days() {
                if !self.limits.teacher_comes(teacher, day) {
                    self.price_coming(teacher, day);
                }
            }
        }
    }

    fn price_coming(&mut self, teacher: TeacherId, day: DayId) {
        let problem = self.problem;
        let comes = self.consequence(problem.weights[Price::TeacherDay], 1);
        for &lesson in &problem.lessons_of_teacher[teacher] {
            let mut terms = self.on_day(lesson, day, 1);
            terms.push((comes, -1));
            self.at_most(Origin::Price(Price::TeacherDay), terms, 0);
        }
    }
}
