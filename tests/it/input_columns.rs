//! The columns about where rows may be, and where rooms, classes and places are: what each makes of a school.

use std::collections::BTreeSet;

use mesterskema::diagnostic::Severity;
use mesterskema::domain::{Place, School, Slot};
use mesterskema::input::Loaded;

use crate::input_folder::{APPRENTICES, codes, loaded};

const TIMETABLE: &str = "class;subject;day;period;room\n8A;DAN;mon;1;R1\n8A;MAT;tue;1;\n\
    8A+8B;ENG;mon;2;\n8A;HIS;tue;2;R1+R3\n";

/// A school with one more file, or several.
fn with(files: &[(&str, &str)]) -> Loaded {
    let mut all = vec![("timetable.csv", TIMETABLE), ("apprentices.csv", APPRENTICES)];
    all.retain(|(name, _)| files.iter().all(|(other, _)| name != other));
    all.extend(files);
    let bytes: Vec<_> = all.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    loaded(&bytes)
}

fn school(files: &[(&str, &str)]) -> School {
    let read = with(files);
    assert!(read.school.is_some(), "{:#?}", read.diagnostics);
    read.school.unwrap()
}

/// Slots in words.
fn words(slots: &BTreeSet<Slot>) -> Vec<String> {
    slots.iter().map(ToString::to_string).collect()
}

/// The slots that each row allows; `None`: any.
fn allowed(rows: &str) -> Vec<Option<Vec<String>>> {
    let school = school(&[("timetable.csv", &format!("class;subject;day;period;allowed\n{rows}"))]);
    let pieces = school.lessons.iter().flat_map(|lesson| &lesson.pieces);
    pieces.map(|piece| piece.allowed.as_ref().map(words)).collect()
}

#[test]
fn allowed_slots_are_written_like_a_placement_and_none_is_any() {
    let rows = "8A;DAN;mon;3;tir + mandag 2-3\n8A;MAT;tue;1;\n8A;ENG;;;2\n8B;DAN;mon;1-2;mon 2\n";
    let slots = |written: &[&str]| Some(written.iter().map(ToString::to_string).collect());
    let tuesday = slots(&["tue 1", "tue 2", "tue 3"]);
    let own = slots(&["mon 2", "mon 3", "tue 1", "tue 2", "tue 3"]);
    let of_each_period = slots(&["mon 2"]);
    assert_eq!(allowed(rows), [own, None, tuesday, of_each_period.clone(), of_each_period]);
}

#[test]
fn slots_that_may_be_and_are_not_in_the_grid_are_warned_of() {
    let timetable = "class;subject;day;period;allowed\n8A;DAN;mon;1;mon+tue 3\n8A;MAT;tue;1;wed\n";
    let found = with(&[("timetable.csv", timetable)]);
    assert_eq!(codes(&found.diagnostics), ["time-outside-grid", "time-outside-grid"]);
    let school = found.school.unwrap();
    let allowed = school.lessons.iter().map(|one| one.pieces[0].allowed.as_ref().map(words));
    assert_eq!(allowed.collect::<Vec<_>>(), [Some(vec!["mon 1".to_owned()]), Some(vec![])]);
}

#[test]
fn labels_of_lessons_apart_are_one_however_they_are_folded() {
    let timetable = "class;subject;day;period;apart\n8A;DAN;mon;1;Hard work\n8A;MAT;tue;1;hard  WORK\n8A;ENG;tue;2;\n";
    let school = school(&[("timetable.csv", timetable)]);
    let label = |lesson: usize| {
        let label = school.lessons[lesson].pieces[0].apart.as_ref();
        label.map(ToString::to_string)
    };
    assert_eq!([0, 1, 2].map(label), [Some("Hard work".into()), Some("Hard work".into()), None]);
}

#[test]
fn a_class_may_be_unavailable_locked_and_somewhere() {
    let classes =
        "class;unavailable;locked;site\n8A;mon 2+tue;ja;north\n8B;;no;\n8A;;;North\n9C;;x;\n";
    let read = with(&[("classes.csv", classes), ("travel.csv", "from;to;minutes\n")]);
    assert_eq!(codes(&read.diagnostics), ["name-unknown"], "{:#?}", read.diagnostics);
    let classes = read.school.unwrap().classes;
    let one = &classes[&"8A".into()];
    assert_eq!(words(&one.unavailable), ["mon 2", "tue 1", "tue 2"]);
    assert_eq!((one.locked, one.site.clone()), (true, Some("north".into())));
    let other = &classes[&"8B".into()];
    assert_eq!((other.locked, other.site.clone(), other.unavailable.len()), (false, None, 0));
    assert!(classes[&"9C".into()].locked);
}

#[test]
fn rows_about_a_class_that_differ_are_an_error() {
    for (one, other) in [("mon;;", "tue;;"), (";yes;", ";no;"), (";;north", ";;south")] {
        let classes = format!("class;unavailable;locked;site\n8A;{one}\n8A;{other}\n");
        let found = with(&[("classes.csv", &classes)]).diagnostics;
        assert!(codes(&found).contains(&"lines-disagree"), "{one} {other}: {found:#?}");
    }
}

#[test]
fn a_locked_class_locks_what_has_a_place_and_no_more() {
    let timetable = "class;subject;day;period;locked\n8A;DAN;mon;1;\n8A+8B;ENG;mon;2;\n8B;MAT;tue;1;\n\
        8A;HIS;;;\n8B;GEO;;;yes\n8B;BIO;tue;2;yes\n";
    let school = school(&[("timetable.csv", timetable), ("classes.csv", "class;locked\n8A;yes\n")]);
    let locked = school.lessons.iter().map(|lesson| school.is_locked(lesson));
    assert_eq!(locked.collect::<Vec<_>>(), [true, true, false, false, false, true]);
}

#[test]
fn a_row_is_where_its_rooms_are_else_where_all_its_classes_are() {
    let rooms = "room;site\nR1;north\nR3;\n";
    let sites = |classes: &str| -> Vec<Option<String>> {
        let classes = format!("class;site\n{classes}");
        let files = [
            ("rooms.csv", rooms),
            ("classes.csv", &classes),
            ("travel.csv", "from;to;minutes\nnorth;south;5\n"),
        ];
        let school = school(&files);
        let pieces = school.lessons.iter().map(|lesson| &lesson.pieces[0]);
        pieces.map(|piece| school.site_of(piece).map(ToString::to_string)).collect()
    };
    let north = || Some("north".to_owned());
    let south = || Some("south".to_owned());
    assert_eq!(sites("8A;south\n8B;South\n"), [north(), south(), south(), north()]);
    assert_eq!(sites("8A;south\n8B;north\n"), [north(), south(), None, north()]);
    assert_eq!(sites("8A;south\n8B;\n"), [north(), south(), None, north()]);
    assert_eq!(sites(""), [north(), None, None, north()]);
}

/// What is read of the places; the codes of what is wrong where it is an error.
fn places(rows: &str) -> Result<Vec<(String, Place)>, Vec<&'static str>> {
    let text = format!("place;day;pupils;trade;site;one_day\n{rows}");
    let pupils = "pupil;class;away\na;8A;mon@Mill\n";
    let found = with(&[
        ("places.csv", &text),
        ("apprentices.csv", pupils),
        ("travel.csv", "from;to;minutes\nnorth;south;5\n"),
    ]);
    let read = found.school.map(|school| school.places);
    read.map(|places| places.into_iter().map(|(name, place)| (name.to_string(), place)).collect())
        .ok_or_else(|| {
            let errors =
                found.diagnostics.into_iter().filter(|one| one.severity == Severity::Error);
            codes(&errors.collect::<Vec<_>>())
        })
}

#[test]
fn the_rows_of_a_place_complete_one_another() {
    let read = places("Mill;mon;2;;north;\nmill;;5;Wood;;\nMILL;tue;;wood;North;yes\n").unwrap();
    let [(name, mill)] = &read[..] else { panic!("{read:?}") };
    assert_eq!(name, "Mill");
    let pupils: Vec<_> = mill.pupils.iter().map(|(day, pupils)| (day.code(), *pupils)).collect();
    assert_eq!((pupils, mill.total), (vec![("mon", 2)], Some(5)));
    let days: Vec<_> = mill.days.iter().map(|day| day.code()).collect();
    assert_eq!((days, mill.one_day), (vec!["mon", "tue"], true));
    assert_eq!((&mill.trade, &mill.site), (&Some("Wood".into()), &Some("north".into())));
}

#[test]
fn rows_of_a_place_that_differ_are_an_error() {
    for (one, other) in [
        ("mon;1;wood;;", "tue;1;iron;;"),
        (";1;wood;;", "tue;1;iron;;"),
        ("mon;1;;north;", "tue;1;;south;"),
        ("mon;1;;;yes", "tue;1;;;no"),
        (";3;;;", ";4;;;"),
    ] {
        let found = places(&format!("Mill;{one}\nMill;{other}\n"));
        assert_eq!(found, Err(vec!["lines-disagree"]), "{one} {other}");
    }
}

#[test]
fn two_rows_of_a_place_for_one_day_are_an_error_even_if_they_agree() {
    assert_eq!(places("Mill;mon;1;;;\nMill;man;1;;;\n"), Err(vec!["lines-disagree"]));
    assert_eq!(places("Mill;mon;;;;\nMill;mon;;;;\n"), Err(vec!["lines-disagree"]));
    assert!(places("Mill;mon;1;;;\nMill;tue;1;;;\nYard;mon;1;;;\n").is_ok());
}

/// The codes of errors of a school with a way between two sites and these periods.
fn errors_with(periods: &str, travel: &str) -> Vec<&'static str> {
    let rooms = "room;site\nR1;north\nR3;north\n";
    let mut files = vec![("rooms.csv", rooms), ("periods.csv", periods)];
    if !travel.is_empty() {
        files.extend([("travel.csv", travel), ("classes.csv", "class;site\n8B;south\n")]);
    }
    let found = with(&files).diagnostics;
    let errors: Vec<_> = found.into_iter().filter(|one| one.severity == Severity::Error).collect();
    codes(&errors)
}

#[test]
fn times_that_make_no_sense_are_an_error_where_ways_are_counted_in_minutes() {
    let way = "from;to;minutes\nnorth;south;5\n";
    for (periods, code) in [
        ("period;start;end\n1;8;08:45\n2;09:00;09:45\n", "time-unreadable"),
        ("period;start;end\n1;08:45;08:00\n2;09:00;09:45\n", "times-reversed"),
        ("period;start;end\n1;08:00;09:10\n2;09:00;09:45\n", "times-reversed"),
        ("period;start;end\n2;09:00;09:45\n1;08:00;09:10\n", "times-reversed"),
        (
            "period;start;end;day\n1;08:00;08:45;\n2;09:00;09:45;\n1;08:00;09:10;tue\n",
            "times-reversed",
        ),
    ] {
        assert_eq!(errors_with(periods, way), [code], "{periods}");
        assert_eq!(errors_with(periods, ""), [""; 0], "{periods}");
    }
    assert_eq!(errors_with("period;start;end\n1;08:00;09:00\n2;09:00;09:45\n", way), [""; 0]);
}

#[test]
fn only_ways_from_or_to_a_row_are_needed() {
    let rooms = "room;site\nR1;north\nR3;north\n";
    let places = "place;site\nMill;far\nYard;farther\n";
    let pupils = "pupil;class;away\na;8A;mon@Mill\n";
    let files = |travel| {
        [
            ("rooms.csv", rooms),
            ("places.csv", places),
            ("apprentices.csv", pupils),
            ("travel.csv", travel),
        ]
    };
    let both = "from;to;minutes\nnorth;far;5\nfarther;north;5\n";
    assert!(with(&files(both)).school.is_some());
    let found = with(&files("from;to;minutes\nfar;farther;5\nnorth;far;5\n"));
    assert_eq!(codes(&found.diagnostics), ["travel-missing"]);
}

#[test]
fn a_row_for_a_day_takes_the_place_of_the_times_of_that_period_too() {
    let periods =
        "period;start;end;day\n1;08:00;08:45;\n2;09:00;09:45;\n2;;;tue\n1;07:00;07:45;mon\n";
    let school = school(&[("periods.csv", periods)]);
    let bells = school.travel.bells.iter();
    let bells: Vec<_> = bells.map(|(slot, hours)| format!("{slot}: {}", hours.start)).collect();
    assert_eq!(bells, ["mon 1: 07:00", "mon 2: 09:00", "tue 1: 08:00"]);
}
