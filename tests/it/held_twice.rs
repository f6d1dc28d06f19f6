//! A lesson held twice, for two groups, as a way out: who comes when, and what that costs.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use mesterskema::domain::{Alternative, Day, Effort, Group, Language, Lesson, School, Span, Stop};
use mesterskema::explain::{Explanation, Remedy, Repair, Twice, conflicts, explain, repairs};
use mesterskema::report::explanation::{explained, explained_json};
use mesterskema::scenario::Asking;
use serde_json::Value;

use crate::brute_force::optimum;
use crate::optimum::answer;
use crate::random_school;
use crate::school_builder::{Jotted, school};

const ASKING: Asking<'static> = Asking { effort: Effort::Strict, threads: 2, stop: &Stop::never() };

/// On each day one of three pupils is away, and Tuesday is the only day on which all lessons of maths could be.
fn scattered() -> School {
    school(3, 2)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8A HIS tue 1")
        .lesson("8A HIS wed 1")
        .apprentice("8A", "mon", "MAT", "")
        .apprentice("8A", "tue", "MAT", "")
        .apprentice("8A", "wed", "MAT", "")
}

fn ways_out(school: &School) -> Vec<Repair> {
    let found = conflicts(school, &[], ASKING).unwrap();
    found
        .first()
        .map(|first| repairs(school, first, ASKING, &mut |_| ()).unwrap())
        .unwrap_or_default()
}

fn twice(repair: &Repair) -> Option<&Twice> {
    match &repair.remedy {
        Remedy::Twice(twice) => Some(twice),
        _ => None,
    }
}

/// The school with the rows that a person would write: both lessons with a part of the class, the second without a place.
fn with_both(school: &School, twice: &Twice) -> School {
    let mut both = school.clone();
    for &index in &twice.lessons {
        let part = |part: &str| Group { division: "halves".into(), part: part.into() };
        for (pupil, one) in both.apprentices.iter_mut().enumerate() {
            let when = if twice.second.contains(&pupil) { "late" } else { "early" };
            one.groups.insert(part(when));
        }
        let mut again = Lesson {
            name: format!("again {index}").as_str().into(),
            start: None,
            locked: false,
            ..school.lessons[index].clone()
        };
        both.lessons[index].pieces.iter_mut().for_each(|piece| piece.group = Some(part("early")));
        again.pieces.iter_mut().for_each(|piece| piece.group = Some(part("late")));
        both.lessons.push(again);
    }
    both
}

/// The school with each pupil away on one day, those of a class on different days.
fn on_different_days(mut school: School) -> School {
    let days: Vec<Day> = school.grid.days().collect();
    for (place, apprentice) in school.apprentices.iter_mut().enumerate() {
        let day = days[place % days.len()];
        apprentice.alternatives = vec![Alternative {
            written: day.code().to_owned(),
            spans: vec![Span { day, periods: None }],
            place: None,
            rank: Some(0),
        }];
        apprentice.together = None;
    }
    school
}

#[test]
fn who_misses_a_lesson_where_it_is_may_have_it_at_another_time() {
    let ways = ways_out(&scattered());
    let way = ways.iter().find_map(|way| Some((twice(way)?, way))).unwrap();
    assert_eq!(*way.0, Twice { lessons: vec![0], second: BTreeSet::from([0]) });
    // Where maths is held again the class is at school at a new time, and the teacher on a new day.
    assert_eq!(way.1.points(), Some(25));
    assert_eq!(way.1.second_times().len(), 1);
}

#[test]
fn what_is_held_twice_costs_what_two_rows_of_two_groups_cost() {
    let (mut solved, mut tried) = (0, 0);
    for seed in 0..200 {
        if solved > 5 {
            break;
        }
        let school = on_different_days(random_school::school(seed));
        for repair in ways_out(&school) {
            let Some(twice) = twice(&repair) else { continue };
            let both = with_both(&school, twice);
            let found = answer(&both, Effort::Strict);
            assert_eq!(repair.points(), found.points(), "seed {seed}: {twice:?}");
            assert_eq!(repair.second_times().len(), twice.lessons.len());
            solved += 1;
            let Ok(expected) = optimum(&both, Effort::Strict) else { continue };
            assert_eq!(repair.points(), expected, "seed {seed}: {twice:?}");
            tried += 1;
        }
    }
    assert!(solved > 5 && tried > 3, "{solved} solved, {tried} by trying everything");
}

#[test]
fn a_lesson_without_a_place_is_held_again_for_those_who_are_away_at_another_time() {
    let mut school = scattered();
    school.lessons[0].start = None;
    school.apprentices.pop();
    let school = school.teacher("T1", "wed 1+wed 2", None);
    let ways = ways_out(&school);
    let found: Vec<&Twice> = ways.iter().filter_map(twice).collect();
    assert_eq!(found, [&Twice { lessons: vec![0], second: BTreeSet::from([1]) }]);
}

#[test]
fn where_two_subjects_have_no_common_time_both_are_held_twice() {
    let mut school = school(2, 4)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8A DAN mon 2 t=T2")
        .apprentice("8A", "mon", "MAT+DAN", "")
        .apprentice("8A", "tue", "MAT+DAN", "");
    for lesson in &mut school.lessons {
        lesson.start = None;
    }
    let ways = ways_out(&school);
    let found: Vec<&Twice> = ways.iter().filter_map(twice).collect();
    assert_eq!(found, [&Twice { lessons: vec![0, 1], second: BTreeSet::from([1]) }]);
}

#[test]
fn a_lesson_of_a_part_of_the_class_is_not_divided_again() {
    let mut school = scattered();
    school.lessons[0].pieces[0].group = Some(Group { division: "".into(), part: "a".into() });
    assert!(ways_out(&school).iter().all(|way| twice(way).is_none()));
}

#[test]
fn it_is_told_who_comes_when_and_that_a_teacher_has_more_to_do() {
    let school = scattered();
    let explanation: Explanation = explain(&school, ASKING, &mut |_| ()).unwrap();
    let told = Language::ALL.map(|language| explained(&school, &explanation, language));
    assert_snapshot!(told.join("\n---\n"));
    let json = explained_json(&school, &explanation, Language::English);
    let json: Value = serde_json::from_str(&json).unwrap();
    let ways = json["repairs"].as_array().unwrap();
    let way = ways.iter().find(|way| way["change"] == "twice").unwrap();
    assert_eq!(
        (&way["lessons"], &way["pupils"]),
        (&Value::from(vec!["1"]), &Value::from(vec!["p0"]))
    );
    assert_eq!(way["again"].as_array().unwrap().len(), 1);
}
