//! What must hold for every school, on tiny random ones.

use std::collections::BTreeSet;

use mesterskema::check::{Breach, check, faults};
use mesterskema::domain::{Booking, Effort, Level, Price, Proposal, Rule, School, Slot};
use mesterskema::reason::count;

use crate::brute_force::optimum;
use crate::chance::Chance;
use crate::random_school::school;
use crate::school_builder::unchanged;

/// What a baseline as a proposal can be accused of: it says where the apprentices are, not where the lessons are, and some
/// lessons are nowhere.
const OF_OTHERS: [Rule; 5] =
    [Rule::RequiredMissed, Rule::PlaceFull, Rule::OneDay, Rule::Away, Rule::Unplaced];

#[test]
fn a_school_that_changes_nothing_costs_only_what_is_missed() {
    for seed in 0..500 {
        let school = school(seed);
        let verdict = check(&school, &unchanged(&school), Effort::Best);
        let breakdown = &verdict.difference.breakdown;
        let of_apprentices = [Price::Desired, Price::Required, Price::Wish, Price::Unplaced];
        let theirs: i64 = of_apprentices.iter().map(|&price| breakdown[price]).sum();
        assert_eq!(breakdown.total(), theirs, "seed {seed}");
        assert!(verdict.difference.changes.is_empty(), "seed {seed}");
    }
}

#[test]
fn a_baseline_breaks_no_rule_about_lessons() {
    for seed in 0..500 {
        let school = school(seed);
        let breaches = check(&school, &unchanged(&school), Effort::Strict).breaches;
        let of_lessons = breaches.iter().find(|breach| !OF_OTHERS.contains(&breach.rule()));
        assert_eq!(of_lessons, None, "seed {seed}");
    }
}

#[test]
fn coupling_what_clashes_leaves_no_clash_and_loses_no_row() {
    let mut coupled_schools = 0;
    for seed in 0..500 {
        let thrown = thrown_together(seed);
        let clashes = faults(&thrown);
        let coupled = thrown.coupled(clashes.iter().filter_map(Breach::clashing));
        coupled_schools += usize::from(coupled.lessons.len() < thrown.lessons.len());
        assert_eq!(faults(&coupled).iter().find_map(Breach::clashing), None, "seed {seed}");
        assert_eq!(occupied(&coupled), occupied(&thrown), "seed {seed}");
        let first_rows = coupled.lessons.iter().map(|lesson| lesson.pieces[0].row);
        assert!(first_rows.is_sorted(), "seed {seed}");
    }
    assert!(coupled_schools > 100, "only {coupled_schools} schools had clashes");
}

/// A random school whose lessons start anywhere that they fit.
fn thrown_together(seed: u64) -> School {
    let mut school = school(seed);
    let mut chance = Chance::new(seed);
    let grid = school.grid.clone();
    for lesson in &mut school.lessons {
        let starts: Vec<_> =
            grid.slots().filter(|&slot| grid.fits(slot, lesson.length())).collect();
        lesson.start = Some(chance.pick(&starts));
    }
    school
}

/// Every row's periods, by row.
fn occupied(school: &School) -> Vec<(usize, Option<Slot>)> {
    let lessons = school.lessons.iter();
    let mut occupied: Vec<_> = lessons
        .flat_map(|lesson| {
            lesson
                .pieces
                .iter()
                .map(|piece| (piece.row, lesson.start.and_then(|start| start.later(piece.offset))))
        })
        .collect();
    occupied.sort_unstable();
    occupied
}

#[test]
fn what_is_counted_is_missing_in_truth() {
    let mut counted = 0;
    for seed in 0..120 {
        let school = school(seed);
        for effort in [Effort::Strict, Effort::Best] {
            let reasons = count(&school, effort);
            if let (false, Ok(optimum)) = (reasons.is_empty(), optimum(&school, effort)) {
                assert_eq!(optimum, None, "seed {seed}: {reasons:?}");
                counted += 1;
            }
        }
    }
    assert!(counted > 20, "only {counted} schools gave a reason");
}

#[test]
fn best_effort_costs_no_more_than_keeping_every_required_lesson() {
    for seed in 0..30 {
        let school = school(seed);
        let strict = optimum(&school, Effort::Strict);
        if let (Ok(Some(strict)), Ok(best)) = (strict, optimum(&school, Effort::Best)) {
            assert!(best.is_some_and(|best| best <= strict), "seed {seed}");
        }
    }
}

#[test]
fn no_allowed_proposal_costs_less_than_the_optimum() {
    let mut allowed = 0;
    for seed in 0..40 {
        let school = school(seed);
        let Ok(optimum) = optimum(&school, Effort::Strict) else { continue };
        for attempt in 0..300 {
            let verdict = check(&school, &one_change(&school, attempt), Effort::Strict);
            if verdict.breaches.is_empty() {
                let points = verdict.difference.breakdown.total();
                assert!(optimum.is_some_and(|optimum| optimum <= points), "seed {seed}");
                allowed += 1;
            }
        }
    }
    assert!(allowed > 300, "only {allowed} proposals were allowed");
}

#[test]
fn every_rule_is_broken_by_some_proposal() {
    let mut broken = BTreeSet::new();
    for seed in 0..500 {
        let school = school(seed);
        let breaches = check(&school, &anything(&school, seed), Effort::Strict).breaches;
        broken.extend(breaches.iter().map(Breach::rule));
    }
    assert_eq!(broken, BTreeSet::from(Rule::ALL));
}

#[test]
fn the_price_of_a_proposal_is_the_sum_of_its_parts() {
    for seed in 0..500 {
        let school = school(seed);
        let proposal = anything(&school, seed);
        let difference = check(&school, &proposal, Effort::Best).difference;
        let own = [Price::OtherDay, Price::SameDay, Price::Bystander, Price::Room];
        let own: i64 = own.iter().map(|&price| difference.breakdown[price]).sum();
        let changes: i64 = difference.changes.iter().map(|change| change.points).sum();
        assert_eq!(changes, own, "seed {seed}");
        for (level, price) in [(Level::Required, Price::Required), (Level::Desired, Price::Desired)]
        {
            let missed = difference.missed.iter().filter(|missed| missed.level == level).count();
            let points = school.weights[price] * i64::try_from(missed).unwrap();
            assert_eq!(difference.breakdown[price], points, "seed {seed}");
        }
    }
}

/// One lesson anywhere and any alternatives, allowed or not.
fn one_change(school: &School, seed: u64) -> Proposal {
    let any = anything(school, seed);
    let mut proposal = Proposal { away: any.away, ..unchanged(school) };
    let lesson = Chance::new(seed).below(school.lessons.len());
    proposal.timetable.bookings[lesson].clone_from(&any.timetable.bookings[lesson]);
    proposal
}

/// Any booking and any alternative, allowed or not.
fn anything(school: &School, seed: u64) -> Proposal {
    let mut chance = Chance::new(seed);
    let mut proposal = unchanged(school);
    let slots: Vec<_> = school.grid.slots().collect();
    let rooms: Vec<_> = school.rooms.keys().cloned().collect();
    for (lesson, booking) in school.lessons.iter().zip(&mut proposal.timetable.bookings) {
        if chance.percent(50) {
            let start = chance.pick(&slots);
            *booking = Some(Booking { start, ..booking.take().unwrap_or(Booking::at(start)) });
        }
        let Some(booking) = booking else { continue };
        for room in lesson.rooms() {
            if chance.percent(40) {
                booking.exchanged.insert(room.clone(), chance.pick(&rooms));
            }
        }
    }
    for (apprentice, chosen) in school.apprentices.iter().zip(&mut proposal.away) {
        *chosen = chance.below(apprentice.alternatives.len());
    }
    proposal
}
