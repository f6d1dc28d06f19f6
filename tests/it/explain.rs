//! What cannot hold together, what would be a way out, why lessons moved, and why not somewhere else.

use std::collections::BTreeMap;
use std::path::Path;

use insta::assert_snapshot;
use mesterskema::domain::{Effort, Language, Place, Room, School, Slot, Stop};
use mesterskema::explain::{
    Conflict, Fact, Known, Link, Remedy, Role, chains, conflicts, explain, facts, lifted, placing,
    placings, repairs,
};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Demands, Held, Status};
use mesterskema::report::explanation::{Placed, explained, placed};
use mesterskema::scenario::Asking;
use serde_json::Value;

use crate::brute_force::optimum;
use crate::command::{LILLE, printed, run};
use crate::fixtures::folders;
use crate::optimum::answer;
use crate::random_school;
use crate::school_builder::{Jotted, school, slot};
use crate::stops::at_once;

const ASKING: Asking<'static> = Asking { effort: Effort::Strict, threads: 2, stop: &Stop::never() };

fn found(school: &School) -> Vec<Conflict> {
    conflicts(school, &[], ASKING).unwrap()
}

fn points(answer: &Answer) -> Option<i64> {
    answer.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
}

/// Whether the school has a timetable if only these of its facts hold; `None` where that takes too long to try.
fn is_possible(school: &School, kept: &[&Fact]) -> Option<bool> {
    let all = facts(school);
    let lifted = lifted(school, all.iter().filter(|fact| !kept.contains(fact)));
    optimum(&lifted, Effort::Strict).ok().map(|points| points.is_some())
}

/// By trying everything: together impossible, without any one possible. Says whether all of it could be tried.
fn assert_minimal(school: &School, conflict: &Conflict, name: &str) -> bool {
    let all: Vec<&Fact> = conflict.facts.iter().collect();
    let mut tried = is_possible(school, &all);
    assert_ne!(tried, Some(true), "{name}: {conflict:?}");
    for fact in &conflict.facts {
        let others: Vec<&Fact> = all.iter().copied().filter(|&other| other != fact).collect();
        let possible = is_possible(school, &others);
        assert_ne!(possible, Some(false), "{name}: {fact:?} is not needed in {conflict:?}");
        tried = tried.and(possible);
    }
    tried.is_some()
}

#[test]
fn every_conflict_of_a_small_school_is_one_and_minimal_by_trying_everything() {
    let (mut tried, mut schools) = (0, 0);
    for seed in 0..30 {
        let school = random_school::school(seed);
        if answer(&school, Effort::Strict).status != Status::Infeasible {
            continue;
        }
        let found = found(&school);
        assert!(!found.is_empty(), "seed {seed} has no conflict");
        for conflict in &found {
            assert!(conflict.is_verified, "seed {seed}: {conflict:?}");
            tried += u32::from(assert_minimal(&school, conflict, &format!("seed {seed}")));
        }
        schools += 1;
    }
    assert!(tried > 5 && schools > 5, "{tried} conflicts of {schools} schools");
}

#[test]
fn every_infeasible_fixture_has_conflicts_that_are_verified() {
    for folder in folders("infeasible") {
        let school = load(&folder, Need::Apprentices).school.unwrap();
        let found = found(&school);
        assert!(!found.is_empty(), "{}", folder.display());
        for conflict in found {
            assert!(conflict.is_verified, "{}: {conflict:?}", folder.display());
            assert_minimal(&school, &conflict, &folder.display().to_string());
        }
    }
}

#[test]
fn a_school_with_a_timetable_has_no_conflicts() {
    let school = school(2, 2).lesson("8A MAT mon 1").apprentice("8A", "mon", "MAT", "");
    assert_eq!(found(&school), []);
}

/// Maths of both classes must leave Monday, and there are two ways in which it cannot: for lack of the teacher, and of
/// the room.
fn stuck_twice() -> School {
    school(2, 1)
        .teacher("T1", "tue 1", None)
        .room("R1", "", "tue 1", 1)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8B MAT mon 1 r=R1")
        .apprentice("8A", "mon", "MAT", "")
        .apprentice("8B", "mon", "MAT", "")
}

#[test]
fn several_conflicts_are_several() {
    let found = found(&stuck_twice());
    let of_class = |name: &str| {
        let about = |conflict: &&Conflict| {
            conflict.facts.iter().all(|fact| !format!("{fact:?}").contains(name))
        };
        found.iter().filter(about).count()
    };
    assert_eq!((found.len(), of_class("8A"), of_class("8B")), (2, 1, 1));
}

#[test]
fn a_way_out_costs_what_the_school_then_costs() {
    let mut ways = 0;
    for seed in 0..25 {
        let school = random_school::school(seed);
        let found = found(&school);
        let Some(first) = found.first() else { continue };
        for repair in repairs(&school, first, ASKING, &mut |_| ()).unwrap() {
            let Remedy::Lift(fact) = &repair.remedy else { continue };
            let Ok(expected) = optimum(&lifted(&school, [fact]), Effort::Strict) else { continue };
            assert_eq!(repair.points(), expected, "seed {seed}: {fact:?}");
            ways += 1;
        }
    }
    assert!(ways > 5, "{ways}");
}

#[test]
fn another_day_of_a_class_may_be_a_way_out() {
    let locked = school(3, 1).lesson("8A MAT mon 1").locked().lesson("8A HIS tue 1");
    let school = locked.apprentice("8A", "mon", "MAT", "");
    let found = found(&school);
    let ways = repairs(&school, &found[0], ASKING, &mut |_| ()).unwrap();
    let days: Vec<String> = ways
        .iter()
        .filter_map(|repair| match &repair.remedy {
            Remedy::Send { class, away } => Some(format!("{class} {}", away.written)),
            Remedy::Lift(_) | Remedy::Seat { .. } | Remedy::Twice(_) => None,
        })
        .collect();
    assert_eq!(days, ["8A tue", "8A wed"]);
    assert!(ways.iter().all(|repair| repair.points() >= ways[0].points()));
}

#[test]
fn a_chain_says_what_had_to_leave_and_what_made_room() {
    let swap = school(2, 1).lesson("8A MAT mon 1").lesson("8A HIS tue 1");
    let school = swap.apprentice("8A", "mon", "MAT", "");
    let (proposal, _) = answer(&school, Effort::Strict).offered.unwrap();
    let chains = chains(&school, &proposal);
    let [chain] = &chains[..] else { panic!("{} chains", chains.len()) };
    let told: Vec<(usize, Role)> = chain.iter().map(|link| (link.lesson, link.role)).collect();
    assert_eq!(told, [(0, Role::HadToLeave), (1, Role::MadeRoom)]);
}

#[test]
fn every_change_is_in_one_chain_with_its_own_points() {
    let mut links = 0;
    for seed in 0..120 {
        let school = random_school::school(seed);
        let Some((proposal, verdict)) = answer(&school, Effort::Strict).offered else { continue };
        let chains = chains(&school, &proposal);
        let mut told: Vec<(usize, i64)> =
            chains.iter().flatten().map(|link: &Link| (link.lesson, link.points)).collect();
        told.sort_unstable();
        let changes = verdict.difference.changes.iter().map(|one| (one.lesson, one.points));
        assert_eq!(told, changes.collect::<Vec<_>>(), "seed {seed}");
        links += told.len();
    }
    assert!(links > 30, "{links}");
}

#[test]
fn the_cheapest_place_of_a_lesson_costs_no_more_than_the_optimum() {
    let mut compared = 0;
    for seed in 0..40 {
        let school = random_school::school(seed);
        let Some(free) = points(&answer(&school, Effort::Strict)) else { continue };
        let at = |start| placing(&school, Held { lesson: 0, start }, ASKING).unwrap();
        let placed: Vec<Option<i64>> =
            school.grid.slots().map(|slot| points(&at(slot).held)).collect();
        assert_eq!(placed.iter().flatten().min(), Some(&free), "seed {seed}: {placed:?}");
        compared += 1;
    }
    assert!(compared > 15, "{compared}");
}

#[test]
fn all_prices_of_a_lesson_are_those_of_each_place_alone_and_no_less_than_what_is_said_at_once() {
    let (mut compared, mut at_once) = (0, 0);
    for seed in 0..14 {
        let school = random_school::school(seed);
        for lesson in 0..school.lessons.len().min(3) {
            let length = school.lessons[lesson].length();
            let starts = school.grid.slots().filter(|&start| school.grid.fits(start, length));
            let starts: Vec<Slot> = starts.collect();
            let (alone, least) = priced(&school, (lesson, &starts), 1);
            assert_eq!(priced(&school, (lesson, &starts), 2), (alone.clone(), least.clone()));
            for (&start, price) in &alone {
                let held = placing(&school, Held { lesson, start }, ASKING).unwrap();
                assert_eq!(*price, points(&held.held), "seed {seed}, lesson {lesson}, {start}");
                let is_below = |least: &i64| price.is_none_or(|price| *least <= price);
                assert!(least.get(&start).is_none_or(is_below), "seed {seed}, {lesson}, {start}");
                compared += 1;
            }
            at_once += least.len();
        }
    }
    assert!(compared > 100 && at_once > 40, "{compared}, {at_once}");
}

/// What each start costs, and what was said of it at once.
fn priced(
    school: &School,
    (lesson, starts): (usize, &[Slot]),
    threads: usize,
) -> (BTreeMap<Slot, Option<i64>>, BTreeMap<Slot, i64>) {
    let (mut prices, mut least) = (BTreeMap::new(), BTreeMap::new());
    let mut tell = |start: Slot, known: Known<'_>| match known {
        Known::AtLeast(points) => drop(least.insert(start, points)),
        Known::Placed(placing) => drop(prices.insert(start, points(&placing.held))),
    };
    let asking = Asking { threads, ..ASKING };
    placings(school, (lesson, starts), (Demands::default(), None), asking, &mut tell).unwrap();
    (prices, least)
}

#[test]
fn a_lesson_can_be_elsewhere_at_a_price_or_is_forbidden_by_facts() {
    let school = school(3, 1)
        .teacher("T1", "wed 1", None)
        .lesson("8A MAT mon 1 t=T1")
        .apprentice("8A", "tue", "MAT", "");
    let at = |written| placing(&school, Held { lesson: 0, start: slot(written) }, ASKING).unwrap();
    assert_eq!((points(&at("mon 1").held), points(&at("mon 1").free)), (Some(0), Some(0)));
    let away = Fact::TeacherAway { teacher: "T1".into(), day: mesterskema::domain::Day::Wed };
    let forbidden = |written| {
        let conflicts = at(written).conflicts;
        conflicts.into_iter().map(|conflict| conflict.facts).collect::<Vec<_>>()
    };
    assert_eq!(forbidden("wed 1"), [vec![away]]);
    let [facts] = &forbidden("tue 1")[..] else { panic!("one conflict") };
    assert!(matches!(facts[..], [Fact::Away { .. }, Fact::Required { .. }]), "{facts:?}");
}

#[test]
fn a_school_without_a_timetable_does_not_blame_the_place_of_a_lesson() {
    let school = stuck_twice();
    let told = said(&school, ASKING);
    assert_eq!(
        told,
        "There is no timetable, wherever 8A MAT (line 2) is; explain without --lesson tells why.\n"
    );
}

#[test]
fn what_was_not_looked_for_is_not_said_to_be_missing() {
    let asking = Asking { stop: &at_once(), ..ASKING };
    let explanation = explain(&stuck_twice(), asking, &mut |_| ()).unwrap();
    let told = explained(&stuck_twice(), &explanation, Language::English);
    assert!(!told.contains("No single change") && told.contains("Stopped before"), "{told}");
}

/// What is said of the first lesson on Tuesday, in English.
fn said(school: &School, asking: Asking<'_>) -> String {
    let held = Held { lesson: 0, start: slot("tue 1") };
    let placing = placing(school, held, asking).unwrap();
    placed(Placed { school, held, placing: &placing }, Language::English)
}

#[test]
fn lifting_all_facts_leaves_a_school_with_a_timetable() {
    for seed in 0..40 {
        let school = random_school::settled(seed);
        let all = facts(&school);
        let bare = lifted(&school, &all);
        let has_limit =
            |place: &Place| !place.pupils.is_empty() || place.total.is_some() || place.one_day;
        assert!(bare.apprentices.is_empty(), "seed {seed}");
        assert!(!bare.places.values().any(has_limit), "seed {seed}");
        assert!(bare.rooms.values().all(|room: &Room| room.unavailable.is_empty()), "seed {seed}");
        assert_eq!(points(&answer(&bare, Effort::Strict)), Some(0), "seed {seed}");
    }
}

#[test]
fn every_language_tells_facts_in_its_own_words() {
    let school = stuck_twice();
    let explanation = explain(&school, ASKING, &mut |_| ()).unwrap();
    let told = Language::ALL.map(|language| explained(&school, &explanation, language));
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let differ = |line: &&str| line.trim().len() < 8 || !told[other].contains(*line);
        assert!(told[one].lines().all(|line| differ(&line)), "{}\n{}", told[one], told[other]);
    }
}

#[test]
fn an_infeasible_school_is_told_with_conflicts_and_ways_out() {
    let output = run(&["explain", "fixtures/infeasible/part-time", "--language", "da"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(printed(&output));
}

#[test]
fn a_feasible_school_is_told_with_chains() {
    let output = run(&["explain", LILLE, "--language", "sv"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(printed(&output));
}

#[test]
fn a_lesson_elsewhere_is_told_with_its_price_or_what_forbids_it() {
    let ask = |to| {
        let output = run(&["explain", LILLE, "--lesson", "4", "--to", to, "--language", "en"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        printed(&output).to_owned()
    };
    assert_snapshot!(format!("{}----\n{}", ask("fri 4"), ask("torsdag 2")));
}

#[test]
fn explanations_in_json_have_their_keys_in_order() {
    let keys = |arguments: &[&str]| {
        let output = run(&[&["explain"], arguments, &["--json"]].concat());
        let answer: Value = serde_json::from_str(printed(&output)).unwrap();
        answer.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(keys(&["fixtures/infeasible/lab-full"]), "status reasons conflicts repairs");
    assert_eq!(keys(&[LILLE]), "status points bound chains");
    assert_eq!(
        keys(&[LILLE, "--lesson", "4", "--to", "fri 4"]),
        "lesson to status points bound extra_points conflicts"
    );
}

#[test]
fn a_lesson_or_a_time_that_does_not_exist_ends_with_2() {
    for (lesson, to) in [("nothing", "mon 1"), ("4", "mon 77"), ("4", "noday 1"), ("4", "mon")] {
        let output = run(&["explain", LILLE, "--lesson", lesson, "--to", to]);
        assert_eq!((output.status.code(), printed(&output)), (Some(2), ""), "{lesson} {to}");
    }
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(LILLE).exists());
}
