//! What `whatif --grow` found, as text: how long futures stay possible, and what they cost.

mod html;
mod json;
mod words;

pub(crate) use html::drawn;
pub use html::html;
pub use json::json;

use super::text::table::{Side, Table};
use super::text::{paragraphs, section};
use crate::domain::Language;
use crate::scenario::{Failure, Growth, GrowthLine, Spread};
use crate::words::day;

/// The answer in words.
#[must_use]
pub fn text(growth: &Growth, language: Language) -> String {
    let mut first = headline(growth, language) + "\n";
    if is_open(growth) {
        first += &(words::unproven(language) + "\n");
    }
    let lines = section(&words::lines(language), &lines(growth, language));
    let failures = section(&words::failures(language), &failures(growth, language));
    paragraphs(&[first, lines, failures])
}

/// Whether the search was stopped before everything was proven.
fn is_open(growth: &Growth) -> bool {
    growth.lines.iter().any(|line| line.unknown + line.unproven > 0)
}

fn headline(growth: &Growth, language: Language) -> String {
    let is_hopeless = |line: &GrowthLine| line.possible + line.unknown == 0;
    if growth.lines.first().is_some_and(is_hopeless) {
        return words::impossible_already(language);
    }
    let last = growth.lines.last();
    let (joined, futures) = last.map_or((0, 0), |line| (line.joined, line.futures));
    let possible = last.map_or(0, |line| line.possible);
    match growth.failures.first() {
        None if possible == futures => words::all_possible(joined, futures, language),
        None => words::known_possible(joined, futures, possible, language),
        Some(first) => words::some_possible(joined, futures, possible, first.joined, language),
    }
}

/// One line for each number of joiners, after the headings.
fn lines(growth: &Growth, language: Language) -> Table<5> {
    use Side::{Left, Right};
    let mut table = Table::new([Right, Right, Right, Left, Left]);
    table.head(words::headings(language));
    for line in &growth.lines {
        let GrowthLine { joined, futures, possible, .. } = line;
        let percent = format!("{} %", possible * 100 / (*futures).max(1));
        let (points, lessons) = (spread(line.points), spread(line.changed_lessons));
        table.push([joined, &format!("{possible}/{futures}"), &percent, &points, &lessons]);
    }
    table
}

fn spread(spread: Option<Spread>) -> String {
    spread.map_or_else(String::new, |Spread { tenth, median, ninetieth }| {
        format!("{median} ({tenth}–{ninetieth})")
    })
}

fn failures(growth: &Growth, language: Language) -> Table<2> {
    let mut table = Table::new([Side::Left, Side::Left]);
    for failure in &growth.failures {
        let Failure { class, away, joined, futures } = failure;
        let days = away.spans.iter().map(|span| day(span.day, language));
        let who = format!("{class} {}", days.collect::<Vec<_>>().join("+"));
        table.push([&who, &words::failure(*joined, *futures, language)]);
    }
    table
}
