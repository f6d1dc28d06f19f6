//! The answer of `whatif --grow` as a page: the curve, the same in numbers, and with whom it ends.

use maud::{Markup, html};

use super::super::html::table::Table;
use super::super::html::{Curve, Panel, Point, Section, report};
use super::super::words::words;
use super::words::{Growths, Said};
use super::{failures, headline, lines};
use crate::domain::{Language, School};
use crate::scenario::{Growth, GrowthLine};

/// The page.
#[must_use]
pub fn html(school: &School, growth: &Growth, language: Language) -> String {
    let growths = Growths { words: words(language), language };
    let titles = growths.titles();
    let answer = growths.tell(headline(growth));
    let numbers = Table::of(growths.tell(Said::Lines), &lines(growth, growths)).draw();
    let told = [
        ("curve", titles.curve.to_owned(), Some(curve(growth, growths, &answer))),
        ("numbers", titles.lines.to_owned(), Some(numbers)),
        ("failures", growths.tell(Said::Failures), ended(growth, growths)),
    ];
    let sections = told
        .into_iter()
        .filter_map(|(id, heading, body)| Some(Section { id, heading, body: body? }));
    let sections: Vec<Section> = sections.collect();
    report((school.name.as_deref(), titles.page), &answer, &sections, language)
}

fn curve(growth: &Growth, growths: Growths, answer: &str) -> Markup {
    let titles = growths.titles();
    let is_open = growth.lines.iter().any(|line| line.unknown + line.unproven > 0);
    let possible = growth.lines.iter().map(|line| Some(Point::at(percent(line))));
    let points = growth.lines.iter().map(|line| {
        let spread = line.points?;
        Some(Point { low: spread.tenth, middle: spread.median, high: spread.ninetieth })
    });
    let panels = [
        Panel { title: titles.possible, top: Some(100), points: possible.collect() },
        Panel { title: titles.points, top: None, points: points.collect() },
    ];
    let description = format!("{answer} {}", titles.same_in_table);
    html! {
        @if is_open { p { (growths.tell(Said::Unproven)) } }
        (Curve { title: titles.page, description: &description, across: titles.across, panels: &panels }.draw())
    }
}

fn percent(line: &GrowthLine) -> i64 {
    i64::try_from(line.possible * 100 / line.futures.max(1)).unwrap_or(0)
}

/// With whom futures become impossible; nothing if none does.
fn ended(growth: &Growth, growths: Growths) -> Option<Markup> {
    let failures = failures(growth, growths);
    let drawn = html! {
        ul { @for [who, when] in failures.lines() { li { b { (who) } ", " (when) } } }
    };
    (!failures.is_empty()).then_some(drawn)
}
