//! How much change a desired lesson is worth: the front against going through every proposal, and how it is told.

use insta::assert_snapshot;
use mesterskema::domain::{Effort, Language, Price, School, Stop};
use mesterskema::report::tradeoff::{Traded, json, text};
use mesterskema::scenario::{Asking, Compromise, Tradeoff, trade_off};
use serde_json::Value;

use crate::brute_force::{TooLarge, optimum_missing};
use crate::command::{LILLE, printed, run};
use crate::random_school;
use crate::school_builder::{Jotted, school};
use crate::stops::at_once;

const ASKING: Asking<'static> = Asking { effort: Effort::Strict, threads: 1, stop: &Stop::never() };

fn front_of(school: &School) -> Tradeoff {
    trade_off(school, ASKING, &mut |_, _| ()).unwrap()
}

fn pairs(tradeoff: &Tradeoff) -> Vec<(usize, i64)> {
    tradeoff.front.iter().map(|one| (one.missed, one.change)).collect()
}

/// The front by the definition: for each number that may be missed the least change, where one more saves some.
fn brute_front(school: &School) -> Result<Vec<(usize, i64)>, TooLarge> {
    let mut unpriced = school.clone();
    unpriced.weights[Price::Desired] = 0;
    let least = |most| optimum_missing(&unpriced, Effort::Strict, most);
    let Some(without_limit) = least(usize::MAX)? else { return Ok(Vec::new()) };
    let mut front: Vec<(usize, i64)> = Vec::new();
    for most in 0.. {
        let found = least(most)?;
        if let Some(change) = found.filter(|found| front.last().is_none_or(|one| one.1 > *found)) {
            front.push((most, change));
        }
        if found == Some(without_limit) {
            break;
        }
    }
    front.reverse();
    Ok(front)
}

#[test]
fn the_front_is_that_of_going_through_every_proposal() {
    let (mut compared, mut longer) = (0, 0);
    for seed in 3000..3060 {
        let mut school = random_school::school(seed);
        for pupil in &mut school.apprentices {
            let needed = std::mem::take(&mut pupil.required);
            pupil.desired.extend(needed);
        }
        let Ok(expected) = brute_front(&school) else { continue };
        let tradeoff = front_of(&school);
        assert_eq!(pairs(&tradeoff), expected, "seed {seed}");
        assert!(tradeoff.is_complete(), "seed {seed}");
        compared += 1;
        longer += u32::from(expected.len() > 1);
    }
    assert!(compared > 10 && longer > 4, "{compared} compared, {longer} with a choice");
}

#[test]
fn the_front_beside_required_lessons_is_that_of_going_through_every_proposal() {
    let mut compared = 0;
    for seed in 3400..3460 {
        let school = random_school::school(seed);
        let Ok(expected) = brute_front(&school) else { continue };
        assert_eq!(pairs(&front_of(&school)), expected, "seed {seed}");
        compared += 1;
    }
    assert!(compared > 10, "{compared} compared");
}

#[test]
fn what_solve_takes_is_on_the_front() {
    let mut compared = 0;
    for seed in 3800..3840 {
        let school = random_school::school(seed);
        let answer = crate::optimum::answer(&school, Effort::Strict);
        let Some((_, verdict)) = answer.offered else { continue };
        let price = school.weights[Price::Desired];
        let front = front_of(&school).front;
        let cheapest = front.iter().map(|one| one.points(price)).min();
        assert_eq!(cheapest, Some(verdict.difference.breakdown.total()), "seed {seed}");
        compared += 1;
    }
    assert!(compared > 10, "{compared} compared");
}

/// English on both periods of Monday; on Tuesday a teacher is there for one of them, on Wednesday for none.
fn two_english() -> School {
    school(3, 2)
        .lesson("8A ENG mon 1 t=T1")
        .lesson("8A ENG mon 2 t=T2")
        .lesson("8A HIS tue 1 t=T3")
        .lesson("8A GEO wed 1 t=T3")
        .lesson("8B GEO tue 2 t=T2")
        .teacher("T2", "wed 1+wed 2", None)
        .apprentice("8A", "mon", "", "ENG")
}

#[test]
fn a_front_is_told_in_every_language() {
    let school = two_english();
    let tradeoff = front_of(&school);
    let traded = Traded { school: &school, tradeoff: &tradeoff };
    for language in Language::ALL {
        assert_snapshot!(format!("front_{}", language.code()), text(traded, language));
    }
}

#[test]
fn the_json_of_a_front_has_a_member_for_each_compromise() {
    let school = two_english();
    let tradeoff = front_of(&school);
    let traded = Traded { school: &school, tradeoff: &tradeoff };
    let told: Value = serde_json::from_str(&json(traded, Language::English)).unwrap();
    assert_eq!((&told["tradeoff"], &told["complete"]), (&"desired".into(), &true.into()));
    let front = told["front"].as_array().unwrap();
    assert_eq!(front.len(), tradeoff.front.len());
    for member in front {
        let missed = member["desired_missed"].as_i64().unwrap();
        let change = member["change_points"].as_i64().unwrap();
        assert_eq!(member["status"], "optimal");
        assert_eq!(member["points"], change + 25 * missed);
        assert_eq!(member["missed"].as_array().unwrap().len(), usize::try_from(missed).unwrap());
    }
}

#[test]
fn a_front_that_was_stopped_says_so_and_proves_nothing() {
    let school = two_english();
    let stopped = Asking { stop: &at_once(), ..ASKING };
    let tradeoff = trade_off(&school, stopped, &mut |_, _| ()).unwrap();
    assert!(!tradeoff.is_complete());
    assert!(tradeoff.front.iter().all(|one| !Compromise::is_proven(one)));
    let told = text(Traded { school: &school, tradeoff: &tradeoff }, Language::English);
    assert!(told.starts_with("Stopped before"), "{told}");
}

#[test]
fn a_front_without_any_timetable_gives_the_reasons() {
    let school = school(1, 1).lesson("8A MAT mon 1").apprentice("8A", "mon", "MAT", "");
    let tradeoff = front_of(&school);
    let traded = Traded { school: &school, tradeoff: &tradeoff };
    let told: Value = serde_json::from_str(&json(traded, Language::English)).unwrap();
    assert_eq!((told["front"].as_array().map(Vec::len), tradeoff.is_complete()), (Some(0), true));
    assert!(!told["reasons"].as_array().unwrap().is_empty());
}

#[test]
fn a_trade_off_is_asked_for_without_a_folder() {
    let output = run(&["solve", LILLE, "--tradeoff", "desired", "--language", "en"]);
    let told = printed(&output);
    assert!(told.contains("desired missed") || told.contains("No desired lesson"), "{told}");
    let refused = run(&["solve", LILLE, "--tradeoff", "desired", "--out", "answer"]);
    assert_eq!(refused.status.code(), Some(2));
}
