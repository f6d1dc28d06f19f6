//! The answer of `district` as a page.

use maud::{Markup, html as markup};

use super::{DistrictReport, Grid, answer, grids, reasons, words};
use crate::domain::Language;
use crate::report::html::{About, filled, report as page, style};

/// The page.
#[must_use]
pub fn html(report: DistrictReport<'_>, language: Language) -> String {
    let titles = words::Titles::of(language);
    let why = reasons(report, language);
    let why = (!why.is_empty()).then(|| list(&why));
    let tables = grids(report, language);
    let tables = markup! { @for grid in &tables { (table(grid)) } };
    let sections = filled([
        ("answers", titles.answers, Some(list(&answer(report, language)))),
        ("reasons", titles.reasons, why),
        ("schools", titles.schools, Some(tables)),
    ]);
    page(
        About { school: None, title: titles.page, printed: None },
        titles.question,
        &sections,
        language,
    )
}

fn list(lines: &str) -> Markup {
    markup! { ul { @for line in lines.lines() { li { (line) } } } }
}

fn table(grid: &Grid) -> Markup {
    let sides = grid.sides();
    markup! {
        div.scroll role="group" tabindex="0" aria-label=(grid.title) {
            table {
                caption { (grid.title) }
                thead {
                    tr {
                        @for (heading, &side) in grid.headings.iter().zip(&sides) {
                            @if heading.is_empty() { td {} } @else {
                                th scope="col" class=[style(side)] { (heading) }
                            }
                        }
                    }
                }
                tbody {
                    @for line in &grid.lines {
                        tr {
                            @for (column, (cell, &side)) in line.iter().zip(&sides).enumerate() {
                                @if column == 0 { th scope="row" { (cell) } } @else {
                                    td class=[style(side)] { (cell) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
