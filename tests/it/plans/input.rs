//! What is read of times, dates and places.

use mesterskema::diagnostic::Diagnostic;
use mesterskema::domain::{Country, Date, Day, Hours, Period, Slot, TimeOfDay, Week};
use mesterskema::input::Loaded;

use super::{PERIODS, planned};
use crate::input_folder::{APPRENTICES, TIMETABLE, codes, loaded};

fn date(written: &str) -> Date {
    Date::read(written).unwrap()
}

fn hours(start: u32, end: u32) -> Option<Hours> {
    Hours::new(TimeOfDay(start), TimeOfDay(end))
}

#[test]
fn an_apprentices_own_times_stand_before_those_of_the_place_and_those_of_a_day_before_all_days() {
    let planned = planned(&[
        ("places.csv", "place;day;start;end\ngarage;;08:00;15:00\ngarage;tue;09:00;\n"),
        (
            "apprentices.csv",
            "pupil;class;away;place;start;end\n8A-04;8.A;thu;garage;;\n8A-05;8.A;thu;garage;10:00;\n",
        ),
    ]);
    let at = |pupil: usize, day| {
        planned.almanac.placement_hours(
            &planned.school.apprentices[pupil],
            Some(&"garage".into()),
            day,
        )
    };
    assert_eq!(at(0, Day::Thu), hours(480, 900));
    assert_eq!(at(0, Day::Tue), hours(540, 900));
    assert_eq!(at(1, Day::Tue), hours(600, 900));
}

#[test]
fn a_period_has_the_times_of_its_day_else_those_of_every_day() {
    let periods = format!("{PERIODS}3;10:00;10:45\n").replace("start;end", "start;end;day");
    let periods = periods.replace("3;10:00;10:45", "3;10:00;10:45;fri");
    let almanac = planned(&[("periods.csv", &periods)]).almanac;
    let bell = |day| almanac.bells.get(&Slot::new(day, Period(3))).copied();
    assert_eq!(bell(Day::Thu), hours(595, 640));
    assert_eq!(bell(Day::Fri), hours(600, 645));
}

#[test]
fn a_week_that_is_named_is_that_of_its_monday() {
    let year = planned(&[]).almanac.year;
    assert_eq!(year.week(date("2026-10-05")), Some(Week(0)));
    assert_eq!(year.week(date("2026-10-11")), Some(Week(0)));
    assert_eq!(year.week(date("2026-10-19")), Some(Week(0)));
    assert_eq!(year.week(date("2026-10-26")), Some(Week(1)));
}

#[test]
fn the_calendar_that_the_guide_shows_is_understood() {
    let told = include_str!("../../../src/guide/plans.md");
    let calendar = told.split("```csv\n").nth(1).unwrap().split("```").next().unwrap();
    let year = planned(&[("calendar.csv", calendar)]).almanac.year;
    assert_eq!((year.terms.len(), year.holidays.len(), year.weeks.len()), (1, 2, 1));
}

#[test]
fn even_and_odd_weeks_go_by_their_numbers_unless_the_calendar_names_them() {
    let timetable = super::TIMETABLE.replace(";A\n", ";udda\n").replace(";B\n", ";jämn\n");
    let calendar = "date;what\n2026-12-14;term start\n2027-01-15;term end\n";
    let weeks = |calendar: &str| -> Vec<String> {
        let others = [("timetable.csv", timetable.as_str()), ("calendar.csv", calendar)];
        let planned = planned(&others);
        let label = |monday| {
            let week = planned.almanac.year.week(date(monday)).unwrap();
            planned.school.weeks[usize::from(week.0)].to_string()
        };
        ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"].map(label).to_vec()
    };
    assert_eq!(weeks(calendar), ["jämn", "udda", "udda", "jämn"]);
    let named = format!("{calendar}2026-12-28;vecka jämn\n");
    assert_eq!(weeks(&named), ["udda", "jämn", "udda", "jämn"]);
}

#[test]
fn dates_and_occasions_are_understood_in_danish_and_swedish() {
    for (what, start, end) in [
        ("dato;hvad", "Skolestart", "sidste skoledag"),
        ("datum;vad", "terminsstart", "Terminsslut"),
    ] {
        let calendar = format!(
            "{what}\n10.8.2026;{start}\n12/10-2026;ferie\n13.10.2026;lov\n25. juni 2027;{end}\n"
        );
        let Loaded { almanac, diagnostics, .. } = read(&calendar);
        assert!(diagnostics.is_empty(), "{diagnostics:#?}");
        assert_eq!(almanac.year.terms, [(date("2026-08-10"), date("2027-06-25"))]);
        assert_eq!(almanac.year.holidays.len(), 2);
    }
}

#[test]
fn a_fault_in_the_calendar_keeps_nobody_from_a_timetable() {
    let Loaded { school, diagnostics, .. } = read("date;what\n32.1.2027;holiday\nx;picnic\n");
    assert!(school.is_some());
    let lines: Vec<Option<u32>> =
        diagnostics.iter().map(|Diagnostic { location, .. }| location.line).collect();
    assert_eq!(codes(&diagnostics), ["date-unreadable", "date-unreadable", "occasion-unknown"]);
    assert_eq!(lines, [Some(2), Some(3), Some(3)]);
}

#[test]
fn a_swedish_programme_has_swedish_law_and_time() {
    let settings = ("school.toml", "programme = \"yrkesintroduktion\"\n");
    assert_eq!(planned(&[settings]).almanac.country, Country::Sweden);
    assert_eq!(planned(&[]).almanac.country, Country::Denmark);
}

fn read(calendar: &str) -> Loaded {
    loaded(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
        ("calendar.csv", calendar.as_bytes()),
    ])
}
