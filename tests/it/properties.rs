//! What must hold of every answer, tried on random schools and on ways to write a shipped one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use itertools::Itertools;
use mesterskema::check::check;
use mesterskema::domain::{Alternative, Apprentice, Effort, Lesson, Price, Proposal, School};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Status};
use proptest::prelude::*;

use crate::cases::cases;
use crate::chance::Chance;
use crate::optimum::answer;
use crate::random_school;

fn points(answer: &Answer) -> Option<i64> {
    answer.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
}

/// The school with the answer's timetable as its baseline, and the chosen alternative as the only one.
fn publish(school: &School, answer: &Answer) -> Option<School> {
    let (proposal, _) = answer.offered.as_ref()?;
    let mut published = school.clone();
    for (lesson, booking) in published.lessons.iter_mut().zip(&proposal.timetable.bookings) {
        let Some(booking) = booking else { continue };
        lesson.start = Some(booking.start);
        for room in lesson.pieces.iter_mut().flat_map(|piece| &mut piece.rooms) {
            *room = booking.room(room).clone();
        }
    }
    for (apprentice, &chosen) in published.apprentices.iter_mut().zip(&proposal.away) {
        let only = apprentice.alternatives[chosen].clone();
        apprentice.alternatives = vec![Alternative { rank: only.rank.map(|_| 0), ..only }];
    }
    Some(published)
}

#[test]
fn nothing_is_moved_for_nothing() {
    let mut stayed = 0;
    for seed in 0..300 {
        let mut school = random_school::school(seed);
        for price in Price::ALL.into_iter().filter(|price| *price != Price::Desired) {
            school.weights[price] = 0;
        }
        stayed += u32::from(stays_where_it_may(&school, seed));
    }
    assert!(stayed > 20, "{stayed} baselines are as good as any");
    let mut school = random_school::school(720_635);
    school.apprentices.clear();
    assert!(stays_where_it_may(&school, 720_635));
}

/// Whether the baseline is the answer, as it must be where it costs no more than the answer does.
fn stays_where_it_may(school: &School, seed: u64) -> bool {
    let cheapest = answer(school, Effort::Strict);
    let Some((proposal, _)) = &cheapest.offered else { return false };
    let stays = school.baseline() == proposal.timetable;
    let of_staying = of_the_baseline(school);
    assert!(stays || of_staying.is_none() || of_staying > points(&cheapest), "seed {seed}");
    stays
}

/// The fewest points that the baseline costs under any alternatives; `None` if it breaks a rule under all of them.
fn of_the_baseline(school: &School) -> Option<i64> {
    let choices = school.apprentices.iter().map(|one| 0..one.alternatives.len());
    let judge = |away: Vec<usize>| {
        let proposal = Proposal { timetable: school.baseline(), away };
        let verdict = check(school, &proposal, Effort::Strict);
        verdict.breaches.is_empty().then(|| verdict.difference.breakdown.total())
    };
    if school.apprentices.is_empty() {
        return judge(Vec::new());
    }
    choices.multi_cartesian_product().filter_map(judge).min()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn every_answer_passes_the_judge_and_is_proven(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        let answer = answer(&school, Effort::Strict);
        prop_assert!(matches!(answer.status, Status::Optimal | Status::Infeasible));
    }

    #[test]
    fn a_school_without_apprentices_stays_as_it_is(seed in 10_000_u64..1_000_000) {
        let mut school = random_school::settled(seed);
        school.apprentices.clear();
        let answer = answer(&school, Effort::Strict);
        prop_assert_eq!(points(&answer), Some(0));
        let (proposal, _) = answer.offered.unwrap();
        prop_assert_eq!(proposal.timetable, school.baseline());
    }

    #[test]
    fn an_answer_as_the_new_baseline_costs_only_what_is_still_missed(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        let first = answer(&school, Effort::Strict);
        if let Some(published) = publish(&school, &first) {
            let again = points(&answer(&published, Effort::Strict));
            let missed = first.offered.as_ref().is_some_and(|(_, one)| !one.difference.missed.is_empty());
            if missed {
                prop_assert!(again <= points(&first));
            } else {
                prop_assert_eq!(again, Some(0));
            }
        }
    }

    #[test]
    fn the_order_of_lessons_does_not_alter_points(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        let mut mixed = school.clone();
        Chance::new(seed).shuffle(&mut mixed.lessons);
        Chance::new(seed + 1).shuffle(&mut mixed.apprentices);
        prop_assert_eq!(points(&answer(&school, Effort::Best)), points(&answer(&mixed, Effort::Best)));
    }

    #[test]
    fn renaming_does_not_alter_points(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        prop_assert_eq!(
            points(&answer(&school, Effort::Strict)),
            points(&answer(&renamed(&school), Effort::Strict))
        );
    }

    #[test]
    fn an_apprentice_less_in_a_class_that_keeps_another_never_costs_more(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        let Some(before) = points(&answer(&school, Effort::Strict)) else { return Ok(()) };
        for place in 0..school.apprentices.len() {
            let mut fewer = school.clone();
            let left = fewer.apprentices.remove(place);
            // A class that nobody attends any more, be it as a guest, is a bystander.
            let kept: BTreeSet<_> = fewer.apprentices.iter().flat_map(Apprentice::classes).collect();
            if left.classes().is_subset(&kept) {
                let after = points(&answer(&fewer, Effort::Strict));
                prop_assert!(after.is_some_and(|after| after <= before), "{after:?} after {before}");
            }
        }
    }

    #[test]
    fn two_runs_give_the_same_answer(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        let (one, other) = (answer(&school, Effort::Strict), answer(&school, Effort::Strict));
        prop_assert_eq!(one.offered, other.offered);
        prop_assert_eq!((one.status, one.bound, one.reasons), (other.status, other.bound, other.reasons));
    }
}

/// The school with every class and teacher renamed so that their order is turned round.
fn renamed(school: &School) -> School {
    let turn = |name: &str| -> String {
        let turned =
            |sign: char| char::from_u32(0x7e - (sign as u32).min(0x7d) + 0x20).unwrap_or('?');
        format!("n{}", name.chars().map(turned).collect::<String>())
    };
    let mut renamed = school.clone();
    renamed.classes = school
        .classes
        .iter()
        .map(|(name, one)| (turn(name.as_str()).as_str().into(), one.clone()))
        .collect();
    renamed.teachers = school
        .teachers
        .iter()
        .map(|(name, one)| (turn(name.as_str()).as_str().into(), one.clone()))
        .collect();
    let rename = |lesson: &mut Lesson| {
        for piece in &mut lesson.pieces {
            for class in &mut piece.classes {
                *class = turn(class.as_str()).as_str().into();
            }
            for teacher in &mut piece.teachers {
                *teacher = turn(teacher.as_str()).as_str().into();
            }
        }
    };
    renamed.lessons.iter_mut().for_each(rename);
    for apprentice in &mut renamed.apprentices {
        for class in apprentice.also.iter_mut().map(|also| &mut also.class) {
            *class = turn(class.as_str()).as_str().into();
        }
        apprentice.class = turn(apprentice.class.as_str()).as_str().into();
    }
    renamed
}

/// The optimum of a shipped school whose timetable is written in another way.
fn rewritten(folder: &str, rewrite: impl Fn(&str) -> String) -> Option<i64> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools").join(folder);
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(source).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap();
        let text = String::from_utf8(bytes);
        let written = match text {
            Ok(text) if name == "timetable.csv" => rewrite(&text).into_bytes(),
            Ok(text) => text.into_bytes(),
            Err(other) => other.into_bytes(),
        };
        fs::write(copy.path().join(name), written).unwrap();
    }
    let school = load(copy.path(), Need::Apprentices).school.unwrap();
    points(&answer(&school, Effort::Strict))
}

#[test]
fn row_order_and_delimiter_do_not_alter_points() {
    for seed in 0..4 {
        let mixed = rewritten("lille", |text| {
            let mut rows: Vec<&str> = text.lines().collect();
            Chance::new(seed).shuffle(&mut rows[1..]);
            rows.join("\r\n")
        });
        assert_eq!(mixed, Some(35), "seed {seed}");
    }
    let tabs = rewritten("lille", |text| text.replace([';', ','], "\t"));
    assert_eq!(tabs, Some(35));
}
