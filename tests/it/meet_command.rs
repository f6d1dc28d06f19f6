//! `meet` as a command: what it prints, the calendar files, the codes with which it ends, and faulty files of meetings.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::command::{printed, run};

const SKOVBY: &str = "fixtures/schools/skovby";

fn met(meetings: &str, more: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("meetings.csv");
    fs::write(&file, meetings).unwrap();
    let arguments = [&["meet", SKOVBY, file.to_str().unwrap(), "--language", "en"][..], more];
    run(&arguments.concat())
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_meeting_that_has_a_time_ends_with_0_and_is_told_to_programs_as_to_people() {
    let meetings = "meeting;who;periods\ntalk;pupil:8A-07;1\n";
    let output = met(meetings, &["--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let answer: Value = serde_json::from_str(printed(&output)).unwrap();
    assert_eq!((&answer["status"], &answer["points"]), (&"optimal".into(), &0.into()));
    let start = &answer["meetings"][0]["start"];
    assert!(start["day"].is_string() && start["period"].is_u64(), "{answer}");
    let output = met(meetings, &[]);
    assert!(printed(&output).starts_with("There is a time for 1 meeting, 0 points in all"));
}

#[test]
fn a_meeting_for_which_there_is_no_time_ends_with_1_and_says_who_stands_in_the_way() {
    let output = met("meeting;who;when\ntalk;pupil:8A-07;thu\n", &["--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let answer: Value = serde_json::from_str(printed(&output)).unwrap();
    let meeting = &answer["meetings"][0];
    assert!(meeting["start"].is_null());
    assert!(meeting["in_the_way"].to_string().contains("8A-07"), "{answer}");
}

#[test]
fn every_fault_of_a_file_of_meetings_is_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let meetings = "meeting;who;periods\ntalk;pupil:nobody;1\nother;teacher:;many\n";
    let from = ["--verbose", "--from", "2026-10-01", "--out", out.to_str().unwrap()];
    let output = met(meetings, &from);
    assert_eq!((output.status.code(), printed(&output)), (Some(2), ""));
    let told = told(&output);
    assert!(told.contains("meetings.csv:2") && told.contains("meetings.csv:3"), "{told}");
    assert!(!out.exists());
}

#[test]
fn each_meeting_has_a_calendar_file_not_before_the_date_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let meetings = "meeting;who\nfirst talk;pupil:8A-07\nsecond talk;pupil:8A-15\n";
    let from = ["--from", "2026-10-01", "--out", out.to_str().unwrap()];
    let output = met(meetings, &from);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let begun = begun(&out);
    assert_eq!(begun.len(), 2, "{begun:?}");
    assert!(begun.iter().all(|date| (20_261_001..20_261_201).contains(date)), "{begun:?}");
    // What is there is not replaced.
    assert_eq!(met(meetings, &from).status.code(), Some(2));
}

/// The dates on which the events of a folder begin, as numbers.
fn begun(folder: &Path) -> Vec<u32> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.map(|file| fs::read_to_string(file).unwrap());
    let dates = texts.map(|text| {
        let (_, rest) = text.split_once("BEGIN:VEVENT").unwrap();
        let line = rest.lines().find(|line| line.starts_with("DTSTART")).unwrap();
        let (_, date) = line.split_once(':').unwrap();
        date[..8].parse().unwrap()
    });
    dates.collect()
}
