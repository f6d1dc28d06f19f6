//! THE ACCOUNT: what became of each line of a file with columns, so that none is lost without a word.

/// How many lines of a file became what. Only lines that say something are counted; a row of several lines counts with
/// all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The file's name, as diagnostics give it.
    pub file: String,
    /// Lines up to the headings and with them.
    pub headings: usize,
    /// Lines whose rows were understood.
    pub used: usize,
    /// Lines whose rows were not, as was told.
    pub refused: usize,
    /// Lines of which nothing became and nothing was told: a defect of the program if it is not 0.
    pub untold: usize,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::input) enum Fate {
    Used,
    Refused,
    Untold,
}

impl Account {
    /// An account of a file of which no row was looked at yet.
    pub(in crate::input) fn open(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    /// Enters the lines of a row.
    pub(in crate::input) const fn enter(&mut self, fate: Fate, lines: usize) {
        match fate {
            Fate::Used => self.used += lines,
            Fate::Refused => self.refused += lines,
            Fate::Untold => self.untold += lines,
        }
    }

    /// All lines that were counted.
    #[must_use]
    pub const fn lines(&self) -> usize {
        self.headings + self.used + self.refused + self.untold
    }
}

/// How many lines of a text say something: have more than blanks, delimiters, quotation marks and unseen signs.
pub(in crate::input) fn telling_lines(text: &str) -> usize {
    text.split(['\n', '\r']).filter(|line| line.chars().any(super::text::is_telling)).count()
}
