//! The search against the textbook model and the solvers of others, which share nothing with it but the indexed school.

use std::ops::Range;

use mesterskema::domain::{Effort, School};
use mesterskema::model::textbook::Formulation;
use mesterskema::pipeline::Status;
use mesterskema::problem::Problem;
use mesterskema::solve::{Backend, Opinion, solve_textbook};

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

/// HiGHS on whole schools, whose optima are known besides.
#[cfg(feature = "highs")]
mod whole_schools {
    use std::fs;
    use std::path::{Path, PathBuf};

    use mesterskema::domain::Effort;
    use mesterskema::input::{Need, load};
    use mesterskema::problem::Problem;
    use mesterskema::solve::Backend;
    use serde::Deserialize;

    use super::opinion;

    /// What the `expected.json` of a school says.
    #[derive(Deserialize)]
    struct Expected {
        points: i64,
    }

    #[test]
    fn the_shipped_optimum_is_that_of_the_textbook_model() {
        let mut compared = 0;
        for folder in shipped() {
            let Ok(expected) = fs::read_to_string(folder.join("expected.json")) else { continue };
            let expected: Expected = serde_json::from_str(&expected).unwrap();
            let name = folder.display().to_string();
            let school = load(&folder, Need::Apprentices).school.unwrap();
            let problem = Problem::index(&school, Effort::Strict);
            let points = opinion(&problem, Backend::Highs, &name);
            assert_eq!(points, Some(expected.points), "{name}");
            compared += 1;
        }
        assert!(compared > 1, "{compared} schools have an expected.json");
    }

    fn shipped() -> Vec<PathBuf> {
        let parent = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools");
        let mut folders: Vec<PathBuf> =
            fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        folders
    }
}
