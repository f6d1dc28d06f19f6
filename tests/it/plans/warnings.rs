//! What somebody is asked to look at before a plan is agreed, and hours a year.

use super::{APPRENTICES, PLACES, planned};

fn with_times(start: &str, end: &str) -> Vec<String> {
    let places = PLACES.replace("07.30", start).replace("14.30", end);
    planned(&[("places.csv", &places)]).cautions()
}

fn says(cautions: &[String], part: &str) -> bool {
    cautions.iter().any(|caution| caution.contains(part))
}

#[test]
fn seven_hours_with_a_break_are_only_to_be_given_that_break() {
    assert_eq!(
        with_times("07.30", "15.00"),
        ["Thursday: a break of at least 30 minutes is to be agreed."]
    );
    assert_eq!(with_times("08.00", "12.30"), [""; 0]);
}

#[test]
fn a_longer_day_is_too_long_for_the_youngest() {
    let cautions = with_times("07.30", "15.01");
    assert!(says(&cautions, "7 is the limit (8 hours from 15 years on)"), "{cautions:?}");
}

#[test]
fn nobody_of_school_age_works_before_six_or_after_eight() {
    assert!(says(&with_times("05.59", "10.00"), "5.59–10.00 is not within 6.00–20.00"));
    assert!(says(&with_times("16.00", "20.01"), "is not within 6.00–20.00"));
    assert!(!says(&with_times("06.00", "10.00"), "is not within"));
    assert!(!says(&with_times("16.00", "20.00"), "is not within"));
}

#[test]
fn between_the_placement_and_school_there_are_fourteen_hours() {
    // On Friday the first lesson begins at 8.50.
    assert!(says(&with_times("16.00", "19.00"), "From Thursday to Friday there are 13.8 hours"));
    assert!(!says(&with_times("16.00", "18.50"), "hours of rest"));
}

#[test]
fn swedish_pupils_have_finished_compulsory_school() {
    let places = PLACES.replace("07.30", "13.00").replace("14.30", "21.00");
    let settings = ("school.toml", "country = \"SE\"\n");
    let cautions = planned(&[("places.csv", &places), settings]).cautions();
    assert!(!says(&cautions, "is not within"), "{cautions:?}");
    assert!(says(&cautions, "there are 11.8 hours of rest; at least 12"), "{cautions:?}");
}

#[test]
fn what_is_not_agreed_is_asked_for() {
    let apprentices = "pupil;class;away\n8A-04;8.A;thu\n";
    let cautions = planned(&[("apprentices.csv", apprentices)]).cautions();
    let expected =
        ["The place is not agreed.", "Thursday: when the pupil meets and leaves is not agreed."];
    assert_eq!(cautions, expected);
}

#[test]
fn a_lesson_while_the_pupil_is_at_the_placement_already_is_shown() {
    let apprentices = APPRENTICES.replace(";thu;", ";thu 2;");
    let cautions = planned(&[("apprentices.csv", &apprentices)]).cautions();
    assert!(says(&cautions, "Thursday period 1: the lesson is while"), "{cautions:?}");
}

#[test]
fn more_than_two_fifths_of_the_year_is_shown() {
    let apprentices = APPRENTICES.replace(";thu;", ";thu+fri+mon;");
    let cautions = planned(&[("apprentices.csv", &apprentices)]).cautions();
    assert!(says(&cautions, "The placement is 840 hours a year; two fifths are 560."));
    assert!(says(&cautions, "MAT is required, and the pupil misses lessons."), "{cautions:?}");
}
