//! The report of an answer.

use std::path::Path;

use insta::assert_snapshot;
use mesterskema::domain::{Alternative, Effort, Language, School, Subject};
use mesterskema::input::{Need, Sheet, load};
use mesterskema::pipeline::{Answer, Status};
use mesterskema::report::Report;
use mesterskema::report::html::solution;

use super::{all, outline, read_well, text, texts};
use crate::optimum::answer;
use crate::random_school;

fn shipped(name: &str) -> (School, Sheet) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    let loaded = load(&folder, Need::Apprentices);
    (loaded.school.unwrap(), loaded.sheet.unwrap())
}

fn page(school: &School, sheet: &Sheet, answer: &Answer, language: Language) -> String {
    solution(Report { school, sheet, answer, printed: None }, language)
}

#[test]
fn what_changes_and_why_comes_first_then_what_to_do() {
    let (school, sheet) = shipped("schools/lille");
    let answer = answer(&school, Effort::Strict);
    let told = Language::ALL.map(|language| {
        let page = read_well(&page(&school, &sheet, &answer, language), language);
        format!("[{}]\n{}", language.code(), outline(&page))
    });
    assert_snapshot!(told.join("\n"));
}

#[test]
fn the_same_answer_is_the_same_page_and_no_two_languages_say_the_same() {
    let (school, sheet) = shipped("schools/lille");
    let answer = answer(&school, Effort::Strict);
    let pages = Language::ALL.map(|language| page(&school, &sheet, &answer, language));
    assert_eq!(pages, Language::ALL.map(|language| page(&school, &sheet, &answer, language)));
    let headings = pages.each_ref().map(|page| texts(&super::read(page), "h1, h2, p"));
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        assert!(
            headings[one].iter().zip(&headings[other]).skip(1).all(|(one, other)| one != other)
        );
    }
}

#[test]
fn every_week_of_a_school_is_there_and_those_that_change_are_not_folded() {
    for (name, touched) in [("schools/lille", 1), ("schools/yrkes", 1)] {
        let (school, sheet) = shipped(name);
        let answer = answer(&school, Effort::Strict);
        let page = read_well(&page(&school, &sheet, &answer, school.language), school.language);
        let all_weeks = school.classes.len() + school.teachers.len() + school.rooms.len();
        assert_eq!(all(&page, "table.week").len(), all_weeks + school.apprentices.len());
        assert!(all(&page, "section > .scroll table.week").len() > touched);
        assert!(all(&page, "details .arrives, details .leaves, details .other-room").is_empty());
    }
}

#[test]
fn every_number_in_a_week_is_the_number_of_a_task() {
    let (school, sheet) = shipped("schools/yrkes");
    let answer = answer(&school, Effort::Strict);
    let page = read_well(&page(&school, &sheet, &answer, Language::English), Language::English);
    let tasks = texts(&page, "section:has(#checklist) tbody th");
    let digits = |sign: String| sign.chars().filter(char::is_ascii_digit).collect::<String>();
    let signs: Vec<String> = texts(&page, ".week .sign").into_iter().map(digits).collect();
    assert!(signs.len() > tasks.len() && signs.iter().all(|sign| tasks.contains(sign)));
}

#[test]
fn a_school_without_a_timetable_is_told_why() {
    let (school, sheet) = shipped("infeasible/part-time");
    let answer = answer(&school, Effort::Strict);
    let told = Language::ALL
        .map(|language| outline(&read_well(&page(&school, &sheet, &answer, language), language)));
    assert_snapshot!(told.join("\n"));
    let undecided = Answer { status: Status::Undecided, reasons: Vec::new(), ..answer };
    let page = read_well(&page(&school, &sheet, &undecided, Language::English), Language::English);
    assert_eq!(texts(&page, "main"), [""]);
}

#[test]
fn the_report_of_any_school_reads_well() {
    let (_, sheet) = shipped("schools/lille");
    let mut changed = 0;
    for (seed, language) in (0..90).zip(Language::ALL.into_iter().cycle()) {
        let school = random_school::school(seed);
        let answer = answer(&school, Effort::Best);
        let page = read_well(&page(&school, &sheet, &answer, language), language);
        let tasks = texts(&page, "section:has(#checklist) tbody th");
        let signs = texts(&page, ".week .sign");
        assert!(tasks.iter().all(|task| signs.iter().any(|sign| sign.contains(task.as_str()))));
        changed += tasks.len();
    }
    assert!(changed > 40, "only {changed}");
}

#[test]
fn what_is_missed_all_the_same_is_named() {
    let (school, sheet) = shipped("infeasible/part-time");
    let answer = answer(&school, Effort::Best);
    let page = read_well(&page(&school, &sheet, &answer, Language::English), Language::English);
    let missed = &answer.offered.unwrap().1.difference.missed;
    let told = texts(&page, "section:has(#summary) h3 + ul:not(.school-days) li");
    assert_eq!(told.len(), missed.len());
    assert!(!told.is_empty() && told.iter().all(|line| line.ends_with(", required")));
}

/// Names that would be markup if they were not escaped.
const NASTY: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "O'Hara & <b>",
    "</style>",
    "]]>--",
];

#[test]
fn nothing_that_a_file_says_becomes_markup() {
    let (mut school, sheet) = shipped("schools/lille");
    rename(&mut school);
    let answer = answer(&school, Effort::Strict);
    for language in Language::ALL {
        let page = read_well(&page(&school, &sheet, &answer, language), language);
        assert!(all(&page, "td b b, td script").is_empty());
        let told = text(all(&page, "body")[0]);
        for name in NASTY {
            assert!(told.contains(name), "{name}");
        }
    }
}

/// Gives the first class, subject, teacher, room and place a nasty name each.
fn rename(school: &mut School) {
    let [class, subject, teacher, room, place] = NASTY;
    school.name = Some(class.to_owned());
    let first = school.lessons[0].pieces[0].clone();
    for piece in school.lessons.iter_mut().flat_map(|lesson| &mut lesson.pieces) {
        if piece.subject == first.subject {
            piece.subject = subject.into();
        }
        piece
            .classes
            .iter_mut()
            .filter(|one| **one == first.classes[0])
            .for_each(|one| *one = class.into());
        piece
            .teachers
            .iter_mut()
            .filter(|one| **one == first.teachers[0])
            .for_each(|one| *one = teacher.into());
        piece
            .rooms
            .iter_mut()
            .filter(|one| **one == first.rooms[0])
            .for_each(|one| *one = room.into());
    }
    let known = school.classes.remove(&first.classes[0]).unwrap();
    school.classes.insert(class.into(), known);
    let known = school.teachers.remove(&first.teachers[0]).unwrap();
    school.teachers.insert(teacher.into(), known);
    let known = school.rooms.remove(&first.rooms[0]).unwrap();
    school.rooms.insert(room.into(), known);
    school.subjects.insert(subject.into(), Subject::default());
    for apprentice in &mut school.apprentices {
        apprentice.class = class.into();
        apprentice.place = Some(place.into());
        apprentice.alternatives.iter_mut().for_each(|away: &mut Alternative| {
            away.written = format!("{}<i>", away.written);
            away.place = Some(place.into());
        });
    }
}
