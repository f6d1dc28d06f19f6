//! Schools beside the project, where they are there: their known optimum, and what an independent judge says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::command::program;
use crate::input_schools::shared;
use crate::passed_over::pass_over;

/// Runs `solve` on a school and hands the answer to the independent judge.
fn solve_and_judge(school: &Path, best_effort: bool) -> Value {
    let out = tempfile::tempdir().unwrap();
    let effort: &[&str] = if best_effort { &["--best-effort"] } else { &[] };
    let run = program()
        .args(["solve", "--json", "--time-limit", "600s"])
        .args(effort)
        .arg("--out")
        .args([out.path(), school])
        .output()
        .unwrap();
    let solution: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|fault| {
        panic!("{}: {fault}: {}", school.display(), String::from_utf8_lossy(&run.stderr))
    });
    if solution["status"] == "optimal" {
        assert_eq!(run.status.code(), Some(0), "{}", school.display());
        ask_judge(school, out.path(), effort);
    } else {
        assert_eq!(run.status.code(), Some(1), "{}", school.display());
    }
    solution
}

/// The independent judge must agree with every number.
fn ask_judge(school: &Path, out: &Path, effort: &[&str]) {
    let Some(judge) = shared("judge/judge.py") else { return };
    let Ok(said) = Command::new("python3").arg(judge).args([school, out]).args(effort).output()
    else {
        pass_over("python3");
        return;
    };
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.starts_with("ok optimal"), "{}: {said}", school.display());
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

/// How many small schools are in a folder; each must have the status and points that it expects.
fn have_expected_answers(name: &str) -> Option<usize> {
    let Some(tiny) = shared(name) else {
        pass_over(name);
        return None;
    };
    let schools = folders(&tiny);
    for school in &schools {
        let expected = fs::read_to_string(school.join("expected.json")).unwrap();
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let solution = solve_and_judge(school, expected["best_effort"] == true);
        assert_eq!(solution["status"], expected["status"], "{}", school.display());
        assert_eq!(solution["points"], expected["points"], "{}", school.display());
    }
    Some(schools.len())
}

#[test]
fn tiny_reference_schools_have_their_expected_status_and_points() {
    if let Some(compared) = have_expected_answers("reference/tiny") {
        assert!(compared > 30, "{compared} tiny schools");
    }
}

#[test]
fn tiny_reference_schools_with_guests_and_places_have_their_expected_status_and_points() {
    if let Some(compared) = have_expected_answers("reference/tiny2") {
        assert!(compared > 30, "{compared} tiny schools");
    }
}

fn has_optimum(name: &str, points: i64) {
    let Some(school) = shared(name) else {
        pass_over(name);
        return;
    };
    let solution = solve_and_judge(&school, false);
    assert_eq!(solution["status"], "optimal", "{name}");
    assert_eq!(
        (&solution["points"], &solution["bound"]),
        (&points.into(), &points.into()),
        "{name}"
    );
}

fn is_infeasible(name: &str) {
    let Some(school) = shared(name) else {
        pass_over(name);
        return;
    };
    let solution = solve_and_judge(&school, false);
    assert_eq!(solution["status"], "infeasible", "{name}");
}

#[test]
fn a_school_of_nine_classes_has_its_known_optimum() {
    has_optimum("reference/g10", 117);
}

#[test]
fn a_school_that_may_choose_days_has_its_known_optimum() {
    has_optimum("reference/g18any", 35);
}

#[test]
fn a_school_of_twenty_seven_classes_has_its_known_optimum() {
    has_optimum("reference/g27", 156);
}

#[test]
fn schools_with_guests_sites_and_few_seats_have_their_known_optimum() {
    has_optimum("reference/borl5", 786);
    has_optimum("reference/borl7", 786);
}

#[test]
fn schools_with_guests_sites_and_too_few_seats_have_no_timetable() {
    is_infeasible("reference/borl1");
    is_infeasible("reference/borl8");
}

#[test]
fn a_dutch_school_has_its_known_optimum() {
    has_optimum("real/nl03", 73);
}

#[test]
fn an_italian_school_has_its_known_optimum() {
    has_optimum("real/it4", 80);
}
