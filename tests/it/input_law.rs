//! What the law makes of rows: lessons, the grid, core subjects.

use mesterskema::diagnostic::Fault;
use mesterskema::domain::{Day, Level, School, Slot, SubjectCode};
use mesterskema::input::{Need, load};

use crate::input_folder::{APPRENTICES, folder, loaded, school};

/// The lines of each lesson's rows.
fn lessons(rows: &str, periods: &str) -> Vec<Vec<u32>> {
    let timetable = format!("class;subject;day;period;teacher;group;lesson;week\n{rows}");
    let mut files =
        vec![("timetable.csv", timetable.as_bytes()), ("apprentices.csv", APPRENTICES.as_bytes())];
    if !periods.is_empty() {
        files.push(("periods.csv", periods.as_bytes()));
    }
    let school = loaded(&files).school.unwrap();
    let lines = |lesson: &mesterskema::domain::Lesson| {
        let mut lines: Vec<u32> = lesson.pieces.iter().map(|piece| piece.line).collect();
        lines.dedup();
        lines
    };
    school.lessons.iter().map(lines).collect()
}

#[test]
fn rows_with_one_id_in_one_slot_are_one_lesson() {
    let rows = "8A;DAN;mon;1;T1;;x;\n8B;MAT;mon;1;T2;;X;\n8B;MAT;tue;1;T2;;x;\n";
    assert_eq!(lessons(rows, ""), [vec![2, 3], vec![4]]);
}

#[test]
fn rows_that_share_a_teacher_and_the_subject_are_a_joint_lesson() {
    let rows = "8A;DAN;mon;1;T1+T2;;;\n8B;DAN;mon;1;T2;;;\n8A;MAT;mon;1;T2;;;\n8A;DAN;mon;1;;;;\n";
    assert_eq!(lessons(rows, ""), [vec![2, 3], vec![4], vec![5]]);
}

#[test]
fn like_rows_in_consecutive_periods_are_a_double_lesson_but_not_across_a_break() {
    let rows = "8A;DAN;mon;1;T1;;;\n8A;DAN;mon;2;T1;;;\n8A;DAN;mon;3;T1;;;\n8A;DAN;mon;4;T2;;;\n";
    assert_eq!(lessons(rows, ""), [vec![2, 3, 4], vec![5]]);
    let periods = "period;break_after\n1;\n2;ja\n3;\n4;\n";
    assert_eq!(lessons(rows, periods), [vec![2, 3], vec![4], vec![5]]);
}

#[test]
fn a_range_stays_together_even_across_a_break() {
    let rows = "8A;DAN;mon;1-2;T1;;;\n8A;DAN;mon;3;T1;;;\n";
    let periods = "period;break_after\n1;yes\n2;\n3;\n";
    assert_eq!(lessons(rows, periods), [vec![2, 3]]);
}

#[test]
fn rows_of_other_weeks_or_groups_are_other_lessons() {
    let rows =
        "8A;DAN;mon;1;T1;;;A\n8A;DAN;mon;2;T1;;;b\n8A;DAN;tue;1;T1;x;;\n8A;DAN;tue;2;T1;y;;\n";
    assert_eq!(lessons(rows, ""), [vec![2], vec![3], vec![4], vec![5]]);
}

#[test]
fn a_line_with_a_day_stands_in_place_of_the_line_without_on_that_day() {
    let files: [(&str, &[u8]); 3] = [
        ("timetable.csv", b"class;subject;day;period\n8A;DAN;mon;1\n8A;MAT;tue;1\n"),
        ("apprentices.csv", APPRENTICES.as_bytes()),
        ("periods.csv", b"period;break_after;day\n1;yes;\n1;;tue\n2;yes;tue\n1;;wed\n"),
    ];
    let grid = loaded(&files).school.unwrap().grid;
    let slots: Vec<String> = grid.slots().map(|slot| slot.to_string()).collect();
    assert_eq!(slots, ["mon 1", "tue 1", "tue 2", "wed 1"]);
    let breaks: Vec<Slot> = grid.slots().filter(|&slot| grid.breaks_after(slot)).collect();
    assert_eq!(breaks.iter().map(|slot| slot.day).collect::<Vec<_>>(), [Day::Mon, Day::Tue]);
}

const SUBJECTS: &str =
    "class;subject;day;period\n8A;DAN;mon;1\n8A;Matematik;mon;2\n8A;ENG;mon;3\n8A;MUS;tue;1\n";

fn core(school: &School, pupil: usize, level: Level) -> Vec<&str> {
    let apprentice = &school.apprentices[pupil];
    let subjects = match level {
        Level::Required => &apprentice.required,
        Level::Desired => &apprentice.desired,
    };
    subjects.iter().map(SubjectCode::as_str).collect()
}

#[test]
fn the_programme_says_what_nothing_else_does() {
    let school = school(SUBJECTS.as_bytes(), APPRENTICES.as_bytes());
    assert_eq!(core(&school, 0, Level::Required), ["DAN", "Matematik"]);
    assert_eq!(core(&school, 0, Level::Desired), ["ENG"]);
}

#[test]
fn a_pupils_list_replaces_the_list_of_its_level_only() {
    let pupils = "pupil;class;away;required;desired\na;8A;tue;eng;\nb;8A;tue;;MUS+DAN\n";
    let school = school(SUBJECTS.as_bytes(), pupils.as_bytes());
    assert_eq!(core(&school, 0, Level::Required), ["ENG"]);
    assert!(core(&school, 0, Level::Desired).is_empty());
    assert_eq!(core(&school, 1, Level::Required), ["DAN", "Matematik"]);
    assert_eq!(core(&school, 1, Level::Desired), ["MUS"]);
}

#[test]
fn subjects_csv_comes_before_school_toml_and_that_before_the_programme() {
    let files: [(&str, &[u8]); 4] = [
        ("timetable.csv", SUBJECTS.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
        ("subjects.csv", b"subject;core\nDAN;no\nENG;\n"),
        ("school.toml", b"required = [\"Dansk\", \"Musik\"]\n"),
    ];
    let school = loaded(&files).school.unwrap();
    assert_eq!(core(&school, 0, Level::Required), ["MUS"]);
    assert_eq!(core(&school, 0, Level::Desired), ["ENG"]);
}

#[test]
fn swedish_as_a_second_language_is_swedish_for_yrkesintroduktion() {
    let files: [(&str, &[u8]); 3] = [
        ("timetable.csv", b"klass;\xc3\xa4mne;dag;lektion\nIM1;SVA;m\xc3\xa5n;1\nIM1;SV;tis;1\nIM1;MA;tis;2\nIM1;DA;tis;3\n"),
        ("apprentices.csv", b"elev;klass;praktikdag\n1;IM1;tis\n"),
        ("school.toml", b"programme = \"yrkesintroduktion\"\n"),
    ];
    let school = loaded(&files).school.unwrap();
    assert_eq!(core(&school, 0, Level::Required), ["MA", "SV", "SVA"]);
    assert_eq!(school.language.code(), "sv");
}

#[test]
fn any_is_every_day_of_the_grid_and_alternatives_stay_as_written() {
    let pupils = "pupil;class;away\na;8A;ANY\nb;8A; tirs 1-2+man | ons\n";
    let folder =
        folder(&[("timetable.csv", SUBJECTS.as_bytes()), ("apprentices.csv", pupils.as_bytes())]);
    let school = load(folder.path(), Need::Apprentices).school.unwrap();
    let written = |pupil: usize| -> Vec<&str> {
        school.apprentices[pupil].alternatives.iter().map(|own| own.written.as_str()).collect()
    };
    assert_eq!(written(0), ["mon", "tue"]);
    assert_eq!(written(1), ["tirs 1-2+man", "ons"]);
}

#[test]
fn codes_that_may_be_core_subjects_are_asked_about() {
    let timetable = "class;subject;day;period\n8A;DAN;mon;1\n8A;Dsk;mon;2\n8A;Fagdansk;mon;3\n\
        8A;Læsning;mon;4\n8A;XYZ;tue;1\n";
    let files = [("timetable.csv", timetable), ("apprentices.csv", APPRENTICES)];
    let loaded = loaded(&files.map(|(name, text)| (name, text.as_bytes())));
    let lines = loaded.diagnostics.iter().find_map(|found| match &found.fault {
        Fault::SubjectsUnknown { lines, .. } => Some(lines.clone()),
        _ => None,
    });
    let expected =
        ["subject;core", "Dsk;required?", "Fagdansk;required?", "Læsning;required?", "XYZ;no"];
    assert_eq!(lines.unwrap(), expected);
}

#[test]
fn a_guest_attends_a_class_or_one_subject_of_it_and_skips_some_at_home() {
    let timetable =
        "class;subject;day;period\n8A;DAN;mon;1\n9A;MAT;mon;2\n9B;ENG;tue;1\n9B;MAT;tue;2\n";
    let pupils = "pupil;class;away;also;skips\na;8A;tue;9A+9B/ENG;DAN\n";
    let school = school(timetable.as_bytes(), pupils.as_bytes());
    let pupil = &school.apprentices[0];
    let also: Vec<(&str, Option<&str>)> = pupil
        .also
        .iter()
        .map(|also| (also.class.as_str(), also.subject.as_ref().map(SubjectCode::as_str)))
        .collect();
    assert_eq!(also, [("9A", None), ("9B", Some("ENG"))]);
    assert_eq!(pupil.skips.iter().map(SubjectCode::as_str).collect::<Vec<_>>(), ["DAN"]);
}

#[test]
fn alternatives_are_wishes_in_the_order_in_which_they_are_written() {
    let pupils = "pupil;class;away\na;8A;tue|any|-\n";
    let school = school(SUBJECTS.as_bytes(), pupils.as_bytes());
    let alternatives = &school.apprentices[0].alternatives;
    let wishes: Vec<_> = alternatives.iter().map(|own| (own.written.as_str(), own.rank)).collect();
    assert_eq!(wishes, [("tue", Some(0)), ("mon", Some(1)), ("-", None)]);
}

#[test]
fn rows_without_a_place_that_share_an_id_are_one_lesson_with_periods_from_one() {
    let timetable = "class;subject;day;period;lesson\n8A;DAN;mon;1;\n8A;DAN;mon;2;\n8A;MAT;;1;x\n\
        8A;MAT;;2;x\n8A;ENG;;1-2;\n8A;ENG;;;\n8A;DAN;tue;1;\n";
    let school = school(timetable.as_bytes(), APPRENTICES.as_bytes());
    let placeless = school.lessons.iter().filter(|lesson| lesson.start.is_none());
    let offsets: Vec<Vec<u8>> =
        placeless.map(|lesson| lesson.pieces.iter().map(|piece| piece.offset).collect()).collect();
    assert_eq!(offsets, [vec![0, 1], vec![0, 1], vec![0]]);
}

#[test]
fn a_placement_without_a_day_is_every_day_that_its_rows_name() {
    let files: [(&str, &[u8]); 3] = [
        ("timetable.csv", SUBJECTS.as_bytes()),
        ("apprentices.csv", b"pupil;class;away\na;8A;any@Bager\nb;8A;mon@Bager\n"),
        ("places.csv", b"place;day;pupils\nBager;tue;1\nBager;mon;2\n"),
    ];
    let school = loaded(&files).school.unwrap();
    let wishes: Vec<_> = school.apprentices[0]
        .alternatives
        .iter()
        .map(|own| (own.written.as_str(), own.rank))
        .collect();
    assert_eq!(wishes, [("tue@Bager", Some(0)), ("mon@Bager", Some(0))]);
    let pupils: Vec<_> = school.places.values().flat_map(|place| place.pupils.values()).collect();
    assert_eq!(pupils, [&2, &1]);
}

#[test]
fn an_id_of_rows_with_and_without_a_place_stops_the_run() {
    let timetable = b"class;subject;day;period;lesson\n8A;MAT;mon;1;x\n8A;MAT;;1;x\n";
    let files: [(&str, &[u8]); 2] =
        [("timetable.csv", timetable), ("apprentices.csv", APPRENTICES.as_bytes())];
    assert!(loaded(&files).school.is_none());
}

/// The minutes of a school with rooms at two sites, by what `travel.csv` says; `None`: it is not read.
fn minutes(travel: &[u8]) -> Option<Vec<u32>> {
    let files: [(&str, &[u8]); 4] = [
        ("timetable.csv", b"class;subject;day;period;room\n8A;DAN;mon;1;R1\n8A;MAT;tue;1;R2\n"),
        ("apprentices.csv", APPRENTICES.as_bytes()),
        ("rooms.csv", b"room;site\nR1;a\nR2;b\n"),
        ("travel.csv", travel),
    ];
    let school = loaded(&files).school?;
    let way = |from: &str, to: &str| school.travel.minutes[&(from.into(), to.into())];
    Some(vec![way("a", "b"), way("b", "a")])
}

#[test]
fn a_way_goes_both_ways_unless_the_other_has_its_own_row_and_none_may_lack() {
    assert_eq!(minutes(b"from;to;minutes\na;b;20\n"), Some(vec![20, 20]));
    assert_eq!(minutes(b"from;to;minutes\na;b;20\nb;a;30\n"), Some(vec![20, 30]));
    assert_eq!(minutes(b"from;to;minutes\na;c;20\n"), None);
}
