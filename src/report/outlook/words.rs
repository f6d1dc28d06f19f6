//! The words of scenarios, in each language.

use super::super::words::Words;
use crate::domain::Language;

/// A language, with its common words.
#[derive(Clone, Copy)]
pub(super) struct Prospects {
    pub(super) words: &'static dyn Words,
    pub(super) language: Language,
}

/// The headings of the table.
pub(super) struct Headings {
    pub(super) title: &'static str,
    pub(super) scenario: &'static str,
    pub(super) after: &'static str,
    pub(super) afresh: &'static str,
    pub(super) lessons: &'static str,
    pub(super) extra: &'static str,
    pub(super) extra_lessons: &'static str,
}

const DANISH: Headings = Headings {
    title: "Point og ændrede lektioner: forfra, og oven i det skema, der allerede er offentliggjort",
    scenario: "scenarie",
    after: "efter",
    afresh: "forfra",
    lessons: "lektioner",
    extra: "ekstra",
    extra_lessons: "lektioner",
};
const SWEDISH: Headings = Headings {
    title: "Poäng och ändrade lektioner: från början, och utöver det schema som redan är publicerat",
    scenario: "scenario",
    after: "efter",
    afresh: "från början",
    lessons: "lektioner",
    extra: "extra",
    extra_lessons: "lektioner",
};
const ENGLISH: Headings = Headings {
    title: "Points and changed lessons: afresh, and on top of the timetable that is already published",
    scenario: "scenario",
    after: "after",
    afresh: "afresh",
    lessons: "lessons",
    extra: "extra",
    extra_lessons: "lessons",
};

/// The headings of the page.
pub(super) struct Titles {
    pub(super) page: &'static str,
    pub(super) answers: &'static str,
}

impl Prospects {
    /// The headings of the page.
    pub(super) const fn titles(self) -> Titles {
        match self.language {
            Language::Danish => Titles { page: "Hvad nu hvis?", answers: "Hvert scenarie" },
            Language::Swedish => Titles { page: "Tänk om?", answers: "Varje scenario" },
            Language::English => Titles { page: "What if?", answers: "Each scenario" },
        }
    }

    /// The headings of the table.
    pub(super) const fn headings(self) -> &'static Headings {
        match self.language {
            Language::Danish => &DANISH,
            Language::Swedish => &SWEDISH,
            Language::English => &ENGLISH,
        }
    }

    /// Instead of points, where there is no timetable.
    pub(super) const fn impossible(self) -> &'static str {
        match self.language {
            Language::Danish => "umuligt",
            Language::Swedish => "omöjligt",
            Language::English => "impossible",
        }
    }

    /// What the school costs as it is.
    pub(super) fn base(self, worth: &str) -> String {
        let points =
            worth.parse().map_or_else(|_| worth.to_owned(), |points| self.words.points(points));
        match self.language {
            Language::Danish => format!("Som det er nu: {points}."),
            Language::Swedish => format!("Som det är nu: {points}."),
            Language::English => format!("As things stand: {points}."),
        }
    }
}
