//! The year as a page: its course as a line to click on, stretch by stretch what changes, and the hours of each pupil.

use maud::{Markup, html};

use super::super::html::table::{Table, cell};
use super::super::html::{About, filled, report};
use super::super::text::table::Side;
use super::words::{self, Titles};
use super::{Told, answer, changes, dates, reasons, stretches, weeks};
use crate::domain::{Country, Language};
use crate::placement::{HOURS, MOST_AWAY, PupilYear};
use crate::report::text::table::Table as Columns;
use crate::scenario::{Link, Year};
use crate::words::decimal;

/// The page; each stretch of its line leads to the report in the folder of that stretch.
#[must_use]
pub fn html(told: Told<'_>, country: Country, language: Language) -> String {
    let titles = Titles::of(language);
    let all = Table::of(titles.stretches.to_owned(), &stretches(told.year, language)).draw();
    let reasons = reasons(told, language);
    let why = html! {
        ul { @for [name, reason] in reasons.lines() {
            li { @if !name.is_empty() { b { (name) } ": " } (reason) }
        } }
    };
    let sections = filled([
        ("line", titles.line, Some(line(told.year))),
        ("stretches", titles.stretches, Some(all)),
        ("changes", titles.changes, Some(all_changes(told.year, titles, language))),
        ("hours", titles.hours, Some(hours(told.hours, country, language))),
        ("reasons", titles.reasons, (!reasons.is_empty()).then_some(why)),
    ]);
    let school = told.school.name.as_deref();
    report(
        About { school, title: titles.page, printed: None },
        &answer(told.year, language),
        &sections,
        language,
    )
}

/// The stretches side by side, each as wide as it is long.
fn line(year: &Year) -> Markup {
    html! {
        ol.year {
            @for link in &year.links {
                li style={ "flex-grow: " (days(link)) } {
                    a href={ (link.stretch.from) "/report.html" } {
                        b { (weeks(&link.stretch)) }
                        span { (dates(&link.stretch)) }
                    }
                }
            }
        }
    }
}

fn days(link: &Link) -> i64 {
    link.stretch.until.days_since(link.stretch.from) + 1
}

fn all_changes(year: &Year, titles: &Titles, language: Language) -> Markup {
    html! {
        @for link in &year.links {
            h3 { (words::changes(&link.stretch.from.to_string(), language)) }
            @let lines = changes(link, language);
            @if lines.is_empty() { p { (titles.nothing) } } @else { (list(&lines)) }
        }
    }
}

fn list(lines: &Columns<5>) -> Markup {
    html! {
        ul { @for [class, subject, teachers, from, to] in lines.lines() {
            li { (class) " " (subject) " " (teachers) ": " (from) " " (to) }
        } }
    }
}

fn hours(pupils: &[PupilYear], country: Country, language: Language) -> Markup {
    let told = |pupil: &PupilYear| {
        let (name, own) = (pupil.pupil.as_str(), in_hours(pupil.at_placement, language));
        match country {
            Country::Denmark => words::at_placement_of(name, &own, MOST_AWAY / 60, HOURS, language),
            Country::Sweden => words::at_placement(name, &own, language),
        }
    };
    html! {
        ul { @for pupil in pupils { li { (told(pupil)) } } }
        (hours_of_subjects(pupils, language))
    }
}

fn hours_of_subjects(pupils: &[PupilYear], language: Language) -> Markup {
    use Side::{Left, Right};
    let sides = [Left, Left, Right, Right, Right, Right, Right];
    let mut table = Table::new(Titles::of(language).hours, words::hours_headings(language), sides);
    let hours = |minutes: u32| cell(in_hours(minutes, language));
    for (pupil, (subject, own)) in
        pupils.iter().flat_map(|pupil| pupil.subjects.iter().map(move |own| (pupil, own)))
    {
        table.push([
            cell(&pupil.pupil),
            cell(subject),
            hours(own.planned),
            hours(own.kept()),
            hours(own.lost_to_placement),
            hours(own.lost_to_weeks),
            hours(own.lost_to_holidays),
        ]);
    }
    table.draw()
}

/// Minutes in hours, to a tenth.
fn in_hours(minutes: u32, language: Language) -> String {
    decimal((i64::from(minutes) * 10 + 30) / 60, language)
}
