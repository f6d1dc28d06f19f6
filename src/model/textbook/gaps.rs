//! Gaps of a day: periods without a lesson that have one before and one after.

use super::draft::{Draft, sum};
use super::{ColumnId, Origin};

/// What tells whether a period is taken, in whole timetables.
pub(super) struct Taken {
    /// Sums that are at most 1 each; one of them is 1 if the period is taken.
    pub(super) any_of: Vec<Vec<ColumnId>>,
    /// A sum that is at least 1 if the period is taken, and 0 if it is not.
    pub(super) all: Vec<ColumnId>,
}

impl Draft<'_> {
    /// Columns of which each is at least 1 where a day has a gap. The first and the last period are never one.
    pub(super) fn gaps(&mut self, day: &[Taken], origin: Origin) -> Vec<ColumnId> {
        let Some(inner) = day.get(1..day.len().saturating_sub(1)) else { return Vec::new() };
        let before = self.reached(day.iter(), origin);
        let mut after = self.reached(day.iter().rev(), origin);
        after.reverse();
        let mut gaps = Vec::new();
        for (position, taken) in inner.iter().enumerate() {
            let gap = self.consequence(0, 1);
            let mut terms = vec![(before[position], 1), (after[position + 2], 1), (gap, -1)];
            terms.extend(taken.all.iter().map(|&column| (column, -1)));
            self.at_most(origin, terms, 1);
            gaps.push(gap);
        }
        gaps
    }

    /// Columns that are 1 from the first period on that is taken.
    fn reached<'t>(
        &mut self,
        day: impl Iterator<Item = &'t Taken>,
        origin: Origin,
    ) -> Vec<ColumnId> {
        let mut reached: Vec<ColumnId> = Vec::new();
        for taken in day {
            let column = self.consequence(0, 1);
            let so_far = reached.last().map(|&before| vec![before]);
            for columns in taken.any_of.iter().cloned().chain(so_far) {
                let mut terms = sum(columns);
                terms.push((column, -1));
                self.at_most(origin, terms, 0);
            }
            reached.push(column);
        }
        reached
    }
}
