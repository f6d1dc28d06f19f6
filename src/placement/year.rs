//! A pupil's school year in hours: what is kept of each subject, what is lost, and how much of it the placement is.
//!
//! # Source
//! Folkeskoleloven § 9 a, BEK 322 of 20/03/2025 om juniormesterlære: at most two fifths of the year's 1,400
//! hours at the placement, 40 weeks of school; a day of the week is then 280 hours.

use std::collections::{BTreeMap, BTreeSet};

use super::Placement;
use super::stay::Stay;
use crate::diff::{Sitting, absent, sittings};
use crate::domain::{Almanac, Period, School, Slot, SubjectCode, Timetable};

/// The weeks of a school year.
pub const WEEKS: u32 = 40;
/// The weeks that every year has; some have one more.
const WEEKS_OF_ANY_YEAR: u8 = 52;
/// The hours of a school year in grades 7 to 9, breaks included.
pub const HOURS: u32 = 1400;
/// The most minutes a year at the placement.
pub const MOST_AWAY: u32 = HOURS * 60 * 2 / 5;
/// The minutes of a school week, breaks included.
pub const MINUTES_A_WEEK: u32 = HOURS * 60 / WEEKS;
/// The minutes of a period of which `periods.csv` has no times.
pub const USUAL_PERIOD: u32 = 45;
/// The minutes of a day at the placement of which no times are known: a fifth of a week of the year.
pub const USUAL_DAY: u32 = MINUTES_A_WEEK / 5;

/// One subject's year, in minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectYear {
    /// The subject.
    pub subject: SubjectCode,
    /// What the class has.
    pub minutes: u32,
    /// What the pupil would miss of it without any change.
    pub lost_before: u32,
    /// What the pupil misses of it.
    pub lost_after: u32,
    /// What is lost besides in whole weeks away.
    pub lost_in_weeks: u32,
}

impl SubjectYear {
    /// What is left of it.
    #[must_use]
    pub const fn kept(&self) -> u32 {
        self.minutes.saturating_sub(self.lost_after + self.lost_in_weeks)
    }
}

/// The years of all subjects that a pupil attends, by subject.
pub(super) fn subjects(placement: Placement<'_>) -> Vec<SubjectYear> {
    let before = count(placement, &placement.school.baseline());
    let after = count(placement, placement.timetable);
    let year = |(&subject, minutes): (&&SubjectCode, &Minutes)| SubjectYear {
        subject: subject.clone(),
        minutes: minutes.all,
        lost_before: before.get(subject).map_or(0, |minutes| minutes.lost),
        lost_after: minutes.lost,
        lost_in_weeks: minutes.in_weeks,
    };
    after.iter().map(year).collect()
}

/// What some subjects are together, under the empty name.
#[must_use]
pub fn total(subjects: &[SubjectYear]) -> SubjectYear {
    let sum = |minutes: fn(&SubjectYear) -> u32| subjects.iter().map(minutes).sum();
    SubjectYear {
        subject: SubjectCode::from(""),
        minutes: sum(|one| one.minutes),
        lost_before: sum(|one| one.lost_before),
        lost_after: sum(|one| one.lost_after),
        lost_in_weeks: sum(|one| one.lost_in_weeks),
    }
}

/// How many minutes a year a pupil is at the placement on its days, but for whole weeks away. Where times are known they
/// count from the first minute to the last, breaks included, as the school's own 1,400 hours do.
pub(super) fn away(stays: &[Stay], almanac: &Almanac, weeks_away: u32) -> u32 {
    stays.iter().map(|stay| minutes_of(stay, almanac) * (WEEKS - weeks_away)).sum()
}

/// How many weeks of the school year a pupil is away as a whole, at most all: of the year that `calendar.csv` tells of, else of
/// a year of 52 weeks.
pub(super) fn weeks_away(placement: Placement<'_>) -> u32 {
    let Placement { school, almanac, apprentice, .. } = placement;
    let numbers = almanac.weeks_away(apprentice).flat_map(|away| &away.weeks).copied();
    let numbers: BTreeSet<u8> = numbers.collect();
    let weeks = if almanac.year.terms.is_empty() {
        numbers.iter().filter(|&&number| number <= WEEKS_OF_ANY_YEAR).count()
    } else {
        almanac.year.mondays(&numbers, &school.grid.days().collect()).len()
    };
    u32::try_from(weeks).unwrap_or(WEEKS).min(WEEKS)
}

/// How many minutes a stay has.
pub(super) fn minutes_of(stay: &Stay, almanac: &Almanac) -> u32 {
    match (stay.hours, stay.periods.is_empty()) {
        (Some(hours), _) => hours.minutes(),
        (None, true) => USUAL_DAY,
        (None, false) => {
            let numbers = stay.periods.iter().flat_map(|&(first, last)| first.0..=last.0);
            let slots = numbers.map(|number| Slot::new(stay.day, Period(number)));
            slots.map(|slot| period(almanac, slot)).sum()
        }
    }
}

/// The minutes of a period.
pub(super) fn period(almanac: &Almanac, slot: Slot) -> u32 {
    almanac.bells.get(&slot).map_or(USUAL_PERIOD, |hours| hours.minutes())
}

#[derive(Clone, Copy, Default)]
struct Minutes {
    all: u32,
    lost: u32,
    in_weeks: u32,
}

/// What a pupil has and misses of each subject in a timetable, in minutes a year. Rows of one lesson at once count once.
fn count<'a>(
    placement: Placement<'a>,
    timetable: &Timetable,
) -> BTreeMap<&'a SubjectCode, Minutes> {
    let Placement { school, almanac, apprentice, away, .. } = placement;
    let absent = absent(school, timetable, apprentice, away);
    let mut once = BTreeSet::new();
    let mut year: BTreeMap<&SubjectCode, Minutes> = BTreeMap::new();
    let cycle = u32::try_from(school.weeks.len()).unwrap_or(1).max(1);
    let all = sittings(school, timetable);
    for sitting in all.iter().filter(|sitting| apprentice.attends(sitting.piece)) {
        let piece = sitting.piece;
        for week in piece.weeks.iter() {
            if once.insert((sitting.lesson, sitting.slot, week, &piece.subject)) {
                let subject = subject_of(school, sitting);
                let minutes = period(almanac, sitting.slot);
                let total = year.entry(subject).or_default();
                let is_absent = absent.contains(&(sitting.lesson, sitting.slot));
                total.all += minutes;
                total.lost += if is_absent { minutes } else { 0 };
            }
        }
    }
    let in_weeks = placement.weeks_away();
    for minutes in year.values_mut() {
        let Minutes { all, lost, .. } = *minutes;
        *minutes = Minutes {
            all: all * WEEKS / cycle,
            lost: lost * (WEEKS - in_weeks) / cycle,
            in_weeks: all * in_weeks / cycle,
        };
    }
    year
}

/// The subject as the school holds it, which lives longer than the timetable.
fn subject_of<'a>(school: &'a School, sitting: &Sitting<'_>) -> &'a SubjectCode {
    let lesson = &school.lessons[sitting.lesson];
    let own = lesson.pieces.iter().find(|piece| piece.subject == sitting.piece.subject);
    &own.unwrap_or(&lesson.pieces[0]).subject
}
