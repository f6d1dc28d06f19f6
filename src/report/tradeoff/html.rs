//! The compromises within a page.

use maud::{Markup, html};

use super::super::html::table::Table;
use super::{Traded, chosen, headline, table, words};
use crate::domain::Language;

/// What was found, in words and as a table.
pub(crate) fn drawn(traded: Traded<'_>, language: Language) -> Markup {
    let chosen = chosen(traded, language);
    html! {
        p.answer { (headline(traded.tradeoff, language)) }
        (found(traded, language))
        @if !chosen.is_empty() { p { (chosen.trim_end()) } }
    }
}

/// The compromises that are known so far.
pub(crate) fn found(traded: Traded<'_>, language: Language) -> Markup {
    Table::of(words::heading(language), &table(traded, language)).draw()
}
