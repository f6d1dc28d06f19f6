//! What `whatif` found, as text: each scenario afresh and after publication.

mod html;
mod json;
mod words;

pub use html::html;
pub use json::json;

use super::text::table::{Side, Table};
use super::text::{paragraphs, section, worth};
use super::words::{Naming, points};
use crate::domain::{Language, School};
use crate::pipeline::Answer;
use crate::scenario::{Outlook, Prospect};
use words::Titles;

/// The answer in words.
#[must_use]
pub fn text(school: &School, outlook: &Outlook, language: Language) -> String {
    let naming = Naming::new(school, language);
    let why = section(naming.words.labels().reasons, &reasons(outlook, &naming));
    let scenarios = section(Titles::of(language).scenarios, &table(outlook, language));
    paragraphs(&[base(outlook, language) + "\n", scenarios, why])
}

/// What the school costs as it is: proven points with their noun.
fn base(outlook: &Outlook, language: Language) -> String {
    let worth = worth(&outlook.base, language);
    let proven = worth.parse().map(|proven| points(proven, language));
    words::base(&proven.unwrap_or(worth), language)
}

/// Scenario, reason: of those that are impossible.
fn reasons(outlook: &Outlook, naming: &Naming<'_>) -> Table<2> {
    let mut table = Table::new([Side::Left; 2]);
    for prospect in &outlook.scenarios {
        let mut name = prospect.name.to_string();
        for reason in naming.reasons(&prospect.fresh.reasons) {
            table.push([&std::mem::take(&mut name), &reason]);
        }
    }
    table
}

/// One line for each scenario, after the headings.
fn table(outlook: &Outlook, language: Language) -> Table<6> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Left, Right, Right, Right, Right]);
    table.head(words::headings(language));
    for Prospect { name, after, fresh, extra } in &outlook.scenarios {
        let after = after.as_ref().map(ToString::to_string).unwrap_or_default();
        let extra = extra.as_ref();
        table.push([
            name,
            &after,
            &worth(fresh, language),
            &lessons(fresh),
            &extra.map(|answer| worth(answer, language)).unwrap_or_default(),
            &extra.map(lessons).unwrap_or_default(),
        ]);
    }
    table
}

fn lessons(answer: &Answer) -> String {
    answer.changed_lessons().map(|count| count.to_string()).unwrap_or_default()
}
