//! The prices of missed lessons, of either level: what is missed under one choice and not under another, or for another
//! lesson. What every choice misses is in the points of bookings.

use super::draft::Draft;
use super::{ColumnId, Origin};
use crate::domain::Price;
use crate::problem::{Cell, IndexedLesson, PeriodId, Problem};

impl Draft<'_> {
    /// One column for each period that may be missed at a price, and a row for each way in which it may be.
    pub(super) fn missed(&mut self) {
        for period in self.problem.periods.ids() {
            let level = self.problem.periods[period].level;
            let Some(price) = self.problem.price_of_missing(level) else { continue };
            let rows = self.ways_to_miss(period);
            if rows.is_empty() {
                continue;
            }
            let points = price * self.problem.periods[period].pupils;
            let missed = self.consequence(points, 1);
            for mut terms in rows {
                terms.push((missed, -1));
                self.at_most(Origin::Price(Price::Desired), terms, 1);
            }
        }
    }

    /// Sums that are at most 1 where a period is not missed, and 2 where it is, though not under every choice.
    fn ways_to_miss(&self, period: PeriodId) -> Vec<Vec<(ColumnId, i64)>> {
        let mut rows = self.missed_under_choices(period);
        rows.extend(self.missed_for_others(period));
        rows
    }

    /// For each choice, the bookings at which it misses a period that another choice does not.
    pub(super) fn missed_under_choices(&self, period: PeriodId) -> Vec<Vec<(ColumnId, i64)>> {
        let problem = self.problem;
        let core = &problem.periods[period];
        let mut rows = Vec::new();
        for (choice, &chosen) in self.chosen[core.chooser].iter().enumerate() {
            let booked = self.booked[core.lesson].iter();
            let missed = booked.filter(|one| {
                problem.is_away(period, choice, one.cell)
                    && !problem.is_always_away(period, one.cell)
            });
            let mut terms: Vec<(ColumnId, i64)> = missed.map(|one| (one.column, 1)).collect();
            if !terms.is_empty() {
                terms.push((chosen, 1));
                rows.push(terms);
            }
        }
        rows
    }
}

/// What apprentices miss whatever is chosen if `lesson` starts in `cell`, in points; `None` if that must not be.
pub(super) fn least_missed(problem: &Problem, lesson: &IndexedLesson, cell: Cell) -> Option<i64> {
    let missed = lesson.periods.iter().filter(|&&period| problem.is_always_away(period, cell));
    let price = |&period: &PeriodId| {
        let core = &problem.periods[period];
        Some(problem.price_of_missing(core.level)? * core.pupils)
    };
    missed.map(price).sum()
}
