//! The answer of `whatif --grow` as a page: the curve, the same in numbers, and with whom it ends.

use maud::{Markup, html};

use super::super::html::table::Table;
use super::super::html::{About, Curve, Panel, Point, filled, report};
use super::words::Titles;
use super::{failures, headline, is_open, lines, words};
use crate::domain::{Language, School};
use crate::scenario::{Growth, GrowthLine};

/// The page.
#[must_use]
pub fn html(school: &School, growth: &Growth, language: Language) -> String {
    let titles = Titles::of(language);
    let answer = headline(growth, language);
    let numbers = numbers(growth, language);
    let failures = words::failures(language);
    let sections = filled([
        ("curve", titles.curve, Some(curve(growth, &answer, language))),
        ("numbers", titles.lines, Some(numbers)),
        ("failures", &failures, ended(growth, language)),
    ]);
    report(
        About { school: school.name.as_deref(), title: titles.page, printed: None },
        &answer,
        &sections,
        language,
    )
}

/// The same within a page, as far as it is known: the curve and what stands below it.
pub(crate) fn drawn(growth: &Growth, language: Language) -> Markup {
    let answer = headline(growth, language);
    html! {
        p.answer { (answer) }
        (curve(growth, &answer, language))
        (numbers(growth, language))
        @if let Some(ended) = ended(growth, language) { h3 { (words::failures(language)) } (ended) }
    }
}

fn numbers(growth: &Growth, language: Language) -> Markup {
    Table::of(words::lines(language), &lines(growth, language)).draw()
}

fn curve(growth: &Growth, answer: &str, language: Language) -> Markup {
    let titles = Titles::of(language);
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
        @if is_open(growth) { p { (words::unproven(language)) } }
        (Curve { title: titles.page, description: &description, across: titles.across, panels: &panels }.draw())
    }
}

fn percent(line: &GrowthLine) -> i64 {
    i64::try_from(line.possible * 100 / line.futures.max(1)).unwrap_or(0)
}

/// With whom futures become impossible; nothing if none does.
fn ended(growth: &Growth, language: Language) -> Option<Markup> {
    let failures = failures(growth, language);
    let drawn = html! {
        ul { @for [who, when] in failures.lines() { li { b { (who) } ", " (when) } } }
    };
    (!failures.is_empty()).then_some(drawn)
}
