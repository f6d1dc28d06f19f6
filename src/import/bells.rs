//! When periods begin and end, as far as other programs' files say.

use std::collections::BTreeMap;

use crate::domain::{Day, Period, Slot};
use crate::input::minutes;

/// When the period of each slot begins and ends, in minutes after midnight.
pub type Bells = BTreeMap<Slot, (u32, u32)>;

/// The times in `8:00-8:45`, also behind a word or a number: `2. 8.00 – 8.45`.
pub(super) fn times(written: &str) -> Option<(u32, u32)> {
    let (start, end) = written.split_once(['-', '–'])?;
    let start = minutes(start.split_whitespace().next_back()?)?;
    let end = minutes(end.split_whitespace().next()?)?;
    (start < end).then_some((start, end))
}

/// The times of a period that are the same on every day.
pub(super) fn daily(period: Period, times: (u32, u32)) -> impl Iterator<Item = (Slot, (u32, u32))> {
    Day::ALL.into_iter().map(move |day| (Slot::new(day, period), times))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_points_colons_or_neither_and_behind_a_number() {
        let eight = Some((480, 525));
        assert_eq!(times("8:00-8:45"), eight);
        assert_eq!(times("1. 08.00 – 08.45"), eight);
        assert_eq!(times("0800-0845 lang"), eight);
        assert_eq!([times("8:45-8:00"), times("1-2"), times("8:00"), times("")], [None; 4]);
    }
}
