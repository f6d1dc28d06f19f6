//! Apprentices who are named on the command line.

use std::path::Path;

use mesterskema::input::{Joining, Loaded, Need, load, load_with_joining};
use serde_json::Value;

use crate::command::{LILLE, printed, run};
use crate::input_folder::{APPRENTICES, TIMETABLE, codes, folder};

fn said(written: &[&str]) -> Vec<Joining> {
    written.iter().map(|one| Joining::read(one).unwrap()).collect()
}

fn joined(files: &[(&str, &[u8])], written: &[&str]) -> Loaded {
    load_with_joining(folder(files).path(), Need::Apprentices, &said(written))
}

/// Pupil, class and times of each apprentice.
fn pupils(loaded: Loaded) -> Vec<[String; 3]> {
    let school = loaded.school.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let told = school.apprentices.iter().map(|one| {
        let times: Vec<&str> = one.alternatives.iter().map(|away| &*away.written).collect();
        [one.pupil.to_string(), one.class.to_string(), times.join("|")]
    });
    told.collect()
}

#[test]
fn a_school_without_a_file_of_apprentices_needs_none() {
    let files: [(&str, &[u8]); 1] = [("timetable.csv", TIMETABLE.as_bytes())];
    let found = pupils(joined(&files, &["8A tir", "8b mon|tue"]));
    let expected = [["8A-1", "8A", "tir"], ["8b-1", "8B", "mon|tue"]];
    assert_eq!(found, expected.map(|one| one.map(str::to_owned)));
    assert_eq!(
        codes(&load_with_joining(folder(&files).path(), Need::Apprentices, &[]).diagnostics),
        ["file-missing"]
    );
}

#[test]
fn those_of_the_file_stay_and_no_two_have_one_name() {
    let own = APPRENTICES.replace("8A-01", "8A-1");
    let files: [(&str, &[u8]); 2] =
        [("timetable.csv", TIMETABLE.as_bytes()), ("apprentices.csv", own.as_bytes())];
    let found = pupils(joined(&files, &["8A mon", "8A mon", "8B tue"]));
    let names: Vec<&str> = found.iter().map(|one| &*one[0]).collect();
    assert_eq!(names, ["8A-1", "8A-2", "8A-3", "8B-1"]);
}

#[test]
fn it_is_the_same_school_as_with_a_file() {
    let rows = "pupil;class;away\n8A-1;8A;tue\n8B-1;8B;mon|tue\n";
    let with_file =
        folder(&[("timetable.csv", TIMETABLE.as_bytes()), ("apprentices.csv", rows.as_bytes())]);
    let without = folder(&[("timetable.csv", TIMETABLE.as_bytes())]);
    let file = load(with_file.path(), Need::Apprentices).school.unwrap();
    let mut said =
        load_with_joining(without.path(), Need::Apprentices, &said(&["8A tue", "8B mon|tue"]))
            .school
            .unwrap();
    for (own, other) in said.apprentices.iter_mut().zip(&file.apprentices) {
        own.line = other.line;
    }
    assert_eq!(said.apprentices, file.apprentices);
}

#[test]
fn what_is_wrong_is_told_by_its_number() {
    let files: [(&str, &[u8]); 1] = [("timetable.csv", TIMETABLE.as_bytes())];
    let found = joined(&files, &["8A tue", "8X tue", "8A;xyz"]).diagnostics;
    let places: Vec<_> = found
        .iter()
        .map(|one| (&*one.location.file, one.location.line, one.fault.code()))
        .collect();
    let expected =
        [("--apprentice", Some(2), "home-class-empty"), ("--apprentice", Some(3), "day-unknown")];
    assert_eq!(places, expected);
}

/// What a command answers as JSON about the small school and one apprentice more.
fn asked(arguments: &[&str]) -> Value {
    let output = run(&[arguments, &["--json", "--apprentice", "8.A tor"]].concat());
    assert!(output.status.success() || output.status.code() == Some(1), "{output:?}");
    serde_json::from_str(printed(&output)).unwrap()
}

#[test]
fn every_question_knows_them() {
    let answer = tempfile::tempdir().unwrap();
    let out = answer.path().join("answer");
    let out = Path::to_str(&out).unwrap();
    let solved = asked(&["solve", LILLE, "--out", out, "--time-limit", "60s"]);
    let away = solved["away"].as_array().unwrap();
    assert_eq!(away.len(), 3);
    assert_eq!(away[2]["pupil"], "8.A-1");
    let checked = asked(&["check", LILLE, "--proposal", out]);
    assert_eq!(checked["points"], solved["points"]);
    assert!(asked(&["compare", LILLE]).is_object());
    let explained = asked(&["explain", LILLE]);
    assert_eq!(explained["points"], solved["points"]);
}

#[test]
fn futures_are_prepared_for_those_of_the_files_alone() {
    let scenarios = format!("{LILLE}/scenarios.csv");
    let output = run(&[
        "solve",
        LILLE,
        "--out",
        "nowhere",
        "--prepare",
        &scenarios,
        "--apprentice",
        "8.A fri",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let output = run(&["solve", LILLE, "--out", "nowhere", "--apprentice", "8.A"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("write for example '8.A thu'"));
}
