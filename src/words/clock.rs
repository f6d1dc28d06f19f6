//! Times of day as people write them in a sentence.

use crate::domain::{Hours, TimeOfDay};

/// A time of day, e.g. `9.50`.
pub(crate) fn clock(time: TimeOfDay) -> String {
    format!("{}.{:02}", time.0 / 60, time.0 % 60)
}

/// A stretch of a day, e.g. `8.00–9.30`.
pub(crate) fn from_to(hours: Hours) -> String {
    format!("{}–{}", clock(hours.start), clock(hours.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_no_nought_before_them_and_minutes_have_two_digits() {
        let [early, late] = [TimeOfDay(8 * 60 + 5), TimeOfDay(15 * 60)];
        assert_eq!([clock(early), clock(late)], ["8.05", "15.00"]);
        assert_eq!(Hours::new(early, late).map(from_to).as_deref(), Some("8.05–15.00"));
    }
}
