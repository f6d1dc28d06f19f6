//! The account of an import: every row that came in was used, or rejected for a reason.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Fault, Foreign, Location, Severity};
use crate::input::strike;

/// The most errors that are collected: a file with more is not the file that was meant.
const MOST_ERRORS: usize = 200;
/// Diagnostics of one kind that a person is shown of one file.
const MOST_SHOWN: usize = 50;

/// What became of the rows of other programs' files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Rows in the school.
    pub used: usize,
    /// Rows that are not, each with its reason and place.
    pub rejected: Vec<Diagnostic>,
    /// What is wrong with the files, and what of them besides rows is not taken over.
    pub notes: Vec<Diagnostic>,
}

impl Ledger {
    /// How many rows came in.
    #[must_use]
    pub const fn rows(&self) -> usize {
        self.used + self.rejected.len()
    }

    /// Whether the files cannot be used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.notes.iter().any(|note| note.severity == Severity::Error)
    }

    /// Everything that there is to say, the rejected rows first.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.rejected.iter().chain(&self.notes)
    }

    /// What there is to say to a person: of many diagnostics alike the first, and how many more there are.
    #[must_use]
    pub fn shown(&self) -> Vec<Diagnostic> {
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut shown = Vec::new();
        for found in self.diagnostics() {
            let count = counts.entry((&found.location.file, found.fault.code())).or_default();
            *count += 1;
            if *count <= MOST_SHOWN {
                shown.push(found.clone());
            }
        }
        for diagnostic in self.diagnostics() {
            let key = (diagnostic.location.file.as_str(), diagnostic.fault.code());
            if let Some(count) = counts.remove(&key).filter(|&count| count > MOST_SHOWN) {
                let fault = Fault::MoreFaults { like: key.1, count: count - MOST_SHOWN };
                shown.push(Diagnostic::new(fault, Location::file(key.0)));
            }
        }
        shown
    }

    pub(crate) fn reject(&mut self, reason: Foreign, location: Location) {
        self.rejected.push(Diagnostic::new(Fault::Foreign(showable(reason)), location));
    }

    pub(crate) fn note(&mut self, foreign: Foreign, location: Location) {
        self.report(Fault::Foreign(showable(foreign)), location);
    }

    pub(crate) fn report(&mut self, fault: Fault, location: Location) {
        if self.notes.len() < MOST_ERRORS || fault.severity() == Severity::Warning {
            self.notes.push(Diagnostic::new(fault, location));
        }
    }
}

/// What is told of a file repeats no personal number that stands in it.
fn showable(foreign: Foreign) -> Foreign {
    foreign.with_texts(|text| drop(strike(text)))
}
