//! The optimum of every shipped school, found by other means and written down beside it.

use std::fs;
use std::path::Path;

use mesterskema::domain::{Effort, School};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Faults, Status, settle};
use serde::Deserialize;

use crate::fixtures::folders;
use crate::optimum::answer;

/// What an `expected.json` says.
#[derive(Deserialize)]
struct Expected {
    status: String,
    points: Option<i64>,
    best_effort_points: Option<i64>,
}

fn read(folder: &Path) -> (School, Expected) {
    let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
    let school = load(folder, Need::Apprentices).school;
    let school = school.unwrap_or_else(|| panic!("{} cannot be read", folder.display()));
    let (school, _) = settle(&school, Faults::Accept).unwrap();
    (school, serde_json::from_str(&expected).unwrap())
}

fn points(answer: &Answer) -> Option<i64> {
    answer.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
}

#[test]
fn every_shipped_school_is_solved_to_its_known_optimum() {
    for folder in folders("schools").into_iter().chain(folders("accept-faults")) {
        let (school, expected) = read(&folder);
        let answer = answer(&school, Effort::Strict);
        assert_eq!(answer.status.code(), expected.status, "{}", folder.display());
        assert_eq!(points(&answer), expected.points, "{}", folder.display());
        assert_eq!(Some(answer.bound), expected.points, "{}", folder.display());
    }
}

#[test]
fn schools_without_a_timetable_are_proven_to_have_none_and_say_why() {
    for folder in folders("infeasible") {
        let (school, expected) = read(&folder);
        let strict = answer(&school, Effort::Strict);
        assert_eq!(strict.status, Status::Infeasible, "{}", folder.display());
        assert!(!strict.reasons.is_empty(), "{}", folder.display());
        let best = answer(&school, Effort::Best);
        assert_eq!(points(&best), expected.best_effort_points, "{}", folder.display());
    }
}
