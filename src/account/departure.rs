//! What an export wrote, for a person and for programs.

use serde_json::json;

use crate::domain::Language;
use crate::report::json::written;
use crate::words::say;

/// What moved, as `changes.csv` has it; if nothing did, a sentence.
#[must_use]
pub fn text(file: &str, changed_lessons: usize, changes: &str, language: Language) -> String {
    if changed_lessons > 0 {
        return changes.trim_start_matches('\u{feff}').to_owned();
    }
    say!(
        language,
        "Intet er flyttet: {file} siger det samme som skolens skema.\n",
        "Inget har flyttats: {file} säger detsamma som skolans schema.\n",
        "Nothing has moved: {file} says what the school's timetable says.\n"
    )
}

/// That a workbook to fill in was written, and what to do with it.
#[must_use]
pub fn template(file: &str, language: Language) -> String {
    say!(
        language,
        "{file} er skrevet. Udfyld arkene skema og elever i Excel, og løs det så:\n  mesterskema solve {file} --out svar\n",
        "{file} har skrivits. Fyll i bladen schema och elever i Excel, och lös det sedan:\n  mesterskema solve {file} --out svar\n",
        "{file} is written. Fill in the sheets timetable and apprentices in Excel, then solve it:\n  mesterskema solve {file} --out answer\n"
    )
}

/// That the manual was written, and how it is read.
#[must_use]
pub fn manual(folder: &str, language: Language) -> String {
    say!(
        language,
        "Manualen er skrevet i {folder}. Læs den med man, fx:\n  man {folder}/mesterskema-solve.1\n",
        "Manualen har skrivits i {folder}. Läs den med man, t.ex.:\n  man {folder}/mesterskema-solve.1\n",
        "The manual is written in {folder}. Read it with man, e.g.:\n  man {folder}/mesterskema-solve.1\n"
    )
}

/// The files that were written, and how many lessons moved.
#[must_use]
pub fn json(files: &[String], changed_lessons: usize) -> String {
    written(&json!({ "files": files, "changed_lessons": changed_lessons }))
}
