//! The answer of `whatif` as a page: what holds now, each scenario in a line, why some are impossible.

use maud::html;

use super::super::html::table::Table;
use super::super::html::{About, filled, report};
use super::super::words::Naming;
use super::words::Titles;
use super::{base, reasons, table};
use crate::domain::{Language, School};
use crate::scenario::Outlook;

/// The page.
#[must_use]
pub fn html(school: &School, outlook: &Outlook, language: Language) -> String {
    let titles = Titles::of(language);
    let naming = Naming::new(school, language);
    let scenarios = Table::of(titles.scenarios.to_owned(), &table(outlook, language)).draw();
    let reasons = reasons(outlook, &naming);
    let why = html! {
        ul {
            @for [scenario, reason] in reasons.lines() {
                li { @if !scenario.is_empty() { b { (scenario) } ": " } (reason) }
            }
        }
    };
    let sections = filled([
        ("answers", titles.answers, Some(scenarios)),
        ("reasons", naming.words.labels().reasons, (!reasons.is_empty()).then_some(why)),
    ]);
    report(
        About { school: school.name.as_deref(), title: titles.page, printed: None },
        &base(outlook, language),
        &sections,
        language,
    )
}
