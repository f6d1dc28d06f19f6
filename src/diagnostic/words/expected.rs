//! What a setting may be, in the three languages.

use itertools::Itertools as _;

use crate::diagnostic::Expected;

/// What it may be.
pub(super) fn danish(expected: Expected) -> String {
    match expected {
        Expected::Text => "tekst i anførselstegn".into(),
        Expected::Subjects => "en liste med fagkoder, fx [\"DAN\", \"MAT\"]".into(),
        Expected::Table => "et afsnit med egne nøgler".into(),
        Expected::Whole { least, most } => format!("et helt tal fra {least} til {most}"),
        Expected::OneOf(words) => format!("et af {}", words.iter().join(", ")),
    }
}

/// What it may be.
pub(super) fn swedish(expected: Expected) -> String {
    match expected {
        Expected::Text => "text inom citattecken".into(),
        Expected::Subjects => "en lista med ämneskoder, t.ex. [\"SV\", \"MA\"]".into(),
        Expected::Table => "ett avsnitt med egna nycklar".into(),
        Expected::Whole { least, most } => format!("ett heltal från {least} till {most}"),
        Expected::OneOf(words) => format!("ett av {}", words.iter().join(", ")),
    }
}

/// What it may be.
pub(super) fn english(expected: Expected) -> String {
    match expected {
        Expected::Text => "text in quotation marks".into(),
        Expected::Subjects => "a list of subject codes, such as [\"DAN\", \"MAT\"]".into(),
        Expected::Table => "a section with keys of its own".into(),
        Expected::Whole { least, most } => format!("a whole number from {least} to {most}"),
        Expected::OneOf(words) => format!("one of {}", words.iter().join(", ")),
    }
}
