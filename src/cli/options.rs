//! The options that several commands have.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Args;

use super::help::said;
use super::interrupt;
use super::limit::{duration, threads};
use crate::domain::{Effort, Language, Stop};
use crate::pipeline::Faults;

/// How strictly a school is taken.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Strictness {
    #[arg(long, help = said!(
        "Fortsæt, selv om lektioner i skemaet ligger oven i hinanden: de flyttes så sammen",
        "Fortsätt fast lektioner i schemat krockar: de flyttas då tillsammans",
        "Go on although lessons of the timetable clash: they are then moved together"
    ))]
    accept_faults: bool,
    #[arg(long, help = said!(
        "Lad elever i praktik miste lektioner i kernefag, hvor intet andet er muligt, for 1000 point hver",
        "Låt elever på praktik missa lektioner i kärnämnen där inget annat är möjligt, för 1000 poäng var",
        "Let apprentices miss required lessons where nothing else is possible, at 1000 points each"
    ))]
    best_effort: bool,
}

/// How far a question of many solves may go.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Searching {
    #[arg(long, value_name = "TIME", default_value = "10m", value_parser = duration, help = said!(
        "Så længe må det hele tage, fx 90s, 5m eller 1h; svaret er så det, der vides",
        "Så länge får allt ta, t.ex. 90s, 5m eller 1h; svaret är då det som är känt",
        "The longest that all of it may take, e.g. 90s, 5m or 1h; the answer is then what is known"
    ))]
    time_limit: Duration,
    #[arg(long, value_name = "N", value_parser = threads, help = said!(
        "Så mange tråde må bruges; svaret afhænger ikke af det [ellers: så mange, som maskinen har]",
        "Så många trådar får användas; svaret beror inte på det [annars: så många som datorn har]",
        "How many threads may be used; the answer does not depend on it [default: as many as the machine has]"
    ))]
    threads: Option<NonZeroUsize>,
}

/// How an answer is told.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Telling {
    #[arg(long, help = said!(
        "Sproget i svaret [ellers: skolens, ellers systemets]",
        "Språket i svaret [annars: skolans, annars systemets]",
        "The language of the answer [default: the school's, else the system's]"
    ))]
    pub(super) language: Option<Language>,
    #[arg(long, help = said!(
        "Vis JSON i stedet for tabeller; om filer, der ikke kan bruges, viser check fejlene og solve intet",
        "Visa JSON i stället för tabeller; om filer som inte kan användas visar check felen och solve inget",
        "Print JSON instead of tables; of input that cannot be used, check prints the faults and solve nothing"
    ))]
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
