//! The clock: how long something took, when a limit is over, and which day it is.

use std::time::{Duration, Instant, SystemTime};

use crate::domain::{Date, Signal};

/// The end of a time limit. As a signal of a [`Stop`](crate::domain::Stop) it ends a search, or all the searches of a question.
#[derive(Clone, Copy, Debug)]
pub struct Deadline {
    begun: Instant,
    limit: Duration,
}

impl Deadline {
    /// A limit that runs from now on.
    #[must_use]
    pub fn after(limit: Duration) -> Self {
        Self { begun: Instant::now(), limit }
    }

    /// Whether the time is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.begun.elapsed() >= self.limit
    }

    /// How much of the time is left.
    #[must_use]
    pub fn left(&self) -> Duration {
        self.limit.saturating_sub(self.begun.elapsed())
    }
}

impl Signal for Deadline {
    fn is_given(&self) -> bool {
        self.is_over()
    }
}

/// What `work` gives, and how long it took.
pub fn timed<Given>(work: impl FnOnce() -> Given) -> (Given, Duration) {
    let begun = Instant::now();
    (work(), begun.elapsed())
}

/// The date of today in Danish and Swedish time, for what is printed.
///
/// `SOURCE_DATE_EPOCH`, a number of seconds since 1970, says another: with it the same input is the same bytes on every day.
///
/// # Source
/// <https://reproducible-builds.org/specs/source-date-epoch/>
#[must_use]
pub fn today() -> Option<Date> {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok();
    let now = || now().and_then(|time| i64::try_from(time.as_secs()).ok());
    said.or_else(now).and_then(Date::at_second)
}
