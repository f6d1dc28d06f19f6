//! The command, from a folder to a folder.

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use super::{APPRENTICES, CALENDAR, PERIODS, PLACES, SUBJECTS, TIMETABLE};
use crate::command::program;
use crate::input_folder::folder;

fn school(apprentices: &str) -> TempDir {
    folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("periods.csv", PERIODS.as_bytes()),
        ("subjects.csv", SUBJECTS.as_bytes()),
        ("places.csv", PLACES.as_bytes()),
        ("apprentices.csv", apprentices.as_bytes()),
        ("calendar.csv", CALENDAR.as_bytes()),
    ])
}

fn plans(school: &Path, others: &[&str]) -> Output {
    let mut command = program();
    command.arg("plans").arg(school).args(others).output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn plans_are_written_into_a_new_folder_and_never_over_anything() {
    let (school, elsewhere) = (school(APPRENTICES), tempfile::tempdir().unwrap());
    let folder = elsewhere.path().join("plans");
    let arguments = ["--out", folder.to_str().unwrap(), "--language", "en"];
    let written = plans(school.path(), &arguments);
    assert_eq!(written.status.code(), Some(0));
    assert!(out(&written).starts_with("2 plans and sheets and 7 calendars"), "{}", out(&written));
    assert!(folder.join("pupils/8A-04.html").is_file() && folder.join("index.html").is_file());
    fs::write(folder.join("index.html"), "mine").unwrap();
    assert_eq!(plans(school.path(), &arguments).status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "mine");
}

#[test]
fn a_timetable_that_breaks_a_rule_gets_no_plans_unless_that_is_allowed() {
    let school = school(&APPRENTICES.replace(";thu;", ";tue;"));
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().join("plans");
    let folder = folder.to_str().unwrap();
    assert_eq!(plans(school.path(), &["--out", folder]).status.code(), Some(1));
    assert!(!Path::new(folder).exists());
    let allowed = plans(school.path(), &["--out", folder, "--best-effort"]);
    assert_eq!(allowed.status.code(), Some(0));
}

#[test]
fn the_files_are_listed_for_programs() {
    let (school, elsewhere) = (school(APPRENTICES), tempfile::tempdir().unwrap());
    let folder = elsewhere.path().join("plans");
    let folder = folder.to_str().unwrap();
    let written = plans(school.path(), &["--out", folder, "--json", "--pseudonyms"]);
    let told: serde_json::Value = serde_json::from_str(out(&written)).unwrap();
    let files = told["files"].as_array().unwrap();
    assert_eq!(files.len(), 10);
    for file in files {
        let text = fs::read_to_string(Path::new(folder).join(file.as_str().unwrap())).unwrap();
        assert!(!text.contains("garage"), "{file}");
    }
}
