//! When the apprentices of generated schools are away: as a rule on two days a week.

use std::collections::{BTreeMap, BTreeSet};

use mesterskema::domain::{Alternative, ClassName, Day, School, TeacherName};
use mesterskema::export::folder::files;
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus, generate};
use proptest::prelude::*;

use crate::cases::cases;
use crate::command::run;

const SMALL: Kind = Kind::Folkeskole { parallel: 1 };

/// A school with a number of apprentices, which every kind of days has.
fn school(days: AwayDays, days_each: DaysEach, pupils: usize, seed: u64) -> School {
    let apprentices = Count::Pupils(pupils);
    generate(&Prospectus { kind: SMALL, apprentices, days, days_each, seed }).unwrap()
}

/// The days of each class's pupils, pupil by pupil.
fn by_class(school: &School) -> BTreeMap<&ClassName, Vec<Vec<Day>>> {
    let mut by_class: BTreeMap<&ClassName, Vec<Vec<Day>>> = BTreeMap::new();
    for one in &school.apprentices {
        assert_eq!(one.alternatives.len(), 1);
        let days = one.alternatives[0].spans.iter().map(|span| span.day).collect();
        by_class.entry(&one.class).or_default().push(days);
    }
    by_class
}

fn all(days: &[Vec<Day>]) -> BTreeSet<Day> {
    days.iter().flatten().copied().collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn who_is_away_on_two_days_has_two_and_a_class_no_third(seed: u64, pupils in 1_usize..=30) {
        for days in [AwayDays::Spread, AwayDays::PerClass, AwayDays::Shared] {
            let school = school(days, DaysEach::Two, pupils, seed);
            let by_class = by_class(&school);
            for pupils in by_class.values() {
                prop_assert_eq!(all(pupils).len(), 2);
                prop_assert_eq!(pupils[0].len(), 2);
                let may_have_one = days == AwayDays::Spread;
                prop_assert!(pupils.iter().all(|own| own.len() == 2 || may_have_one && own.len() == 1));
                prop_assert!(pupils.iter().all(|own| own.is_sorted()));
            }
            let in_school: BTreeSet<BTreeSet<Day>> = by_class.values().map(|own| all(own)).collect();
            prop_assert!(days != AwayDays::Shared || in_school.len() == 1);
        }
    }

    #[test]
    fn who_is_away_on_one_day_has_one_and_a_class_no_third(seed: u64, pupils in 1_usize..=30) {
        for (days, most) in [(AwayDays::Spread, 2), (AwayDays::PerClass, 1), (AwayDays::Shared, 1)] {
            let school = school(days, DaysEach::One, pupils, seed);
            let by_class = by_class(&school);
            prop_assert!(by_class.values().flatten().all(|own| own.len() == 1));
            prop_assert!(by_class.values().all(|own| all(own).len() <= most));
            let in_school: BTreeSet<Day> = by_class.values().flat_map(|own| all(own)).collect();
            prop_assert!(days != AwayDays::Shared || in_school.len() == 1);
        }
    }
}

#[test]
fn where_days_are_spread_most_have_two_and_some_have_one() {
    let school = school(AwayDays::Spread, DaysEach::Two, 40, 1);
    let count = |number| {
        let own = |one: &&Alternative| one.days().len() == number;
        school.apprentices.iter().map(|one| &one.alternatives[0]).filter(own).count()
    };
    assert!(count(2) > 2 * count(1) && count(1) > 0, "{} and {}", count(2), count(1));
}

#[test]
fn two_days_are_written_as_the_files_have_them() {
    let school = school(AwayDays::Shared, DaysEach::Two, 1, 1);
    let given = &school.apprentices[0].alternatives[0];
    let [first, second] = given.spans[..] else { panic!("{given:?}") };
    assert_eq!(given.written, format!("{}+{}", first.day, second.day));
}

#[test]
fn a_teacher_of_classes_that_are_away_together_can_teach_them_in_the_days_that_are_left() {
    for seed in 1..=4 {
        let kind = Kind::Folkeskole { parallel: 4 };
        let (apprentices, days, days_each) = (Count::Percent(5), AwayDays::Shared, DaysEach::Two);
        let school = generate(&Prospectus { kind, apprentices, days, days_each, seed }).unwrap();
        assert_eq!(school.apprentices.len(), 8);
        let classes: BTreeSet<&ClassName> =
            school.apprentices.iter().map(|one| &one.class).collect();
        let mut periods: BTreeMap<&TeacherName, usize> = BTreeMap::new();
        for piece in school.lessons.iter().flat_map(|lesson| &lesson.pieces) {
            let is_core = ["DAN", "MAT"].contains(&piece.subject.as_str());
            if is_core && piece.classes.iter().any(|class| classes.contains(class)) {
                *periods.entry(&piece.teachers[0]).or_default() += 1;
            }
        }
        assert!(classes.len() >= 4, "{classes:?}");
        assert!(periods.values().all(|&number| number <= 3 * 6), "{periods:?}");
    }
}

#[test]
fn schools_of_one_seed_differ_in_nothing_but_days() {
    let timetable = |days_each| {
        let school = school(AwayDays::PerClass, days_each, 4, 6);
        files(&school)
            .into_iter()
            .filter(|(name, _)| *name != "apprentices.csv")
            .collect::<Vec<_>>()
    };
    assert_eq!(timetable(DaysEach::Two), timetable(DaysEach::One));
}

/// 64 bits that hardly two texts share.
///
/// # Source
/// FNV-1a: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn digest(school: &School) -> u64 {
    let mix = |digest: u64, byte: u8| (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let texts = files(school);
    let bytes = texts.iter().flat_map(|(name, text)| name.bytes().chain(text.bytes()));
    bytes.fold(0xcbf2_9ce4_8422_2325, mix)
}

#[test]
fn schools_that_have_been_measured_are_found_again() {
    let (folkeskole, modules) = (Kind::Folkeskole { parallel: 2 }, Kind::Modules { parallel: 2 });
    let gymnasium = Kind::Gymnasium { classes: 60 };
    let measured = [
        (SMALL, AwayDays::Spread, Count::Percent(5), 11, 0xfa53_3eee_6835_5bd7),
        (folkeskole, AwayDays::Spread, Count::Pupils(30), 1, 0xb55e_6c36_cc5c_043e),
        (folkeskole, AwayDays::PerClass, Count::Pupils(30), 12, 0x8fe1_2029_7e7a_9c13),
        (modules, AwayDays::Shared, Count::Percent(5), 17, 0x4df8_06f6_c08b_317b),
        (gymnasium, AwayDays::PerClass, Count::Percent(5), 19, 0x5b60_be2d_15c7_0a0f),
    ];
    for (kind, days, apprentices, seed, known) in measured {
        let wish = Prospectus { kind, apprentices, days, days_each: DaysEach::One, seed };
        assert_eq!(digest(&generate(&wish).unwrap()), known, "{wish:?}");
    }
}

/// The days that stand in the files of the school that the command makes with some options.
fn written(options: &[&str]) -> BTreeSet<String> {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("school");
    let own = ["generate", folder.to_str().unwrap(), "--parallel", "1", "--pupils", "6"];
    let made = run(&[&own[..], options].concat());
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let text = std::fs::read_to_string(folder.join("apprentices.csv")).unwrap();
    let away = text.lines().skip(1).map(|line| line.split(';').nth(2).unwrap().to_owned());
    away.collect()
}

#[test]
fn the_command_sends_them_away_on_two_days_unless_asked_for_one() {
    let is_two = |away: &String| away.len() == "mon+tue".len() && away.contains('+');
    assert!(written(&["--days", "per-class"]).iter().all(is_two));
    assert_eq!(
        written(&["--days", "per-class"]),
        written(&["--days", "per-class", "--days-each", "2"])
    );
    let one = written(&["--days-each", "1"]);
    assert!(one.iter().all(|away| away.len() == "mon".len()), "{one:?}");
}
