//! What an export wrote, for a person and for programs.

use crate::domain::Language;

/// What moved, as `changes.csv` has it; if nothing did, a sentence.
#[must_use]
pub fn text(file: &str, changed_lessons: usize, changes: &str, language: Language) -> String {
    if changed_lessons > 0 {
        return changes.trim_start_matches('\u{feff}').to_owned();
    }
    match language {
        Language::Danish => {
            format!("Intet er flyttet: {file} siger det samme som skolens skema.\n")
        }
        Language::Swedish => {
            format!("Inget har flyttats: {file} säger detsamma som skolans schema.\n")
        }
        Language::English => {
            format!("Nothing has moved: {file} says what the school's timetable says.\n")
        }
    }
}

/// The files that were written, and how many lessons moved.
#[must_use]
pub fn json(files: &[String], changed_lessons: usize) -> String {
    let told = serde_json::json!({ "files": files, "changed_lessons": changed_lessons });
    serde_json::to_string_pretty(&told).unwrap_or_default() + "\n"
}
