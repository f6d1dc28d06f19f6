//! The shipped schools: each can be read, only those that say so have faults, and each broken timetable breaks exactly
//! what it says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mesterskema::check::{Verdict, check, faults};
use mesterskema::diagnostic::Severity;
use mesterskema::domain::{Effort, Proposal, Rule, School};
use mesterskema::input::{Loaded, Need, load, load_proposal};
use serde::Deserialize;

/// What the `expected.json` of a broken timetable says.
#[derive(Deserialize)]
struct Expected {
    breaks: BTreeSet<String>,
    breaks_points: i64,
    holds_points: i64,
}

/// The folders in `fixtures/<kind>`, by name.
pub(crate) fn folders(kind: &str) -> Vec<PathBuf> {
    let parent = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(kind);
    let mut found: Vec<PathBuf> = fs::read_dir(&parent)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    assert!(!found.is_empty(), "{} holds no fixture", parent.display());
    found
}

/// Reads a school in which there is no error.
fn read(folder: &Path) -> Loaded {
    let loaded = load(folder, Need::Apprentices);
    let errors: Vec<_> =
        loaded.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{}: {errors:#?}", folder.display());
    loaded
}

fn school(folder: &Path) -> School {
    read(folder).school.unwrap()
}

/// The codes of the rules that a verdict finds broken.
fn broken(verdict: &Verdict) -> BTreeSet<String> {
    verdict.breaches.iter().map(|breach| breach.rule().code().to_owned()).collect()
}

/// What the judge says of the proposal in `side` of a fixture.
fn judge(fixture: &Path, side: &str) -> Verdict {
    let loaded = read(&fixture.join("school"));
    let (school, sheet) = (loaded.school.unwrap(), loaded.sheet.unwrap());
    let (proposal, diagnostics) = load_proposal(&school, &sheet, &fixture.join(side));
    let Some(proposal) = proposal else {
        unreachable!("{}/{side} cannot be read: {diagnostics:#?}", fixture.display())
    };
    check(&school, &proposal, Effort::Strict)
}

fn expected(fixture: &Path) -> Expected {
    serde_json::from_str(&fs::read_to_string(fixture.join("expected.json")).unwrap()).unwrap()
}

/// The rules that the baseline breaks, with the first alternative of every apprentice.
fn broken_by_baseline(school: &School) -> BTreeSet<String> {
    let away = vec![0; school.apprentices.len()];
    broken(&check(school, &Proposal { timetable: school.baseline(), away }, Effort::Best))
}

#[test]
fn every_broken_timetable_breaks_exactly_the_rules_that_it_names() {
    for fixture in folders("broken-timetable") {
        let verdict = judge(&fixture, "breaks");
        assert_eq!(broken(&verdict), expected(&fixture).breaks, "{}", fixture.display());
    }
}

#[test]
fn the_neighbour_of_every_broken_timetable_breaks_nothing() {
    for fixture in folders("broken-timetable") {
        let verdict = judge(&fixture, "holds");
        assert_eq!(broken(&verdict), BTreeSet::new(), "{}", fixture.display());
    }
}

#[test]
fn broken_timetables_and_their_neighbours_cost_the_points_of_the_law() {
    for fixture in folders("broken-timetable") {
        let points = |side| judge(&fixture, side).difference.breakdown.total();
        let expected = expected(&fixture);
        assert_eq!(points("breaks"), expected.breaks_points, "{}/breaks", fixture.display());
        assert_eq!(points("holds"), expected.holds_points, "{}/holds", fixture.display());
    }
}

#[test]
fn every_rule_has_a_timetable_that_breaks_it_alone() {
    let alone: BTreeSet<String> = folders("broken-timetable")
        .iter()
        .map(|fixture| expected(fixture).breaks)
        .filter(|breaks| breaks.len() == 1)
        .flatten()
        .collect();
    for rule in Rule::ALL {
        assert!(alone.contains(rule.code()), "no fixture breaks {} alone", rule.code());
    }
}

#[test]
fn only_the_schools_that_ask_for_it_have_faults_in_the_baseline() {
    for (kind, faulty) in [("schools", false), ("infeasible", false), ("accept-faults", true)] {
        for folder in folders(kind) {
            let found = faults(&school(&folder));
            assert_eq!(!found.is_empty(), faulty, "{}: {found:#?}", folder.display());
        }
    }
}

#[test]
fn the_baseline_of_a_school_breaks_nothing_but_what_is_asked_for() {
    for folder in ["schools", "infeasible"].into_iter().flat_map(folders) {
        let mut broken = broken_by_baseline(&school(&folder));
        for of_apprentices in [Rule::PlaceFull, Rule::OneDay, Rule::Unplaced] {
            broken.remove(of_apprentices.code());
        }
        assert_eq!(broken, BTreeSet::new(), "{}", folder.display());
    }
}
