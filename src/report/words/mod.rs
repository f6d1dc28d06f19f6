//! The words for people that several answers share, by what they speak of.
//!
//! [`Words`] says them in a language; sentences are fragments without a full stop, but for the headlines. No tables, no
//! files, no decisions about what is told.

mod breaches;
pub(crate) mod faults;
mod naming;
mod outcomes;
mod reasons;
mod rules;

pub(crate) use naming::Naming;
pub(crate) use outcomes::{Finding, Outcome, Touched};

use crate::domain::{Day, Language, Level, Slot, WeekLabel};
use crate::words::{Noun, count, day, labels, pick, say, sentences, weekday};

/// The words of `language`.
pub(crate) const fn words(language: Language) -> Words {
    Words { language }
}

/// What is said in a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    pub(crate) language: Language,
}

impl Words {
    /// Headings and single words.
    pub(crate) const fn labels(self) -> &'static Labels {
        Labels::of(self.language)
    }

    /// A day, short, as in a timetable's heading.
    pub(crate) const fn day(self, of: Day) -> &'static str {
        day(of, self.language)
    }

    /// A day, in full.
    pub(crate) const fn weekday(self, day: Day) -> &'static str {
        weekday(day, self.language)
    }

    /// A slot in a sentence.
    pub(crate) fn slot(self, Slot { day, period }: Slot) -> String {
        let day = self.weekday(day);
        say!(
            self.language,
            "{day} {period}. lektion",
            "{day} lektion {period}",
            "{day} period {period}"
        )
    }

    /// A week of the cycle at the end of a sentence, with its preposition.
    pub(crate) fn week(self, label: &WeekLabel) -> String {
        say!(self.language, "i uge {label}", "vecka {label}", "in week {label}")
    }

    /// A level of need.
    pub(crate) const fn level(self, level: Level) -> &'static str {
        pick!(self.language, match level {
            Level::Required => "obligatorisk", "obligatorisk", "required";
            Level::Desired => "ønsket", "önskad", "desired";
        })
    }
}

/// A number of points.
pub(in crate::report) fn points(cost: i64, language: Language) -> String {
    count(cost, POINT, language)
}

sentences! {
    /// That there is no timetable, whatever is asked of it.
    pub(in crate::report) fn no_timetable() in language:
        "Intet skema kan både bevare alle obligatoriske lektioner og overholde alle regler; det er bevist.",
        "Inget schema kan både behålla alla obligatoriska lektioner och följa alla regler; det är bevisat.",
        "No timetable keeps every required lesson and every rule; this is proven.";
}

labels! {
    /// Headings and single words.
    pub(crate) struct Labels {
        error: "fejl", "fel", "error";
        warning: "advarsel", "varning", "warning";
        help: "hjælp", "hjälp", "help";
        column: "kolonne", "kolumn", "column";
        line: "linje", "rad", "line";
        also: "med", "med", "with";
        total: "i alt", "totalt", "in all";
        moved: "Lektioner, der flyttes", "Lektioner som flyttas", "Lessons that move";
        rooms:
            "Lektioner, der skifter lokale",
            "Lektioner som byter sal",
            "Lessons that change rooms";
        chosen: "Væk fra skolen", "Borta från skolan", "Away";
        core:
            "Kernefag, antal lektioner i skemaet",
            "Kärnämnen, i schemats lektioner",
            "Core lessons, in periods of the timetable";
        still_missed: "Mistes stadig", "Missas fortfarande", "Still missed";
        missed_besides:
            "Gæster mister desuden, uden point",
            "Gäster missar dessutom, utan poäng",
            "Guests miss besides, without points";
        breakdown: "Point", "Poäng", "Points";
        reasons:
            "Derfor kan det ikke gå op",
            "Därför går det inte ihop",
            "What cannot hold together";
        rules: "Regler, der altid gælder", "Regler som alltid gäller", "Rules that always hold";
        alternatives:
            "Mistes ved hver mulighed (obligatoriske + ønskede)",
            "Missas med varje alternativ (obligatoriska + önskade)",
            "Missed with each alternative, required + desired";
        away: "væk", "borta", "away";
    }
}

/// The headings of core lessons.
pub(in crate::report) const fn core_headings(language: Language) -> [&'static str; 7] {
    pick!(
        language,
        ["elev", "klasse", "væk", "fag", "niveau", "lektioner", "mistes"],
        ["elev", "klass", "borta", "ämne", "nivå", "lektioner", "missas"],
        ["pupil", "class", "away", "subject", "level", "lessons", "missed"],
    )
}

/// An apprentice.
pub(in crate::report) const APPRENTICE: Noun = Noun::new(
    ["elev i praktik", "elever i praktik"],
    ["praktikelev", "praktikelever"],
    ["apprentice", "apprentices"],
);
/// A period without a lesson between two that have one.
const GAP: Noun =
    Noun::new(["mellemtime", "mellemtimer"], ["håltimme", "håltimmar"], ["gap", "gaps"]);
/// A lesson, of whatever length.
pub(in crate::report) const LESSON: Noun =
    Noun::new(["lektion", "lektioner"], ["lektion", "lektioner"], ["lesson", "lessons"]);
/// A period of a lesson.
const PERIOD: Noun =
    Noun::new(["lektion", "lektioner"], ["lektion", "lektioner"], ["period", "periods"]);
/// Where a lesson could be.
const PLACE: Noun = Noun::new(["plads", "pladser"], ["plats", "platser"], ["place", "places"]);
/// What is paid for changes.
const POINT: Noun = Noun::new(["point"; 2], ["poäng"; 2], ["point", "points"]);
/// A lesson that must not be missed.
pub(in crate::report) const REQUIRED_LESSON: Noun = Noun::new(
    ["obligatorisk lektion", "obligatoriske lektioner"],
    ["obligatorisk lektion", "obligatoriska lektioner"],
    ["required lesson", "required lessons"],
);
/// A day on which a class is at school.
const SCHOOL_DAY: Noun =
    Noun::new(["skoledag", "skoledage"], ["skoldag", "skoldagar"], ["school day", "school days"]);
/// A day and a period.
const SLOT: Noun = Noun::new(
    ["plads i skemaet", "pladser i skemaet"],
    ["plats i schemat", "platser i schemat"],
    ["slot", "slots"],
);
