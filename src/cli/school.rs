//! The school that a command is about: read, and its diagnostics told.

use std::path::Path;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::exit::Exit;
use super::terminal::tell;
use super::trouble::Trouble;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, School};
use crate::input::{self, Need, Sheet};
use crate::pipeline::{Faults, settle};
use crate::report::diagnostics::{breaches, diagnostics};

/// A school that can be worked with.
pub(super) struct Opened {
    pub(super) school: School,
    pub(super) sheet: Sheet,
    pub(super) language: Language,
}

/// Reads the school and tells what is wrong with it; an error among that ends the command.
pub(super) fn open(folder: &Path, need: Need, asked: Option<Language>) -> Result<Opened, Exit> {
    let loaded = input::load(folder, need);
    let own = loaded.school.as_ref().map(|school| school.language);
    let language = asked.or(own).unwrap_or_default();
    told(&loaded.diagnostics, language)?;
    let (Some(school), Some(sheet)) = (loaded.school, loaded.sheet) else {
        return Err(Exit::BadInput);
    };
    Ok(Opened { school, sheet, language })
}

/// Tells the diagnostics; an error among them ends the command.
pub(super) fn told(found: &[Diagnostic], language: Language) -> Result<(), Exit> {
    tell(&diagnostics(found, language));
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    if found.iter().any(is_error) { Err(Exit::BadInput) } else { Ok(()) }
}

/// The school with what clashes coupled, if its faults are accepted; else a baseline with faults ends the command.
pub(super) fn settled(school: &School, faults: Faults, language: Language) -> Result<School, Exit> {
    match settle(school, faults) {
        Ok((settled, accepted)) => {
            tell(&breaches(school, &accepted, Severity::Warning, language));
            Ok(settled)
        }
        Err(refused) => {
            tell(&breaches(school, &refused, Severity::Error, language));
            Err(Trouble::Faulty.tell(language))
        }
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
