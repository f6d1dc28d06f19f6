//! The languages in which the program speaks to people at schools.

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Danish.
    Danish,
    /// Swedish.
    Swedish,
    /// English.
    #[default]
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::Danish, Self::Swedish, Self::English];

    /// Its code on the command line and in `school.toml`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }
}
