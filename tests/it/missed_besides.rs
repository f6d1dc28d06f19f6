//! What guests miss of subjects that are not core: listed as information, and free.

use mesterskema::check::check;
use mesterskema::diff::Because;
use mesterskema::domain::{Also, Effort, Room, School};
use serde_json::Value;

use crate::command::{LILLE, printed, run};
use crate::school_builder::{Jotted, school, unchanged};

fn guest(mut school: School, class: &str) -> School {
    school.apprentices[0].also.push(Also { class: class.into(), subject: None });
    school
}

/// Lesson and reason of everything that is missed besides in the timetable as it is, all of it without points.
fn besides(school: &School) -> Vec<(usize, Because)> {
    let difference = check(school, &unchanged(school), Effort::Strict).difference;
    assert_eq!(difference.breakdown.total(), 0);
    difference.missed_besides.iter().map(|one| (one.lesson, one.because)).collect()
}

#[test]
fn a_lesson_that_is_not_core_gives_way_to_one_that_is() {
    let plain = school(2, 2).lesson("8A HIS mon 1").lesson("9A ENG mon 1").lesson("8A IDR mon 2");
    let guest = guest(plain.apprentice("8A", "tue", "", "ENG"), "9A");
    assert_eq!(besides(&guest), [(0, Because::Lesson)]);
}

#[test]
fn of_two_lessons_that_are_not_core_neither_is_listed() {
    let plain = school(2, 1).lesson("8A HIS mon 1").lesson("9A IDR mon 1");
    assert_eq!(besides(&guest(plain.apprentice("8A", "tue", "", "ENG"), "9A")), []);
}

#[test]
fn what_is_missed_for_being_away_and_by_those_who_are_no_guests_is_not_listed() {
    let plain = school(2, 1).lesson("8A HIS tue 1").lesson("9A ENG mon 1").lesson("8A IDR mon 1");
    let plain = plain.apprentice("8A", "tue", "", "ENG");
    assert_eq!(besides(&plain), []);
    assert_eq!(besides(&guest(plain, "9A")), [(2, Because::Lesson)]);
}

#[test]
fn a_common_week_is_needed() {
    let plain = school(2, 1).two_weeks().lesson("8A HIS mon 1 w=A").lesson("9A ENG mon 1 w=B");
    assert_eq!(besides(&guest(plain.apprentice("8A", "tue", "", "ENG"), "9A")), []);
}

#[test]
fn the_way_to_a_core_lesson_is_a_reason_too() {
    let mut plain = school(2, 2).lesson("8A HIS mon 1 r=R1").lesson("9A ENG mon 2 r=R2");
    for (room, site) in [("R1", "north"), ("R2", "south")] {
        plain.rooms.insert(room.into(), Room { site: Some(site.into()), ..Room::default() });
    }
    plain.travel.minutes.insert(("north".into(), "south".into()), 10);
    plain.travel.minutes.insert(("south".into(), "north".into()), 10);
    let guest = guest(plain.apprentice("8A", "tue", "", "ENG"), "9A");
    assert_eq!(besides(&guest), [(0, Because::Way)]);
}

#[test]
fn check_and_its_json_list_them() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("timetable.csv", "class;subject;day;period\n8A;MUS;mon;1\n8A;DAN;mon;2\nVO;ENG;mon;1\n"),
        ("apprentices.csv", "pupil;class;away;also\n8A-01;8A;tue 1;VO\n"),
    ];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let shown = |options: &[&str]| {
        let path = folder.path().to_str().unwrap();
        let output = run(&[&["check", path, "--language", "en"], options].concat());
        printed(&output).to_owned()
    };
    assert!(shown(&[]).contains(
        "Guests miss besides, without points\n  8A  MUS  mon 1  has another lesson  1  8A-01\n"
    ));
    let json: Value = serde_json::from_str(&shown(&["--json"])).unwrap();
    let expected = serde_json::json!([
        { "pupil": "8A-01", "subject": "MUS", "day": "mon", "period": 1, "because": "lesson" }
    ]);
    assert_eq!(json["missed_besides"], expected);
    assert!(!printed(&run(&["check", LILLE, "--json"])).contains("missed_besides"));
}
