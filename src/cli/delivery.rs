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
    let solution = json::solution(report, language);
    let mut files = Vec::new();
    if let Some(offer) = report.offer() {
        files.push(("timetable.csv", csv::timetable(offer, report.sheet)));
        files.push(("changes.csv", csv::changes(offer, report.sheet)));
        files.push(("pupils.csv", csv::pupils(offer, report.sheet)));
    }
    files.push(("report.html", html::solution(report, language)));
    files.push(("solution.json", solution.clone()));
    outputs.replace(&files)?;
    answer(&if telling.json { solution } else { text::solution(report, language) })
}
