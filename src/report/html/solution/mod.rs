//! The report of `solve`: what changes and why in sentences, the list to carry out, then every week as a grid.

mod chains;
mod checklist;
mod summary;
mod weeks;
mod words;

pub(crate) use summary::missed_besides;

use maud::{Markup, html};

use super::super::Report;
use super::super::text::outcome;
use super::super::text::table::Side;
use super::super::words::{Naming, Words, words as said_in};
use super::table::{Table, cell};
use super::{About, Section, filled, report as page};
use crate::diff::Offer;
use crate::domain::Language;
use crate::explain::{Task, tasks};
use crate::pipeline::Status;
use crate::week::Numbers;
use words::Titles;

/// What every section is told from.
#[derive(Clone, Copy)]
struct Telling<'a> {
    offer: Offer<'a>,
    tasks: &'a [Task],
    numbers: &'a Numbers,
    language: Language,
    words: Words,
    labels: &'static Titles,
}

/// The report of an answer, whatever it is.
#[must_use]
pub fn solution(report: Report<'_>, language: Language) -> String {
    solution_told(report, &said_in(language).outcome(outcome(report)), None, language)
}

/// The report of an answer that is told in other words, with a section of its own before the others.
pub(in crate::report) fn solution_told(
    report: Report<'_>,
    answer: &str,
    first: Option<Section>,
    language: Language,
) -> String {
    let offered = report.offer();
    let tasks = offered.map(|offer| tasks(offer.school, offer.proposal)).unwrap_or_default();
    let numbers = numbers(&tasks);
    let (words, labels) = (said_in(language), Titles::of(language));
    let telling =
        |offer| Telling { offer, tasks: &tasks, numbers: &numbers, language, words, labels };
    let others = match offered.map(telling) {
        Some(telling) => sections(telling),
        None => reasons(report, language).into_iter().collect(),
    };
    let sections: Vec<Section> = first.into_iter().chain(others).collect();
    let school = report.school.name.as_deref();
    page(
        About { school, title: labels.title, printed: report.printed },
        answer,
        &sections,
        language,
    )
}

/// The number under which each changed lesson is told: in the order in which they are first touched.
#[must_use]
pub fn numbers(tasks: &[Task]) -> Numbers {
    let mut numbers = Numbers::new();
    for task in tasks {
        let (Task::SetAside(lesson) | Task::Book(lesson)) = *task;
        let next = numbers.len() + 1;
        numbers.entry(lesson).or_insert(next);
    }
    numbers
}

fn sections(telling: Telling<'_>) -> Vec<Section> {
    let labels = telling.labels;
    let is_any = !telling.tasks.is_empty();
    let mut sections = filled([
        ("summary", labels.summary, Some(summary::told(telling))),
        ("chains", labels.chains, is_any.then(|| chains::told(telling))),
        ("checklist", labels.checklist, is_any.then(|| checklist::told(telling))),
    ]);
    sections.extend(weeks::told(telling));
    let costs = telling.offer.costs().next().is_some().then(|| costs(telling));
    sections.extend(filled([("costs", labels.costs, costs)]));
    sections
}

fn costs(telling: Telling<'_>) -> Markup {
    let Telling { offer, words, language, .. } = telling;
    let (headings, sides) = (words::costs_headings(language), [Side::Left, Side::Right]);
    let mut table = Table::new(words.labels().breakdown, headings, sides);
    for (price, points) in offer.costs() {
        table.push([cell(words.price(price).title), cell(points)]);
    }
    table.push([cell(words.labels().total), cell(offer.difference.breakdown.total())]);
    table.draw()
}

/// Why there is no proposal, if that is proven, and what can be asked next.
fn reasons(report: Report<'_>, language: Language) -> Option<Section> {
    if report.answer.status != Status::Infeasible {
        return None;
    }
    let naming = Naming::new(report.school, language);
    let body = html! {
        ul { @for reason in naming.reasons(&report.answer.reasons) { li { (reason) } } }
        p { (Titles::of(language).ways_out) }
    };
    Some(Section { id: "reasons", heading: naming.words.labels().reasons.to_owned(), body })
}
