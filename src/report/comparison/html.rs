//! The answer of `compare` as a page: sentences, the map of all days as a table, what each day does.

use maud::{Markup, html};

use super::super::html::table::Table;
use super::super::html::{Section, report};
use super::super::words::words;
use super::heat::{Heat, Shown};
use super::words::{Comparing, Said};
use super::{Compared, Reasons, answers, daily, map, rows, short, told_once, who};
use crate::domain::Language;
use crate::scenario::{Cell, Comparison};

/// The page.
#[must_use]
pub fn html(compared: Compared<'_>, language: Language) -> String {
    let comparing = Comparing { language, words: words(language) };
    let comparison = &told_once(compared.comparison);
    let mut reasons = Reasons::new(compared.school, comparing);
    let titles = comparing.titles();
    let map = heat_map(comparison, &mut reasons, comparing);
    let told = [
        ("answers", titles.answers, Some(sentences(&answers(comparison, comparing)))),
        ("map", titles.map, map),
        ("days", titles.days, days(comparison, comparing)),
    ];
    let sections = told.into_iter().filter_map(|(id, heading, body)| {
        Some(Section { id, heading: heading.to_owned(), body: body? })
    });
    let sections: Vec<Section> = sections.collect();
    let school = compared.school.name.as_deref();
    report((school, titles.page), titles.question, &sections, language)
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
                li { @for (place, line) in point.iter().enumerate() { @if place > 0 { br; } (line) } }
            }
        }
    }
}

/// The map and why days are impossible; nothing if nobody is asked about.
fn heat_map(
    comparison: &Comparison,
    reasons: &mut Reasons<'_>,
    comparing: Comparing,
) -> Option<Markup> {
    let heat = map(comparison, reasons, comparing);
    let drawn = html! {
        (table(&heat, comparing))
        @if !reasons.told.is_empty() {
            h3 { (comparing.tell(Said::Impossible)) }
            ol { @for reason in &reasons.told { li { (reason) } } }
        }
    };
    (!heat.lines.is_empty()).then_some(drawn)
}

fn table(heat: &Heat<'_>, comparing: Comparing) -> Markup {
    let caption = comparing.tell(Said::Heat);
    html! {
        div.scroll role="group" tabindex="0" aria-label=(caption) {
            table.heat {
                caption { (caption) }
                thead {
                    tr {
                        td {}
                        @for way in &heat.ways { th scope="col" { (short(way, comparing)) } }
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
fn days(comparison: &Comparison, comparing: Comparing) -> Option<Markup> {
    let own = rows(comparison).map(|row| (who(row), &row.cells));
    let common = comparison.common.iter().map(|cells| (comparing.tell(Said::All), cells));
    let table = |(who, cells): (String, &Vec<Cell>)| {
        let caption = comparing.tell(Said::Daily { who: &who });
        Table::of(caption, &daily::table(cells, comparing)).draw()
    };
    let tables: Vec<Markup> = own.chain(common).map(table).collect();
    (!tables.is_empty()).then(|| html! { @for table in &tables { (table) } })
}
