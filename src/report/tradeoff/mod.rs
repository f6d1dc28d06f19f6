//! What `solve --tradeoff` found, as text: each compromise between change and missed desired lessons.

mod json;
mod words;

pub use json::json;

use super::text::table::{Side, Table};
use super::text::{paragraphs, section};
use super::words::{Naming, words};
use crate::domain::{Language, Price, School};
use crate::pipeline::Status;
use crate::scenario::{Compromise, Tradeoff};
use words::{Said, Trading};

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
    let trading = Trading { words: words(language), language };
    let mut reasons = Table::new([Side::Left]);
    let naming = Naming { school: traded.school, words: trading.words };
    if traded.tradeoff.front.is_empty() {
        for reason in traded.tradeoff.last.iter().flat_map(|last| &last.reasons) {
            reasons.push([&naming.words.reason(reason, &naming)]);
        }
    }
    let first = format!("{}\n", trading.tell(headline(traded.tradeoff)));
    let reasons = section(naming.words.labels().reasons, &reasons);
    paragraphs(&[first, front(traded, trading), chosen(traded, trading), reasons])
}

fn headline(tradeoff: &Tradeoff) -> Said {
    let last = tradeoff.last.as_ref();
    match (tradeoff.front.len(), last.map(|last| last.status)) {
        (0, Some(Status::Infeasible)) => Said::Impossible,
        (0, _) => Said::NothingFound,
        (many, _) if !tradeoff.is_complete() => Said::Unproven { many },
        (1, _) => Said::One { missed: tradeoff.front[0].missed },
        (many, _) => Said::Front { many },
    }
}

fn front(traded: Traded<'_>, trading: Trading) -> String {
    use Side::{Left, Right};
    let headings = trading.headings();
    let mut table = Table::new([Right, Right, Right, Right, Right, Left]);
    table.push([
        &headings.missed,
        &headings.change,
        &headings.more,
        &headings.lessons,
        &headings.points,
        &"",
    ]);
    let price = traded.school.weights[Price::Desired];
    let mut before: Option<&Compromise> = None;
    for compromise in &traded.tradeoff.front {
        let more = before.map(|before| format!("+{}", compromise.change - before.change));
        let is_chosen = traded.chosen().is_some_and(|one| one.missed == compromise.missed);
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
    let heading = trading.tell(Said::Heading);
    if traded.tradeoff.front.is_empty() { String::new() } else { section(&heading, &table) }
}

/// The points of change, with the bound where less is not ruled out.
fn worth(compromise: &Compromise) -> String {
    let Compromise { change, bound, .. } = compromise;
    if bound == change { change.to_string() } else { format!("{change} (≥ {bound})") }
}

fn chosen(traded: Traded<'_>, trading: Trading) -> String {
    let price = traded.school.weights[Price::Desired];
    let said = traded.chosen().filter(|_| traded.tradeoff.is_complete());
    let said = said.map(|one| trading.tell(Said::Chosen { price, missed: one.missed }));
    said.map_or_else(String::new, |said| format!("{said}\n"))
}

impl<'a> Traded<'a> {
    /// The compromise with the fewest points at the school's price of a desired lesson; among equals the one that
    /// misses fewest.
    fn chosen(self) -> Option<&'a Compromise> {
        let price = self.school.weights[Price::Desired];
        self.tradeoff.front.iter().min_by_key(|one| (one.points(price), one.missed))
    }
}
