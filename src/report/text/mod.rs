//! Text for a terminal: the answer in one sentence, then what stands behind it.
//!
//! Tables without lines or colours. What does not concern the reader is left out: a kind of points that costs nothing,
//! a pupil who misses nothing either way, the classes of a lesson that involves the whole school.

mod changes;
mod core_lessons;
pub(crate) mod table;

use std::collections::BTreeMap;

pub(super) use changes::{subject, touched};
use itertools::Itertools;
pub(crate) use table::Side;
use table::Table;

use super::Report;
use super::diagnostics::is_division;
use super::inspection::{Asked, Inspection};
use super::words::{Finding, Naming, Outcome, Words, faults, words};
use crate::check::Breach;
use crate::diff::{Offer, misses};
use crate::domain::{Language, Level, School};
use crate::pipeline::{Answer, Status};
use crate::reason::Reason;
use crate::words::pick;

const INDENT: &str = "  ";

/// The answer of `solve`.
#[must_use]
pub fn solution(report: Report<'_>, language: Language) -> String {
    let mut sections = vec![headline(report, language)];
    sections.extend(report.offer().into_iter().flat_map(|offer| offered(offer, words(language))));
    sections.push(reasons(&report.answer.reasons, &Naming::new(report.school, language)));
    paragraphs(&sections)
}

/// The proposal of an answer, whatever the answer is; nothing if there is none.
pub(super) fn proposal(report: Report<'_>, language: Language) -> String {
    let told = |offer| paragraphs(&offered(offer, words(language)));
    report.offer().map(told).unwrap_or_default()
}

/// The answer of `check`.
#[must_use]
pub fn inspection(inspection: Inspection<'_>, language: Language) -> String {
    let words = words(language);
    let (faults, breaches) = (inspection.faults, inspection.breaches());
    let mut sections = vec![found(Finding::Faults(faults.len()), faults, inspection.read, words)];
    let missed = words.finding(Finding::Missed {
        required: inspection.missed(Level::Required),
        desired: inspection.missed(Level::Desired),
    });
    match inspection.asked {
        Asked::Baseline => {
            let missed = section(&missed, &core_lessons::missed(inspection.offer(), words));
            let full = inspection.full_places().cloned().collect_vec();
            let besides = core_lessons::missed_besides(inspection.offer(), words);
            let besides = section(words.labels().missed_besides, &besides);
            sections.extend([unplaced(inspection, words), missed, besides]);
            sections.push(alternatives(inspection.school, words));
            if !full.is_empty() {
                sections.push(found(Finding::Full, &full, inspection.school, words));
            }
        }
        Asked::Proposal => {
            let breaches =
                found(Finding::Breaches(breaches.len()), breaches, inspection.school, words);
            sections.extend([breaches, format!("{missed}\n")]);
            sections.extend(offered(inspection.offer(), words));
        }
    }
    paragraphs(&sections)
}

/// The answer of `solve` in a sentence, and how far it reaches in another.
#[must_use]
pub fn headline(report: Report<'_>, language: Language) -> String {
    let words = words(language);
    let touched = report.offer().map(|offer| changes::touched(offer, words));
    format!("{}\n{}", words.outcome(outcome(report)), touched.unwrap_or_default())
}

/// What is known, in numbers.
pub(super) fn outcome(report: Report<'_>) -> Outcome {
    let bound = report.answer.bound;
    let lessons = report.offer().map_or(0, |offer| offer.difference.changes.len());
    let points = report.offer().map_or(0, |offer| offer.difference.breakdown.total());
    match report.answer.status {
        Status::Optimal if (lessons, points) == (0, 0) => Outcome::Unchanged,
        Status::Optimal => Outcome::Optimal { lessons, points },
        Status::Feasible => Outcome::Feasible { lessons, points, bound },
        Status::Infeasible => Outcome::Infeasible,
        Status::Undecided => Outcome::Undecided { bound },
    }
}

fn offered(offer: Offer<'_>, words: Words) -> [String; 7] {
    let labels = words.labels();
    [
        section(labels.chosen, &core_lessons::chosen(offer)),
        section(labels.moved, &changes::moved(offer, words)),
        section(labels.rooms, &changes::rooms(offer, words)),
        section(labels.core, &core_lessons::saved(offer, words)),
        section(labels.still_missed, &core_lessons::missed(offer, words)),
        section(labels.missed_besides, &core_lessons::missed_besides(offer, words)),
        section(labels.breakdown, &breakdown(offer, words)),
    ]
}

fn breakdown(offer: Offer<'_>, words: Words) -> Table<2> {
    let mut table = Table::new([Side::Right, Side::Left]);
    for (price, points) in offer.costs() {
        table.push([&points, &words.price(price).title]);
    }
    if !table.is_empty() {
        table.push([&offer.difference.breakdown.total(), &words.labels().total]);
    }
    table
}

fn found(finding: Finding, breaches: &[Breach], school: &School, words: Words) -> String {
    let naming = Naming { school, words };
    let mut table = Table::new([Side::Left; 2]);
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for breach in breaches {
        let count = counted.entry(breach.rule().code()).or_default();
        *count += 1;
        if *count <= MOST_OF_A_RULE {
            table.push([&breach.rule().code(), &words.breach(breach, &naming)]);
        }
    }
    for (rule, count) in counted.iter().filter(|(_, count)| **count > MOST_OF_A_RULE) {
        table.push([rule, &faults::rest(count - MOST_OF_A_RULE, words.language)]);
    }
    if breaches.iter().any(|breach| is_division(school, breach)) {
        table.push([&"", &faults::ask_for_division(words.language)]);
    }
    section(&words.finding(finding), &table)
}

/// So many breaches of a rule are listed; of more, how many there are.
const MOST_OF_A_RULE: usize = 8;

/// How many lessons have no place; nothing if all have one.
fn unplaced(inspection: Inspection<'_>, words: Words) -> String {
    match inspection.unplaced() {
        0 => String::new(),
        lessons => format!("{}\n", words.finding(Finding::Unplaced(lessons))),
    }
}

/// What each alternative makes the pupils miss who have several.
fn alternatives(school: &School, words: Words) -> String {
    let mut table = Table::new([Side::Left, Side::Left, Side::Left]);
    for (apprentice, misses) in school.apprentices.iter().zip(misses(school)) {
        if apprentice.alternatives.len() > 1 {
            let told = apprentice.alternatives.iter().zip(misses).map(
                |(alternative, (required, desired))| {
                    format!("{}: {required} + {desired}", alternative.written)
                },
            );
            let told = told.collect_vec().join(", ");
            table.push([&apprentice.pupil, &apprentice.class, &told]);
        }
    }
    if table.is_empty() { String::new() } else { section(words.labels().alternatives, &table) }
}

/// Why there is no timetable; nothing if no reason is known.
pub(in crate::report) fn reasons(reasons: &[Reason], naming: &Naming<'_>) -> String {
    section(naming.words.labels().reasons, &list(&naming.reasons(reasons)))
}

/// The points of an answer, with the bound where they are not proven, or what is known instead.
pub(in crate::report) fn worth(answer: &Answer, language: Language) -> String {
    match (answer.points(), answer.status) {
        (Some(points), Status::Optimal) => points.to_string(),
        (Some(points), _) => format!("{points} (≥ {})", answer.bound),
        (None, Status::Infeasible) => {
            pick!(language, "umuligt", "omöjligt", "impossible").to_owned()
        }
        (None, _) => format!("≥ {}", answer.bound),
    }
}

/// A table of one column.
pub(in crate::report) fn list(items: &[String]) -> Table<1> {
    let mut table = Table::new([Side::Left]);
    for item in items {
        table.push([item]);
    }
    table
}

/// A heading and its table. Without lines, a heading that is a sentence of its own stands alone, any other is left out.
pub(in crate::report) fn section<const COLUMNS: usize>(
    heading: &str,
    table: &Table<COLUMNS>,
) -> String {
    match table.is_empty() {
        true if heading.ends_with('.') => format!("{heading}\n"),
        true => String::new(),
        false => format!("{heading}\n{}", table.render(INDENT)),
    }
}

/// The sections that say something, an empty line between them.
pub(in crate::report) fn paragraphs(sections: &[String]) -> String {
    sections.iter().filter(|section| !section.is_empty()).join("\n")
}
