//! H9: so many periods of a subject on a day of a week.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn subject_per_day(&mut self) {
        for limit in self.limits.subject_days.clone() {
            let all: i64 = limit.lessons.iter().map(|&(_, periods)| periods).sum();
            if all <= limit.limit {
                continue;
            }
            for day in self.problem.frame.days() {
                let lessons = limit.lessons.iter();
                let terms = lessons
                    .flat_map(|&(lesson, periods)| self.on_day(lesson, day, periods))
                    .collect();
                self.at_most(Origin::Rule(Rule::SubjectPerDay), terms, limit.limit);
            }
        }
    }
}
