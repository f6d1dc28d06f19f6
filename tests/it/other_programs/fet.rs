//! FET.

use std::fs;

use mesterskema::domain::School;
use mesterskema::import::{Format, Import, Original, collect};

use super::{decide, exported, fixture, imported, loaded, original, read, rows, said, solved};

fn files() -> Vec<Original> {
    collect(&[fixture("fet/lille.fet"), fixture("fet/lille_activities.xml")]).unwrap()
}

fn of(files: &[Original]) -> Import {
    read(Format::Fet, files)
}

/// The task with something in it replaced.
fn with(from: &str, to: &str) -> Import {
    let mut files = files();
    let text = String::from_utf8(files[0].bytes.clone()).unwrap();
    assert!(text.contains(from), "{from}");
    files[0].bytes = text.replacen(from, to, 1).into_bytes();
    of(&files)
}

#[test]
fn activities_with_a_place_become_rows_and_the_others_are_rejected() {
    let import = of(&files());
    assert_eq!((import.ledger.rows(), import.ledger.used), (15, 13));
    let codes: Vec<_> = import.ledger.rejected.iter().map(|one| one.fault.code()).collect();
    assert_eq!(codes, ["row-ignored", "row-unplaced"]);
    assert_eq!(import.school.unwrap().name.as_deref(), Some("Lille skole & venner"));
}

#[test]
fn a_year_that_activities_name_is_a_class_and_one_of_named_groups_is_a_grade() {
    let school = of(&files()).school.unwrap();
    let classes: Vec<_> = school.classes.keys().map(ToString::to_string).collect();
    assert_eq!(classes, ["7A", "7B", "8A"]);
    let group = |subject: &str| {
        let lesson =
            school.lessons.iter().find(|lesson| lesson.pieces[0].subject.as_str() == subject);
        lesson.unwrap().pieces[0].group.clone().unwrap()
    };
    assert_eq!(group("TYS").division, group("FRA").division);
    assert_eq!(group("TYS").part.as_str(), "8A-T");
}

#[test]
fn locks_bands_times_and_rooms_are_taken_over_and_the_rest_reported() {
    let import = of(&files());
    let school = import.school.as_ref().unwrap();
    assert_eq!(school.teachers[&"CD".into()].unavailable.len(), 1);
    assert_eq!(school.teachers[&"EF".into()].max_per_day, Some(3));
    assert_eq!(school.lessons.iter().filter(|lesson| lesson.locked).count(), 1);
    assert_eq!(school.grid.slots().count(), 15);
    let kind = |room: &str| school.rooms[&room.into()].kind.clone();
    assert!(kind("L1").is_some() && kind("L1") == kind("L3") && kind("Hal").is_none());
    assert_eq!(said(&import).last().unwrap().0, "rule-unmapped");
    let (_made, _, told) =
        imported("fet", &[&fixture("fet/lille.fet"), &fixture("fet/lille_activities.xml")], &[]);
    assert_eq!((&told["school"]["bands"], &told["school"]["doubles"]), (&1.into(), &2.into()));
}

#[test]
fn what_is_named_but_not_there_or_is_there_twice_is_an_error() {
    for (from, to, code) in [
        ("<Teacher>AB</Teacher>", "<Teacher>XX</Teacher>", "reference-unknown"),
        ("<Students>8A</Students>", "<Students>8X</Students>", "reference-unknown"),
        ("<Id>2</Id>", "<Id>1</Id>", "id-repeated"),
        ("<Duration>2</Duration>", "<Duration>two</Duration>", "value-wrong"),
        (
            "<Activity_Id>11</Activity_Id>\n\t<Preferred_Day>torsdag",
            "<Activity_Id>11</Activity_Id>\n\t<Preferred_Day>fredag",
            "reference-unknown",
        ),
    ] {
        let import = with(from, to);
        assert!(import.school.is_none(), "{from}");
        assert!(
            said(&import).iter().any(|(found, line)| *found == code && line.is_some()),
            "{from}: {:?}",
            said(&import)
        );
    }
    assert_eq!(said(&of(&[original("x.fet", b"<html/>")])), [("root-wrong", Some(1))]);
}

#[test]
fn a_proposal_goes_back_as_starting_times_and_is_the_same_school_again() {
    let (made, school, told) =
        imported("fet", &[&fixture("fet/lille.fet"), &fixture("fet/lille_activities.xml")], &[]);
    decide(&school, &told, &[], "8A", "mon");
    let (answer, solution) = solved(&school);
    assert_eq!(solution["status"], "optimal", "{solution}");
    assert!(solution["changed_lessons"].as_i64().unwrap() > 0);
    let out = made.path().join("lille.fet");
    let exported = exported("fet", &answer, &school, &out);
    assert_eq!(exported.status.code(), Some(0), "{}", String::from_utf8_lossy(&exported.stderr));
    fs::copy(answer.join("timetable.csv"), school.join("timetable.csv")).unwrap();
    let expected = rows(&loaded(&school).school.unwrap());
    // The task alone has every place; so has the timetable beside it, with the task as it was.
    let csv = made.path().join("lille_timetable.csv");
    let task = fixture("fet/lille.fet");
    for files in [vec![out.as_path()], vec![task.as_path(), csv.as_path()]] {
        let (_again, again, told) = imported("fet", &files, &[]);
        decide(&again, &told, &[], "8A", "mon");
        assert_eq!(rows(&loaded(&again).school.unwrap()), expected, "{files:?}");
    }
}

#[test]
fn what_an_export_need_not_say_again_stays_as_it_was() {
    let (made, school, told) =
        imported("fet", &[&fixture("fet/lille.fet"), &fixture("fet/lille_activities.xml")], &[]);
    decide(&school, &told, &[], "8A", "mon");
    let first = made.path().join("first.fet");
    exported("fet", &school, &school, &first);
    let (_again, again, told) = imported("fet", &[&first], &[]);
    decide(&again, &told, &[], "8A", "mon");
    let second = made.path().join("second.fet");
    exported("fet", &again, &again, &second);
    assert_eq!(fs::read_to_string(first).unwrap(), fs::read_to_string(second).unwrap());
}

#[test]
fn half_days_are_told_of() {
    let halves = with("<Institution_Name>", "<Mode>Mornings-Afternoons</Mode>\n<Institution_Name>");
    let notes: Vec<_> = halves.ledger.notes.iter().map(|note| note.fault.code()).collect();
    assert_eq!(notes.iter().filter(|code| **code == "rule-unmapped").count(), 2, "{notes:?}");
}

/// The task of the fixture with more constraints on time, all of them requirements.
fn with_times(constraints: &str) -> School {
    let task = std::fs::read_to_string(fixture("fet/lille.fet")).unwrap();
    let task = task.replacen(
        "</Time_Constraints_List>",
        &format!("{constraints}</Time_Constraints_List>"),
        1,
    );
    let solution = std::fs::read(fixture("fet/lille_activities.xml")).unwrap();
    let files =
        [original("lille.fet", task.as_bytes()), original("lille_activities.xml", &solution)];
    let import = read(Format::Fet, &files);
    import.school.unwrap_or_else(|| panic!("{:?}", import.ledger.notes))
}

fn constraint(kind: &str, parts: &str) -> String {
    format!(
        "<{kind}><Weight_Percentage>100</Weight_Percentage>{parts}<Active>true</Active></{kind}>"
    )
}

#[test]
fn where_activities_may_be_and_which_belong_on_different_days_is_taken_over() {
    let school = with_times("");
    let first =
        school.lessons.iter().find(|lesson| !lesson.locked && lesson.pieces.len() == 1).unwrap();
    let id = first.name.to_string();
    let other =
        school.lessons.iter().find(|lesson| lesson.name != first.name && !lesson.locked).unwrap();
    let task = std::fs::read_to_string(fixture("fet/lille.fet")).unwrap();
    let name = |list: &str| {
        let (_, rest) = task.split_once(list).unwrap();
        rest.split_once("<Name>").unwrap().1.split_once("</Name>").unwrap().0.to_owned()
    };
    let (day, hour) = (name("<Days_List>"), name("<Hours_List>"));
    let slot = format!(
        "<Preferred_Time_Slot><Preferred_Day>{day}</Preferred_Day><Preferred_Hour>{hour}</Preferred_Hour></Preferred_Time_Slot>"
    );
    let preferred = constraint(
        "ConstraintActivityPreferredTimeSlots",
        &format!("<Activity_Id>{id}</Activity_Id>{slot}"),
    );
    let apart = constraint(
        "ConstraintMinDaysBetweenActivities",
        &format!(
            "<Activity_Id>{id}</Activity_Id><Activity_Id>{}</Activity_Id><MinDays>1</MinDays>",
            other.name
        ),
    );
    let school = with_times(&(preferred + &apart));
    let of = |name: &str| {
        &school.lessons.iter().find(|lesson| lesson.name.to_string() == name).unwrap().pieces[0]
    };
    assert_eq!(of(&id).allowed.as_ref().unwrap().len(), 1);
    assert!(of(&id).apart.is_some() && of(&id).apart == of(&other.name.to_string()).apart);
    assert_eq!(of(&other.name.to_string()).allowed, None);
}
