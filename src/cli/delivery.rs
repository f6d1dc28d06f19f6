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
    deliver_told(report, &told(report, language), outputs, telling)
}

fn told(report: Report<'_>, language: Language) -> Told {
    let (json, text) = (json::solution(report, language), text::solution(report, language));
    Told { json, text, page: html::solution(report, language) }
}

/// The answer as it is told: to programs, and to people.
pub(super) struct Told {
    pub(super) json: String,
    pub(super) text: String,
    /// The page.
    pub(super) page: String,
}

/// The files of an answer, each by its name.
pub(super) fn answer_files(report: Report<'_>, language: Language) -> Vec<(&'static str, String)> {
    files(report, &told(report, language))
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

fn files(report: Report<'_>, told: &Told) -> Vec<(&'static str, String)> {
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
