//! How far the answer to a question is, in one line.

use std::time::Duration;

use crate::domain::Language;
use crate::scenario::Step;
use crate::words::say;

/// The line.
#[must_use]
pub fn step(Step { done, of }: Step, language: Language) -> String {
    say!(
        language,
        "{done} af {of} beregninger er færdige",
        "{done} av {of} beräkningar är klara",
        "{done} of {of} calculations done"
    )
}

/// After the line: how much of the time is left.
#[must_use]
pub fn left(time: Duration, language: Language) -> String {
    let seconds = time.as_secs();
    let time = if seconds < 60 {
        format!("{seconds} s")
    } else {
        format!("{}:{:02} min", seconds / 60, seconds % 60)
    };
    say!(language, ", {time} tilbage", ", {time} kvar", ", {time} left")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_in_seconds_and_from_a_minute_on_in_minutes() {
        assert_eq!(left(Duration::from_millis(59_900), Language::English), ", 59 s left");
        assert_eq!(left(Duration::from_secs(605), Language::Danish), ", 10:05 min tilbage");
    }
}
