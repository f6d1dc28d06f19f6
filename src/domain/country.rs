//! The countries whose schools the program knows.

use super::language::Language;

/// A school system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Country {
    /// Denmark.
    #[default]
    Denmark,
    /// Sweden.
    Sweden,
}

impl Country {
    /// The language of its schools.
    #[must_use]
    pub const fn language(self) -> Language {
        match self {
            Self::Denmark => Language::Danish,
            Self::Sweden => Language::Swedish,
        }
    }
}
