//! What `solve --tradeoff` found, as text: each compromise between change and missed desired lessons.

mod html;
mod json;
mod words;

pub(crate) use html::{drawn, found};
pub use json::json;

use super::text::table::{Side, Table};
use super::text::{paragraphs, reasons, section};
use super::words::{Naming, no_timetable};
use crate::domain::{Language, Price, School};
use crate::pipeline::Status;
use crate::scenario::{Compromise, Tradeoff};

/// What `solve --tradeoff` found.
#[derive(Clone, Copy, Debug)]
pub struct Traded<'a> {
    /// The school.
    pub school: &'a School,
    /// The answer.
    pub tradeoff: &'a Tradeoff,
}

/// The answer in words.
#[must_use]
pub fn text(traded: Traded<'_>, language: Language) -> String {
    let last = traded.tradeoff.last.as_ref().filter(|_| traded.tradeoff.front.is_empty());
    let known = last.map_or(&[][..], |last| &last.reasons);
    let first = headline(traded.tradeoff, language) + "\n";
    let reasons = reasons(known, &Naming::new(traded.school, language));
    paragraphs(&[first, front(traded, language), chosen(traded, language), reasons])
}

fn headline(tradeoff: &Tradeoff, language: Language) -> String {
    let last = tradeoff.last.as_ref();
    match (tradeoff.front.len(), last.map(|last| last.status)) {
        (0, Some(Status::Infeasible)) => no_timetable(language),
        (0, _) => words::nothing_found(language),
        (many, _) if !tradeoff.is_complete() => words::unproven(many, language),
        (1, _) => words::one(tradeoff.front[0].missed, language),
        (many, _) => words::front(many, language),
    }
}

fn front(traded: Traded<'_>, language: Language) -> String {
    section(&words::heading(language), &table(traded, language))
}

fn table(traded: Traded<'_>, language: Language) -> Table<6> {
    use Side::{Left, Right};
    let mut table = Table::new([Right, Right, Right, Right, Right, Left]);
    let price = traded.school.weights[Price::Desired];
    let mut before: Option<&Compromise> = None;
    for compromise in &traded.tradeoff.front {
        let more = before.map(|before| format!("+{}", compromise.change - before.change));
        let is_chosen = traded.chosen().is_some_and(|one| one.missed == compromise.missed);
        table.head(words::headings(language));
        table.push([
            &compromise.missed,
            &worth(compromise),
            &more.unwrap_or_default(),
            &compromise.changed_lessons(),
            &compromise.points(price),
            &if is_chosen { "←" } else { "" },
        ]);
        before = Some(compromise);
    }
    table
}

/// The points of change, with the bound where less is not ruled out.
fn worth(compromise: &Compromise) -> String {
    let Compromise { change, bound, .. } = compromise;
    if bound == change { change.to_string() } else { format!("{change} (≥ {bound})") }
}

fn chosen(traded: Traded<'_>, language: Language) -> String {
    let price = traded.school.weights[Price::Desired];
    let chosen = traded.chosen().filter(|_| traded.tradeoff.is_complete());
    chosen.map_or_else(String::new, |one| words::chosen(price, one.missed, language) + "\n")
}

impl<'a> Traded<'a> {
    /// The compromise with the fewest points at the school's price of a desired lesson; among equals the one that
    /// misses fewest.
    fn chosen(self) -> Option<&'a Compromise> {
        let price = self.school.weights[Price::Desired];
        self.tradeoff.front.iter().min_by_key(|one| (one.points(price), one.missed))
    }
}
