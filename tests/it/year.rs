//! The year: stretches beside a slow calendar, every link of the chain beside trying everything, and hours counted again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use mesterskema::domain::{
    Almanac, Alternative, Apprentice, Date, Day, Effort, School, SchoolYear, Stop, Stretch, Term,
    Timetable, WeeksAway, Who, stretches,
};
use mesterskema::input::{load_year, stretches_of, together_in};
use mesterskema::pipeline::Status;
use mesterskema::placement::{Attending, Spell, pupil_year};
use mesterskema::scenario::{Asking, Season, Year, year};
use proptest::prelude::*;
use serde_json::Value;

use crate::brute_force::optimum;
use crate::cases::cases;
use crate::chance::Chance;
use crate::command::{printed, run};
use crate::input_folder::{folder, write};
use crate::random_school;

fn date(written: &str) -> Date {
    Date::read(written).unwrap()
}

/// A school year of one or two terms with holidays, and placements within it and around it.
fn random_year(chance: &mut Chance) -> (SchoolYear, Vec<Term>) {
    let first = date("2026-08-10").plus(i64::from(chance.between(0, 9)));
    let length = i64::from(chance.between(3, 80));
    let last = first.plus(length);
    let terms = match chance.below(4) {
        0 => Vec::new(),
        1 if length > 20 => vec![(first, first.plus(8)), (last.plus(-7), last)],
        _ => vec![(first, last)],
    };
    let mut holidays = BTreeSet::new();
    for _ in 0..chance.below(4) {
        let begun = first.plus(i64::from(chance.between(0, 70)));
        let days = i64::from(chance.pick(&[1, 2, 5, 7, 14]));
        holidays.extend((0..days).map(|days| begun.plus(days)));
    }
    let placement = |chance: &mut Chance| {
        let from = first.plus(i64::from(chance.between(0, 80)) - 10);
        let until = from.plus(i64::from(chance.between(0, 60)));
        Term { from, until, kind: chance.below(3) }
    };
    let placements = (0..chance.below(5)).map(|_| placement(chance)).collect();
    (SchoolYear { terms, holidays, cycle: 1, ..SchoolYear::default() }, placements)
}

/// For each date of some years what is under way in its week, by kind; `None` where its week has no school.
fn day_by_day(year: &SchoolYear, placements: &[Term]) -> BTreeMap<Date, Option<Vec<usize>>> {
    let school_days: BTreeSet<Date> = year.school_days().collect();
    let first = placements.iter().map(|one| one.from).min();
    let last = placements.iter().map(|one| one.until).max();
    let is_school_day = |date: Date| {
        let weekend = [Day::Sat, Day::Sun].contains(&date.weekday());
        let within = first.zip(last).is_some_and(|(first, last)| {
            first.in_week(Day::Mon) <= date && date <= last.in_week(Day::Sun)
        });
        !weekend && if year.terms.is_empty() { within } else { school_days.contains(&date) }
    };
    let mut calendar = BTreeMap::new();
    for days in 0..500 {
        let date = date("2026-06-01").plus(days);
        let week: Vec<Date> = Day::ALL.into_iter().map(|day| date.in_week(day)).collect();
        let mut kinds: Vec<usize> = placements
            .iter()
            .filter(|one| week.iter().any(|day| one.from <= *day && *day <= one.until))
            .map(|one| one.kind)
            .collect();
        kinds.sort_unstable();
        let has_school = week.iter().any(|&day| is_school_day(day));
        calendar.insert(date, has_school.then_some(kinds));
    }
    calendar
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn stretches_are_those_of_a_calendar_gone_through_day_by_day(seed in 0_u64..1_000_000) {
        let (year, placements) = random_year(&mut Chance::new(seed));
        let days: BTreeSet<Day> = Day::ALL[..5].iter().copied().collect();
        let found = stretches(&year, &days, &placements);
        let kinds = |stretch: &Stretch| {
            let mut kinds: Vec<usize> =
                stretch.placements.iter().map(|&place| placements[place].kind).collect();
            kinds.sort_unstable();
            kinds
        };
        let within = |date: Date| {
            found.iter().find(|one| one.from <= date && date <= one.until)
        };
        let calendar = day_by_day(&year, &placements);
        for (&date, expected) in &calendar {
            match (within(date), expected) {
                (Some(stretch), Some(expected)) => prop_assert_eq!(&kinds(stretch), expected),
                (None, Some(_)) => prop_assert!(false, "{} is in no stretch", date),
                // Holidays lie within a stretch, or between two; never at the ends of one.
                (Some(stretch), None) => {
                    prop_assert!(date > stretch.from.in_week(Day::Sun));
                    prop_assert!(date < stretch.until.in_week(Day::Mon));
                }
                (None, None) => {}
            }
        }
        for one in &found {
            prop_assert_eq!((one.from.weekday(), one.until.weekday()), (Day::Mon, Day::Sun));
            prop_assert!(calendar[&one.from].is_some() && calendar[&one.until].is_some());
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].until < pair[1].from);
            prop_assert_ne!(kinds(&pair[0]), kinds(&pair[1]), "equal neighbours are one");
        }
    }

    #[test]
    fn hours_are_those_of_going_through_the_year_date_by_date(seed in 0_u64..1_000_000) {
        let school = random_school::settled(seed);
        let mut chance = Chance::new(seed);
        let (mut dates, _) = random_year(&mut chance);
        dates.cycle = school.weeks.len();
        dates.weeks.insert(date("2026-08-10"), mesterskema::domain::Week(0));
        let plain = |one: &&Apprentice| one.also.is_empty() && school.travel.minutes.is_empty();
        let pupil = school.apprentices.iter().find(plain);
        prop_assume!(pupil.is_some());
        let pupil = pupil.unwrap();
        let weeks_away = chance.percent(50).then(|| WeeksAway {
            who: Who::Pupil(pupil.pupil.clone()),
            weeks: [34, 37].into(),
            what: String::new(),
        });
        let almanac = Almanac {
            year: dates,
            weeks_away: weeks_away.into_iter().collect(),
            ..Almanac::default()
        };
        let (from, until) = (date("2026-08-10"), date("2026-11-29"));
        let placed = (from.plus(i64::from(chance.between(0, 40))), until.plus(-20));
        let away = chance.pick(&pupil.alternatives);
        let timetable = school.baseline();
        let spell = Spell { school: &school, timetable: &timetable, from, until };
        let attending =
            Attending { apprentice: pupil, away: Some((&away, vec![placed])) };
        let told = pupil_year(&almanac, &[(spell, attending)]).unwrap();
        let slow = slow_hours((&school, &timetable), &almanac, (from, until), (pupil, &away, placed));
        let fast: BTreeMap<String, [u32; 4]> = told
            .subjects
            .iter()
            .map(|(code, own)| {
                let lost = [own.lost_to_holidays, own.lost_to_weeks, own.lost_to_placement];
                (code.to_string(), [own.planned, lost[0], lost[1], lost[2]])
            })
            .collect();
        prop_assert_eq!(fast, slow);
    }
}

/// Planned, lost to holidays, to weeks away, to the placement: minutes by subject.
fn slow_hours(
    (school, timetable): (&School, &Timetable),
    almanac: &Almanac,
    (from, until): (Date, Date),
    (pupil, away, placed): (&Apprentice, &Alternative, (Date, Date)),
) -> BTreeMap<String, [u32; 4]> {
    let mut hours: BTreeMap<String, [u32; 4]> = BTreeMap::new();
    for days in 0..=until.days_since(from) {
        let date = from.plus(days);
        let terms = &almanac.year.terms;
        let in_term = terms.iter().any(|&(first, last)| first <= date && date <= last);
        if !(terms.is_empty() || in_term) {
            continue;
        }
        let week = almanac.year.week(date).unwrap();
        let is_gone = almanac.weeks_away.iter().any(|one| one.weeks.contains(&date.week_number()));
        for (lesson, booking) in school.lessons.iter().zip(&timetable.bookings) {
            let mut once = BTreeSet::new();
            for piece in &lesson.pieces {
                let slot = booking.as_ref().unwrap().start.later(piece.offset).unwrap();
                let is_then = slot.day == date.weekday() && piece.weeks.contains(week);
                if !is_then || !pupil.attends(piece) || !once.insert((slot, &piece.subject)) {
                    continue;
                }
                let own = hours.entry(piece.subject.to_string()).or_default();
                own[0] += 45;
                let is_placed = placed.0 <= date && date <= placed.1 && away.covers(slot);
                if almanac.year.holidays.contains(&date) {
                    own[1] += 45;
                } else if is_gone {
                    own[2] += 45;
                } else if is_placed {
                    own[3] += 45;
                }
            }
        }
    }
    hours
}

fn asked(school: &School, seasons: &[Season]) -> Year {
    let asking = Asking { effort: Effort::Strict, threads: 1, stop: &Stop::never() };
    year(school, seasons, asking, &mut |_| ()).unwrap()
}

/// Two to four stretches in which apprentices of a school come, go and stay.
fn seasons(school: &School, chance: &mut Chance) -> Vec<Season> {
    let count = 2 + chance.below(3);
    let season = |number: usize, chance: &mut Chance| {
        let from = date("2026-08-10").plus(i64::try_from(number * 7).unwrap());
        Season {
            stretch: Stretch { from, until: from.plus(6), placements: Vec::new() },
            apprentices: chance.some(&school.apprentices, 70),
        }
    };
    (0..count).map(|number| season(number, chance)).collect()
}

#[test]
fn every_link_of_the_chain_is_the_cheapest_from_the_timetable_before_it() {
    let (mut links, mut kept) = (0, 0);
    for seed in 0..25 {
        let school = random_school::school(seed);
        let seasons = seasons(&school, &mut Chance::new(seed));
        let year = asked(&school, &seasons);
        if let Ok(expected) = optimum(&school, Effort::Strict) {
            assert_eq!(year.whole.points(), expected, "seed {seed}");
        }
        let mut before = school.clone();
        let mut given: BTreeMap<_, Alternative> = BTreeMap::new();
        for (season, link) in seasons.iter().zip(&year.links) {
            let keeps = |one: &Apprentice| {
                let own = given.get(&one.pupil)?;
                one.alternatives.iter().find(|other| other.written == own.written).cloned()
            };
            for (one, seen) in season.apprentices.iter().zip(&link.school.apprentices) {
                assert_eq!(one.pupil, seen.pupil);
                let mates = season.apprentices.iter();
                let mut mates = mates.filter(|mate| {
                    mate.pupil == one.pupil
                        || one.together.is_some() && mate.together == one.together
                });
                let held = mates.find_map(keeps);
                let written: Vec<&str> =
                    seen.alternatives.iter().map(|one| one.written.as_str()).collect();
                match &held {
                    Some(held) => assert_eq!(written, [held.written.as_str()], "seed {seed}"),
                    None => assert_eq!(seen.alternatives, one.alternatives, "seed {seed}"),
                }
                kept += usize::from(held.is_some() && one.alternatives.len() > 1);
            }
            let apprentices = link.school.apprentices.clone();
            assert_eq!(link.school, School { apprentices, ..before.clone() }, "seed {seed}");
            if let Ok(expected) = optimum(&link.school, Effort::Strict) {
                assert_eq!(link.answer.points(), expected, "seed {seed}");
                links += 1;
            }
            given.clear();
            let Some((proposal, _)) = &link.answer.offered else { continue };
            for (one, &at) in link.school.apprentices.iter().zip(&proposal.away) {
                given.insert(one.pupil.clone(), one.alternatives[at].clone());
            }
            for (lesson, booking) in before.lessons.iter_mut().zip(&proposal.timetable.bookings) {
                let Some(booking) = booking else { continue };
                lesson.start = Some(booking.start);
                for room in lesson.pieces.iter_mut().flat_map(|piece| &mut piece.rooms) {
                    *room = booking.room(room).clone();
                }
            }
        }
    }
    assert!(links > 30 && kept > 2, "{links} links, {kept} kept");
}

const TIMETABLE: &str = "class;subject;day;period;teacher\n\
    8A;DAN;mon;1;T1\n8A;MAT;tue;1;T2\n8A;HIS;wed;1;T3\n8A;ENG;thu;1;T4\n8A;GEO;mon;2;T5\n\
    8A;IDR;tue;2;T5\n8A;MUS;wed;2;T6\n8A;BIO;thu;2;T6\n";
const CALENDAR: &str = "date;what\n2026-08-10;term start\n2026-10-12;holiday\n2026-10-13;holiday\n\
    2026-10-14;holiday\n2026-10-15;holiday\n2026-10-16;holiday\n2027-06-25;term end\n";

#[test]
fn a_pupil_on_two_rows_is_away_on_both_days_for_all_other_questions() {
    let files = "pupil;class;away;from;until\n8A-1;8A;mon;;2026-12-20\n8A-1;8A;tue;2026-12-21;\n";
    let folder = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", files.as_bytes()),
        ("calendar.csv", CALENDAR.as_bytes()),
    ]);
    let (loaded, rows) = load_year(folder.path());
    let school = loaded.school.unwrap();
    assert_eq!(school.apprentices.len(), 1);
    assert_eq!(school.apprentices[0].alternatives[0].written, "mon+tue");
    let found = stretches_of(&rows, (&school, &loaded.almanac));
    let dates: Vec<String> =
        found.iter().map(|one| format!("{} {}", one.from, one.until)).collect();
    assert_eq!(dates, ["2026-08-10 2026-12-20", "2026-12-21 2027-06-27"]);
    let own = together_in(&rows, &found[1]);
    assert_eq!(own[0].alternatives[0].written, "tue");
}

#[test]
fn rows_that_overlap_are_refused() {
    let files = "pupil;class;away;from;until\n8A-1;8A;mon;;2026-12-21\n8A-1;8A;tue;2026-12-21;\n";
    let folder =
        folder(&[("timetable.csv", TIMETABLE.as_bytes()), ("apprentices.csv", files.as_bytes())]);
    let (loaded, rows) = load_year(folder.path());
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|one| one.fault.code()).collect();
    assert!(codes.contains(&"pupil-repeated"), "{codes:?}");
    assert!(loaded.school.is_none() && rows.is_empty());
}

#[test]
fn every_stretch_is_a_school_and_an_answer_that_the_judge_reads() {
    let files = "pupil;class;away;from;until\n8A-1;8A;mon|tue;;2026-10-04\n8A-2;8A;tue;2026-10-05;\n\
        8A-1;8A;thu;2026-11-02;\n";
    let school = folder(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", files.as_bytes()),
        ("calendar.csv", CALENDAR.as_bytes()),
    ]);
    write(school.path(), "school.toml", b"name = \"Skovby\"\nlanguage = \"en\"\n");
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("year");
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let output = run(&["year", &path(school.path()), "--out", &path(&out), "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_str(printed(&output)).unwrap();
    let stretches = told["stretches"].as_array().unwrap();
    let starts: Vec<&str> = stretches.iter().map(|one| one["from"].as_str().unwrap()).collect();
    assert_eq!(starts, ["2026-08-10", "2026-10-05", "2026-11-02"]);
    let proven = stretches.iter().all(|one| one["status"] == "optimal");
    assert!(proven && told["whole"]["status"] == "optimal", "{told}");
    for one in stretches {
        let folder = out.join(one["from"].as_str().unwrap());
        let within = path(&folder.join("school"));
        let checked = run(&["check", &within, "--proposal", &path(&folder), "--json"]);
        assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stderr));
        let said: Value = serde_json::from_str(printed(&checked)).unwrap();
        assert_eq!(said["points"], one["points"], "{one}");
        let solved = run(&["solve", &within, "--json"]);
        let again: Value = serde_json::from_str(printed(&solved)).unwrap();
        assert_eq!(again["points"], one["points"], "{one}");
        let plans = path(&folder.join("plans"));
        let planned = run(&["plans", &within, "--proposal", &path(&folder), "--out", &plans]);
        assert_eq!(planned.status.code(), Some(0), "{}", String::from_utf8_lossy(&planned.stderr));
    }
    let hours = fs::read_to_string(out.join("year.csv")).unwrap();
    assert!(hours.contains("8A-1;8A;DAN;"), "{hours}");
    assert!(hours.lines().any(|line| line.ends_with(";560;1400")), "{hours}");
    assert!(fs::read_to_string(out.join("year.html")).unwrap().contains("2026-10-05/report.html"));
    assert_eq!(stretches[0]["status"], Status::Optimal.code());
}
