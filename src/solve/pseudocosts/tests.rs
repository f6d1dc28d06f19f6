//! Pseudocosts beside a recount from all that was tried.

use super::{MOST_TRIED, PATIENCE, Pseudocosts, RELIABLE_AFTER};
use crate::domain::Effort;
use crate::model::Scope;
use crate::solve::branch::{Branching, BranchingCandidate, branching_candidates};
use crate::solve::tests::{Chance, Tiny, decided, mixed};

/// Candidates of tiny schools, of several lessons and kinds.
fn candidates(seed: u64, chance: &mut Chance) -> Vec<BranchingCandidate> {
    let tiny = Tiny::new(seed, Effort::Best);
    let scope = Scope::new(&tiny.problem, decided(&tiny.problem, chance));
    mixed(&tiny.problem, &scope, chance)
        .map_or_else(Vec::new, |solution| branching_candidates(&tiny.problem, &solution))
}

#[test]
fn what_is_expected_is_the_mean_gain_for_a_unit_of_what_was_tried() {
    let mut compared = 0;
    for seed in 0..100 {
        let mut chance = Chance::new(seed);
        let mut pseudocosts = Pseudocosts::default();
        let mut tried: Vec<(BranchingCandidate, [f64; 2])> = Vec::new();
        for _ in 0..8 {
            for candidate in candidates(seed, &mut chance) {
                let expected = pseudocosts.expect(&candidate);
                assert!(are_close(expected, recounted(&tried, &candidate)), "seed {seed}");
                compared += usize::from(expected.is_some());
                let gains = [chance.fraction() * 9.0, chance.fraction() * 3.0];
                assert_eq!(
                    pseudocosts.learn(&candidate, gains).map(f64::to_bits),
                    gains.map(f64::to_bits)
                );
                tried.push((candidate, gains));
            }
        }
    }
    assert!(compared > 500, "{compared} candidates were reliable");
}

/// The mean gain for a unit of the value, times how far the value is from what is answered.
fn recounted(
    tried: &[(BranchingCandidate, [f64; 2])],
    candidate: &BranchingCandidate,
) -> Option<[f64; 2]> {
    let key = |one: &BranchingCandidate| (one.lesson, one.branching);
    let own: Vec<_> = tried.iter().filter(|(one, _)| key(one) == key(candidate)).collect();
    let count = u32::try_from(own.len()).ok().filter(|&count| count >= RELIABLE_AFTER)?;
    let mean = |sum: f64| sum / f64::from(count);
    let up = mean(own.iter().map(|(one, gains)| gains[0] / (1.0 - one.value)).sum());
    let down = mean(own.iter().map(|(one, gains)| gains[1] / one.value).sum());
    Some([up * (1.0 - candidate.value), down * candidate.value])
}

fn are_close(one: Option<[f64; 2]>, other: Option<[f64; 2]>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-9 * other.max(1.0))
        }
        (None, None) => true,
        _ => false,
    }
}

/// Many candidates that were never tried, all alike but for their lessons.
fn unknown(chance: &mut Chance) -> Vec<BranchingCandidate> {
    let mut all = (0..200).flat_map(|seed| candidates(seed, chance));
    let mut seen = std::collections::BTreeSet::new();
    let fresh = all.by_ref().filter(|one| seen.insert((one.lesson, one.branching)));
    fresh.take(2 * MOST_TRIED).collect()
}

#[test]
fn the_chosen_candidate_has_the_largest_product_of_those_that_were_tried() {
    for seed in 0..50 {
        let mut chance = Chance::new(seed);
        let unknown = unknown(&mut chance);
        let mut products: Vec<(f64, (_, Branching))> = Vec::new();
        let chosen = Pseudocosts::default().choose(&unknown, 5.0, |candidate| {
            let gains = [chance.fraction() * 9.0, chance.fraction() * 9.0];
            let product = gains[0].min(5.0) * gains[1].min(5.0);
            products.push((product, (candidate.lesson, candidate.branching)));
            gains
        });
        // Of equals the first is chosen, and `max_by` takes the last.
        let best = products.iter().rev().max_by(|one, other| one.0.total_cmp(&other.0));
        let chosen = chosen.map(|one| (one.lesson, one.branching));
        assert_eq!(chosen, best.map(|one| one.1), "seed {seed}");
        assert!(products.len() <= MOST_TRIED && products.len() > PATIENCE, "seed {seed}");
    }
}

#[test]
fn strong_branching_ends_when_nothing_better_was_found_for_a_while() {
    let mut chance = Chance::new(1);
    let unknown = unknown(&mut chance);
    let mut tried = 0;
    let mut falling = 8.0;
    let chosen = Pseudocosts::default().choose(&unknown, 100.0, |_| {
        tried += 1;
        falling /= 2.0;
        [falling; 2]
    });
    assert_eq!(tried, 1 + PATIENCE);
    let first = unknown.first().map(|one| (one.lesson, one.branching));
    assert_eq!(chosen.map(|one| (one.lesson, one.branching)), first);
}

#[test]
fn a_candidate_that_is_reliable_is_not_tried_again() {
    let mut chance = Chance::new(2);
    let unknown = unknown(&mut chance);
    let mut pseudocosts = Pseudocosts::default();
    for candidate in &unknown {
        for _ in 0..RELIABLE_AFTER {
            pseudocosts.learn(candidate, [1.0, 1.0]);
        }
    }
    let mut tried = 0;
    let chosen = pseudocosts.choose(&unknown, 100.0, |_| {
        tried += 1;
        [0.0; 2]
    });
    assert!(chosen.is_some());
    assert_eq!(tried, 0);
}
