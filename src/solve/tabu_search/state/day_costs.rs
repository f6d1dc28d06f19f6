//! What is counted by the day: gaps, too many periods, new slots that lessons share, and days on which a teacher newly comes.

use super::{Cost, State};
use crate::domain::Price;
use crate::model::Pattern;
use crate::problem::{Cell, ClassId, DayId, TeacherId};

impl State<'_> {
    /// The cost of a class's day: gaps, and new slots that lessons may share.
    pub(super) fn count_class_day(&self, class: ClassId, day: DayId) -> Cost {
        let context = self.context;
        let new = context.new_slots(class, day);
        let (mut cost, mut taken) = (Cost::default(), Pattern::default());
        for week in context.weeks() {
            let pattern = self.class_patterns[(class, week, day)];
            let free = context.limits.class_gaps(class, week, day);
            cost.breaches += i64::from(pattern.gaps().saturating_sub(free));
            taken.0 |= pattern.0 & new.0;
        }
        if taken == Pattern::default() {
            return cost;
        }
        for cell in context.problem.frame.cells_of(day) {
            if taken.takes(context.problem.frame.position_in_day(cell))
                && self.is_shared(class, cell)
            {
                cost.points += context.problem.weights[Price::NewSlot];
            }
        }
        cost
    }

    /// Whether a lesson that may not be alone is in a cell of a class, in any week.
    fn is_shared(&self, class: ClassId, cell: Cell) -> bool {
        let cycle = self.context.problem.cycle();
        self.context.weeks().any(|week| {
            let there = &self.classes[(class, week, cell)];
            there.iter().any(|(_, used)| !used.is_alone(cycle))
        })
    }

    /// The cost of a teacher's day: gaps, coming at all, and too many periods.
    pub(super) fn count_teacher_day(&self, teacher: TeacherId, day: DayId) -> Cost {
        let (problem, limits) = (self.context.problem, self.context.limits);
        let mut cost = Cost::default();
        let (mut comes, mut beyond) = (false, 0);
        for week in self.context.weeks() {
            let pattern = self.teacher_patterns[(teacher, week, day)];
            comes |= pattern != Pattern::default();
            let free = limits.teacher_gaps(teacher, week, day);
            beyond = beyond.max(pattern.gaps().saturating_sub(free));
            if let Some(limit) = self.context.teacher_limit(teacher, week, day) {
                cost.breaches += (i64::from(pattern.0.count_ones()) - limit).max(0);
            }
        }
        cost.points += problem.weights[Price::TeacherGap] * i64::from(beyond);
        if comes && !limits.teacher_comes(teacher, day) {
            cost.points += problem.weights[Price::TeacherDay];
        }
        cost
    }
}
