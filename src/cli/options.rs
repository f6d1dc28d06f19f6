//! The options that several commands have.

use clap::Args;

use crate::domain::{Effort, Language};
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

/// How an answer is told.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Telling {
    /// The language of what is printed [default: the school's]
    #[arg(long)]
    pub(super) language: Option<Language>,
    /// Print JSON instead of tables; of input that cannot be used, check prints the faults and solve nothing
    #[arg(long)]
    pub(super) json: bool,
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
