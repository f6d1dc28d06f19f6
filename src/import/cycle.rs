//! Days of a program that counts them through, cut into weeks.

use crate::domain::Day;

/// Days that make a week where there are more than a week of them.
const WEEK_LENGTHS: [usize; 3] = [5, 6, 7];

/// How many days a week has if there are `days` in all; `None` if they make no weeks.
pub(crate) fn week_length(days: usize) -> Option<usize> {
    if days <= Day::ALL.len() {
        return Some(Day::ALL.len());
    }
    WEEK_LENGTHS.into_iter().find(|length| days.is_multiple_of(*length))
}

/// What a week of the cycle is called, by its number from 0: `A`, `B` …
pub(crate) fn label(week: usize) -> String {
    let letter = u32::try_from(week).ok().and_then(|week| char::from_u32(u32::from('A') + week));
    letter.filter(char::is_ascii_uppercase).map_or_else(|| format!("W{week}"), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_days_are_two_weeks_of_five() {
        assert_eq!([5, 7, 10, 12, 11].map(week_length), [Some(7), Some(7), Some(5), Some(6), None]);
        assert_eq!([0, 1, 25, 26].map(label), ["A", "B", "Z", "W26"]);
    }
}
