//! Who goes where: the places and their seats, who has no placement and why, and which one seat more would save most.
//!
//! Beside the answer of `solve`, where pupils may choose among places, or have none.

use std::collections::BTreeMap;

use itertools::Itertools;
use maud::{Markup, html};
use serde_json::{Value, json};

use super::Report;
use super::html::table::Table as Drawn;
use super::html::{Section, solution_told};
use super::json::{joined, solved, written};
use super::text::table::{Side, Table};
use super::text::{outcome, paragraphs, section, solution};
use super::words::{points, words};
use crate::diff::Offer;
use crate::domain::{Alternative, Apprentice, Day, Language, School, Seat};
use crate::scenario::{OneMore, Seats};
use crate::words::{Noun, count, day as short_day, labels, say, sentences, weekday};

/// What `solve` found, and what is known of seats.
#[derive(Clone, Copy, Debug)]
pub struct Matching<'a> {
    /// The answer.
    pub report: Report<'a>,
    /// The seats.
    pub seats: &'a Seats,
}

/// Whether there is anything to match: a pupil may choose among places, or have none.
#[must_use]
pub fn is_matching(school: &School) -> bool {
    let mut wishes = school.apprentices.iter().flat_map(|pupil| &pupil.alternatives);
    wishes.any(|wish| wish.is_none() || wish.names_place())
}

/// The answer as text.
#[must_use]
pub fn text(matching: Matching<'_>, language: Language) -> String {
    let told = told(matching, language);
    let labels = Labels::of(language);
    let sections = [
        solution(matching.report, language),
        section(labels.seats, &seats(matching, language)),
        section(labels.without, &without(matching, language)),
        told.iter().flat_map(|sentence| [sentence.as_str(), "\n"]).collect(),
    ];
    paragraphs(&sections)
}

/// The answer as a page.
#[must_use]
pub fn html(matching: Matching<'_>, language: Language) -> String {
    let body = section_body(matching, language);
    let first = Section { id: "matching", heading: heading(language).to_owned(), body };
    let headline = words(language).outcome(outcome(matching.report));
    solution_told(matching.report, &headline, Some(first), language)
}

/// What the section about it is called.
#[must_use]
pub fn heading(language: Language) -> &'static str {
    Labels::of(language).heading
}

/// What stands in that section: sentences, then tables.
#[must_use]
pub fn section_body(matching: Matching<'_>, language: Language) -> Markup {
    let labels = Labels::of(language);
    let (full, lonely) = (seats(matching, language), without(matching, language));
    html! {
        @for sentence in told(matching, language) { p { (sentence) } }
        (Drawn::of(labels.seats.to_owned(), &full).draw())
        (Drawn::of(labels.without.to_owned(), &lonely).draw())
    }
}

/// The answer for programs: `solution.json` with what is known of seats.
#[must_use]
pub fn json(matching: Matching<'_>, language: Language) -> String {
    let seats = matching.seats;
    let full = json!({ "full_seats": seats.full.iter().map(told_seat).collect_vec() });
    let more = seats.more.as_ref().map_or_else(|| json!({}), told_more);
    written(&joined([solved(matching.report, language), full, more]))
}

/// What one seat more would save; null: nothing.
fn told_more(more: &OneMore) -> Value {
    let best = more.best.as_ref().map(|(seat, points)| {
        joined([told_seat(seat), json!({ "points": points, "proven": more.is_proven })])
    });
    json!({ "one_more_seat": best })
}

/// A seat; no day: in all.
fn told_seat(seat: &Seat) -> Value {
    json!({ "place": seat.place.as_str(), "day": seat.day.map(Day::code) })
}

/// How many have a placement, and what one seat more would save, where that was asked.
fn told(matching: Matching<'_>, language: Language) -> Vec<String> {
    let Some(offer) = matching.report.offer() else { return Vec::new() };
    let without = offer.away().filter(|(_, given)| given.is_none()).count();
    let with = offer.away().count() - without;
    let mut told = vec![placed(with, without, language)];
    let asked = matching.seats.more.as_ref().filter(|_| !matching.seats.full.is_empty());
    let now = offer.difference.breakdown.total();
    told.extend(asked.map(|more| saved(more, now, language)));
    told
}

/// What one seat more would save of so many points.
fn saved(more: &OneMore, now: i64, language: Language) -> String {
    match &more.best {
        Some((seat, then)) => seat_saves(seat, now - then, more.is_proven, language),
        None if more.is_proven => no_seat_saves(language),
        None => not_worked_out(language),
    }
}

/// Place, day, how many pupils, of how many seats: every place and day that has pupils or a limit.
fn seats(matching: Matching<'_>, language: Language) -> Table<3> {
    let mut table = Table::new([Side::Left, Side::Left, Side::Right]);
    let Some(offer) = matching.report.offer() else { return table };
    let mut taken: BTreeMap<(String, Option<Day>), (u32, Option<u32>)> = BTreeMap::new();
    for (name, place) in &offer.school.places {
        for (&day, &allowed) in &place.pupils {
            taken.insert((name.to_string(), Some(day)), (0, Some(allowed)));
        }
        if let Some(total) = place.total {
            taken.insert((name.to_string(), None), (0, Some(total)));
        }
    }
    for (_, given) in offer.away() {
        let Some(place) = &given.place else { continue };
        for day in given.days() {
            taken.entry((place.to_string(), Some(day))).or_default().0 += 1;
        }
        if let Some(total) = taken.get_mut(&(place.to_string(), None)) {
            total.0 += 1;
        }
    }
    for ((place, day), (pupils, allowed)) in taken {
        table.head(Labels::of(language).seat_headings());
        let when = day.map_or(Labels::of(language).in_all, |day| short_day(day, language));
        let of = allowed.map_or_else(|| pupils.to_string(), |all| format!("{pupils}/{all}"));
        table.push([&place, &when, &of]);
    }
    table
}

/// Pupil, class, and what became of each wish: of those who have no placement.
fn without(matching: Matching<'_>, language: Language) -> Table<3> {
    let mut table = Table::new([Side::Left; 3]);
    let Some(offer) = matching.report.offer() else { return table };
    for (pupil, given) in offer.away() {
        if given.is_none() && pupil.alternatives.len() > 1 {
            table.head(Labels::of(language).pupil_headings());
            let told = wishes(pupil, (offer, matching.seats), language);
            table.push([&pupil.pupil, &pupil.class, &told]);
        }
    }
    table
}

/// Each wish, and what is in its way.
fn wishes(pupil: &Apprentice, (offer, seats): (Offer<'_>, &Seats), language: Language) -> String {
    let wish = |wish: &Alternative| match full_seats(wish, seats) {
        0 if is_on_other_days(wish, offer) => other_days(&wish.written, language),
        0 => not_possible(&wish.written, language),
        _ => is_full(&wish.written, language),
    };
    pupil.alternatives.iter().filter(|wish| !wish.is_none()).map(wish).join(", ")
}

/// Whether all at the place of a wish are there on the same days, and those who are given it on others.
fn is_on_other_days(wish: &Alternative, offer: Offer<'_>) -> bool {
    let place = wish
        .place
        .as_ref()
        .filter(|place| offer.school.places.get(*place).is_some_and(|known| known.one_day));
    place.is_some()
        && offer
            .away()
            .any(|(_, given)| given.place.as_ref() == place && given.days() != wish.days())
}

/// How many of the seats that a wish needs are all taken.
fn full_seats(wish: &Alternative, seats: &Seats) -> usize {
    let needs = |seat: &&Seat| {
        wish.place.as_ref() == Some(&seat.place)
            && seat.day.is_none_or(|day| wish.days().contains(&day))
    };
    seats.full.iter().filter(needs).count()
}

const PUPIL: Noun = Noun::new(["elev", "elever"], ["elev", "elever"], ["pupil", "pupils"]);

labels! {
    /// Headings.
    struct Labels {
        heading: "Hvem er hvor", "Vem är var", "Who goes where";
        seats: "Praktiksteder og pladser", "Praktikplatser och antal", "Places and seats";
        without: "Uden praktiksted", "Utan praktikplats", "Without a placement";
        in_all: "i alt", "totalt", "in all";
        place: "sted", "plats", "place";
        day: "dag", "dag", "day";
        pupils: "elever", "elever", "pupils";
        pupil: "elev", "elev", "pupil";
        class: "klasse", "klass", "class";
        wishes: "ønsker", "önskemål", "wishes";
    }
}

impl Labels {
    const fn seat_headings(&self) -> [&str; 3] {
        [self.place, self.day, self.pupils]
    }

    const fn pupil_headings(&self) -> [&str; 3] {
        [self.pupil, self.class, self.wishes]
    }
}

sentences! {
    /// How many have a placement.
    fn placed(with: usize, without: usize) in language:
        "{pupils} har et praktiksted, {without} har ikke.",
        "{pupils} har en praktikplats, {without} har inte.",
        "{pupils} with a placement, {without} without.",
        pupils = count(with, PUPIL, language);
    /// No single seat helps.
    fn no_seat_saves() in language:
        "Ingen enkelt plads mere ville spare noget.",
        "Ingen enskild plats till skulle spara något.",
        "No single seat more would save anything.";
    /// The time was up before it was known.
    fn not_worked_out() in language:
        "Tiden slog ikke til at finde ud af, om én plads mere et sted ville spare noget.",
        "Tiden räckte inte för att räkna ut om en plats mer någonstans skulle spara något.",
        "The time was up before it was known whether one seat more anywhere would save anything.";
    /// A wish whose place is full.
    fn is_full(wish: &str) in language:
        "{wish} (fuldt)", "{wish} (fullt)", "{wish} (full)";
    /// A wish for other days than those on which all are there.
    fn other_days(wish: &str) in language:
        "{wish} (de andre er der på andre dage)",
        "{wish} (de andra är där på andra dagar)",
        "{wish} (the others are there on other days)";
    /// A wish that the timetable does not allow, or not as cheaply.
    fn not_possible(wish: &str) in language:
        "{wish} (skemaet)", "{wish} (schemat)", "{wish} (timetable)";
}

/// Which seat more would save most, and how much.
fn seat_saves(seat: &Seat, saved: i64, is_proven: bool, language: Language) -> String {
    let saved = points(saved, language);
    let place = match seat.day {
        Some(day) => format!("{} {}", seat.place, weekday(day, language)),
        None => seat.place.to_string(),
    };
    say!(language, match is_proven {
        true =>
            "Én plads mere hos {place} ville spare {saved}, mere end en plads noget andet sted.",
            "En plats till hos {place} skulle spara {saved}, mer än en plats någon annanstans.",
            "One seat more at {place} would save {saved}, more than a seat anywhere else.";
        false =>
            "Én plads mere hos {place} ville spare mindst {saved}.",
            "En plats till hos {place} skulle spara minst {saved}.",
            "One seat more at {place} would save {saved} at least.";
    })
}
