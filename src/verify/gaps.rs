//! How much of a day can be taken under weights, if it may have so many gaps.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use super::facts::Facts;
use super::inequality::{plus, times};
use crate::domain::{Day, Period, Slot};

/// What a day may look like.
pub(super) struct Shape<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) day: Day,
    /// Gaps that it may have for nothing.
    pub(super) free: usize,
    /// What each gap more costs; `None`: there must be none.
    pub(super) beyond: Option<i128>,
}

/// Periods that are not taken between the first and the last that are.
pub(super) fn gaps(taken: &BTreeSet<u8>) -> usize {
    match (taken.first(), taken.last()) {
        (Some(first), Some(last)) => usize::from(last - first) + 1 - taken.len(),
        _ => 0,
    }
}

/// The most that `Σ weights of periods taken − what gaps cost` can be on such a day.
///
/// A day that is not empty has a first and a last period. Between them, each period that the grid lacks is a gap, and each
/// other may be one instead of being taken; where that is worth it, first for those that weigh least.
pub(super) fn most(shape: &Shape<'_, '_>, weights: &BTreeMap<u8, i128>) -> Result<i128, Reason> {
    let mut best = 0;
    let is_there =
        |period: u8| shape.facts.school.grid.contains(Slot::new(shape.day, Period(period)));
    let weight = |period: u8| weights.get(&period).copied().unwrap_or(0);
    for first in shape.facts.numbers().filter(|&period| is_there(period)) {
        for last in (first..=shape.facts.periods.1).filter(|&period| is_there(period)) {
            let between: Vec<u8> = (first + 1..last).collect();
            let ends =
                if first == last { weight(first) } else { plus(weight(first), weight(last))? };
            if let Some(most) = inside(shape, &between, (&is_there, &weight))? {
                best = best.max(plus(ends, most)?);
            }
        }
    }
    Ok(best)
}

type Ask<'a, T> = &'a dyn Fn(u8) -> T;

/// The most between the first and the last; `None` if there must be too many gaps.
fn inside(
    shape: &Shape<'_, '_>,
    between: &[u8],
    (is_there, weight): (Ask<'_, bool>, Ask<'_, i128>),
) -> Result<Option<i128>, Reason> {
    let lacking = between.iter().filter(|&&period| !is_there(period)).count();
    let mut own: Vec<i128> =
        between.iter().filter(|&&period| is_there(period)).map(|&period| weight(period)).collect();
    own.sort_unstable();
    let over = i128::try_from(lacking.saturating_sub(shape.free)).map_err(|_| Reason::TooLarge)?;
    let mut sum = match shape.beyond {
        None if over > 0 => return Ok(None),
        None => 0,
        Some(price) => -times(over, price)?,
    };
    let mut free = shape.free.saturating_sub(lacking);
    for weight in own {
        // Taken, or a gap: one of the free ones, or one that is paid for.
        let gap = if free > 0 { Some(0) } else { shape.beyond.map(|price| -price) };
        if gap.is_some_and(|gap| gap > weight) {
            free = free.saturating_sub(1);
            sum = plus(sum, gap.unwrap_or(0))?;
        } else {
            sum = plus(sum, weight)?;
        }
    }
    Ok(Some(sum))
}
