//! What becomes of a folder for answers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

use super::{ANSWER, MARK, Outputs};
use crate::cli::trouble::Trouble;

fn files(names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().map(|&name| (name, format!("new {name}"))).collect()
}

fn folder_with(names: &[&str]) -> (tempfile::TempDir, Outputs) {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        fs::write(folder.path().join(name), "old and longer than what is new").unwrap();
    }
    let outputs = Outputs::open(folder.path(), Path::new("school")).unwrap();
    (folder, outputs)
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_earlier_answer_is_replaced_whole() {
    let (folder, outputs) = folder_with(&ANSWER);
    outputs.replace(&files(&ANSWER)).unwrap();
    for name in ANSWER {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), format!("new {name}"));
    }
    assert_eq!(names_in(folder.path()).len(), ANSWER.len());
}

#[test]
fn an_answer_without_tables_leaves_none_of_an_earlier_one_and_nothing_else_is_touched() {
    let (folder, outputs) = folder_with(&["changes.csv", "notes.txt", "timetable.csv", MARK]);
    outputs.replace(&files(&[MARK])).unwrap();
    assert_eq!(names_in(folder.path()), ["notes.txt", MARK]);
}

#[test]
fn tables_that_no_answer_left_are_not_removed() {
    let (folder, outputs) = folder_with(&["timetable.csv"]);
    outputs.replace(&files(&[MARK])).unwrap();
    assert_eq!(names_in(folder.path()), [MARK, "timetable.csv"]);
}

#[test]
fn a_missing_folder_is_made() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a").join("b");
    Outputs::open(&folder, Path::new("school")).unwrap().replace(&files(&[MARK])).unwrap();
    assert_eq!(names_in(&folder), [MARK]);
}

#[test]
fn a_missing_folder_is_not_there_before_the_answer() {
    let parent = tempfile::tempdir().unwrap();
    let outputs = Outputs::open(&parent.path().join("a").join("b"), Path::new("school")).unwrap();
    assert_eq!(names_in(parent.path()), [""; 0]);
    fs::create_dir_all(parent.path().join("a").join("b").join(MARK)).unwrap();
    assert!(outputs.replace(&files(&[MARK])).is_err());
    assert_eq!(names_in(&parent.path().join("a").join("b")), [MARK]);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_refused() {
    let parent = tempfile::tempdir().unwrap();
    fs::create_dir(parent.path().join(MARK)).unwrap();
    let refused = Outputs::open(parent.path(), Path::new("school"));
    assert!(matches!(refused, Err(Trouble::OutUnusable { .. })));
}
