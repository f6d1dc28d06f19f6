//! The words of scenarios.

use crate::domain::Language;
use crate::words::{labels, pick, sentences};

labels! {
    /// The headings of the page and of the table.
    pub(super) struct Titles {
        page: "Hvad nu hvis?", "Tänk om?", "What if?";
        answers: "Hvert scenarie", "Varje scenario", "Each scenario";
        scenarios:
            "Point og ændrede lektioner: forfra, og oven i det skema, der allerede er offentliggjort",
            "Poäng och ändrade lektioner: från början, och utöver det schema som redan är publicerat",
            "Points and changed lessons: afresh, and on top of the timetable that is already published";
    }
}

/// The headings of the scenarios.
pub(super) const fn headings(language: Language) -> [&'static str; 6] {
    pick!(
        language,
        ["scenarie", "efter", "forfra", "lektioner", "ekstra", "lektioner"],
        ["scenario", "efter", "från början", "lektioner", "extra", "lektioner"],
        ["scenario", "after", "afresh", "lessons", "extra", "lessons"],
    )
}

sentences! {
    /// What the school costs as it is.
    pub(super) fn base(worth: &str) in language:
        "Som det er nu: {worth}.",
        "Som det är nu: {worth}.",
        "As things stand: {worth}.";
}
