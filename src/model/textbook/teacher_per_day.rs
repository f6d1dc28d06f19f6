//! H11: so many periods of a teacher on a day of a week.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn teacher_per_day(&mut self) {
        let problem = self.problem;
        for (teacher, week, day, most) in self.limits.teacher_days.clone() {
            let mut terms = Vec::new();
            for &lesson in &problem.lessons_of_teacher[teacher] {
                let uses = problem.lesson(lesson).teachers.iter();
                let own = uses.filter(|used| used.teacher == teacher && used.weeks.contains(week));
                let periods = i64::try_from(own.count()).unwrap_or(i64::MAX);
                if periods > 0 {
                    terms.extend(self.on_day(lesson, day, periods));
                }
            }
            self.at_most(Origin::Rule(Rule::TeacherPerDay), terms, most);
        }
    }
}
