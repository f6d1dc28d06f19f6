//! What `solve --prepare` found, as text: what the proposal costs today, and what it saves when the futures come.

mod html;
mod json;
mod words;

pub use html::html;
pub use json::json;

use super::Report;
use super::text::table::{Side, Table};
use super::text::{paragraphs, proposal, section, solution, worth};
use crate::domain::Language;
use crate::scenario::Prepared;

/// Expected points are told in tenths.
const TENTHS: i64 = 10;

/// The answer in words.
#[must_use]
pub fn text(report: Report<'_>, prepared: &Prepared, language: Language) -> String {
    let Some(told) = sentences(prepared, language) else { return solution(report, language) };
    let first = told.join("\n") + "\n";
    let futures = section(&words::heading(language), &futures(prepared, language));
    paragraphs(&[first, futures, proposal(report, language)])
}

/// The answer in sentences; `None` if there is no proposal.
fn sentences(prepared: &Prepared, language: Language) -> Option<Vec<String>> {
    let (points, cheapest) = (prepared.answer.points()?, prepared.cheapest?);
    let lessons = prepared.answer.changed_lessons().unwrap_or(0);
    let most = cheapest.saturating_add(prepared.price);
    let mut told = vec![words::proposal(lessons, points, points - cheapest, language)];
    told.push(if prepared.after_chosen().is_perfect() {
        words::perfect(language)
    } else {
        words::tried(prepared.tried, most, language)
    });
    told.extend(expectations(prepared, language));
    told.extend(prepared.is_cut_short.then(|| words::cut_short(language)));
    Some(told)
}

/// What is saved.
fn expectations(prepared: &Prepared, language: Language) -> Option<String> {
    let (chosen, cheapest) = (prepared.after_chosen(), prepared.after_cheapest());
    if chosen.without < cheapest.without {
        return Some(words::more_possible(language));
    }
    let (after, instead) = (chosen.mean(TENTHS)?, cheapest.mean(TENTHS)?);
    Some(match chosen.saved_from(cheapest)?.mean(TENTHS)? {
        0 => words::saves_nothing(after, language),
        saved => words::saves(after, instead, saved, language),
    })
}

fn futures(prepared: &Prepared, language: Language) -> Table<4> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Right, Right, Right]);
    table.head(words::headings(language));
    for future in &prepared.futures {
        let [chosen, cheapest] = [&future.after_chosen, &future.after_cheapest]
            .map(|after| after.as_ref().map_or_else(String::new, |answer| worth(answer, language)));
        table.push([&future.name, &future.weight, &chosen, &cheapest]);
    }
    table
}
