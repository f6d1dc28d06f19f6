//! Calendars of a whole year, read back by another reader and right on every single date.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use mesterskema::domain::{Date, Day};

use super::calendars::happenings;
use crate::command::run;
use crate::input_folder::folder;

const TIMETABLE: &str = "class;subject;day;period;teacher\n\
    8A;DAN;mon;1;T1\n8A;MAT;tue;1;T2\n8A;HIS;wed;1;T3\n8A;ENG;thu;1;T4\n8A;GEO;mon;2;T5\n\
    8A;IDR;tue;2;T5\n8A;MUS;wed;2;T6\n8A;BIO;thu;2;T6\n8B;DAN;fri;1;T1\n8B;MUS;fri;2;T6\n";
/// The first is away on other days from November on; the second comes in October, in the middle of a week.
const APPRENTICES: &str = "pupil;class;away;from;until\n8A-1;8A;mon;;2026-10-04\n\
    8A-2;8A;tue;2026-10-07;\n8A-1;8A;thu;2026-11-02;\n";
const PERIODS: &str = "period;start;end\n1;08:00;08:45\n2;08:50;09:35\n";
const CALENDAR: &str = "date;what\n2026-08-10;term start\n2026-10-12;holiday\n2026-10-13;holiday\n\
    2026-10-14;holiday\n2026-10-15;holiday\n2026-10-16;holiday\n2026-12-24;holiday\n2027-01-29;term end\n";
const ABSENCES: &str = "pupil;class;weeks;what\n8A-1;;v 47-48;APL\n;8B;35;camp\n;8A;50;exams\n";
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The dates of each subject in the rows of a timetable, by weekday.
fn lessons(timetable: &str, class: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut lessons: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in timetable.trim_start_matches('\u{feff}').lines().skip(1) {
        let cells: Vec<&str> = line.split(';').collect();
        if cells[0] == class {
            lessons.entry(cells[2].to_owned()).or_default().insert(cells[1].to_owned());
        }
    }
    lessons
}

/// The day on which a pupil is away on a date, as the rows say it.
fn away(pupil: &str, date: Date) -> Option<&'static str> {
    let on = |written: &str| Date::read(written).unwrap();
    match pupil {
        "8A-1" if date <= on("2026-10-04") => Some("mon"),
        "8A-1" if date >= on("2026-11-02") => Some("thu"),
        "8A-2" if date >= on("2026-10-07") => Some("tue"),
        _ => None,
    }
}

/// What should happen on a date: the subjects, and whether the pupil is at the placement.
fn expected(out: &Path, pupil: &str, date: Date) -> BTreeSet<String> {
    let starts = ["2026-08-10", "2026-10-05", "2026-11-02"];
    let start = starts.iter().rfind(|start| Date::read(start).unwrap() <= date);
    let is_holiday = CALENDAR.contains(&format!("{date};holiday"));
    let gone: &[u8] = if pupil == "8A-1" { &[47, 48, 50] } else { &[50] };
    let ends = Date::read("2027-01-29").unwrap();
    let Some(start) = start.filter(|_| !is_holiday && date <= ends) else {
        return BTreeSet::new();
    };
    if gone.contains(&date.week_number()) {
        return BTreeSet::new();
    }
    let timetable = fs::read_to_string(out.join(start).join("timetable.csv")).unwrap();
    let day = DAYS[Day::ALL.iter().position(|&day| day == date.weekday()).unwrap()];
    if away(pupil, date) == Some(day) {
        return BTreeSet::from(["Placement".to_owned()]);
    }
    let subjects = lessons(&timetable, "8A").remove(day).unwrap_or_default();
    subjects.into_iter().map(|subject| format!("{subject} 8A")).collect()
}

#[test]
fn a_year_of_three_stretches_is_right_on_every_date() {
    let school = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
        ("periods.csv", PERIODS.as_bytes()),
        ("calendar.csv", CALENDAR.as_bytes()),
        ("absences.csv", ABSENCES.as_bytes()),
    ]);
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("year");
    let paths = [school.path(), &out].map(|path| path.to_string_lossy().into_owned());
    let output = run(&["year", &paths[0], "--out", &paths[1], "--language", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut dates = 0;
    for pupil in ["8A-1", "8A-2"] {
        let text = fs::read_to_string(out.join(format!("calendars/pupils/{pupil}.ics"))).unwrap();
        let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for one in happenings(&text) {
            let (what, day) = (one.splitn(3, ' ').nth(2).unwrap(), one[..10].to_owned());
            // Whole weeks away are events of their own, on their Mondays.
            if !["APL", "exams"].contains(&what) {
                told.entry(day).or_default().insert(what.to_owned());
            }
        }
        for days in 0..200 {
            let date = Date::read("2026-08-03").unwrap().plus(days);
            let own = told.remove(&date.to_string()).unwrap_or_default();
            assert_eq!(own, expected(&out, pupil, date), "{pupil} on {date}");
            dates += usize::from(!own.is_empty());
        }
        assert!(told.is_empty(), "{told:?}");
        let weeks: Vec<String> = happenings(&text)
            .into_iter()
            .filter(|one| one.ends_with("APL") || one.ends_with("exams"))
            .map(|one| one[..10].to_owned())
            .collect();
        let of_pupil: &[&str] = &["2026-11-16", "2026-11-23", "2026-12-07"];
        let shown = if pupil == "8A-1" { of_pupil } else { &of_pupil[2..] };
        assert_eq!(weeks, shown);
    }
    assert!(dates > 150, "{dates}");
    let class = fs::read_to_string(out.join("calendars/classes/8B.ics")).unwrap();
    assert!(
        !happenings(&class).iter().any(|one| one.contains("2026-08-28") && one.contains("DAN"))
    );
}

#[test]
fn a_lesson_that_stays_is_one_event_of_the_year_and_one_that_moves_is_two() {
    let school = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", APPRENTICES.as_bytes()),
        ("periods.csv", PERIODS.as_bytes()),
        ("calendar.csv", CALENDAR.as_bytes()),
    ]);
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("year");
    let paths = [school.path(), &out].map(|path| path.to_string_lossy().into_owned());
    run(&["year", &paths[0], "--out", &paths[1]]);
    let text = fs::read_to_string(out.join("calendars/classes/8A.ics")).unwrap();
    let timetables = ["2026-08-10", "2026-10-05", "2026-11-02"]
        .map(|start| fs::read_to_string(out.join(start).join("timetable.csv")).unwrap());
    for subject in ["DAN", "MAT", "HIS", "ENG", "GEO", "IDR", "MUS", "BIO"] {
        let own = |timetable: &String| -> Vec<String> {
            let lines = timetable.lines().filter(|line| line.starts_with("8A;"));
            let lines = lines.filter(|line| line.contains(subject));
            lines.map(|line| line.split(';').skip(2).take(2).collect()).collect()
        };
        let places: BTreeSet<Vec<String>> = timetables.iter().map(own).collect();
        let events = text.matches(&format!("SUMMARY:{subject} 8A")).count();
        assert_eq!(events, places.len(), "{subject}");
    }
}
