//! Limits of a search as people write them: `90`, `90s`, `1m30s`, `500ms`; `2` threads.

use std::num::NonZeroUsize;
use std::time::Duration;

/// Reads a duration: numbers with units, the longest unit first; a number alone is seconds.
///
/// # Errors
/// What can be written instead.
pub(super) fn duration(written: &str) -> Result<Duration, String> {
    let instead =
        || "write for example 90 or 90s, 2m, 1m30s, 1h or 500ms (a number alone is seconds)";
    let read = match written.parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => sum(written),
    };
    // Longer than anybody waits, and short enough to be added to any moment.
    read.filter(|read| u32::try_from(read.as_secs()).is_ok()).ok_or_else(|| instead().to_owned())
}

/// The sum of one number and unit or more, each unit shorter than the one before.
fn sum(written: &str) -> Option<Duration> {
    let (mut rest, mut sum, mut last) = (written, Duration::ZERO, u64::MAX);
    while !rest.is_empty() || last == u64::MAX {
        let (number, others) = split(rest, |sign| !sign.is_ascii_digit());
        let (unit, others) = split(others, |sign| sign.is_ascii_digit());
        let milliseconds = milliseconds(unit).filter(|&unit| unit < last)?;
        let part = number.parse::<u64>().ok()?.checked_mul(milliseconds)?;
        sum = sum.checked_add(Duration::from_millis(part))?;
        (rest, last) = (others, milliseconds);
    }
    Some(sum)
}

fn split(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

fn milliseconds(unit: &str) -> Option<u64> {
    match unit {
        "ms" => Some(1),
        "s" => Some(1_000),
        "m" | "min" => Some(60_000),
        "h" => Some(3_600_000),
        _ => None,
    }
}

/// Reads a number of threads.
///
/// # Errors
/// What can be written instead.
pub(super) fn threads(written: &str) -> Result<NonZeroUsize, String> {
    written.parse().map_err(|_| "write a whole number, 1 or more".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_number_of_seconds_or_numbers_with_units() {
        let read = ["90", "90s", "2m", "5min", "1h", "1m30s", "1h30m", "0s", "0"].map(duration);
        let seconds = [90, 90, 120, 300, 3600, 90, 5400, 0, 0];
        assert_eq!(read, seconds.map(|seconds| Ok(Duration::from_secs(seconds))));
        assert_eq!(duration("1s500ms"), Ok(Duration::from_millis(1500)));
    }

    #[test]
    fn anything_else_is_refused_with_what_to_write() {
        let long = "99999999999999999h";
        for written in ["", "s", "-1s", "1.5m", "1d", "1 s", "s1", "5µs", "30s1m", "1m30", long] {
            let message = duration(written).err().unwrap_or_default();
            for form in ["90", "90s", "2m", "1m30s", "1h", "500ms"] {
                assert!(message.contains(form), "{written}: {message}");
            }
        }
    }
}
