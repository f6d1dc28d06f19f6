//! Generated schools: realistic, valid, and the same from the same seed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Output;

use mesterskema::check::faults;
use mesterskema::diagnostic::Severity;
use mesterskema::domain::{ClassName, Day, Lesson, School, Week};
use mesterskema::export::folder::files;
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus, generate};
use mesterskema::input::{Need, load};
use proptest::prelude::*;

use crate::cases::cases;
use crate::command::program;

const KINDS: [Kind; 4] = [
    Kind::Folkeskole { parallel: 1 },
    Kind::Folkeskole { parallel: 2 },
    Kind::Modules { parallel: 1 },
    Kind::Gymnasium { classes: 9 },
];
const DAYS: [AwayDays; 3] = [AwayDays::Spread, AwayDays::PerClass, AwayDays::Shared];
const DAYS_EACH: [DaysEach; 2] = [DaysEach::Two, DaysEach::One];

fn prospectus(kind: Kind, seed: u64) -> Prospectus {
    let (apprentices, days) = (Count::Percent(5), AwayDays::Spread);
    Prospectus { kind, apprentices, days, days_each: DaysEach::Two, seed }
}

fn school(kind: Kind, seed: u64) -> School {
    generate(&prospectus(kind, seed)).unwrap()
}

/// The slots of a class in a week: for each day, the periods with a lesson.
fn days(school: &School, class: &ClassName, week: Week) -> BTreeMap<Day, BTreeSet<u8>> {
    let mut days: BTreeMap<Day, BTreeSet<u8>> = BTreeMap::new();
    for lesson in &school.lessons {
        for piece in &lesson.pieces {
            if piece.classes.contains(class) && piece.weeks.contains(week) {
                let start = lesson.start.unwrap();
                let period = start.period.0 + piece.offset;
                days.entry(start.day).or_default().insert(period);
            }
        }
    }
    days
}

/// Lessons of 45 minutes that a class has of a subject in both weeks of the cycle together, side by side counted once.
fn minutes(school: &School, class: &ClassName, subject: &str) -> usize {
    let own = |lesson: &&Lesson| lesson.classes().contains(class);
    let mut slots = BTreeSet::new();
    for lesson in school.lessons.iter().filter(own) {
        for piece in lesson.pieces.iter().filter(|piece| piece.classes.contains(class)) {
            for week in piece.weeks.iter().filter(|_| piece.subject.as_str() == subject) {
                slots.insert((lesson.start.unwrap().later(piece.offset), week));
            }
        }
    }
    let weeks = school.weeks.len();
    slots.len() * 2 / weeks
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_generated_school_is_read_again_as_it_is_and_has_no_faults(
        seed: u64,
        kind in prop::sample::select(&KINDS[..]),
        days in prop::sample::select(&DAYS[..]),
        days_each in prop::sample::select(&DAYS_EACH[..]),
        percent in 0_u8..=100,
    ) {
        let apprentices = Count::Percent(percent);
        let school = generate(&Prospectus { kind, apprentices, days, days_each, seed }).unwrap();
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files(&school) {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let loaded = load(folder.path(), Need::Apprentices);
        let errors = loaded.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        prop_assert_eq!(errors.count(), 0, "{:?}", loaded.diagnostics);
        prop_assert_eq!(faults(&school), []);
        prop_assert_eq!(loaded.school, Some(school));
    }

    #[test]
    fn no_class_has_a_gap_in_any_week(seed: u64, kind in prop::sample::select(&KINDS[..])) {
        let school = school(kind, seed);
        for class in school.classes.keys() {
            for week in school.cycle() {
                for (day, periods) in days(&school, class, week) {
                    let length = usize::from(*periods.last().unwrap());
                    prop_assert_eq!(periods.len(), length, "{} on {}: {:?}", class, day, periods);
                }
            }
        }
    }

    #[test]
    fn every_grade_has_its_hours(seed: u64, parallel in 1_usize..=2) {
        let school = school(Kind::Folkeskole { parallel }, seed);
        let lessons = [25, 26, 27, 29, 31, 31, 32, 33, 33];
        for class in school.classes.keys() {
            let grade = usize::from(class.as_str().as_bytes()[0] - b'0');
            let week = days(&school, class, Week(0));
            prop_assert_eq!(week.values().map(BTreeSet::len).sum::<usize>(), lessons[grade - 1]);
            let danish = [11, 11, 8, 7, 7, 7, 7, 7, 7][grade - 1];
            prop_assert_eq!(minutes(&school, class, "DAN"), 2 * danish);
            prop_assert_eq!(minutes(&school, class, "MAT"), 2 * 5);
            prop_assert_eq!(minutes(&school, class, "KRI"), 2 * [2, 1, 1, 1, 1, 2, 1, 1, 1][grade - 1]);
        }
    }
}

#[test]
fn in_modules_every_grade_has_the_same_hours_over_two_weeks() {
    let school = school(Kind::Modules { parallel: 2 }, 3);
    assert_eq!(school.weeks.len(), 2);
    for class in school.classes.keys() {
        let grade = usize::from(class.as_str().as_bytes()[0] - b'0');
        // A module is two lessons, so over both weeks there are as many modules as lessons a week.
        let danish = [11, 11, 8, 7, 7, 7, 7, 7, 7][grade - 1];
        assert_eq!(minutes(&school, class, "DAN"), danish, "{class}");
        assert_eq!(
            minutes(&school, class, "IDR"),
            [2, 2, 2, 2, 2, 2, 3, 3, 3][grade - 1],
            "{class}"
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    for kind in KINDS {
        for days_each in DAYS_EACH {
            let wish = |seed| Prospectus { days_each, ..prospectus(kind, seed) };
            let bytes = |seed| files(&generate(&wish(seed)).unwrap());
            assert_eq!(bytes(1), bytes(1));
            assert_ne!(bytes(1), bytes(2));
        }
    }
}

#[test]
fn apprentices_are_as_many_as_asked_for_and_spread_evenly() {
    for (percent, pupils) in [(2, 2), (5, 4), (10, 8)] {
        let kind = Kind::Folkeskole { parallel: 2 };
        let apprentices = Count::Percent(percent);
        let school = generate(&Prospectus { apprentices, ..prospectus(kind, 5) }).unwrap();
        assert_eq!(school.apprentices.len(), pupils);
        let mut by_class: BTreeMap<&ClassName, usize> = BTreeMap::new();
        for one in &school.apprentices {
            *by_class.entry(&one.class).or_default() += 1;
        }
        assert!(by_class.values().all(|&number| number <= pupils.div_ceil(4)));
    }
}

#[test]
fn a_school_looks_like_one() {
    let school = school(Kind::Folkeskole { parallel: 3 }, 1);
    let count = |is: fn(&&Lesson) -> bool| school.lessons.iter().filter(is).count();
    assert!(count(|lesson| lesson.length() == 2) * 3 > school.lessons.len());
    assert!(count(|lesson| lesson.locked) >= 2);
    assert!(count(|lesson| lesson.classes().len() > 1) > 5);
    assert!(count(|lesson| lesson.pieces.iter().any(|piece| piece.group.is_some())) > 20);
    assert!(school.teachers.values().filter(|one| !one.unavailable.is_empty()).count() >= 3);
    assert!(school.rooms.values().filter(|room| room.kind.is_some()).count() >= 8);
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

#[test]
fn the_command_writes_a_school_into_a_new_folder_and_says_what_it_looks_like() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("school");
    let folder = folder.to_str().unwrap();
    let made = run(&["generate", folder, "--parallel", "1", "--pupils", "2", "--seed", "4"]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let told = String::from_utf8(made.stdout).unwrap();
    assert!(told.contains("9  classes") && told.contains("2  apprentices"), "{told}");
    let checked = run(&["check", folder]);
    let faults = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(!faults.contains("error"), "{faults}");
}

#[test]
fn the_command_refuses_a_folder_that_holds_something() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("timetable.csv"), "mine").unwrap();
    let refused = run(&["generate", folder.path().to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("is not empty"));
    assert_eq!(fs::read(folder.path().join("timetable.csv")).unwrap(), b"mine");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn more_apprentices_than_the_school_has_pupils_for_are_refused_with_the_most() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("school");
    let make = |pupils: &str, language: &str| {
        let folder = folder.to_str().unwrap();
        run(&["generate", folder, "--pupils", pupils, "--language", language])
    };
    for (language, told) in
        [("en", "can be 126 at most"), ("da", "højst være 126"), ("sv", "högst 126")]
    {
        let refused = make("100000", language);
        assert_eq!(refused.status.code(), Some(2));
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains("100000") && said.contains(told), "{said}");
    }
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    assert_eq!(make("126", "en").status.code(), Some(0));
    let apprentices = fs::read_to_string(folder.join("apprentices.csv")).unwrap();
    assert_eq!(apprentices.lines().count(), 127);
}
