//! The search against every other way of knowing the optimum.

use std::sync::Arc;
use std::time::Duration;

use mesterskema::domain::{Effort, School, Stop};
use mesterskema::pipeline::{Answer, Deadline, Request, Status, solve};

use crate::brute_force::optimum;
use crate::random_school;

pub(crate) fn answer(school: &School, effort: Effort) -> Answer {
    let request = Request { effort, threads: 1 };
    let stop = Stop::when(Arc::new(Deadline::after(Duration::from_secs(600))));
    let answer = solve(school, &request, &stop, &mut |_| {});
    answer.unwrap_or_else(|refusal| panic!("the judge refuses the answer: {refusal:?}"))
}

fn compare_with_brute_force(seeds: std::ops::Range<u64>, effort: Effort) -> (u32, u32) {
    let (mut optimal, mut infeasible) = (0, 0);
    for seed in seeds {
        let school = random_school::school(seed);
        let Ok(expected) = optimum(&school, effort) else { continue };
        let answer = answer(&school, effort);
        let points = answer.offered.map(|(_, verdict)| verdict.difference.breakdown.total());
        assert_eq!(points, expected, "points of the school of seed {seed}, {effort:?}");
        if let Some(expected) = expected {
            assert_eq!((answer.status, answer.bound), (Status::Optimal, expected), "seed {seed}");
            optimal += 1;
        } else {
            assert_eq!(answer.status, Status::Infeasible, "seed {seed}");
            assert!(!answer.reasons.is_empty(), "seed {seed} is infeasible without a reason");
            infeasible += 1;
        }
    }
    (optimal, infeasible)
}

#[test]
fn the_optimum_is_that_of_trying_everything() {
    let (optimal, infeasible) = compare_with_brute_force(0..200, Effort::Strict);
    assert!(optimal > 80 && infeasible > 40, "{optimal} optimal, {infeasible} infeasible");
}

#[test]
fn the_best_effort_is_that_of_trying_everything() {
    let (optimal, _) = compare_with_brute_force(200..350, Effort::Best);
    assert!(optimal > 100, "{optimal} optimal");
}

/// One half of a class beside the other in week A, a half beside the whole class in week B: as many lessons in both, of which
/// only the first may be.
#[test]
fn weeks_with_as_many_lessons_of_other_parts_of_a_class_are_not_taken_for_alike() {
    assert_eq!(compare_with_brute_force(707_834..707_835, Effort::Strict), (1, 0));
}
