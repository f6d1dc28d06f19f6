//! The answer of `compare` as a page: sentences, the map of all days as a table, what each day does.

use maud::{Markup, html};

use super::super::html::table::Table;
use super::super::html::{About, filled, report};
use super::heat::{Heat, Shown};
use super::words::Titles;
use super::{Compared, Reasons, answers, daily, map, rows, short, told_once, who, words};
use crate::domain::Language;
use crate::scenario::{Cell, Comparison};

/// The page.
#[must_use]
pub fn html(compared: Compared<'_>, language: Language) -> String {
    let comparison = &told_once(compared.comparison);
    let mut reasons = Reasons::new(compared.school, language);
    let titles = Titles::of(language);
    let map = heat_map(comparison, &mut reasons, language);
    let sections = filled([
        ("answers", titles.answers, Some(sentences(&answers(comparison, language)))),
        ("map", titles.map, map),
        ("days", titles.days, days(comparison, language)),
    ]);
    let school = compared.school.name.as_deref();
    report(
        About { school, title: titles.page, printed: None },
        titles.question,
        &sections,
        language,
    )
}

/// The sentences as a list; one that is indented belongs to the one before it.
fn sentences(lines: &str) -> Markup {
    let mut points: Vec<Vec<&str>> = Vec::new();
    for line in lines.lines() {
        match points.last_mut().filter(|_| line.starts_with(' ')) {
            Some(point) => point.push(line.trim()),
            None => points.push(vec![line]),
        }
    }
    html! {
        ul {
            @for point in &points {
                li { @for (index, line) in point.iter().enumerate() { @if index > 0 { br; } (line) } }
            }
        }
    }
}

/// The map and why days are impossible; nothing if nobody is asked about.
fn heat_map(
    comparison: &Comparison,
    reasons: &mut Reasons<'_>,
    language: Language,
) -> Option<Markup> {
    let heat = map(comparison, reasons, language);
    let drawn = html! {
        (table(&heat, language))
        @if !reasons.told.is_empty() {
            h3 { (words::impossible(language)) }
            ol { @for reason in &reasons.told { li { (reason) } } }
        }
    };
    (!heat.lines.is_empty()).then_some(drawn)
}

fn table(heat: &Heat<'_>, language: Language) -> Markup {
    let caption = words::heat(language);
    html! {
        div.scroll role="group" tabindex="0" aria-label=(caption) {
            table.heat {
                caption { (caption) }
                thead {
                    tr {
                        td {}
                        @for way in &heat.ways { th scope="col" { (short(way, language)) } }
                    }
                }
                tbody {
                    @for (who, cells) in &heat.lines {
                        tr { th scope="row" { (who) } @for cell in cells { (drawn(cell.as_ref())) } }
                    }
                }
            }
        }
    }
}

fn drawn(cell: Option<&Shown>) -> Markup {
    html! {
        @match cell {
            Some(shown) => td class=(shown.style) { (shown.text) },
            None => td {},
        }
    }
}

/// A table for each class or pupil, and one for all.
fn days(comparison: &Comparison, language: Language) -> Option<Markup> {
    let own = rows(comparison).map(|row| (who(row), &row.cells));
    let common = comparison.common.iter().map(|cells| (words::all(language), cells));
    let table = |(who, cells): (String, &Vec<Cell>)| {
        let caption = words::daily(&who, language);
        Table::of(caption, &daily::table(cells, language)).draw()
    };
    let tables: Vec<Markup> = own.chain(common).map(table).collect();
    (!tables.is_empty()).then(|| html! { @for table in &tables { (table) } })
}
