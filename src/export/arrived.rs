//! Another program's files as those of a school, for whoever asks about them without importing them first.

use super::folder::{self, File};
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::Language;
use crate::import::{self, Choices, Format, Original, Reading};

/// What came of another program's files.
#[derive(Debug)]
pub struct Arrived {
    /// What they were taken for.
    pub format: Format,
    /// How grids were read, where they have any.
    pub reading: Option<Reading>,
    /// The language that was asked for, else that of the files, where that can be told.
    pub language: Option<Language>,
    /// The school's files; `None` where nothing could be taken over.
    pub files: Option<Vec<File>>,
    /// What is to be said of it: where there are files, warnings alone.
    pub told: Vec<Diagnostic>,
}

impl Arrived {
    /// Reads files; `None` where they are not known to be of one program.
    #[must_use]
    pub fn of(originals: &[Original], asked: Option<Language>) -> Option<Self> {
        let format = import::recognise(originals).ok()?;
        let imported = import::import(format, originals, &Choices::default());
        let language = imported.language(asked);
        let school = imported.school.as_ref();
        let files = school.map(|school| folder::imported(school, &imported, language, None));
        let mut told = imported.ledger.shown();
        told.retain(|found| files.is_none() || found.severity == Severity::Warning);
        Some(Self { format, reading: imported.reading, language, files, told })
    }
}
