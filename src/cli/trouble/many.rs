//! What can go wrong with many schools, or many questions.

use std::io;
use std::path::PathBuf;

use crate::domain::Language;
use crate::words::say;

/// Why many schools or questions have no answer.
#[derive(Debug)]
pub(in crate::cli) enum Many {
    /// A school of the district cannot be used, of which all was told.
    DistrictFaulty,
    /// The questions could not be read.
    Unread(io::Error),
    /// A file of questions or answers could not be read.
    FileUnreadable { path: PathBuf, error: io::Error },
}

impl Many {
    /// Why nothing was done, and what can be done about it.
    pub(super) fn message(&self, language: Language) -> String {
        say!(language, match self {
            Self::DistrictFaulty =>
                "en skole kan ikke bruges, som den er; ret dens filer, eller fortsæt uden den med --without-bad",
                "en skola kan inte användas som den är; rätta dess filer, eller fortsätt utan den med --without-bad",
                "a school cannot be used as it is; mend its files, or go on without it with --without-bad";
            Self::Unread(error) =>
                "kan ikke læse spørgsmålene: {error}",
                "kan inte läsa frågorna: {error}",
                "cannot read the questions: {error}";
            Self::FileUnreadable { path, error } =>
                "kan ikke læse {path}: {error}",
                "kan inte läsa {path}: {error}",
                "cannot read {path}: {error}",
                path = path.display();
        })
    }
}
