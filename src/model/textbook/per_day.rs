//! H9 and H18: so many periods of a subject, or lessons that belong apart, on a day of a week.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn per_day(&mut self, rule: Rule) {
        let limits: Vec<_> =
            self.limits.day_limits.iter().filter(|limit| limit.rule == rule).cloned().collect();
        for limit in limits {
            let all: i64 = limit.lessons.iter().map(|&(_, counted)| counted).sum();
            if all <= limit.limit {
                continue;
            }
            for day in self.problem.frame.days() {
                let lessons = limit.lessons.iter();
                let terms = lessons
                    .flat_map(|&(lesson, counted)| self.on_day(lesson, day, counted))
                    .collect();
                self.at_most(Origin::Rule(rule), terms, limit.limit);
            }
        }
    }
}
