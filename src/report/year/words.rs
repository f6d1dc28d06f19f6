//! The words of the year.

use super::super::words::LESSON;
use crate::domain::Language;
use crate::words::{Noun, count, labels, pick, sentences};

const STRETCH: Noun =
    Noun::new(["stræk", "stræk"], ["period", "perioder"], ["stretch", "stretches"]);

labels! {
    /// The headings of the page.
    pub(super) struct Titles {
        page: "Året", "Året", "The year";
        line: "Årets gang", "Årets gång", "The course of the year";
        stretches: "Stræk for stræk", "Period för period", "Stretch by stretch";
        changes: "Hvad der ændres hvornår", "Vad som ändras när", "What changes when";
        hours: "Årets timer", "Årets timmar", "The year's hours";
        reasons: "Hvorfor ikke", "Varför inte", "Why not";
        nothing: "intet ændres", "inget ändras", "nothing changes";
    }
}

/// The headings of the stretches.
pub(super) const fn headings(language: Language) -> [&'static str; 6] {
    pick!(
        language,
        ["datoer", "uger", "elever", "kommer, går", "point", "lektioner"],
        ["datum", "veckor", "elever", "kommer, går", "poäng", "lektioner"],
        ["dates", "weeks", "apprentices", "come and go", "points", "lessons"],
    )
}

/// The headings of a pupil's hours.
pub(super) const fn hours_headings(language: Language) -> [&'static str; 7] {
    pick!(
        language,
        ["elev", "fag", "i skemaet", "tilbage", "mistet i praktik", "i hele uger", "i ferier"],
        ["elev", "ämne", "i schemat", "kvar", "missas för praktik", "hela veckor", "lov"],
        ["pupil", "subject", "planned", "kept", "lost to placement", "whole weeks", "holidays"],
    )
}

sentences! {
    /// What it costs when the timetable changes with the apprentices.
    pub(super) fn step_by_step(stretches: usize, lessons: usize, cost: &str) in language:
        "Skridt for skridt, i {stretches}: {lessons} ændres, {cost}.",
        "Steg för steg, i {stretches}: {lessons} ändras, {cost}.",
        "Step by step, in {stretches}: {lessons} change, {cost}.",
        stretches = count(stretches, STRETCH, language),
        lessons = count(lessons, LESSON, language);
    /// Some stretch has no timetable.
    pub(super) fn not_every_stretch(stretches: usize) in language:
        "Skridt for skridt, i {stretches}: ikke hvert stræk har et skema.",
        "Steg för steg, i {stretches}: inte varje period har ett schema.",
        "Step by step, in {stretches}: not every stretch has a timetable.",
        stretches = count(stretches, STRETCH, language);
    /// What it costs to change once for all.
    pub(super) fn at_once(lessons: usize, cost: &str) in language:
        "På én gang, for hele året: {lessons} ændres, {cost}.",
        "På en gång, för hela året: {lessons} ändras, {cost}.",
        "At once, for the whole year: {lessons} change, {cost}.",
        lessons = count(lessons, LESSON, language);
    /// There is no one timetable for all.
    pub(super) fn not_at_once() in language:
        "Ét skema for hele året findes ikke; det er bevist.",
        "Ett schema för hela året finns inte; det är bevisat.",
        "There is no one timetable for the whole year; this is proven.";
    /// It is not known whether there is one.
    pub(super) fn at_once_unknown() in language:
        "Om ét skema for hele året findes, nåede ikke at blive afgjort.",
        "Om ett schema för hela året finns hann inte avgöras.",
        "Whether there is one timetable for the whole year was not settled.";
    /// The heading of the stretches.
    pub(super) fn stretches() in language:
        "Stræk for stræk, og på én gang",
        "Period för period, och på en gång",
        "Stretch by stretch, and at once";
    /// The heading of what changes when a stretch begins.
    pub(super) fn changes(dates: &str) in language:
        "Ændres fra {dates}",
        "Ändras från {dates}",
        "Changes from {dates}";
    /// One timetable for all.
    pub(super) fn whole() in language:
        "på én gang",
        "på en gång",
        "at once";
    /// The heading of the reasons.
    pub(super) fn impossible() in language:
        "Hvorfor ikke",
        "Varför inte",
        "Why not";
    /// How long a pupil is at the placement.
    pub(super) fn at_placement(pupil: &str, hours: &str) in language:
        "{pupil}: {hours} timer i praktik på året",
        "{pupil}: {hours} timmar på praktik under året",
        "{pupil}: {hours} hours at the placement in the year";
    /// The same beside what the law allows.
    pub(super) fn at_placement_of(pupil: &str, hours: &str, most: u32, year: u32) in language:
        "{pupil}: {hours} timer i praktik på året; højst {most}, to femtedele af {year}",
        "{pupil}: {hours} timmar på praktik under året; högst {most}, två femtedelar av {year}",
        "{pupil}: {hours} hours at the placement in the year; {most} at most, two fifths of {year}";
}

/// That nothing costs less, if that is so.
pub(super) const fn proof(is_proven: bool, language: Language) -> &'static str {
    if is_proven {
        pick!(language, " Alt er bevist.", " Allt är bevisat.", " All of it is proven.")
    } else {
        pick!(
            language,
            " Ikke alt er bevist.",
            " Inte allt är bevisat.",
            " Not all of it is proven."
        )
    }
}
