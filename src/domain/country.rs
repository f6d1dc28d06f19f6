//! The countries whose schools the program knows.

/// A school system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Country {
    /// Denmark.
    #[default]
    Denmark,
    /// Sweden.
    Sweden,
}
