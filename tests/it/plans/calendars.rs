//! Calendars, read back by another reader of RFC 5545.

use std::collections::BTreeSet;

use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use calcard::{Entry, Parser};
use mesterskema::domain::Language;

use super::{APPRENTICES, CALENDAR, PERIODS, PLACES, TIMETABLE, is, planned};

/// The calendar that a text is, and nothing else; no line of it is too long.
pub(super) fn read(text: &str) -> ICalendar {
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
    let begun = text.lines().filter(|line| line.starts_with("BEGIN:")).count();
    assert_eq!(begun, text.lines().filter(|line| line.starts_with("END:")).count());
    let mut parser = Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else { panic!("no calendar: {text}") };
    assert!(matches!(parser.entry(), Entry::Eof), "{text}");
    calendar
}

/// What a property of a component says, if it has it.
fn property(calendar: &ICalendar, component: u32, name: &ICalendarProperty) -> Option<String> {
    let component = &calendar.components[usize::try_from(component).unwrap()];
    let value = component.property(name)?.values.first()?;
    value.as_text().map(ToOwned::to_owned)
}

/// Everything that happens: what, and from when to when.
pub(super) fn happenings(text: &str) -> Vec<String> {
    let calendar = read(text);
    let expanded = calendar.expand_dates(Tz::Floating, 10_000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let mut told: Vec<(i64, String)> = Vec::new();
    for event in expanded.events {
        let event = event.try_into_date_time().unwrap();
        let what = property(&calendar, event.comp_id, &ICalendarProperty::Summary).unwrap();
        let (start, end) = (event.start.to_rfc3339(), event.end.to_rfc3339());
        told.push((event.start.timestamp(), format!("{start} {end} {what}")));
    }
    told.sort();
    told.into_iter().map(|(_, told)| told).collect()
}

/// Those of them that have a word in them.
fn with(text: &str, word: &str) -> Vec<String> {
    happenings(text).into_iter().filter(|told| told.contains(word)).collect()
}

fn pupil(others: &[(&str, &str)]) -> String {
    planned(others).file("pupils/8A-04.ics")
}

#[test]
fn a_lesson_stays_at_its_time_when_the_clocks_change() {
    let expected = [
        "2026-10-06T08:00:00+02:00 2026-10-06T08:45:00+02:00 MAT 8.A",
        "2026-10-09T08:50:00+02:00 2026-10-09T09:35:00+02:00 MAT 8.A",
        "2026-10-20T08:00:00+02:00 2026-10-20T08:45:00+02:00 MAT 8.A",
        "2026-10-23T08:50:00+02:00 2026-10-23T09:35:00+02:00 MAT 8.A",
        "2026-10-27T08:00:00+01:00 2026-10-27T08:45:00+01:00 MAT 8.A",
        "2026-10-30T08:50:00+01:00 2026-10-30T09:35:00+01:00 MAT 8.A",
        "2026-11-03T08:00:00+01:00 2026-11-03T08:45:00+01:00 MAT 8.A",
        "2026-11-06T08:50:00+01:00 2026-11-06T09:35:00+01:00 MAT 8.A",
    ];
    assert_eq!(with(&pupil(&[]), "MAT"), expected);
}

#[test]
fn a_double_lesson_is_one_event_from_its_first_minute_to_its_last() {
    let text = pupil(&[]);
    assert_eq!(
        with(&text, "DAN")[0],
        "2026-10-05T08:00:00+02:00 2026-10-05T09:35:00+02:00 DAN 8.A"
    );
    assert_eq!(with(&text, "DAN").len(), 4);
}

#[test]
fn lessons_of_two_weeks_take_turns_through_a_holiday() {
    let text = pupil(&[]);
    let days = |word| -> Vec<String> {
        with(&text, word).iter().map(|told| told[..10].to_owned()).collect()
    };
    assert_eq!(days("HIS"), ["2026-10-07", "2026-10-21", "2026-11-04"]);
    assert_eq!(days("GEO"), ["2026-10-28"]);
}

#[test]
fn the_placement_is_an_event_with_its_times_and_takes_the_place_of_lessons() {
    let text = pupil(&[]);
    let expected = [
        "2026-10-08T07:30:00+02:00 2026-10-08T14:30:00+02:00 Placement: garage",
        "2026-10-22T07:30:00+02:00 2026-10-22T14:30:00+02:00 Placement: garage",
        "2026-10-29T07:30:00+01:00 2026-10-29T14:30:00+01:00 Placement: garage",
        "2026-11-05T07:30:00+01:00 2026-11-05T14:30:00+01:00 Placement: garage",
    ];
    assert_eq!(with(&text, "Placement"), expected);
    assert!(with(&text, "IDR").is_empty());
}

#[test]
fn before_and_after_the_agreed_dates_the_pupil_is_at_school() {
    let apprentices = APPRENTICES.replace("garage;;;;;", "garage;;;2026-10-22;2026-10-29;");
    let text = pupil(&[("apprentices.csv", &apprentices)]);
    let days = |word| -> Vec<String> {
        with(&text, word).iter().map(|told| told[..10].to_owned()).collect()
    };
    assert_eq!(days("Placement"), ["2026-10-22", "2026-10-29"]);
    assert_eq!(days("IDR"), ["2026-10-08", "2026-11-05"]);
}

#[test]
fn a_placement_without_times_takes_the_day() {
    let text = pupil(&[("places.csv", "")]);
    assert!(text.contains("DTSTART;VALUE=DATE:20261008\r\n"));
    assert!(text.contains("DTEND;VALUE=DATE:20261009\r\n"));
    assert!(text.contains("EXDATE;VALUE=DATE:20261015\r\n"));
    assert_eq!(with(&text, "Placement").len(), 4);
}

#[test]
fn a_part_of_a_day_without_times_has_those_of_its_periods() {
    let apprentices = APPRENTICES.replace(";thu;", ";thu 1-2;");
    let text = pupil(&[("places.csv", ""), ("apprentices.csv", &apprentices)]);
    assert_eq!(
        with(&text, "Placement")[0],
        "2026-10-08T08:00:00+02:00 2026-10-08T09:35:00+02:00 Placement: garage"
    );
}

#[test]
fn a_term_may_go_past_new_year_and_its_last_date_belongs_to_it() {
    let calendar = "date;what\n2026-12-28;term start\n2026-12-31;holiday\n2027-01-01;holiday\n\
        2026-12-28;week B\n2027-01-07;term end\n";
    let text = pupil(&[("calendar.csv", calendar)]);
    let told: Vec<String> = happenings(&text).iter().map(|one| one[..10].to_owned()).collect();
    let expected = [
        "2026-12-28",
        "2026-12-29",
        "2026-12-30",
        "2027-01-04",
        "2027-01-05",
        "2027-01-06",
        "2027-01-07",
    ];
    assert_eq!(told, expected);
    assert_eq!(with(&text, "GEO").len() + with(&text, "HIS").len(), 2);
}

#[test]
fn nobody_is_told_a_time_that_is_not_known() {
    let periods = PERIODS.replace("1;08:00;08:45\n", "1;;\n");
    let planned = planned(&[("periods.csv", &periods)]);
    assert!(
        with(&planned.file("teachers/CD.ics"), "MAT").iter().all(|told| told.contains("T08:50"))
    );
    let files = planned.files(Language::English);
    assert!(files.iter().all(|(name, _)| name != "teachers/EF.ics"));
}

#[test]
fn the_class_sees_who_is_away_and_not_where() {
    let text = planned(&[]).file("classes/8.A.ics");
    assert_eq!(
        with(&text, "8A-04")[0],
        "2026-10-08T07:30:00+02:00 2026-10-08T14:30:00+02:00 8A-04: away"
    );
    assert!(with(&text, "IDR").len() == 4 && !text.contains("garage"));
}

#[test]
fn a_joint_lesson_is_once_in_its_teachers_calendar() {
    let timetable = format!("{TIMETABLE}8.A;MUS;KL;L8;tue;2;\n9.A;MUS;KL;L8;tue;2;\n");
    let text = planned(&[("timetable.csv", &timetable)]).file("teachers/KL.ics");
    assert_eq!(with(&text, "MUS 8.A+9.A").len(), 4);
    assert_eq!(happenings(&text).len(), 4);
}

#[test]
fn what_people_write_stays_text() {
    let name = "R & D; \"Æ,Ø\" \\n END:VEVENT og mere, så at linjen bliver lang nok til at foldes";
    let places =
        PLACES.replace("Smedevej 12, Skovby", &format!("\"{}\"", name.replace('"', "\"\"")));
    let text = pupil(&[("places.csv", &places)]);
    let calendar = read(&text);
    let components = u32::try_from(calendar.components.len()).unwrap();
    let locations: BTreeSet<String> = (0..components)
        .filter_map(|one| property(&calendar, one, &ICalendarProperty::Location))
        .collect();
    assert!(locations.contains(&format!("garage, {name}")), "{locations:?}");
}

#[test]
fn every_event_has_an_identity_that_no_other_has() {
    let planned = planned(&[]);
    let mut identities = BTreeSet::new();
    let mut events = 0;
    for (name, text) in planned.files(Language::Danish) {
        if is(&name, "ics") {
            let calendar = read(&text);
            let is_event = |kind: &ICalendarComponentType| *kind == ICalendarComponentType::VEvent;
            let own = calendar.components.iter().filter(|one| is_event(&one.component_type));
            for event in own {
                identities.insert(event.uid().unwrap().to_owned());
                events += 1;
            }
        }
    }
    assert_eq!(identities.len(), events);
    assert!(events > 20);
}

#[test]
fn an_event_keeps_its_identity_when_its_lesson_moves() {
    let moved = TIMETABLE.replace("8.A;MAT;CD;L8;tue;1;", "8.A;MAT;CD;L8;tue;3;");
    let identities = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID")).map(ToOwned::to_owned).collect()
    };
    let (before, after) = (pupil(&[]), pupil(&[("timetable.csv", &moved)]));
    assert_ne!(before, after);
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines
    };
    assert_eq!(sorted(identities(&before)), sorted(identities(&after)));
}

#[test]
fn a_swedish_school_has_swedish_time() {
    let text = pupil(&[("school.toml", "country = \"SE\"\n"), ("calendar.csv", CALENDAR)]);
    assert!(text.contains("TZID:Europe/Stockholm\r\n") && !text.contains("Copenhagen"));
    assert_eq!(with(&text, "MAT").len(), 8);
}
