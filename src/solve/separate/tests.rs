//! Separation on schools whose timetables can all be gone through, beside the judge of the house.

use std::collections::BTreeMap;

use super::{Separator, Solution};
use crate::domain::{Effort, Price, Rule};
use crate::model::{Auxiliary, Booking, Origin, Row, Scope};
use crate::problem::Problem;
use crate::solve::tests::{Chance, Tiny, coefficient, decided, mixed};

/// What errors of adding up could come to.
const ROUNDING: f64 = 1e-9;
/// A separated row cuts off more than this: the least that is worth a row, over the largest scale of one.
const CUT_OFF: f64 = 1e-4;

fn of_timetable(problem: &Problem, bookings: &[Booking]) -> Solution {
    let mut solution = Solution::at_home(problem);
    for booking in bookings {
        solution.put(booking.lesson, vec![(booking.clone(), 1.0)]);
    }
    solution
}

/// The timetables that the judge allows; `None` if there are too many to try.
fn allowed(tiny: &Tiny) -> Option<Vec<Vec<Booking>>> {
    let all = tiny.timetables()?.into_iter();
    Some(all.filter(|bookings| tiny.is_allowed(bookings)).collect())
}

#[test]
fn a_timetable_breaks_a_row_exactly_if_the_judge_forbids_it() {
    let (mut allowed, mut forbidden) = (0, 0);
    for seed in 0..150 {
        let tiny = Tiny::new(seed, Effort::Best);
        let separator = Separator::new(&tiny.problem, &tiny.limits);
        for bookings in tiny.timetables().unwrap_or_default() {
            let solution = of_timetable(&tiny.problem, &bookings);
            let rows = separator.broken(&tiny.problem, &tiny.limits, &solution, &|_| f64::INFINITY);
            let is_allowed = tiny.is_allowed(&bookings);
            assert_eq!(rows.is_empty(), is_allowed, "seed {seed}: {bookings:?}, {rows:?}");
            *if is_allowed { &mut allowed } else { &mut forbidden } += 1;
        }
    }
    assert!(allowed > 1000 && forbidden > 1000, "{allowed} allowed, {forbidden} forbidden");
}

/// The left side of a row in a timetable, less its reliefs.
fn left_side(tiny: &Tiny, row: &Row, bookings: &[Booking]) -> i64 {
    let counted = bookings.iter().map(|booking| coefficient(&tiny.problem, row, booking));
    let relieved = row.reliefs.iter().map(|&(one, times)| times * tiny.units(bookings, one));
    counted.sum::<i64>() - relieved.sum::<i64>()
}

/// By how much a solution breaks a row; in rows about gaps a period is used at most once, whoever is beside whom.
fn violation(
    problem: &Problem,
    row: &Row,
    solution: &Solution,
    units: &dyn Fn(Auxiliary) -> f64,
) -> f64 {
    let is_about_gaps =
        matches!(row.origin, Origin::Rule(Rule::ClassGaps) | Origin::Price(Price::TeacherGap));
    let most = if is_about_gaps { 1.0 } else { f64::INFINITY };
    let used = |term: usize| -> f64 {
        let alone = Row { terms: vec![(row.terms[term].0.clone(), 1)], ..row.clone() };
        let values = solution.lessons().flat_map(|(_, values)| values);
        values.map(|(booking, value)| float(coefficient(problem, &alone, booking)) * value).sum()
    };
    let terms = row.terms.iter().enumerate();
    let left: f64 = terms.map(|(term, one)| float(one.1) * used(term).min(most)).sum();
    let relieved: f64 = row.reliefs.iter().map(|&(one, times)| float(times) * units(one)).sum();
    left - relieved - float(row.right_side)
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
const fn float(number: i64) -> f64 {
    number as f64
}

#[test]
fn every_separated_row_cuts_the_solution_off_and_no_allowed_timetable() {
    let (mut rows, mut tried) = (BTreeMap::new(), 0);
    for seed in 0..200 {
        let tiny = Tiny::new(seed, Effort::Best);
        let problem = &tiny.problem;
        let Some(allowed) = allowed(&tiny) else { continue };
        let separator = Separator::new(problem, &tiny.limits);
        let mut chance = Chance::new(seed);
        for _ in 0..10 {
            let scope = Scope::new(problem, decided(problem, &mut chance));
            let Some(solution) = mixed(problem, &scope, &mut chance) else { continue };
            let given = chance.pick(&[0.0, 0.0, 0.1, 0.3]);
            let units = |_: Auxiliary| given;
            for row in separator.broken(problem, &tiny.limits, &solution, &units) {
                let violation = violation(problem, &row, &solution, &units);
                assert!(violation > CUT_OFF, "seed {seed}: {violation} of {row:?}");
                for bookings in &allowed {
                    let left = left_side(&tiny, &row, bookings);
                    assert!(left <= row.right_side, "seed {seed}: {bookings:?} breaks {row:?}");
                    tried += 1;
                }
                *rows.entry(row.origin).or_insert(0) += 1;
            }
        }
    }
    assert!(rows.len() == 9 && rows.values().all(|&count| count > 20), "{rows:?}");
    assert!(tried > 10_000, "{tried} timetables");
}

#[test]
fn a_mixture_of_allowed_timetables_breaks_no_row() {
    let (mut mixtures, mut fractional) = (0, 0);
    for seed in 0..200 {
        let tiny = Tiny::new(seed, Effort::Best);
        let Some(allowed) = allowed(&tiny).filter(|allowed| !allowed.is_empty()) else { continue };
        let separator = Separator::new(&tiny.problem, &tiny.limits);
        let mut chance = Chance::new(seed);
        for _ in 0..15 {
            let count = 1 + chance.below(4);
            let shares: Vec<(Vec<Booking>, f64)> = chance
                .shares(count)
                .into_iter()
                .map(|share| (chance.pick(&allowed), share))
                .collect();
            let solution = mixture(&tiny.problem, &shares);
            let units = |auxiliary: Auxiliary| -> f64 {
                shares.iter().map(|(one, share)| float(tiny.units(one, auxiliary)) * share).sum()
            };
            let rows = separator.broken(&tiny.problem, &tiny.limits, &solution, &units);
            assert!(rows.is_empty(), "seed {seed}: {rows:?} at {shares:?}");
            mixtures += 1;
            let values = solution.lessons().flat_map(|(_, values)| values);
            fractional += usize::from({ values }.any(|one| one.1 < 1.0 - ROUNDING));
        }
    }
    assert!(mixtures > 1000 && fractional > 500, "{mixtures} mixtures, {fractional} fractional");
}

/// The solution that has each timetable by its share.
fn mixture(problem: &Problem, shares: &[(Vec<Booking>, f64)]) -> Solution {
    let mut solution = Solution::at_home(problem);
    for (lesson, _) in problem.lessons() {
        let mut values: BTreeMap<&Booking, f64> = BTreeMap::new();
        for (bookings, share) in shares {
            *values.entry(&bookings[lesson.index()]).or_default() += share;
        }
        let values = values.into_iter().map(|(booking, value)| (booking.clone(), value));
        solution.put(lesson, values.collect());
    }
    solution
}
