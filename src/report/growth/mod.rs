//! What `whatif --grow` found, as text: how long futures stay possible, and what they cost.

mod html;
mod json;
mod words;

pub use html::html;
pub use json::json;

use super::text::table::{Side, Table};
use super::text::{paragraphs, section};
use super::words::words;
use crate::domain::Language;
use crate::scenario::{Failure, Growth, GrowthLine, Spread};
use words::{Growths, Said};

/// The answer in words.
#[must_use]
pub fn text(growth: &Growth, language: Language) -> String {
    let growths = Growths { words: words(language), language };
    let mut first = format!("{}\n", growths.tell(headline(growth)));
    if growth.lines.iter().any(|line| line.unknown + line.unproven > 0) {
        first.extend([&growths.tell(Said::Unproven), "\n"]);
    }
    let lines = section(&growths.tell(Said::Lines), &lines(growth, growths));
    let failures = section(&growths.tell(Said::Failures), &failures(growth, growths));
    paragraphs(&[first, lines, failures])
}

fn headline(growth: &Growth) -> Said {
    let is_hopeless = |line: &GrowthLine| line.possible + line.unknown == 0;
    if growth.lines.first().is_some_and(is_hopeless) {
        return Said::ImpossibleAlready;
    }
    let last = growth.lines.last();
    let (joined, futures) = last.map_or((0, 0), |line| (line.joined, line.futures));
    let possible = last.map_or(0, |line| line.possible);
    match growth.failures.first() {
        None if possible == futures => Said::AllPossible { joined, futures },
        None => Said::KnownPossible { joined, futures, possible },
        Some(first) => Said::SomePossible { joined, futures, possible, first: first.joined },
    }
}

/// One line for each number of joiners, after the headings.
fn lines(growth: &Growth, growths: Growths) -> Table<5> {
    use Side::{Left, Right};
    let mut table = Table::new([Right, Right, Right, Left, Left]);
    let headings = growths.headings();
    table.push([
        &headings.joined,
        &headings.possible,
        &"",
        &headings.points,
        &headings.changed_lessons,
    ]);
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

fn failures(growth: &Growth, growths: Growths) -> Table<2> {
    let mut table = Table::new([Side::Left, Side::Left]);
    for failure in &growth.failures {
        let Failure { class, away, joined, futures } = failure;
        let days = away.spans.iter().map(|span| growths.words.day(span.day));
        let who = format!("{class} {}", days.collect::<Vec<_>>().join("+"));
        table.push([&who, &growths.tell(Said::Failure { joined: *joined, futures: *futures })]);
    }
    table
}
