//! PRESENT: an answer → text, HTML and JSON, for people and for programs.
//!
//! Every rendering is a pure function from one value: [`Report`] for an answer of `solve`, [`Inspection`] for one of
//! `check`. Nothing here opens a file, looks at a clock, prints, or knows what a terminal can show.

pub mod agenda;
pub mod comparison;
pub mod diagnostics;
pub mod district;
pub mod explanation;
pub mod growth;
pub mod html;
mod inspection;
pub mod json;
pub mod matching;
pub mod outlook;
pub mod overview;
pub mod prepared;
pub mod rules;
pub(crate) mod school_days;
pub mod steps;
pub mod tally;
pub mod text;
pub mod tradeoff;
pub(crate) mod words;
pub mod year;

pub use inspection::{Asked, Inspection};

use crate::diff::Offer;
use crate::domain::{Date, Language, School};
use crate::input::Sheet;
use crate::pipeline::{Answer, Event};

/// What `solve` found.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The school, its clashing lessons coupled if faults were accepted.
    pub school: &'a School,
    /// `timetable.csv` as it was read.
    pub sheet: &'a Sheet,
    /// The answer.
    pub answer: &'a Answer,
    /// The date that stands on what is printed, if any.
    pub printed: Option<Date>,
}

impl<'a> Report<'a> {
    /// The proposal beside what it changes, if there is one.
    #[must_use]
    pub fn offer(self) -> Option<Offer<'a>> {
        let (proposal, verdict) = self.answer.offered.as_ref()?;
        Some(Offer { school: self.school, proposal, difference: &verdict.difference })
    }
}

/// Where the search stands, in one line; `None` for events that say nothing of that.
#[must_use]
pub fn progress(event: &Event, language: Language) -> Option<String> {
    match event {
        Event::Progress { best, bound, .. } => Some(words::words(language).progress(*best, *bound)),
        Event::Begun { .. } => None,
    }
}
