//! Masks of days and weeks: `01000` is the second day.

use crate::domain::Day;
use crate::import::cycle::week_length;

/// Where the only `1` of a mask is.
pub(crate) fn single(mask: &str) -> Option<usize> {
    let is_mask = mask.bytes().all(|sign| matches!(sign, b'0' | b'1'));
    let mut ones = mask.match_indices('1').map(|(at, _)| at);
    let first = ones.next().filter(|_| is_mask)?;
    ones.next().is_none().then_some(first)
}

/// Whether a mask names every week, or nothing at all.
pub(crate) fn is_every(mask: &str) -> bool {
    mask.bytes().all(|sign| sign == b'1')
}

/// A mask of `length` with a `1` at one position.
pub(crate) fn with_one(length: usize, at: usize) -> String {
    (0..length).map(|position| if position == at { '1' } else { '0' }).collect()
}

/// The week and weekday of a position in a mask of `length` days.
pub(crate) fn weekday(position: usize, length: usize) -> Option<(usize, Day)> {
    let own = week_length(length)?;
    Some((position / own, *Day::ALL.get(position % own)?))
}

/// The position of a weekday of a week in a mask of `length` days.
pub(crate) fn position(week: usize, day: Day, length: usize) -> Option<usize> {
    let position = week * week_length(length)? + day as usize;
    (position < length).then_some(position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_names_a_day_if_it_has_one_one() {
        assert_eq!(
            [single("01000"), single("00000"), single("11000"), single("x1")],
            [Some(1), None, None, None]
        );
        assert_eq!(weekday(1, 5), Some((0, Day::Tue)));
        assert_eq!(weekday(6, 10), Some((1, Day::Tue)));
        assert_eq!(
            position(1, Day::Tue, 10).map(|position| with_one(10, position)).as_deref(),
            Some("0000001000")
        );
    }
}
