//! Guests: what `also` and `skips` name, and what is wrong or doubtful with it.

use mesterskema::domain::SubjectCode;
use mesterskema::input::{Loaded, load_with_scenarios};

use crate::input_folder::{codes, folder, loaded};

/// Classes whose names have strokes, one of them the beginning of others.
const TIMETABLE: &str = "class;subject;day;period\n8A;DAN;mon;1\n8A;MAT;tue;1\nVO/1;DAN;mon;2\n\
    VO/1;MAT/B;tue;2\nVO/1/X;ENG;wed;1\nEE;MAT;wed;2\nNA;SVE;;\n";

/// The school of a pupil of 8A with these cells as `also`, `skips` and `required`.
fn read(also: &str, skips: &str, required: &str) -> Loaded {
    let pupils =
        format!("pupil;class;away;also;skips;required\na;8A;thu;{also};{skips};{required}\n");
    loaded(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", pupils.as_bytes()),
        ("classes.csv", b"class;locked\nEmpty;\nVO/1;\n"),
        ("subjects.csv", b"subject;core\nMAT/B;no\nSVE;no\n"),
    ])
}

/// What is found in a pupil's row besides what is always there.
fn faults(also: &str, skips: &str, required: &str) -> Vec<&'static str> {
    let diagnostics = read(also, skips, required).diagnostics;
    let own = diagnostics.into_iter().filter(|found| found.location.column.is_some());
    let own: Vec<_> = own.filter(|found| found.location.file == "apprentices.csv").collect();
    codes(&own).into_iter().filter(|&code| code != "away-outside-grid").collect()
}

/// What `also` is read as: `class` or `class > subject`, in order.
fn also(cell: &str) -> Vec<String> {
    let read = read(cell, "", "");
    let Some(school) = read.school else { panic!("{cell}: {:#?}", read.diagnostics) };
    let said = |subject: &SubjectCode| format!(" > {subject}");
    let all = school.apprentices[0].also.iter();
    all.map(|own| format!("{}{}", own.class, own.subject.as_ref().map(said).unwrap_or_default()))
        .collect()
}

#[test]
fn a_guest_of_a_class_with_a_stroke_in_its_name_is_a_guest_of_that_class() {
    assert_eq!(also("VO/1"), ["VO/1"]);
    assert_eq!(also("vo/1 + EE"), ["VO/1", "EE"]);
    assert_eq!(also("VO/1/DAN"), ["VO/1 > DAN"]);
    assert_eq!(also("VO/1/X"), ["VO/1/X"]);
    assert_eq!(also("VO/1/mat/b"), ["VO/1 > MAT/B"]);
    assert_eq!(also("VO/1 / dan + VO/1/X/ENG"), ["VO/1 > DAN", "VO/1 > X/ENG"]);
}

#[test]
fn what_is_named_twice_is_attended_once() {
    assert_eq!(also("EE+ee+EE/MAT+EE / mat"), ["EE", "EE > MAT"]);
}

#[test]
fn a_class_whose_rows_have_no_place_yet_has_rows() {
    assert_eq!(also("NA+NA/SVE"), ["NA", "NA > SVE"]);
    assert_eq!(faults("NA", "", ""), [""; 0]);
}

#[test]
fn a_class_without_rows_cannot_be_a_host() {
    for cell in ["Empty", "Empty/DAN", "9C", "VO", "VO/2/DAN"] {
        assert_eq!(faults(cell, "", ""), ["class-unknown"], "{cell}");
        assert!(read(cell, "", "").school.is_none(), "{cell}");
    }
}

#[test]
fn nobody_is_a_guest_at_home() {
    for cell in ["8A", "EE+8a", "8A/DAN"] {
        assert_eq!(faults(cell, "", ""), ["also-home"], "{cell}");
        assert!(read(cell, "", "").school.is_none(), "{cell}");
    }
}

#[test]
fn a_subject_without_rows_is_warned_of_and_attended_nowhere() {
    let read = read("EE/DAN", "ENG", "");
    assert_eq!(faults("EE/DAN", "ENG", ""), ["subject-not-of-class", "subject-not-of-class"]);
    let pupil = &read.school.unwrap().apprentices[0];
    assert_eq!((pupil.also.len(), pupil.skips.len()), (1, 1));
}

#[test]
fn a_required_subject_that_is_skipped_must_be_attended_elsewhere() {
    assert_eq!(faults("", "MAT", ""), ["required-skipped"]);
    assert_eq!(faults("VO/1", "mat", ""), ["required-skipped"]);
    assert_eq!(faults("EE", "MAT", ""), [""; 0]);
    assert_eq!(faults("EE/MAT", "MAT+DAN", ""), ["required-skipped"]);
    assert_eq!(faults("EE+VO/1/DAN", "MAT+DAN", ""), [""; 0]);
    assert_eq!(faults("", "MAT", "DAN"), [""; 0]);
    assert_eq!(faults("", "DAN", "DAN"), ["required-skipped"]);
}

#[test]
fn a_subject_that_the_host_does_not_have_is_attended_nowhere() {
    let found = faults("VO/1/MAT", "MAT", "");
    assert_eq!(found, ["subject-not-of-class", "required-skipped"]);
}

#[test]
fn a_part_of_a_hosts_division_counts_as_known() {
    let timetable = "class;subject;day;period;group\n8A;DAN;mon;1;\nEE;MAT;tue;1;pace:fast\n\
        EE;MAT;tue;2;pace:slow\nEE;ENG;tue;2;lang:x\n";
    let faults = |also: &str, group: &str| {
        let pupils = format!("pupil;class;away;also;group\na;8A;mon;{also};{group}\n");
        let files =
            [("timetable.csv", timetable.as_bytes()), ("apprentices.csv", pupils.as_bytes())];
        codes(&loaded(&files).diagnostics)
    };
    assert_eq!(faults("EE/MAT", "pace:fast"), [""; 0]);
    assert_eq!(faults("EE/MAT", ""), ["group-missing"]);
    assert_eq!(faults("EE", "pace:fast"), ["group-missing"]);
    assert_eq!(faults("", "pace:fast"), ["group-unknown"]);
}

/// The school of a guest of EE who skips MAT at home, with one scenario in which that pupil moves.
fn moved(to: &str) -> (Vec<String>, Vec<&'static str>) {
    let scenarios = format!("scenario;change;pupil;class;also;skips\nx;move;a;{to}\n");
    let folder = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", b"pupil;class;away;also;skips\na;8A;mon;EE/MAT;MAT\n"),
        ("subjects.csv", b"subject;core\nMAT/B;no\nSVE;no\n"),
        ("scenarios.csv", scenarios.as_bytes()),
    ]);
    let (read, scenarios) =
        load_with_scenarios(folder.path(), &folder.path().join("scenarios.csv"));
    let pupils = scenarios.iter().flat_map(|scenario| &scenario.apprentices);
    let attended = pupils.flat_map(|pupil| {
        let also = pupil.also.iter().map(|also| format!("+{}", also.class));
        also.chain(pupil.skips.iter().map(|subject| format!("-{subject}")))
    });
    (attended.collect(), codes(&read.diagnostics))
}

#[test]
fn a_guest_who_moves_attends_what_was_attended_unless_it_is_said_otherwise() {
    assert_eq!(moved(";;"), (vec!["+EE".into(), "-MAT".into()], vec![]));
    assert_eq!(moved(";VO/1;DAN"), (vec!["+VO/1".into(), "-DAN".into()], vec![]));
    assert_eq!(moved("VO/1;;").1, [""; 0]);
}

#[test]
fn a_guest_does_not_move_to_where_he_or_she_is_a_guest() {
    assert_eq!(moved("EE;;").1, ["also-home"]);
    assert_eq!(moved("EE;VO/1;").1, [""; 0]);
}
