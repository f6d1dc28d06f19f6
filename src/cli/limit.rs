//! Durations as people write them: `90`, `60s`, `5m`, `1h`, `500ms`.

use std::time::Duration;

/// Reads a duration; a bare number is seconds.
///
/// # Errors
/// What can be written instead.
pub(super) fn duration(written: &str) -> Result<Duration, String> {
    let digits = written.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let milliseconds = match &written[digits.len()..] {
        "ms" => 1,
        "" | "s" => 1_000,
        "m" | "min" => 60_000,
        "h" => 3_600_000,
        _ => return Err(instead()),
    };
    let number: u64 = digits.parse().map_err(|_| instead())?;
    number.checked_mul(milliseconds).map(Duration::from_millis).ok_or_else(instead)
}

fn instead() -> String {
    "write a whole number with s, m or h, e.g. 60s".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_whole_number_and_a_unit() {
        let read = ["90", "60s", "5m", "5min", "1h", "500ms", "0s"].map(duration);
        let seconds = [90, 60, 300, 300, 3600].map(|seconds| Ok(Duration::from_secs(seconds)));
        assert_eq!(read[..5], seconds);
        assert_eq!(read[5..], [Ok(Duration::from_millis(500)), Ok(Duration::ZERO)]);
    }

    #[test]
    fn anything_else_is_refused_with_what_to_write() {
        for written in ["", "s", "-1s", "1.5m", "1d", "1 s", "s1", "5µs", "99999999999999999h"] {
            assert_eq!(duration(written), Err(instead()), "{written}");
        }
    }
}
