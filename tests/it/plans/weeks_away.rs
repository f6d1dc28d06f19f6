//! Whole weeks away (`absences.csv`): how they are read, what they cost, and what does not happen in them.

use std::collections::BTreeSet;

use mesterskema::domain::{Language, WeeksAway, Who};

use super::calendars::{happenings, read};
use super::pages::table;
use super::{Planned, planned};

/// A pupil is away for two weeks of which one is a holiday, and the class in the last week but one.
const ABSENCES: &str = "\
pupil;class;weeks;what
8a-04;;42-43;APL
;8.A;44;lejrskole
";

fn away(absences: &str) -> Planned {
    planned(&[("absences.csv", absences)])
}

#[test]
fn weeks_are_those_of_a_pupil_or_of_a_class_in_three_languages() {
    for heading in ["pupil;class;weeks;what", "elev;klasse;uger;hvad", "elev;klass;veckor;vad"] {
        let planned = away(&ABSENCES.replace("pupil;class;weeks;what", heading));
        let weeks = |who, weeks: &[u8], what: &str| WeeksAway {
            who,
            weeks: weeks.iter().copied().collect(),
            what: what.to_owned(),
        };
        let expected = [
            weeks(Who::Pupil("8A-04".into()), &[42, 43], "APL"),
            weeks(Who::Class("8.A".into()), &[44], "lejrskole"),
        ];
        assert_eq!(planned.almanac.weeks_away, expected);
    }
}

#[test]
fn a_pupil_is_away_for_whole_weeks_and_nothing_else_happens_in_them() {
    let planned = away(ABSENCES);
    let all = happenings(&planned.file("pupils/8A-04.ics"));
    let weeks: Vec<&str> = all
        .iter()
        .filter(|told| told.ends_with("APL") || told.ends_with("lejrskole"))
        .map(|told| &told[..10])
        .collect();
    // Week 42 is a holiday.
    assert_eq!(weeks, ["2026-10-19", "2026-10-26"]);
    let days: BTreeSet<&str> = all.iter().map(|told| &told[..10]).collect();
    let within = |day: &&&str| ("2026-10-20".."2026-11-01").contains(*day) && **day != "2026-10-26";
    assert_eq!(days.iter().find(within), None);
    assert!(planned.file("pupils/8A-04.ics").contains("DTEND;VALUE=DATE:20261024\r\n"));
}

#[test]
fn a_lesson_is_not_held_while_all_its_classes_are_away() {
    let planned = away(ABSENCES);
    let of_teacher = happenings(&planned.file("teachers/CD.ics"));
    let plain = happenings(&super::planned(&[]).file("teachers/CD.ics"));
    let missing: Vec<&String> = plain.iter().filter(|told| !of_teacher.contains(told)).collect();
    assert!(
        missing.iter().all(|told| told.starts_with("2026-10-2") || told.starts_with("2026-10-30"))
    );
    assert_eq!(missing.len(), 2);
    // The other class is at school.
    let of_other = happenings(&planned.file("teachers/EF.ics"));
    assert!(of_other.iter().any(|told| told.starts_with("2026-10-26") && told.contains("ENG")));
}

#[test]
fn the_class_sees_that_one_of_it_is_away_and_has_its_lessons_nevertheless() {
    let calendar = read(&away(ABSENCES).file("classes/8.A.ics"));
    let text = away(ABSENCES).file("classes/8.A.ics");
    assert!(calendar.components.len() > 2);
    let told = happenings(&text);
    let of_pupil: Vec<&String> = told.iter().filter(|told| told.contains("8A-04: APL")).collect();
    assert_eq!(of_pupil.len(), 1, "{told:#?}");
    assert!(told.iter().any(|told| told.starts_with("2026-10-20") && told.contains("MAT")));
    assert!(!told.iter().any(|told| told.starts_with("2026-10-27") && told.contains("MAT")));
    assert!(text.contains("SUMMARY:8A-04: APL\r\n"));
}

#[test]
fn hours_of_a_year_are_lost_in_weeks_away_and_not_twice() {
    let plan = away(ABSENCES).file("pupils/8A-04.html");
    // Two weeks of 40: 210 hours a year are 5.25 a week. What is lost on Thursdays is lost in 38 weeks.
    let expected = [
        "DAN 60 0 0 3 57",
        "GEO 15 0 0 0.8 14.3",
        "HIS 15 0 0 0.8 14.3",
        "IDR 60 57 57 3 0",
        "MAT 60 0 0 3 57",
        "in all 210 57 57 10.5 142.5",
    ];
    assert_eq!(table(&plan, "year"), expected);
    assert!(plan.contains("At the placement: 266 hours a year of 1400"), "{plan}");
    assert!(plan.contains(
        "Besides, 2 whole weeks away: 70 hours. With the placement that is 336 hours of 1400."
    ));
    assert!(
        table(&plan, "placement")
            .contains(&"Whole weeks away week 42–43 (APL) week 44 (lejrskole)".to_owned())
    );
    let sheet = away(ABSENCES).file("classes/8.A.html");
    assert!(table(&sheet, "away")[0].contains("week 42–43 (APL)"), "{:?}", table(&sheet, "away"));
}

#[test]
fn without_a_calendar_every_week_counts_that_every_year_has() {
    let others = [("absences.csv", "pupil;weeks\n8A-04;51-2\n"), ("calendar.csv", "")];
    let timetable = super::TIMETABLE.replace(";A\n", ";\n").replace("8.A;GEO;EF;L8;wed;1;B\n", "");
    let others = [others[0], others[1], ("timetable.csv", timetable.as_str())];
    let plan = planned(&others).file("pupils/8A-04.html");
    assert!(plan.contains("Besides, 4 whole weeks away"), "{plan}");
}

#[test]
fn more_than_two_fifths_with_weeks_away_is_to_be_looked_at() {
    let weeks = |last: u8| format!("pupil;weeks\n8A-04;1-{last}\n");
    let cautions = |last| {
        let others = [("absences.csv", weeks(last)), ("calendar.csv", String::new())];
        let others = others.each_ref().map(|(name, text)| (*name, text.as_str()));
        let timetable =
            super::TIMETABLE.replace(";A\n", ";\n").replace("8.A;GEO;EF;L8;wed;1;B\n", "");
        let others = [others[0], others[1], ("timetable.csv", timetable.as_str())];
        planned(&others).cautions()
    };
    // 7 hours on 30 Thursdays and 10 weeks of 35 hours are 560 hours, two fifths of 1,400.
    assert!(!cautions(10).iter().any(|told| told.contains("two fifths")));
    let told = "The placement and the weeks away are 588 hours a year; two fifths are 560.";
    assert!(cautions(11).iter().any(|caution| caution == told), "{:?}", cautions(11));
}

#[test]
fn weeks_away_are_told_in_three_languages() {
    let planned = away(ABSENCES);
    let told = Language::ALL.map(|language| planned.file_in("pupils/8A-04.html", language));
    let expected = [
        ["Hele uger væk", "Dertil 2 hele uger væk: 70 timer.", "i hele uger væk"],
        ["Hela veckor borta", "Därtill 2 hela veckor borta: 70 timmar.", "i hela veckor borta"],
        ["Whole weeks away", "Besides, 2 whole weeks away: 70 hours.", "in whole weeks away"],
    ];
    for (told, expected) in told.iter().zip(expected) {
        assert!(expected.iter().all(|part| told.contains(part)), "{told}");
    }
}
