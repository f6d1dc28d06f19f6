//! The answer of `whatif` as a page: what holds now, each scenario in a line, why some are impossible.

use maud::html;

use super::super::html::table::Table;
use super::super::html::{Section, report};
use super::super::words::{Naming, words};
use super::{Prospects, reasons, table, worth};
use crate::domain::{Language, School};
use crate::scenario::Outlook;

/// The page.
#[must_use]
pub fn html(school: &School, outlook: &Outlook, language: Language) -> String {
    let prospects = Prospects { words: words(language), language };
    let naming = Naming { school, words: prospects.words };
    let titles = prospects.titles();
    let base = prospects.base(&worth(&outlook.base, prospects));
    let scenarios = Table::of(prospects.headings().title.to_owned(), &table(outlook, prospects));
    let answers =
        Section { id: "answers", heading: titles.answers.to_owned(), body: scenarios.draw() };
    let reasons = reasons(outlook, &naming);
    let why = html! {
        ul {
            @for [scenario, reason] in reasons.lines() {
                li { @if !scenario.is_empty() { b { (scenario) } ": " } (reason) }
            }
        }
    };
    let heading = naming.words.labels().reasons.to_owned();
    let why = (!reasons.is_empty()).then_some(Section { id: "reasons", heading, body: why });
    let sections: Vec<Section> = [answers].into_iter().chain(why).collect();
    report((school.name.as_deref(), titles.page), &base, &sections, language)
}
