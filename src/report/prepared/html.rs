//! The answer of `solve --prepare` as a page: the report of the proposal, with what it saves when the futures come.

use super::super::html::table::Table;
use super::super::html::{Section, solution, solution_told};
use super::{Report, futures, sentences, words};
use crate::domain::Language;
use crate::scenario::Prepared;

/// The page.
#[must_use]
pub fn html(report: Report<'_>, prepared: &Prepared, language: Language) -> String {
    let Some(told) = sentences(prepared, language) else { return solution(report, language) };
    let heading = words::heading(language);
    let body = Table::of(heading.clone(), &futures(prepared, language)).draw();
    let futures = Section { id: "futures", heading, body };
    solution_told(report, &told.join(" "), Some(futures), language)
}
