//! The answer of `solve` on its way: into files, then to whoever asked.

use super::options::Telling;
use super::outputs::Outputs;
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::Language;
use crate::report::{Report, csv, html, json, text};

/// Writes the answer's files, all or none, and prints the answer.
pub(super) fn deliver(
    report: Report<'_>,
    outputs: &Outputs,
    telling: Telling,
    language: Language,
) -> Result<(), Trouble> {
    let told =
        Told { json: json::solution(report, language), text: text::solution(report, language) };
    deliver_told(report, &told, outputs, (telling, language))
}

/// The answer as it is told: to programs, and to people.
pub(super) struct Told {
    pub(super) json: String,
    pub(super) text: String,
}

/// Writes the answer's files, all or none, and prints the answer as it is `told`.
pub(super) fn deliver_told(
    report: Report<'_>,
    told: &Told,
    outputs: &Outputs,
    (telling, language): (Telling, Language),
) -> Result<(), Trouble> {
    let mut files = Vec::new();
    if let Some(offer) = report.offer() {
        files.push(("timetable.csv", csv::timetable(offer, report.sheet)));
        files.push(("changes.csv", csv::changes(offer, report.sheet)));
        files.push(("pupils.csv", csv::pupils(offer, report.sheet)));
    }
    files.push(("report.html", html::solution(report, language)));
    files.push(("solution.json", told.json.clone()));
    outputs.replace(&files)?;
    answer(if telling.json { &told.json } else { &told.text })
}
