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
