//! What somebody types is repeated in messages, but no personal number in it.

use std::fs;

use crate::command::{LILLE, run};

const NUMBERS: [&str; 4] = ["010203-1234", "20030201-TF12", "1.2.2003-1234", "0102031234"];

/// Where an argument can stand that is repeated: as a path, as a name, as what clap itself refuses.
fn command_lines(number: &str) -> Vec<Vec<String>> {
    let lines: [&[&str]; 22] = [
        &["solve", "#"],
        &["solve", LILLE, "--out", "/dev/null/#"],
        &["solve", LILLE, "--out", "/dev/null/x", "--time-limit", "#"],
        &["solve", LILLE, "--#"],
        &["solve", LILLE, "--prepare", "#"],
        &["check", "#"],
        &["check", "#", "--json"],
        &["check", LILLE, "--proposal", "#"],
        &["check", LILLE, "--language", "#"],
        &["compare", "#"],
        &["compare", LILLE, "--only", "#"],
        &["explain", "#"],
        &["explain", LILLE, "--lesson", "#", "--to", "#"],
        &["whatif", LILLE, "#"],
        &["import", "--from", "fet", "#", "--out", "/dev/null/x"],
        &["import", "--from", "#", "x", "--out", "/dev/null/x"],
        &["export", "--to", "xlsx", "#", "--out", "/dev/null/x.xlsx"],
        &["export", "--to", "#", LILLE, "--out", "/dev/null/x.xlsx"],
        &["plans", "#", "--out", "/dev/null/x"],
        &["generate", "--out", "/dev/null/#"],
        &["#"],
        &["serve", "--port", "#"],
    ];
    lines.iter().map(|line| line.iter().map(|part| part.replace('#', number)).collect()).collect()
}

#[test]
fn no_personal_number_of_an_argument_is_repeated() {
    for number in NUMBERS {
        for line in command_lines(number) {
            let arguments: Vec<&str> = line.iter().map(String::as_str).collect();
            let output = run(&arguments);
            assert_ne!(output.status.code(), Some(0), "{line:?}");
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            assert!(!said.contains(number), "{line:?}: {said}");
            assert!(!said.is_empty(), "{line:?}");
        }
    }
}

#[test]
fn a_folder_named_by_a_personal_number_is_written_and_not_repeated() {
    let made = tempfile::tempdir().unwrap();
    let out = made.path().join("010203-1234");
    let output = run(&["plans", LILLE, "--best-effort", "--out", out.to_str().unwrap()]);
    assert!(fs::read_dir(&out).unwrap().next().is_some(), "{output:?}");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(said.contains("******-****") && !said.contains("010203"), "{said}");
}
