//! The archive's format.

use std::fs;
use std::path::{Path, PathBuf};

use mesterskema::domain::{Day, Period, Slot};
use mesterskema::import::{Choices, Format, Import, import};

use super::{decide, exported, fixture, imported, loaded, original, read, rows, said, solved};
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
    assert_eq!(first.start, Some(Slot::new(Day::Mon, Period(1))));
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
    let import = mesterskema::import::import(Format::Xhstt, &originals, &choices);
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

/// A file imported with what is needed to solve it, and its answer.
fn answered(file: &Path) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let (made, school, told) = imported("xhstt", &[file], &[]);
    decide(&school, &told, &["MAT-A", "DAN-A"], "8A", "tue");
    let (answer, solution) = solved(&school);
    assert!(solution["changed_lessons"].as_i64().unwrap() > 0);
    (made, school, answer)
}

/// The archive with line ends, quotation marks and blanks as other programs write them.
fn archive_of_others() -> String {
    let spaced = archive().replace("<Time Reference=", "<Time  Reference = ");
    let mut text = String::new();
    for (place, part) in spaced.split("Reference = \"").enumerate() {
        text += &if place == 0 {
            part.to_owned()
        } else {
            "Reference = '".to_owned() + &part.replacen('"', "'", 1)
        };
    }
    text.replace('\n', "\r\n")
}

#[test]
fn a_proposal_goes_back_as_a_solution_beside_the_others_and_is_the_same_school_again() {
    for text in [archive(), archive_of_others()] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lille.xml");
        fs::write(&file, &text).unwrap();
        let (made, school, answer) = answered(&file);
        let out = made.path().join("back.xml");
        let run = exported("xhstt", &answer, &school, &out);
        assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        let written = fs::read_to_string(&out).unwrap();
        let start = written.find("<SolutionGroup Id=\"mesterskema\">").unwrap();
        let end = start + written[start..].find("</SolutionGroup>").unwrap() + 16;
        let (group, before) = (&written[start..end], written[..start].trim_end());
        assert_eq!(before.to_owned() + &written[end..], text, "all else is as it was");
        assert!(!group.contains("<Report>"), "what others reported is not true of it");
        let (_again, again, told) = imported("xhstt", &[&out], &[]);
        decide(&again, &told, &["MAT-A", "DAN-A"], "8A", "tue");
        fs::copy(answer.join("timetable.csv"), school.join("timetable.csv")).unwrap();
        let mut expected = rows(&loaded(&school).school.unwrap());
        let mut found = rows(&loaded(&again).school.unwrap());
        expected.sort();
        found.sort();
        assert_eq!(found, expected);
    }
}

#[test]
fn an_unchanged_timetable_goes_back_byte_by_byte() {
    let (made, school, told) = imported("xhstt", &[&fixture("xhstt/lille.xml")], &[]);
    decide(&school, &told, &[], "8A", "tue");
    let out = made.path().join("back.xml");
    let run = exported("xhstt", &school, &school, &out);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(fs::read_to_string(out).unwrap(), archive());
}

#[test]
fn a_solution_that_was_written_is_the_one_that_is_read_and_the_next_stands_beside_it() {
    let (made, school, answer) = answered(&fixture("xhstt/lille.xml"));
    let first = made.path().join("first.xml");
    exported("xhstt", &answer, &school, &first);
    let of_first = read(Format::Xhstt, &[original("first.xml", &fs::read(&first).unwrap())]);
    let chosen = of_first.ledger.notes.iter().find(|note| note.fault.code() == "solution-chosen");
    let message = chosen.unwrap().wording(mesterskema::domain::Language::English).message;
    assert!(message.contains("\"mesterskema\""), "{message}");
    let choices = Choices { solution: Some("best".to_owned()), ..Choices::default() };
    let best = import(Format::Xhstt, &[original("x.xml", &fs::read(&first).unwrap())], &choices);
    assert_eq!(best.school, of(&archive()).school);
    let (made, school, told) = imported("xhstt", &[&first], &["--solution", "best"]);
    decide(&school, &told, &["MAT-A", "DAN-A"], "8A", "tue");
    let (answer, _) = solved(&school);
    let second = made.path().join("second.xml");
    exported("xhstt", &answer, &school, &second);
    let text = fs::read_to_string(second).unwrap();
    assert!(text.contains("Id=\"mesterskema\"") && text.contains("Id=\"mesterskema-2\""));
}

#[test]
fn what_the_instance_itself_fixes_does_not_go_back_otherwise() {
    let (made, school, told) = imported("xhstt", &[&fixture("xhstt/lille.xml")], &[]);
    decide(&school, &told, &[], "8A", "tue");
    let answer = made.path().join("answer");
    fs::create_dir(&answer).unwrap();
    let lines = fs::read_to_string(school.join("timetable.csv")).unwrap().replace(";yes", ";");
    fs::write(school.join("timetable.csv"), &lines).unwrap();
    fs::write(answer.join("timetable.csv"), lines.replace(";wed;4;", ";tue;4;")).unwrap();
    let out = made.path().join("back.xml");
    let run = exported("xhstt", &answer, &school, &out);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("the file itself sets") || said.contains("filen selv"), "{said}");
    assert!(!out.exists());
}

#[test]
fn one_of_several_instances_is_asked_for_by_its_name_behind_the_groups() {
    let text = archive();
    let start = text.find("    <Instance Id=").unwrap();
    let end = text.find("  </Instances>").unwrap();
    let other = text[start..end].replace("Id=\"Lille\"", "Id=\"Store\"");
    let two = format!("{}{other}{}", &text[..end], &text[end..]);
    let solution = "<Solution Reference=\"Store\"><Events/></Solution></SolutionGroup>";
    let two = two.replacen("</SolutionGroup>", solution, 1);
    let choices = |id: &str| Choices { solution: Some(id.to_owned()), ..Choices::default() };
    let of = |id: &str| import(Format::Xhstt, &[original("x.xml", two.as_bytes())], &choices(id));
    assert_eq!(of("first/Store").ledger.used, 1, "only what the instance fixes has a time");
    assert_eq!(of("first/Lille").ledger.used, 10);
    assert_eq!(said(&of("first/Mellem"))[0].0, "solution-unknown");
}

#[test]
fn a_fault_far_into_a_long_line_is_told_with_its_column() {
    let made = tempfile::tempdir().unwrap();
    let file = made.path().join("long.xml");
    let text = format!("<x>{}&b;</x>", "<a/>".repeat(1000));
    fs::write(&file, &text).unwrap();
    let out = made.path().join("school");
    let [named, out] = [&file, &out].map(|path| path.to_str().unwrap());
    let run = super::run(&["import", "--from", "xhstt", named, "--out", out, "--verbose"]);
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains("long.xml:1:4004\n"), "{said}");
    assert!(said.contains('^'), "{said}");
}

#[test]
fn a_file_larger_than_any_schools_is_refused_unread() {
    let made = tempfile::tempdir().unwrap();
    for (format, name) in [("xhstt", "x.xml"), ("untis", "GPU001.TXT"), ("asc", "x.xml")] {
        let file = made.path().join(name);
        fs::File::create(&file).unwrap().set_len(100 << 20).unwrap();
        let out = made.path().join("school");
        let [named, out] = [&file, &out].map(|path| path.to_str().unwrap());
        let run =
            super::run(&["import", "--from", format, named, "--out", out, "--language", "en"]);
        assert_eq!(run.status.code(), Some(2));
        assert!(String::from_utf8(run.stderr).unwrap().contains("the file is 100 MB; at most"));
        assert!(!Path::new(out).exists());
    }
}

#[test]
fn what_is_broken_is_shown_in_the_files_own_signs() {
    use mesterskema::domain::Language;
    for (text, shown) in [
        ("<a><b></a>", "<b> … </a>"),
        ("<a></a></b>", "… </b>"),
        ("<a><b>", "<b> …"),
        ("<a><!-- x", "<!-- …"),
        ("<a><b c", "< …"),
        ("<a><b c=d/></a>", "<b …>"),
    ] {
        let import = of(text);
        let [note] = import.ledger.notes.as_slice() else { panic!("{text}: {:?}", said(&import)) };
        let message = note.wording(Language::Danish).message;
        assert_eq!(message, format!("XML'en er ikke hel: {shown}"), "{text}");
    }
}
