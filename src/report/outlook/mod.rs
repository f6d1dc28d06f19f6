//! What `whatif` found, as text: each scenario afresh and after publication.

mod html;
mod json;
mod words;

pub use html::html;
pub use json::json;

use super::text::table::{Side, Table};
use super::text::{paragraphs, section};
use super::words::{Naming, words};
use crate::domain::{Language, School};
use crate::pipeline::{Answer, Status};
use crate::scenario::{Outlook, Prospect};
use words::Prospects;

/// The answer in words.
#[must_use]
pub fn text(school: &School, outlook: &Outlook, language: Language) -> String {
    let prospects = Prospects { words: words(language), language };
    let naming = Naming { school, words: prospects.words };
    let base = format!("{}\n", prospects.base(&worth(&outlook.base, prospects)));
    let reasons = reasons(outlook, &naming);
    let why = section(naming.words.labels().reasons, &reasons);
    let scenarios = section(prospects.headings().title, &table(outlook, prospects));
    paragraphs(&[base, scenarios, why])
}

/// Scenario, reason: of those that are impossible.
fn reasons(outlook: &Outlook, naming: &Naming<'_>) -> Table<2> {
    let mut reasons = Table::new([Side::Left, Side::Left]);
    for prospect in &outlook.scenarios {
        let scenario = prospect.name.to_string();
        for (place, reason) in prospect.fresh.reasons.iter().enumerate() {
            let name = if place == 0 { scenario.as_str() } else { "" };
            reasons.push([&name, &naming.words.reason(reason, naming)]);
        }
    }
    reasons
}

/// One line for each scenario, after the headings.
fn table(outlook: &Outlook, prospects: Prospects) -> Table<6> {
    let headings = prospects.headings();
    let mut table =
        Table::new([Side::Left, Side::Left, Side::Right, Side::Right, Side::Right, Side::Right]);
    table.push([
        &headings.scenario,
        &headings.after,
        &headings.afresh,
        &headings.lessons,
        &headings.extra,
        &headings.extra_lessons,
    ]);
    for Prospect { name, after, fresh, extra } in &outlook.scenarios {
        let after = after.as_ref().map(ToString::to_string).unwrap_or_default();
        let extra = extra.as_ref();
        table.push([
            name,
            &after,
            &worth(fresh, prospects),
            &lessons(fresh),
            &extra.map(|answer| worth(answer, prospects)).unwrap_or_default(),
            &extra.map(lessons).unwrap_or_default(),
        ]);
    }
    table
}

/// The points of an answer, with the bound where they are not proven, or what is known instead.
fn worth(answer: &Answer, prospects: Prospects) -> String {
    match (answer.points(), answer.status) {
        (Some(points), Status::Optimal) => points.to_string(),
        (Some(points), _) => format!("{points} (≥ {})", answer.bound),
        (None, Status::Infeasible) => prospects.impossible().to_owned(),
        (None, _) => format!("≥ {}", answer.bound),
    }
}

fn lessons(answer: &Answer) -> String {
    answer.changed_lessons().map(|count| count.to_string()).unwrap_or_default()
}
