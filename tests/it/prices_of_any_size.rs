//! Prices that nobody would choose, against trying everything: whatever they are, the answer is proven.

use mesterskema::domain::{Effort, Price, School, Weights};
use mesterskema::pipeline::Status;

use crate::brute_force::optimum;
use crate::chance::Chance;
use crate::optimum::answer;
use crate::random_school;

/// Large numbers without a common divisor.
const PRIMES: [i64; 11] = [
    999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917, 999_907, 999_883, 999_863,
    999_853,
];

/// Ways to choose prices, each with its name.
type Choice = fn(&mut Chance, usize) -> i64;

const CHOICES: [(&str, Choice); 7] = [
    ("all zero", |_, _| 0),
    ("all one", |_, _| 1),
    ("all the largest", |_, _| Weights::LARGEST),
    ("zero or the largest", |chance, _| chance.pick(&[0, Weights::LARGEST])),
    ("zero, one or the largest", |chance, _| chance.pick(&[0, 1, Weights::LARGEST])),
    ("large primes", |_, number| PRIMES[number]),
    ("of every size", |chance, _| chance.pick(&[0, 1, 7, 50, 977, 20_011, 999_983])),
];

fn priced(school: &School, choice: Choice, chance: &mut Chance) -> School {
    let mut priced = school.clone();
    for (number, price) in Price::ALL.into_iter().enumerate() {
        priced.weights[price] = choice(chance, number);
    }
    priced
}

#[test]
fn the_optimum_is_that_of_trying_everything_whatever_the_prices() {
    let (mut optimal, mut infeasible) = (0, 0);
    for seed in 0..16 {
        let mut chance = Chance::new(seed);
        for (name, choice) in CHOICES {
            let school = priced(&random_school::school(seed), choice, &mut chance);
            for effort in [Effort::Strict, Effort::Best] {
                let Ok(expected) = optimum(&school, effort) else { continue };
                let answer = answer(&school, effort);
                assert_eq!(answer.points(), expected, "seed {seed}, {name}, {effort:?}");
                if let Some(expected) = expected {
                    assert_eq!(answer.status, Status::Optimal, "seed {seed}, {name}, {effort:?}");
                    assert_eq!(answer.bound, expected, "seed {seed}, {name}, {effort:?}");
                    optimal += 1;
                } else {
                    assert_eq!(answer.status, Status::Infeasible, "seed {seed}, {name}");
                    infeasible += 1;
                }
            }
        }
    }
    assert!(optimal > 80 && infeasible > 20, "{optimal} optimal, {infeasible} infeasible");
}

#[test]
fn a_thousand_times_the_prices_cost_a_thousand_times_as_much() {
    for seed in 0..60 {
        let school = random_school::school(seed);
        let mut dear = school.clone();
        for price in Price::ALL {
            dear.weights[price] *= 1000;
        }
        let (usual, dear) = (answer(&school, Effort::Best), answer(&dear, Effort::Best));
        assert_eq!(dear.points(), usual.points().map(|points| points * 1000), "seed {seed}");
        assert_eq!(dear.bound, usual.bound * 1000, "seed {seed}");
        let timetable = |one: mesterskema::pipeline::Answer| one.offered.map(|one| one.0);
        assert_eq!(timetable(dear), timetable(usual), "seed {seed}: not the same proposal");
    }
}
