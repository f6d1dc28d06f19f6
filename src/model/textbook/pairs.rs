//! Two bookings that get in each other's way: of H14, and of H7 and its prices what guests would miss for another lesson.

use super::ColumnId;
use super::draft::Draft;
use crate::problem::{Pair, PeriodId};

impl Draft<'_> {
    /// For each pair and booking at which a period is missed, those beside which it is.
    pub(super) fn missed_for_others(&self, period: PeriodId) -> Vec<Vec<(ColumnId, i64)>> {
        let problem = self.problem;
        let own = problem.periods[period].lesson;
        let pairs = problem.lesson(own).pairs.iter().map(|&pair| &problem.pairs[pair]);
        let mut rows = Vec::new();
        for pair in pairs {
            for miss in pair.misses.iter().filter(|miss| miss.period == period) {
                let is_own_away = |[one, other]: [usize; 2]| {
                    let start = if pair.lessons[0] == own { one } else { other };
                    let cell = problem.lesson(own).starts[start].cell;
                    problem.is_always_away(period, cell)
                };
                rows.extend(self.beside(pair, |one, other| {
                    pair.is_missed(miss, one, other) && !is_own_away([one, other])
                }));
            }
        }
        rows
    }

    /// For each start of the first lesson, its bookings there and those of the second at the starts of which `meets` says
    /// so; none for starts at which there are none.
    pub(super) fn beside(
        &self,
        pair: &Pair,
        meets: impl Fn(usize, usize) -> bool,
    ) -> Vec<Vec<(ColumnId, i64)>> {
        let [first, second] = pair.lessons.map(|lesson| &self.booked[lesson]);
        let mut rows = Vec::new();
        for start in 0..self.problem.lesson(pair.lessons[0]).starts.len() {
            let beside = second.iter().filter(|one| meets(start, one.booking.start));
            let beside: Vec<(ColumnId, i64)> = beside.map(|one| (one.column, 1)).collect();
            let here = first.iter().filter(|one| one.booking.start == start);
            let here: Vec<(ColumnId, i64)> = here.map(|one| (one.column, 1)).collect();
            if !beside.is_empty() && !here.is_empty() {
                rows.push([here, beside].concat());
            }
        }
        rows
    }
}
