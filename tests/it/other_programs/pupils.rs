//! The apprentices' side: class lists in, events with exceptions out.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use mesterskema::import::{class_lists, collect};
use serde_json::Value;

use super::{fixture, run};

#[test]
fn class_lists_have_a_line_for_each_pupil_with_home_class_and_groups() {
    let originals = collect(&[fixture("oneroster")]).unwrap();
    let (lists, ledger) = class_lists(&originals);
    let expected =
        "\u{feff}pupil;class;group;away\r\np-01;8.A;8 tysk;\r\np-02;8.A;;\r\np-03;8.B;8 tysk;\r\n";
    assert_eq!(lists.unwrap(), expected);
    let rejected: Vec<_> =
        ledger.rejected.iter().map(|one| (one.fault.code(), one.location.line)).collect();
    assert_eq!((ledger.rows(), ledger.used), (7, 5));
    assert_eq!(rejected, [("row-wrong", Some(7)), ("row-ignored", Some(8))]);
    assert_eq!(ledger.notes[0].fault.code(), "personal-dropped");
}

#[test]
fn an_enrollment_in_a_class_that_is_not_there_is_an_error_at_its_line() {
    let mut originals = collect(&[fixture("oneroster")]).unwrap();
    let classes = originals.iter_mut().find(|one| one.name == "classes.csv").unwrap();
    classes.bytes = String::from_utf8_lossy(&classes.bytes).replace("c-8b", "c-9b").into_bytes();
    let (lists, ledger) = class_lists(&originals);
    assert!(lists.is_none());
    assert_eq!(
        (ledger.notes[1].fault.code(), ledger.notes[1].location.line),
        ("reference-unknown", Some(4))
    );
}

#[test]
fn class_lists_are_written_into_a_new_folder_with_an_account() {
    let made = tempfile::tempdir().unwrap();
    let out = made.path().join("lists");
    let files = fixture("oneroster");
    let arguments = [
        "import",
        "--from",
        "oneroster",
        "--json",
        files.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    let output = run(&arguments);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["rows"]["used"], 5);
    assert!(out.join("class-lists.csv").exists());
    assert_eq!(run(&arguments).status.code(), Some(2));
}

/// A school with times, the proposal for it, and its events of a week.
fn events(week: &str) -> (Option<i32>, Value) {
    let made = tempfile::tempdir().unwrap();
    let school = made.path().join("school");
    fs::create_dir(&school).unwrap();
    let lille = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/lille");
    for file in fs::read_dir(lille).unwrap().map(|entry| entry.unwrap().path()) {
        fs::copy(&file, school.join(file.file_name().unwrap())).unwrap();
    }
    let mut bells = "period;start;end\r\n".to_owned();
    for period in 1..=8 {
        write!(bells, "{period};{0}:00;{0}:45\r\n", period + 7).unwrap();
    }
    fs::write(school.join("periods.csv"), bells).unwrap();
    // Apprentices have times too, which are not those of periods.
    let pupils =
        "pupil;class;away;start;end\r\n8A-04;8.A;thu;08:30;14:00\r\n8A-11;8.A;mon|thu;;\r\n";
    fs::write(school.join("apprentices.csv"), pupils).unwrap();
    let (answer, out) = (school.join("answer"), made.path().join("events.json"));
    run(&["solve", school.to_str().unwrap(), "--out", answer.to_str().unwrap()]);
    let mut arguments = vec![
        "export",
        "--to",
        "ss12000",
        answer.to_str().unwrap(),
        "--school",
        school.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    arguments.extend(if week.is_empty() { vec![] } else { vec!["--week", week] });
    let output = run(&arguments);
    let text = fs::read_to_string(&out).unwrap_or_else(|_| "null".to_owned());
    (output.status.code(), serde_json::from_str(&text).unwrap())
}

#[test]
fn events_say_that_apprentices_do_not_participate_on_their_placement_day() {
    let (code, page) = events("2026-08-20");
    assert_eq!(code, Some(0));
    let events = page["data"].as_array().unwrap();
    let away = |event: &&Value| !event["studentExceptions"].as_array().unwrap().is_empty();
    let days: Vec<&str> =
        events.iter().filter(away).map(|event| event["startTime"].as_str().unwrap()).collect();
    assert!(!days.is_empty());
    for day in days {
        assert!(day.starts_with("2026-08-20T") && day.ends_with("+02:00"), "{day}");
    }
    let exception = &events.iter().find(away).unwrap()["studentExceptions"][0];
    assert_eq!(exception["participates"], false);
    assert_eq!(exception["student"]["id"].as_str().unwrap().len(), 36);
}

#[test]
fn events_without_a_week_or_of_no_date_are_not_written() {
    assert_eq!(events("").0, Some(2));
    assert_eq!(events("2026-02-30").0, Some(2));
}
