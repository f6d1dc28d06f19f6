//! What it means that a lesson is missed: away, at another lesson, or on the way.

use crate::hand_made::{Judged, judged};

const ROOMS: (&str, &str) = ("rooms.csv", "room;site\nHere;here\nHere2;here\nThere;there\n");
const TRAVEL: (&str, &str) = ("travel.csv", "from;to;minutes\nhere;there;20\n");
const PLACES: (&str, &str) = ("places.csv", "place;site\nNear;here\nFar;there\nNowhere;\n");
const HEADINGS: &str = "class;subject;day;period;room;group;lesson;week\n";

/// The judge on a timetable that stays as it is: its rows, and the pupils with class, away, also, skips, group.
fn as_it_is(rows: &str, pupils: &str) -> Judged {
    let timetable = format!("{HEADINGS}{rows}");
    let pupils = format!("pupil;class;away;also;skips;group;required;desired;place\n{pupils}");
    let files =
        [("timetable.csv", &*timetable), ("apprentices.csv", &pupils), ROOMS, TRAVEL, PLACES];
    judged(&files, &timetable, "")
}

/// What a guest of VO1 misses who is away then.
fn guest(away: &str, rows: &str) -> Vec<String> {
    as_it_is(rows, &format!("a;8A;{away};VO1;;;DAN+MAT+BIO;ENG\n")).missed()
}

/// What a pupil of 8A misses who is away then and there.
fn at_home(away: &str, rows: &str) -> Vec<String> {
    as_it_is(rows, &format!("a;8A;{away};;;;DAN+MAT+BIO;ENG\n")).missed()
}

#[test]
fn because_is_the_first_of_away_lesson_and_way_that_holds() {
    let rows = "8A;MAT;mon;2;Here\nVO1;BIO;mon;2;Here2\nVO1;BIO;mon;3;There\n8A;HIS;tue;3;Here\n";
    let all = ["MAT mon 2: away", "BIO mon 2: away", "BIO mon 3: way"];
    assert_eq!(guest("mon 2@Nowhere", rows), all);
    assert_eq!(guest("tue", rows), ["MAT mon 2: lesson", "BIO mon 2: lesson", "BIO mon 3: way"]);
    let apart = rows.replace("BIO;mon;2", "BIO;tue;1");
    assert_eq!(guest("wed", &apart), ["MAT mon 2: way", "BIO mon 3: way"]);
    let near = apart.replace("There", "Here");
    assert_eq!(guest("wed", &near), [""; 0]);
}

#[test]
fn of_several_rows_the_first_that_is_attended_names_the_subject_and_the_first_reason_counts() {
    let rows = "8A;DAN;mon;1;Here;;x\n8A;MAT;mon;1;There;;x\n8A;HIS;mon;2;Here;;\n";
    assert_eq!(at_home("mon 2@Near", rows), ["DAN mon 1: way"]);
    assert_eq!(at_home("mon 2@Far", rows), ["DAN mon 1: way"]);
    assert_eq!(at_home("mon 1@Far", rows), ["DAN mon 1: away"]);
    let parts = "8A;DAN;mon;1;Here;g:a;x\n8A;MAT;mon;1;Here;g:b;x\n8A;BIO;mon;1;There;;x\n";
    let missed = as_it_is(parts, "a;8A;mon 2@Near;;;g:b;DAN+MAT+BIO;ENG\n8A-2;8A;tue;;;;;\n");
    assert_eq!(missed.missed(), [""; 0], "the grid has no second period");
    let parts = format!("{parts}8A;HIS;tue;2;Here;;\n");
    let missed = as_it_is(&parts, "a;8A;mon 2@Near;;;g:b;DAN+MAT+BIO;ENG\n");
    assert_eq!(missed.missed(), ["MAT mon 1: way"]);
}

#[test]
fn the_first_reason_that_any_row_of_a_period_has_is_told() {
    // The first row is attended through the class of BIO, and is only too far from the placement; the second is not.
    let rows = "8A;MAT;mon;1;There;g:a;x\nVO1;MAT;mon;1;Here;;x\n8A;BIO;mon;1;Here2;g:b;\n\
        8A;HIS;mon;2;Here;;\n";
    assert_eq!(guest("mon 2@Near", rows), ["MAT mon 1: lesson", "BIO mon 1: lesson"]);
    let alone = rows.replace("8A;BIO", "8A;GEO");
    assert_eq!(guest("mon 2@Near", &alone), ["MAT mon 1: way"]);
}

#[test]
fn a_period_of_both_levels_is_missed_once_at_each() {
    let rows = "8A;MAT;mon;1;Here;g:a;x\n8A;ENG;mon;1;Here;g:b;x\n8A;DAN;mon;1;Here;g:c;x\n";
    assert_eq!(at_home("mon", rows), ["MAT mon 1: away", "ENG mon 1: away"]);
}

#[test]
fn only_lessons_with_a_week_in_common_make_each_other_be_missed() {
    let rows = |one: &str, other: &str| {
        format!(
            "8A;MAT;mon;1;Here;;;{one}\nVO1;BIO;mon;1;Here2;;;{other}\nVO1;HIS;tue;1;Here;;;A\n8A;GEO;tue;1;Here;;;B\n"
        )
    };
    assert_eq!(guest("wed", &rows("A", "B")), [""; 0]);
    let both = ["MAT mon 1: lesson", "BIO mon 1: lesson"];
    assert_eq!(guest("wed", &rows("A", "A")), both);
    assert_eq!(guest("wed", &rows("", "B")), both);
    let way = |one, other| rows(one, other).replace("BIO;mon;1;Here2", "BIO;mon;2;There");
    assert_eq!(guest("wed", &way("A", "B")), [""; 0]);
    assert_eq!(guest("wed", &way("A", "")), ["MAT mon 1: way", "BIO mon 2: way"]);
}

#[test]
fn what_is_attended_through_one_class_makes_nothing_be_missed() {
    let rows = "8A+VO1;MAT;mon;1;Here;g:a;\nVO1;BIO;mon;1;Here2;g:b;\n8A;HIS;tue;1;Here;;\n";
    let missed = |also: &str, skips: &str| {
        as_it_is(rows, &format!("a;8A;wed;{also};{skips};;MAT+BIO;ENG\n")).missed()
    };
    let both = ["MAT mon 1: lesson", "BIO mon 1: lesson"];
    assert_eq!(missed("VO1", ""), [""; 0]);
    assert_eq!(missed("VO1/BIO", ""), both);
    assert_eq!(missed("VO1/BIO+VO1/MAT", "MAT"), [""; 0]);
    assert_eq!(missed("VO1/BIO", "MAT"), [""; 0], "MAT is not attended at all");
}

#[test]
fn the_pupils_group_holds_at_the_hosts_too() {
    let rows = "8A;MAT;mon;1;Here;;\nVO1;BIO;mon;1;Here2;g:b;\n";
    let missed =
        |group: &str| as_it_is(rows, &format!("a;8A;wed;VO1;;{group};MAT+BIO;\n")).missed();
    assert_eq!(missed("g:b"), ["MAT mon 1: lesson", "BIO mon 1: lesson"]);
    assert_eq!(missed("g:a"), [""; 0]);
    assert_eq!(missed(""), ["MAT mon 1: lesson", "BIO mon 1: lesson"]);
}

#[test]
fn a_way_counts_from_and_to_the_site_of_the_placement_that_is_given() {
    let rows = "8A;MAT;mon;1;Here\n8A;DAN;mon;3;Here\n8A;HIS;tue;3;Here\n";
    let around = ["MAT mon 1: way", "DAN mon 3: way"];
    assert_eq!(at_home("mon 2@Far", rows), around);
    assert_eq!(at_home("mon 2@Near", rows), [""; 0]);
    assert_eq!(at_home("mon 2@Nowhere", rows), [""; 0]);
    let of_column = |away: &str, place: &str| {
        as_it_is(rows, &format!("a;8A;{away};;;;DAN+MAT;;{place}\n")).missed()
    };
    assert_eq!(of_column("mon 2", "Far"), around);
    assert_eq!(of_column("mon 2@Near", "Far"), [""; 0]);
    assert_eq!(of_column("mon 2", ""), [""; 0]);
}

#[test]
fn a_way_may_be_longer_in_one_direction() {
    let timetable = "class;subject;day;period;room\n8A;MAT;mon;1;Here\n8A;DAN;mon;3;Here\n";
    let missed = |travel: &str| {
        let travel = format!("from;to;minutes\n{travel}");
        let pupils = "pupil;class;away\na;8A;mon 2@Far\n";
        let files = [
            ("timetable.csv", timetable),
            ("apprentices.csv", pupils),
            ROOMS,
            PLACES,
            ("travel.csv", &travel),
        ];
        judged(&files, timetable, "").missed()
    };
    assert_eq!(missed("here;there;1\nthere;here;0\n"), ["MAT mon 1: way"]);
    assert_eq!(missed("here;there;0\nthere;here;1\n"), ["DAN mon 3: way"]);
    assert_eq!(missed("there;here;1\n"), ["MAT mon 1: way", "DAN mon 3: way"]);
}

#[test]
fn a_lesson_counts_for_a_way_whether_or_not_it_is_itself_missed() {
    let rows = "8A;MAT;mon;1;Here\nVO1;BIO;mon;2;There\n";
    assert_eq!(guest("mon 2@Nowhere", rows), ["MAT mon 1: way", "BIO mon 2: away"]);
}

#[test]
fn on_the_way_too_only_a_required_lesson_counts_beside_a_required_one() {
    let rows = "8A;MAT;mon;1;Here\nVO1;ENG;mon;2;There\nVO1;IDR;mon;3;Here\n";
    assert_eq!(guest("wed", rows), ["ENG mon 2: way"]);
    let desired = rows.replace("MAT", "ENG");
    assert_eq!(guest("wed", &desired), ["ENG mon 1: way", "ENG mon 2: way"]);
    assert_eq!(guest("wed", &rows.replace("ENG", "GEO")), [""; 0]);
}

#[test]
fn within_one_lesson_it_is_never_too_far() {
    let rows = "8A;MAT;mon;1;Here;;x\nVO1;MAT;mon;2;There;;x\n";
    assert_eq!(guest("wed", rows), [""; 0]);
    let two = "8A;MAT;mon;1;Here;;x\nVO1;MAT;mon;2;There;;y\n";
    assert_eq!(guest("wed", two), ["MAT mon 1: way", "MAT mon 2: way"]);
}

#[test]
fn a_class_that_is_skipped_at_home_is_attended_where_it_is_named() {
    let rows = "8A;MAT;mon;1;Here\nVO1;MAT;tue;1;Here\nVO1;BIO;mon;1;Here2\n";
    let missed = |away: &str, also: &str, skips: &str| {
        as_it_is(rows, &format!("a;8A;{away};{also};{skips};;MAT+BIO;\n")).missed()
    };
    assert_eq!(missed("mon", "VO1/MAT", "MAT"), [""; 0]);
    assert_eq!(missed("tue", "VO1/MAT", "MAT"), ["MAT tue 1: away"]);
    assert_eq!(missed("tue", "VO1/MAT", ""), ["MAT tue 1: away"]);
    assert_eq!(missed("wed", "VO1", "MAT"), [""; 0]);
    assert_eq!(missed("wed", "VO1", ""), ["MAT mon 1: lesson", "BIO mon 1: lesson"]);
}

#[test]
fn a_lesson_without_a_place_is_neither_missed_nor_makes_it() {
    let rows = "8A;MAT;mon;1;Here\nVO1;BIO;;;Here2\nVO1;HIS;tue;1;Here\n";
    let judged = as_it_is(rows, "a;8A;wed;VO1;;;MAT+BIO;\n");
    assert_eq!((judged.missed(), judged.rules()), (vec![], vec!["place"]));
}

#[test]
fn what_is_away_outside_the_grid_makes_nothing_be_missed() {
    let rows = "8A;MAT;mon;1;Here\n8A;DAN;mon;2;Here\n8A;HIS;tue;1;Here\n";
    assert_eq!(at_home("mon 3-6@Far", rows), [""; 0]);
    assert_eq!(at_home("mon 2-6@Far", rows), ["MAT mon 1: way", "DAN mon 2: away"]);
    let timetable = "class;subject;day;period\n8A;MAT;mon;1\n8A;HIS;tue;2\n";
    let pupils = "pupil;class;away\na;8A;mon 2-3\n";
    let files = [("timetable.csv", timetable), ("apprentices.csv", pupils)];
    let moved = |period: &str| {
        let judged = judged(&files, &timetable.replace("mon;1", period), "");
        (judged.rules(), judged.missed())
    };
    assert_eq!(moved("mon;2"), (vec!["H7"], vec!["MAT mon 2: away".to_owned()]));
    assert_eq!(moved("mon;3"), (vec!["grid"], vec![]));
}
