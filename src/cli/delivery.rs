//! The answer of `solve` on its way: into files, then to whoever asked.

use super::options::Telling;
use super::outputs::Outputs;
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::Language;
use crate::export::csv;
use crate::report::{Report, html, json, text};

/// Writes the answer's files, all or none, if they are wanted, and prints the answer.
pub(super) fn deliver(
    report: Report<'_>,
    outputs: Option<&Outputs>,
    telling: Telling,
    language: Language,
) -> Result<(), Trouble> {
    deliver_told(report, &Told::of(report, language), outputs, telling)
}

/// The answer as it is told: to programs, and to people.
pub(super) struct Told {
    pub(super) json: String,
    pub(super) text: String,
    /// The page.
    pub(super) page: String,
}

impl Told {
    /// An answer of `solve` as it is told.
    pub(super) fn of(report: Report<'_>, language: Language) -> Self {
        Self {
            json: json::solution(report, language),
            text: text::solution(report, language),
            page: html::solution(report, language),
        }
    }
}

/// The files of an answer, each by its name.
pub(super) fn answer_files(report: Report<'_>, language: Language) -> Vec<(&'static str, String)> {
    files(report, &Told::of(report, language))
}

/// Writes the answer's files, all or none, if they are wanted, and prints the answer as it is `told`.
pub(super) fn deliver_told(
    report: Report<'_>,
    told: &Told,
    outputs: Option<&Outputs>,
    telling: Telling,
) -> Result<(), Trouble> {
    if let Some(outputs) = outputs {
        outputs.replace(&files(report, told))?;
    }
    answer(if telling.json { &told.json } else { &told.text })
}

/// The files of an answer.
pub(super) fn files(report: Report<'_>, told: &Told) -> Vec<(&'static str, String)> {
    let mut files = Vec::new();
    if let Some(offer) = report.offer() {
        files.push(("timetable.csv", csv::timetable(offer, report.sheet)));
        files.push(("changes.csv", csv::changes(offer, report.sheet).written(report.sheet)));
        files.push(("pupils.csv", csv::pupils(offer).written(report.sheet)));
    }
    files.push(("report.html", told.page.clone()));
    files.push(("solution.json", told.json.clone()));
    files
}
