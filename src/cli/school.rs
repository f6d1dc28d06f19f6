//! The school that a command is about: read, and its diagnostics told.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::exit::Exit;
use super::language::of_system;
use super::terminal::{tell_breaches, tell_faults};
use super::trouble::Trouble;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, School};
use crate::input::{Loaded, Sheet};
use crate::pipeline::{Faults, settle};

/// A school that can be worked with.
pub(super) struct Opened {
    pub(super) school: School,
    pub(super) sheet: Sheet,
    pub(super) language: Language,
}

/// Input that cannot be used, as was told already.
#[derive(Debug)]
pub(super) struct Unusable {
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) language: Language,
}

/// Tells what is wrong with what was `loaded`.
pub(super) fn opened(loaded: Loaded, asked: Option<Language>) -> Result<Opened, Unusable> {
    let language = asked.or(loaded.language).unwrap_or_else(of_system);
    let read = loaded.school.zip(loaded.sheet);
    let (school, sheet) = usable(read, loaded.diagnostics, language)?;
    Ok(Opened { school, sheet, language })
}

/// Tells the diagnostics; what was `read` is usable unless there is an error among them.
pub(super) fn usable<Read>(
    read: Option<Read>,
    found: Vec<Diagnostic>,
    language: Language,
) -> Result<Read, Unusable> {
    tell_faults(&found, language);
    let is_good = found.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    read.filter(|_| is_good).ok_or(Unusable { diagnostics: found, language })
}

/// The school with what clashes coupled, if its faults are accepted; else a baseline with faults ends the command.
pub(super) fn settled(school: &School, faults: Faults, language: Language) -> Result<School, Exit> {
    match settle(school, faults) {
        Ok((settled, accepted)) => {
            tell_breaches(school, &accepted, Severity::Warning, language);
            Ok(settled)
        }
        Err(refused) => {
            tell_breaches(school, &refused, Severity::Error, language);
            Err(Trouble::Faulty.tell(language))
        }
    }
}

impl From<Unusable> for Exit {
    fn from(_: Unusable) -> Self {
        Self::BadInput
    }
}

impl ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.code()))
    }
}
