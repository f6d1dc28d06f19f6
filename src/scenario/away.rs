//! When somebody could be away: every combination of as many whole days as the own placement takes.

use itertools::Itertools;

use crate::domain::{Alternative, Apprentice, Day, Grid, Span};

/// On how many days somebody is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(pub usize);

/// The largest number of different days in any alternative of these apprentices; 1 where there is none.
pub fn days_of<'a>(apprentices: impl IntoIterator<Item = &'a Apprentice>) -> Days {
    let alternatives = apprentices.into_iter().flat_map(|apprentice| &apprentice.alternatives);
    Days(alternatives.map(|alternative| alternative.days().len()).max().unwrap_or(1).max(1))
}

/// Every way to be away on that many whole days of the grid, Monday first, written as in JSON: `mon`, `mon+tue`.
#[must_use]
pub fn ways(grid: &Grid, days: Days) -> Vec<Alternative> {
    grid.days().combinations(days.0).map(|days| whole_days(&days)).collect()
}

/// Away on these days from morning to evening.
pub(super) fn whole_days(days: &[Day]) -> Alternative {
    let spans = days.iter().map(|&day| Span { day, periods: None });
    let written = days.iter().join("+");
    Alternative { written, spans: spans.collect(), place: None, rank: Some(0) }
}
