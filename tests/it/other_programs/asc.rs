//! aSc Timetables.

use std::collections::BTreeSet;
use std::fs;

use mesterskema::check;
use mesterskema::import::{Format, Import};

use super::{decide, exported, fixture, imported, loaded, original, read, rows, run, said, solved};

fn bytes() -> Vec<u8> {
    fs::read(fixture("asc/lille.xml")).unwrap()
}

fn of(bytes: &[u8]) -> Import {
    read(Format::Asc, &[original("lille.xml", bytes)])
}

fn with(from: &str, to: &str) -> Import {
    let bytes = bytes();
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(&bytes);
    assert!(text.contains(from), "{from}");
    let text = text.replacen(from, to, 1);
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    of(&bytes)
}

#[test]
fn cards_with_a_time_are_used_and_the_others_rejected() {
    let import = of(&bytes());
    assert_eq!((import.ledger.rows(), import.ledger.used), (15, 13));
    let codes: Vec<_> = import.ledger.rejected.iter().map(|one| one.fault.code()).collect();
    assert_eq!(codes, ["row-unplaced", "row-wrong"]);
}

#[test]
fn groups_weeks_rooms_and_letters_are_read() {
    let school = of(&bytes()).school.unwrap();
    assert!(school.teachers.contains_key(&"CÆ".into()));
    assert_eq!(school.weeks.len(), 2);
    let kind = |room: &str| school.rooms[&room.into()].kind.clone();
    assert!(
        kind("Lokale 1").is_some() && kind("Lokale 1") == kind("Lokale 2") && kind("Hal").is_none()
    );
    let groups: Vec<_> = school
        .lessons
        .iter()
        .filter(|lesson| lesson.pieces[0].subject.as_str() == "FRA")
        .map(|lesson| {
            (
                lesson.pieces[0].classes[0].to_string(),
                lesson.pieces[0].group.clone().unwrap().part.to_string(),
            )
        })
        .collect();
    assert_eq!(groups, [("8.A".into(), "fransk".into()), ("8.B".into(), "fransk B".into())]);
    let meeting =
        school.lessons.iter().find(|lesson| lesson.pieces[0].subject.as_str() == "MØD").unwrap();
    assert!(meeting.locked);
}

#[test]
fn what_is_named_but_not_there_or_is_there_twice_is_an_error_with_its_line() {
    for (from, to, code) in [
        ("subjectid=\"S2\"", "subjectid=\"S99\"", "reference-unknown"),
        ("card lessonid=\"L1\"", "card lessonid=\"L99\"", "reference-unknown"),
        ("<teacher id=\"T2\"", "<teacher id=\"T1\"", "id-repeated"),
        ("encoding=\"windows-1252\"", "encoding=\"klingon\"", "encoding-unknown"),
        ("encoding=\"windows-1252\"", "encoding=\"UTF-8\"", "encoding-wrong"),
    ] {
        let import = with(from, to);
        assert!(import.school.is_none(), "{from}");
        assert!(
            said(&import).iter().any(|(found, line)| *found == code && line.is_some()),
            "{from}: {:?}",
            said(&import)
        );
    }
}

#[test]
fn particulars_of_persons_are_not_read_and_the_kept_copy_is_told_of() {
    let import = with("mobile=\"\"", "mobile=\"00000000\"");
    let codes: Vec<_> = said(&import).into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"personal-dropped") && codes.contains(&"original-kept"), "{codes:?}");
}

#[test]
fn an_unchanged_timetable_goes_back_byte_by_byte() {
    let (made, school, told) = imported("asc", &[&fixture("asc/lille.xml")], &[]);
    decide(&school, &told, &[], "8.A", "tue");
    let out = made.path().join("lille.xml");
    let run =
        run(&["export", "--to", "asc", school.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(fs::read(out).unwrap(), bytes());
}

#[test]
fn a_proposal_goes_back_as_cards_and_is_the_same_school_again() {
    let (made, school, told) = imported("asc", &[&fixture("asc/lille.xml")], &[]);
    decide(&school, &told, &[], "8.A", "tue");
    let (answer, solution) = solved(&school);
    assert_eq!(solution["status"], "optimal", "{solution}");
    assert!(solution["changed_lessons"].as_i64().unwrap() > 0);
    let out = made.path().join("lille.xml");
    assert_eq!(exported("asc", &answer, &school, &out).status.code(), Some(0));
    let (_again, again, told) = imported("asc", &[&out], &[]);
    decide(&again, &told, &[], "8.A", "tue");
    fs::copy(answer.join("timetable.csv"), school.join("timetable.csv")).unwrap();
    assert_eq!(rows(&loaded(&again).school.unwrap()), rows(&loaded(&school).school.unwrap()));
}

#[test]
fn bells_and_cards_of_some_terms_are_not_lost_silently() {
    let (_made, school, _) = imported("asc", &[&fixture("asc/lille.xml")], &[]);
    let periods = fs::read_to_string(school.join("periods.csv")).unwrap();
    assert!(periods.contains("mon;1;;08:00;08:45"), "{periods}");
    let all = with("terms=\"1\"", "terms=\"1\"");
    assert!(!said(&all).iter().any(|(code, _)| *code == "rule-unmapped"));
    let some = with("terms=\"1\"", "terms=\"10\"");
    assert!(said(&some).iter().any(|(code, _)| *code == "rule-unmapped"), "{:?}", said(&some));
}

#[test]
fn a_school_of_two_divisions_and_two_weeks_goes_the_whole_way() {
    let file = fixture("asc/rig.xml");
    let (made, school, told) = imported("asc", &[&file], &["--core", "DAN,MAT,ENG"]);
    assert_eq!((&told["school"]["classes"], &told["school"]["doubles"]), (&3.into(), &17.into()));
    fs::write(school.join("apprentices.csv"), "pupil;class;away;group\n1;8.A;wed;tysk+hold 1\n")
        .unwrap();
    let read = loaded(&school);
    assert!(check::faults(&read.school.unwrap()).is_empty());
    let divisions: BTreeSet<String> = of(&fs::read(&file).unwrap())
        .school
        .unwrap()
        .lessons
        .iter()
        .filter_map(|lesson| lesson.pieces[0].group.as_ref())
        .map(|group| format!("{}:{}", group.division, group.part))
        .collect();
    assert_eq!(
        divisions.into_iter().collect::<Vec<_>>(),
        ["1:fransk", "1:tysk", "2:hold 1", "2:hold 2"]
    );
    let (answer, solution) = solved(&school);
    assert_eq!((&solution["status"], &solution["points"]), (&"optimal".into(), &60.into()));
    let out = made.path().join("moved.xml");
    assert_eq!(exported("asc", &answer, &school, &out).status.code(), Some(0));
    let (before, after) = (fs::read_to_string(&file).unwrap(), fs::read_to_string(&out).unwrap());
    let changed = before.lines().zip(after.lines()).filter(|(old, new)| old != new);
    assert_eq!(changed.count() as u64, solution["changed_lessons"].as_u64().unwrap());
}
