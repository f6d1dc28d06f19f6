//! The archive's format.

use std::fs;

use mesterskema::domain::{Day, Period, Slot};
use mesterskema::exchange::{Choices, Format, Import, import};

use super::{decide, fixture, imported, loaded, original, read, said, solved};
use crate::input_schools::shared;

fn archive() -> String {
    fs::read_to_string(fixture("xhstt/lille.xml")).unwrap()
}

fn of(text: &str) -> Import {
    read(Format::Xhstt, &[original("lille.xml", text.as_bytes())])
}

#[test]
fn every_part_of_an_event_becomes_a_row_in_its_slot() {
    let import = of(&archive());
    let school = import.school.unwrap();
    assert_eq!((import.ledger.used, import.ledger.rejected.len()), (11, 0));
    let first = &school.lessons[0];
    assert_eq!(first.start, Slot::new(Day::Mon, Period(1)));
    assert_eq!(first.length(), 2);
    assert_eq!(first.pieces[0].subject.as_str(), "MAT-A");
    assert_eq!(first.pieces[0].classes, ["8A".into()]);
}

#[test]
fn linked_events_at_one_time_are_one_lesson_and_an_event_without_a_class_is_locked() {
    let (_made, school, told) = imported("xhstt", &[&fixture("xhstt/lille.xml")], &[]);
    assert_eq!(told["school"]["bands"], 1);
    assert_eq!(told["school"]["locked"], 2);
    assert_eq!(told["school"]["classes"], 2);
    assert_eq!(told["rows"]["read"], 11);
    assert_eq!(told["periods_a_week"].as_object().unwrap().len(), 2);
    assert!(school.join("original/lille.xml").exists());
}

#[test]
fn requirements_that_a_school_can_say_are_taken_over_and_the_others_reported() {
    let import = of(&archive());
    let school = import.school.as_ref().unwrap();
    let unavailable = &school.teachers[&"T2".into()].unavailable;
    assert_eq!(unavailable.len(), 2);
    assert!(school.teachers[&"T3".into()].unavailable.is_empty());
    assert_eq!(school.teachers[&"T1".into()].max_per_day, Some(4));
    assert_eq!(school.subjects[&"HIS".into()].max_per_day, 1);
    let codes: Vec<&str> = said(&import).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["solution-chosen", "classes-invented", "rule-unmapped", "rule-unmapped"]);
}

#[test]
fn the_best_reported_solution_is_taken_unless_another_is_asked_for() {
    let choices = Choices { solution: Some("first".to_owned()), ..Choices::default() };
    let originals = [original("lille.xml", archive().as_bytes())];
    let import = import(Format::Xhstt, &originals, &choices);
    assert_eq!((import.ledger.used, import.ledger.rejected.len()), (10, 1));
    assert_eq!(import.ledger.rejected[0].fault.code(), "row-unplaced");
    let choices = Choices { solution: Some("third".to_owned()), ..Choices::default() };
    let import = mesterskema::exchange::import(Format::Xhstt, &originals, &choices);
    assert_eq!(said(&import)[0].0, "solution-unknown");
}

#[test]
fn what_breaks_off_refers_to_nothing_or_is_there_twice_is_an_error_with_its_line() {
    let text = archive();
    let cut = &text[..text.len() / 2];
    assert_eq!(said(&of(cut)).last().unwrap().0, "xml-broken");
    let unknown = text.replace(
        "<Resource Reference=\"T3\"/></Resources></Event>",
        "<Resource Reference=\"T9\"/></Resources></Event>",
    );
    let unknown = unknown.replacen(
        "Resource Reference=\"T1\"/><Resource Reference=\"R1\"",
        "Resource Reference=\"T8\"/><Resource Reference=\"R1\"",
        1,
    );
    let found = of(&unknown);
    assert!(found.school.is_none());
    let line =
        u32::try_from(text.lines().position(|line| line.contains("Event Id=\"E1\"")).unwrap() + 1)
            .unwrap();
    assert!(said(&found).contains(&("reference-unknown", Some(line))), "{:?}", said(&found));
    let twice = text.replace("Event Id=\"E2\"", "Event Id=\"E1\"");
    assert!(said(&of(&twice)).iter().any(|(code, _)| *code == "id-repeated"));
}

#[test]
fn entities_that_a_file_declares_are_never_expanded() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<x>&b;</x>";
    assert_eq!(said(&of(bomb)), [("xml-doctype", Some(1))]);
    assert_eq!(said(&of("<x>\n&b;</x>")), [("xml-entity", Some(2))]);
}

#[test]
fn elements_in_elements_without_end_are_refused() {
    assert_eq!(said(&of(&"<a>".repeat(100_000))), [("xml-too-deep", Some(1))]);
}

#[test]
fn bytes_outside_the_declared_encoding_are_refused_with_their_line() {
    let text = archive().replace("Lille skole", "Lille skole \u{f8}");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let found = read(Format::Xhstt, &[original("lille.xml", &bytes)]);
    assert_eq!(said(&found), [("encoding-wrong", Some(6))]);
    let declared = text.replace("encoding=\"UTF-8\"", "encoding=\"windows-1252\"");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&declared);
    let found = read(Format::Xhstt, &[original("lille.xml", &bytes)]);
    assert_eq!(found.school.unwrap().name.as_deref(), Some("Lille skole \u{f8}"));
}

#[test]
fn an_imported_archive_is_solved_like_any_school() {
    let (_made, school, told) = imported("xhstt", &[&fixture("xhstt/lille.xml")], &[]);
    decide(&school, &told, &["MAT-A", "DAN-A"], "8A", "tue");
    assert!(loaded(&school).school.is_some(), "{:#?}", loaded(&school).diagnostics);
    let (_, solution) = solved(&school);
    assert_eq!(solution["status"], "optimal", "{solution}");
    assert!(solution["points"].as_i64().unwrap() > 0);
}

#[test]
fn an_import_into_a_folder_that_holds_something_changes_nothing() {
    let (_made, school, _) = imported("xhstt", &[&fixture("xhstt/lille.xml")], &[]);
    let before = fs::read(school.join("timetable.csv")).unwrap();
    let file = fixture("xhstt/lille.xml");
    let again = super::run(&[
        "import",
        "--from",
        "xhstt",
        file.to_str().unwrap(),
        "--out",
        school.to_str().unwrap(),
    ]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(fs::read(school.join("timetable.csv")).unwrap(), before);
    assert!(shared("nothing there").is_none());
}
