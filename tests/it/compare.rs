//! Which day is best: what is asked, that the answers are right, and how they are told.

use std::collections::BTreeSet;
use std::path::Path;

use insta::assert_snapshot;
use itertools::Itertools;
use mesterskema::domain::{Alternative, ClassName, Effort, Language, School, Stop};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Status};
use mesterskema::report::comparison::{Compared, Detail, json, text};
use mesterskema::scenario::{
    Asking, Cast, Comparison, Days, Others, Part, Question, compare, days_of, ways,
};
use serde_json::Value;

use crate::brute_force::optimum;
use crate::command::{LILLE, printed, run};
use crate::input_schools::shared;
use crate::optimum::answer;
use crate::passed_over::pass_over;
use crate::random_school;
use crate::school_builder::{Jotted, school};
use crate::stops::at_once;

fn asked(school: &School, question: &Question, threads: usize) -> Comparison {
    let asking = Asking { effort: Effort::Strict, threads, stop: &Stop::never() };
    compare(school, question, asking, &mut |_| ()).unwrap()
}

fn classes(others: Others, parts: &[Part]) -> Question {
    Question::Classes { others, parts: parts.iter().copied().collect() }
}

fn everything() -> Question {
    classes(Others::Absent, &[Part::Rows, Part::Joint, Part::Common])
}

fn points(answer: &Answer) -> Option<i64> {
    answer.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
}

/// Two classes that share the teacher of maths; one of three pupils of 8A has two days.
fn two_classes() -> School {
    school(3, 3)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8A HIS tue 1 t=T2")
        .lesson("8A DAN wed 1 t=T3")
        .lesson("8B MAT mon 2 t=T1")
        .lesson("8B DAN tue 2 t=T3")
        .lesson("8B ENG tue 1 t=T4")
        .apprentice("8A", "mon", "MAT+DAN", "ENG")
        .apprentice("8A", "mon|tue", "MAT+DAN", "ENG")
        .apprentice("8B", "tue", "MAT+DAN", "ENG")
}

#[test]
fn every_combination_of_as_many_days_as_the_placement_takes_is_a_way() {
    let school = school(3, 2).apprentice("8A", "mon+tue|wed 1-2", "", "");
    assert_eq!(days_of(&school.apprentices), Days(2));
    let written = ways(&school.grid, Days(2)).into_iter().map(|way| way.written).collect_vec();
    assert_eq!(written, ["mon+tue", "mon+wed", "tue+wed"]);
}

#[test]
fn a_row_is_the_optimum_of_a_school_in_which_only_that_class_has_apprentices() {
    let mut compared = 0;
    for seed in 0..15 {
        let school = random_school::school(seed);
        let comparison = asked(&school, &classes(Others::Absent, &[Part::Rows]), 2);
        for row in comparison.rows.unwrap() {
            for cell in row.cells {
                let mut alone = school.clone();
                alone.apprentices.retain(|pupil| pupil.class == row.class);
                for pupil in &mut alone.apprentices {
                    let place = pupil.place.clone();
                    pupil.alternatives = vec![Alternative { place, ..cell.away.clone() }];
                    pupil.together = None;
                }
                let Ok(expected) = optimum(&alone, Effort::Strict) else { continue };
                assert_eq!(points(&cell.answer), expected, "seed {seed}: {}", row.class);
                compared += 1;
            }
        }
    }
    assert!(compared > 25, "{compared} cells");
}

#[test]
fn a_joint_choice_is_the_cheapest_combination_of_the_classes_days() {
    let (mut compared, mut classes_together) = (0, 0);
    for seed in 0..25 {
        let school = random_school::school(seed);
        let question = classes(Others::Absent, &[Part::Joint]);
        let joint = asked(&school, &question, 1).joint.unwrap();
        let Ok(cheapest) = cheapest_combination(&school) else { continue };
        assert_eq!(points(&joint.answer), cheapest, "seed {seed}");
        compared += 1;
        classes_together += u32::from(school.apprentice_classes().len() > 1);
    }
    assert!(compared > 8 && classes_together > 3, "{compared}, {classes_together}");
}

/// The fewest points of any combination of one way for each class, by trying everything.
fn cheapest_combination(school: &School) -> Result<Option<i64>, crate::brute_force::TooLarge> {
    let names: Vec<ClassName> = school.apprentice_classes().into_iter().cloned().collect();
    let ways_of = |class: &ClassName| {
        let own = school.apprentices.iter().filter(|pupil| pupil.class == *class);
        ways(&school.grid, days_of(own))
    };
    let combinations = names.iter().map(ways_of).multi_cartesian_product();
    let mut cheapest: Option<i64> = None;
    for combination in combinations {
        let mut cast = Cast::of(school);
        for (class, away) in names.iter().zip(&combination) {
            cast = cast.sent(|pupil| pupil.class == *class, away);
        }
        let variant = School { apprentices: cast.0, ..school.clone() };
        let points = optimum(&variant, Effort::Strict)?;
        cheapest = cheapest.into_iter().chain(points).min();
    }
    Ok(cheapest)
}

#[test]
fn a_joint_choice_costs_no_more_than_a_common_day() {
    for seed in 40..80 {
        let school = random_school::school(seed);
        let mut single = school.clone();
        for pupil in &mut single.apprentices {
            pupil.alternatives.truncate(1);
            pupil.alternatives[0].spans.truncate(1);
        }
        let comparison = asked(&single, &everything(), 2);
        let joint = comparison.joint.and_then(|joint| points(&joint.answer));
        for cell in comparison.common.unwrap() {
            if let Some(common) = points(&cell.answer) {
                assert!(joint.is_some_and(|joint| joint <= common), "seed {seed}");
            }
        }
    }
}

#[test]
fn a_class_beside_others_is_asked_about_with_them_as_in_the_file() {
    let school = two_classes();
    let comparison = asked(&school, &classes(Others::AsInFile, &[Part::Rows]), 1);
    let rows = comparison.rows.unwrap();
    let as_in_file = rows[1].cells.iter().find(|cell| cell.away.written == "tue").unwrap();
    assert_eq!(points(&as_in_file.answer), points(&answer(&school, Effort::Strict)));
    assert!(as_in_file.in_use && !rows[1].cells[0].in_use);
}

#[test]
fn one_pupil_is_asked_about_while_all_others_stay() {
    let school = two_classes();
    let pupil = school.apprentices[1].pupil.clone();
    let comparison = asked(&school, &Question::Pupil(pupil), 1);
    let rows = comparison.rows.unwrap();
    let [row] = &rows[..] else { panic!("{} rows", rows.len()) };
    let used: Vec<&str> = row
        .cells
        .iter()
        .filter(|cell| cell.in_use)
        .map(|cell| cell.away.written.as_str())
        .collect();
    assert_eq!(used, ["mon"]);
    assert_eq!(points(row.without.as_ref().unwrap()), points(&row.cells[0].answer));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let school = two_classes();
    let told = [1, 2, 5].map(|threads| {
        let comparison = asked(&school, &everything(), threads);
        let compared = Compared { school: &school, comparison: &comparison };
        json(compared, Language::English) + &text(compared, Detail::EachDay, Language::English)
    });
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
}

#[test]
fn a_comparison_that_is_stopped_says_what_is_known() {
    let school = two_classes();
    let asking = Asking { effort: Effort::Strict, threads: 2, stop: &at_once() };
    let comparison = compare(&school, &everything(), asking, &mut |_| ()).unwrap();
    assert!(!comparison.is_answered());
    let compared = Compared { school: &school, comparison: &comparison };
    let answer: Value = serde_json::from_str(&json(compared, Language::English)).unwrap();
    assert_eq!(answer["joint"]["status"], "undecided");
    assert!(answer["joint"]["bound"].is_i64());
    assert!(text(compared, Detail::EachDay, Language::English).contains("stopped before"));
}

#[test]
fn every_language_says_all_of_it_in_its_own_words() {
    let school = two_classes();
    let comparison = asked(&school, &everything(), 1);
    let compared = Compared { school: &school, comparison: &comparison };
    let told = Language::ALL.map(|language| text(compared, Detail::EachDay, language));
    let words = |text: &str| -> BTreeSet<String> {
        let lines = text.lines().filter(|line| line.contains(' ') && !line.contains('\x1b'));
        lines.filter(|line| line.split(' ').any(|word| word.len() > 5)).map(Into::into).collect()
    };
    for [one, other] in told.iter().array_combinations() {
        assert_eq!(words(one).intersection(&words(other)).count(), 0, "{one}\n{other}");
    }
}

#[test]
fn the_answer_of_a_school_comes_first_and_the_map_after_it() {
    let output = run(&["compare", LILLE, "--details", "--language", "da"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(without_ties(printed(&output)));
}

/// Hides what equally cheap answers may differ in: which day is chosen, and everything in the last table but points.
fn without_ties(text: &str) -> String {
    let (map, effects) = text.split_once("\nHvad hver dag gør: 8.A\n").unwrap();
    let map = map.replace("(8.A ons)", "(8.A …)").replace("(8.A tor)", "(8.A …)");
    let (headings, rows) = effects.split_once('\n').unwrap();
    let points = |row: &str| row.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let rows: Vec<String> = rows.lines().map(points).collect();
    format!("{map}\nHvad hver dag gør: 8.A\n{headings}\n{}\n", rows.join("\n"))
}

#[test]
fn one_part_alone_has_only_its_own_key() {
    for (part, key) in [("rows", "rows"), ("joint", "joint"), ("common", "common")] {
        let output = run(&["compare", LILLE, "--json", "--only", part]);
        let answer: Value = serde_json::from_str(printed(&output)).unwrap();
        let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
        assert_eq!(keys, [key, "rooms"]);
    }
}

#[test]
fn a_cell_in_json_has_the_keys_of_the_format_in_their_order() {
    let output = run(&["compare", LILLE, "--json"]);
    let answer: Value = serde_json::from_str(printed(&output)).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().join(" ");
    let done = "changed_lessons classes_touched teachers_touched desired_missed";
    assert_eq!(keys(&answer["rows"][0]), format!("class away status points bound {done}"));
    assert_eq!(keys(&answer["common"][0]), format!("away status points bound {done}"));
    assert_eq!(keys(&answer["joint"]), "status points bound away");
    assert_eq!(keys(&answer["joint"]["away"][0]), "class away");
}

#[test]
fn a_pupil_whom_the_school_does_not_have_ends_with_2() {
    let output = run(&["compare", LILLE, "--pupil", "nobody"]);
    assert_eq!((output.status.code(), printed(&output)), (Some(2), ""));
    let output = run(&["compare", LILLE, "--pupil", "8A-11", "--language", "en"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).contains("costs nothing more"), "{}", printed(&output));
}

#[test]
fn impossible_days_are_marked_with_their_reasons_number() {
    let output = run(&["compare", "fixtures/infeasible/locked-core", "--language", "en"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).contains("✗ 1)"), "{}", printed(&output));
    assert!(printed(&output).contains("\n  1)  "), "{}", printed(&output));
}

#[test]
fn a_shared_course_day_has_its_known_price() {
    let Some(folder) = shared("reference/g18mon") else {
        pass_over("reference/g18mon");
        return;
    };
    let school = load(Path::new(&folder), Need::Apprentices).school.unwrap();
    let common = asked(&school, &classes(Others::Absent, &[Part::Common]), 2).common.unwrap();
    let price = |day| {
        let cell = common.iter().find(|cell| cell.away.written == day).unwrap();
        (cell.answer.status, points(&cell.answer).unwrap())
    };
    assert_eq!(price("mon"), (Status::Optimal, 249));
    assert_eq!(price("fri"), (Status::Optimal, 89));
    assert!(common.iter().all(|cell| cell.answer.status != Status::Undecided));
}
