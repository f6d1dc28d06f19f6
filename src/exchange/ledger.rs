//! The account of an import: every row that came in was used, or rejected for a reason.

use crate::diagnostic::{Diagnostic, Fault, Foreign, Place, Severity};

/// The most errors that are collected: a file with more is not the file that was meant.
const MOST_ERRORS: usize = 200;

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

    pub(super) fn reject(&mut self, reason: Foreign, place: Place) {
        self.rejected.push(Diagnostic::new(Fault::Foreign(reason), place));
    }

    pub(super) fn note(&mut self, foreign: Foreign, place: Place) {
        self.report(Fault::Foreign(foreign), place);
    }

    pub(super) fn report(&mut self, fault: Fault, place: Place) {
        if self.notes.len() < MOST_ERRORS || fault.severity() == Severity::Warning {
            self.notes.push(Diagnostic::new(fault, place));
        }
    }
}
