//! What is wrong with a school: as a person at a school would say it (`sentences`), or as a compiler would (`snippets`).

mod sentences;
mod snippets;

use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, School};

pub(super) use sentences::is_division;
pub(super) use snippets::location;
pub use snippets::trouble;

/// How faults are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// In sentences, many of one kind at once.
    #[default]
    Sentences,
    /// Each with its code, and with the line that it stands on and a mark under the cell.
    Snippets,
}

/// Every diagnostic, an empty line after each.
#[must_use]
pub fn diagnostics(found: &[Diagnostic], language: Language, form: Form) -> String {
    match form {
        Form::Sentences => sentences::diagnostics(found, language),
        Form::Snippets => snippets::diagnostics(found, language),
    }
}

/// Breaches as diagnostics of `severity`, each with the line of the first lesson that it speaks of.
#[must_use]
pub fn breaches(
    school: &School,
    found: &[Breach],
    severity: Severity,
    (language, form): (Language, Form),
) -> String {
    match form {
        Form::Sentences => sentences::breaches(school, found, severity, language),
        Form::Snippets => snippets::breaches(school, found, severity, language),
    }
}
