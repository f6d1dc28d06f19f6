//! The search against the textbook model and the solvers of others, which share nothing with it but the indexed school.

use std::fs;
use std::ops::Range;
use std::path::Path;

use mesterskema::domain::{Effort, School};
use mesterskema::input::{Need, load};
use mesterskema::model::textbook::Formulation;
use mesterskema::pipeline::{Faults, Status, settle};
use mesterskema::problem::Problem;
use mesterskema::solve::{Backend, Opinion, solve_textbook};
use serde::Deserialize;

use crate::optimum::answer;
use crate::random_school;

/// The most columns with which microlp is quick enough for a test.
const MOST_COLUMNS: usize = 1000;

/// What the textbook model says: the fewest points, `None` where there is no timetable.
fn opinion(problem: &Problem, backend: Backend, name: &str) -> Option<i64> {
    match solve_textbook(problem, backend, None) {
        Ok(Opinion::Optimal(found)) => Some(found.points),
        Ok(Opinion::Infeasible) => None,
        other => panic!("{name}: {other:?}"),
    }
}

/// What the search says, with its proof.
fn proven(school: &School, effort: Effort, name: &str) -> Option<i64> {
    let answer = answer(school, effort);
    match (answer.status, answer.offered) {
        (Status::Optimal, Some((_, verdict))) => Some(verdict.difference.breakdown.total()),
        (Status::Infeasible, None) => None,
        (status, _) => panic!("{name} ends {status:?}"),
    }
}

/// How many schools have an optimum and how many have none, all of which both agree on.
fn compare(seeds: Range<u64>, effort: Effort, backend: Backend) -> (u32, u32) {
    let (mut optimal, mut infeasible) = (0, 0);
    for seed in seeds {
        let school = random_school::school(seed);
        let problem = Problem::index(&school, effort);
        if Formulation::of(&problem).unwrap().columns.len() > MOST_COLUMNS {
            continue;
        }
        let name = format!("the school of seed {seed}, {effort:?}");
        let points = opinion(&problem, backend, &name);
        assert_eq!(points, proven(&school, effort, &name), "{name}");
        *(if points.is_some() { &mut optimal } else { &mut infeasible }) += 1;
    }
    (optimal, infeasible)
}

#[test]
fn the_optimum_is_that_of_the_textbook_model() {
    let (optimal, infeasible) = compare(1000..1600, Effort::Strict, Backend::Microlp);
    assert!(optimal > 150 && infeasible > 80, "{optimal} optimal, {infeasible} infeasible");
}

#[test]
fn the_best_effort_is_that_of_the_textbook_model() {
    let (optimal, _) = compare(1600..2000, Effort::Best, Backend::Microlp);
    assert!(optimal > 80, "{optimal} optimal");
}

/// What the `expected.json` of a shipped school says.
#[derive(Deserialize)]
struct Expected {
    points: Option<i64>,
    best_effort_points: Option<i64>,
}

/// How many shipped schools of a kind, of at most so many columns, have the optimum that they say.
fn compare_shipped(kind: &str, effort: Effort, backend: Backend, most_columns: usize) -> u32 {
    let parent = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(kind);
    let mut compared = 0;
    for folder in fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(expected) = fs::read_to_string(folder.join("expected.json")) else { continue };
        let expected: Expected = serde_json::from_str(&expected).unwrap();
        let expected = match effort {
            Effort::Strict => expected.points,
            Effort::Best => expected.best_effort_points,
        };
        let school = load(&folder, Need::Apprentices).school.unwrap();
        let (settled, _) = settle(&school, Faults::Accept).unwrap();
        let problem = Problem::index(&settled, effort);
        if Formulation::of(&problem).unwrap().columns.len() <= most_columns {
            let name = folder.display().to_string();
            assert_eq!(opinion(&problem, backend, &name), expected, "{name}");
            compared += 1;
        }
    }
    compared
}

#[test]
fn shipped_schools_have_the_optimum_of_the_textbook_model() {
    for kind in ["schools", "infeasible", "accept-faults"] {
        let compared = compare_shipped(kind, Effort::Strict, Backend::Microlp, MOST_COLUMNS);
        assert!(compared > 0, "none of {kind}");
    }
    let compared = compare_shipped("infeasible", Effort::Best, Backend::Microlp, MOST_COLUMNS);
    assert!(
        compared > 5,
        "{compared} schools say what they cost where required lessons are missed"
    );
}

#[cfg(feature = "highs")]
#[test]
fn whole_schools_have_the_optimum_of_the_textbook_model() {
    let compared = compare_shipped("schools", Effort::Strict, Backend::Highs, usize::MAX);
    assert!(compared > 1, "{compared} schools say their optimum");
}
