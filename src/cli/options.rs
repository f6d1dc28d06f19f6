//! The options that several commands have.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Args;

use super::interrupt;
use super::limit::{duration, threads};
use crate::domain::{Effort, Language, Stop};
use crate::pipeline::Faults;

/// How strictly a school is taken.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Strictness {
    /// Go on although lessons of the timetable clash: they are moved together from then on
    #[arg(long)]
    accept_faults: bool,
    /// Let apprentices miss required lessons where nothing else is possible, at 1000 points each
    #[arg(long)]
    best_effort: bool,
}

/// How far a question of many solves may go.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Searching {
    /// The longest that all of it may take, e.g. 90s, 5m or 1h; what is known so far is the answer then
    #[arg(long, value_name = "TIME", default_value = "10m", value_parser = duration)]
    time_limit: Duration,
    /// How many threads may be used; the answer does not depend on it [default: as many as the machine runs]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<NonZeroUsize>,
}

/// How an answer is told.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Telling {
    /// The language of what is printed [default: the school's, else the system's]
    #[arg(long)]
    pub(super) language: Option<Language>,
    /// Print JSON instead of tables; of input that cannot be used, check prints the faults and solve nothing
    #[arg(long)]
    pub(super) json: bool,
}

impl Searching {
    /// How many threads may be used.
    pub(super) fn threads(self) -> usize {
        self.threads.or(available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }

    /// What ends the question, from now on: the time is over, or Ctrl-C is pressed.
    pub(super) fn stop(self) -> Stop {
        interrupt::stop_after(self.time_limit)
    }
}

impl Strictness {
    /// What is done about a baseline with faults.
    pub(super) const fn faults(self) -> Faults {
        if self.accept_faults { Faults::Accept } else { Faults::Refuse }
    }

    /// What a required lesson is that an apprentice misses.
    pub(super) const fn effort(self) -> Effort {
        if self.best_effort { Effort::Best } else { Effort::Strict }
    }
}
