//! DIAGNOSTIC: what can be wrong with a school's files, where, and what to do about it.
//!
//! Faults are collected by whoever reads, and shown by whoever prints; nothing is printed here.
//! [`Fault`] is the full list, each with what is needed to put it into words; the words stand in
//! `words`, three languages beside each other.

mod fault;
mod field;
mod foreign;
mod gathering;
mod placing;
mod undated;
mod words;

use std::ops::Range;

pub use fault::{Expected, Fault, NameKind};
pub use field::Field;
pub use foreign::{Foreign, Lack};
pub use gathering::{Gathering, Invited};
pub use placing::Placing;
pub use undated::Undated;
pub use words::Wording;

use crate::domain::Language;

/// A fault, how bad it is, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub fault: Fault,
    /// Whether the school can be used nevertheless.
    pub severity: Severity,
    /// Where it is.
    pub location: Location,
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The school cannot be used until it is mended.
    Error,
    /// The school can be used; someone should look at it.
    Warning,
}

impl Severity {
    /// The severity as it stands in answers for machines.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Where in a school folder something is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The file's name within the folder.
    pub file: String,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column's heading as written.
    pub column: Option<String>,
    /// The column's place in the row, from 0.
    pub position: Option<usize>,
    /// What stands there.
    pub excerpt: Option<Excerpt>,
}

impl Location {
    /// What a spreadsheet calls its column: `A` … `Z`, `AA` ….
    #[must_use]
    pub fn letters(&self) -> Option<String> {
        self.position.map(letters)
    }

    /// A file as a whole.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self { file: name.to_owned(), ..Self::default() }
    }

    /// A line of a file.
    #[must_use]
    pub fn line(name: &str, line: u32) -> Self {
        Self { line: Some(line), ..Self::file(name) }
    }
}

/// A line of a file, and the part of it that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line as read, or the part of a very long one around the cell.
    pub text: String,
    /// The cell, in bytes of `text`.
    pub span: Range<usize>,
    /// How much of the line comes before `text`, in bytes.
    pub before: usize,
}

impl Diagnostic {
    /// A fault at a location, as bad as such a fault is.
    #[must_use]
    pub fn new(fault: Fault, location: Location) -> Self {
        Self { severity: fault.severity(), fault, location }
    }

    /// What a person is told of it.
    #[must_use]
    pub fn wording(&self, language: Language) -> Wording {
        words::of(&self.fault, language)
    }
}

/// What a spreadsheet calls a column: `A` … `Z`, `AA` …
pub(crate) fn letters(column: usize) -> String {
    let (rest, last) = (column / 26, column % 26);
    let letter = char::from(b'A' + u8::try_from(last).unwrap_or(0));
    let before = if rest == 0 { String::new() } else { letters(rest - 1) };
    before + &letter.to_string()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
