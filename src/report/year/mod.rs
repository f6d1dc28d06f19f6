//! The year, as text: step by step and at once in a sentence each, then stretch by stretch what changes and for whom.

mod html;
mod json;
mod words;

use std::collections::BTreeMap;

pub use html::html;
use itertools::Itertools;
pub use json::json;

use super::text::table::{Side, Table};
use super::text::{paragraphs, section, worth};
use super::words::{Naming, points};
use crate::diff::{Changed, Offer};
use crate::domain::{Alternative, Language, PupilKey, School, Stretch};
use crate::pipeline::{Answer, Status};
use crate::placement::PupilYear;
use crate::scenario::{Link, Year};
use crate::words::stretch;

/// A year and what is told of it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The school, with the apprentices of the whole year.
    pub school: &'a School,
    /// The answer.
    pub year: &'a Year,
    /// The hours of each pupil.
    pub hours: &'a [PupilYear],
}

/// The answer in words.
#[must_use]
pub fn text(told: Told<'_>, language: Language) -> String {
    let mut sections = vec![answer(told.year, language) + "\n"];
    sections.push(section(&words::stretches(language), &stretches(told.year, language)));
    for link in &told.year.links {
        sections.push(section(
            &words::changes(&link.stretch.from.to_string(), language),
            &changes(link, language),
        ));
    }
    let reasons = reasons(told, language);
    sections.push(section(&words::impossible(language), &reasons));
    paragraphs(&sections)
}

/// What it costs step by step, and at once.
fn answer(year: &Year, language: Language) -> String {
    let steps = year.links.iter().map(|link| &link.answer);
    let known: Option<Vec<i64>> = steps.clone().map(Answer::points).collect();
    let lessons: usize = steps.clone().filter_map(Answer::changed_lessons).sum();
    let (count, proof) = (year.links.len(), words::proof(is_proven(year), language));
    let step_by_step = match known {
        Some(known) => {
            let cost = points_of(&known, language);
            words::step_by_step(count, lessons, &cost, language)
        }
        None => words::not_every_stretch(count, language),
    };
    let whole = match (year.whole.points(), year.whole.status) {
        (Some(cost), _) => {
            let lessons = year.whole.changed_lessons().unwrap_or(0);
            words::at_once(lessons, &points(cost, language), language)
        }
        (None, Status::Infeasible) => words::not_at_once(language),
        (None, _) => words::at_once_unknown(language),
    };
    format!("{step_by_step} {whole}{proof}")
}

/// The points of each stretch: they are not added up, for what is missed counts in each.
fn points_of(known: &[i64], language: Language) -> String {
    match known {
        [] | [_] => points(known.iter().sum(), language),
        [first @ .., last] => format!("{} + {}", first.iter().join(" + "), points(*last, language)),
    }
}

fn is_proven(year: &Year) -> bool {
    let steps = year.links.iter().map(|link| &link.answer);
    let settled = |answer: &Answer| matches!(answer.status, Status::Optimal | Status::Infeasible);
    steps.chain([&year.whole]).all(settled)
}

/// Dates, weeks, apprentices, who comes and goes, points, changed lessons.
fn stretches(year: &Year, language: Language) -> Table<6> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Left, Right, Left, Right, Right]);
    table.head(words::headings(language));
    let mut before: Option<&Link> = None;
    for link in &year.links {
        let lessons = link.answer.changed_lessons();
        table.push([
            &dates(&link.stretch),
            &weeks(&link.stretch),
            &link.school.apprentices.len(),
            &news(before, link),
            &worth(&link.answer, language),
            &lessons.map_or_else(String::new, |count| count.to_string()),
        ]);
        before = Some(link);
    }
    let lessons = year.whole.changed_lessons().map_or_else(String::new, |count| count.to_string());
    let whole = words::whole(language);
    table.push([&whole, &"", &"", &"", &worth(&year.whole, language), &lessons]);
    table
}

/// `2026-08-10 – 2026-10-04`.
fn dates(of: &Stretch) -> String {
    format!("{} – {}", of.from, of.until)
}

/// The numbers of the first week and the last.
fn weeks(of: &Stretch) -> String {
    let (first, last) = (of.from.week_number(), of.until.week_number());
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// When, and where, each pupil is away in a stretch.
fn away(link: &Link) -> BTreeMap<&PupilKey, String> {
    let told = |away: &Alternative| match away.place.as_ref().filter(|_| !away.names_place()) {
        Some(place) => format!("{} ({place})", away.written),
        None => away.written.clone(),
    };
    let given = offer(link).into_iter().flat_map(Offer::away);
    given.map(|(one, away)| (&one.pupil, told(away))).collect()
}

fn offer(link: &Link) -> Option<Offer<'_>> {
    let (proposal, verdict) = link.answer.offered.as_ref()?;
    Some(Offer { school: &link.school, proposal, difference: &verdict.difference })
}

/// Who comes, goes, or is away at another time or place than before: `+8A-03 tue, 8A-04: thu, −8A-05`. Of the first stretch
/// nothing is told, and of one without a timetable neither.
fn news(before: Option<&Link>, link: &Link) -> String {
    let is_answered = |link: &&Link| link.answer.offered.is_some();
    let Some((before, link)) = before.filter(is_answered).zip(Some(link).filter(is_answered))
    else {
        return String::new();
    };
    let (old, new) = (away(before), away(link));
    let come = new.iter().filter(|(pupil, away)| old.get(*pupil) != Some(*away));
    let come = come.map(|(pupil, away)| match old.get(pupil) {
        Some(_) => format!("{pupil}: {away}"),
        None => format!("+{pupil} {away}"),
    });
    let gone = old.keys().filter(|pupil| !new.contains_key(*pupil));
    come.chain(gone.map(|pupil| format!("−{pupil}"))).join(", ")
}

/// Class, subject, teachers, from, to: of every lesson that changes when a stretch begins.
fn changes(link: &Link, language: Language) -> Table<5> {
    let mut table = Table::new([Side::Left; 5]);
    for changed in offer(link).into_iter().flat_map(Offer::rebooked) {
        table.push([
            &changed.classes().iter().join("+"),
            &changed.subject(),
            &changed.teachers().iter().join("+"),
            &stretch(changed.lesson.start, changed.lesson.length(), language),
            &new_place(changed, language),
        ]);
    }
    table
}

fn new_place(changed: Changed<'_>, language: Language) -> String {
    let when = stretch(changed.to.start, changed.lesson.length(), language);
    let (old, new) = (changed.old_rooms(), changed.new_rooms());
    let room = if old == new { String::new() } else { format!(" {}", new.iter().join("+")) };
    format!("→ {when}{room}")
}

/// Why there is no timetable, stretch by stretch.
fn reasons(told: Told<'_>, language: Language) -> Table<2> {
    let mut table = Table::new([Side::Left; 2]);
    let links = told.year.links.iter();
    let links = links.map(|link| (dates(&link.stretch), &link.school, &link.answer));
    let whole = (words::whole(language), told.school, &told.year.whole);
    for (name, school, answer) in links.chain([whole]) {
        let mut name = name;
        for reason in Naming::new(school, language).reasons(&answer.reasons) {
            table.push([&std::mem::take(&mut name), &reason]);
        }
    }
    table
}
