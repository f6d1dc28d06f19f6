//! A pupil's school year in hours: what is kept of each subject, what is lost, and how much of it the placement is.
//!
//! # Source
//! Folkeskoleloven § 9 a, BEK 322 of 20/03/2025 om juniormesterlære: at most two fifths of the year's 1,400
//! hours at the placement, 40 weeks of school; a day of the week is then 280 hours.

use std::collections::{BTreeMap, BTreeSet};

use super::Placement;
use super::stay::Stay;
use super::turns::{Counting, WEEKS};
use crate::diff::{Sitting, absent, sittings};
use crate::domain::{Almanac, Alternative, Period, School, Slot, SubjectCode, Timetable};

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
pub(super) fn away(placement: Placement<'_>, stays: &[Stay]) -> u32 {
    let counting = Counting::new(placement);
    stays.iter().map(|stay| minutes_of(stay, placement.almanac) * counting.days(stay.day)).sum()
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
    let absent_if = |away: &Alternative| absent(school, timetable, apprentice, away);
    let (absent, always) = (absent_if(away), absent_if(&Alternative::none()));
    let counting = Counting::new(placement);
    let mut once = BTreeSet::new();
    let mut year: BTreeMap<&SubjectCode, Minutes> = BTreeMap::new();
    let all = sittings(school, timetable);
    for sitting in all.iter().filter(|sitting| apprentice.attends(sitting.piece)) {
        let piece = sitting.piece;
        let minutes = period(almanac, sitting.slot);
        for week in piece.weeks.iter() {
            if once.insert((sitting.lesson, sitting.slot, week, &piece.subject)) {
                let turns = counting.turns(sitting.slot.day, week);
                let own = year.entry(subject_of(school, sitting)).or_default();
                let here = (sitting.lesson, sitting.slot);
                own.all += minutes * turns.all;
                own.in_weeks += minutes * turns.in_weeks;
                own.lost += minutes
                    * match (always.contains(&here), absent.contains(&here)) {
                        (true, _) => turns.all - turns.in_weeks,
                        (false, true) => turns.at_placement,
                        (false, false) => 0,
                    };
            }
        }
    }
    let divisor = counting.divisor();
    for Minutes { all, lost, in_weeks } in year.values_mut() {
        (*all, *lost, *in_weeks) = (*all / divisor, *lost / divisor, *in_weeks / divisor);
    }
    year
}

/// The subject as the school holds it, which lives longer than the timetable.
fn subject_of<'a>(school: &'a School, sitting: &Sitting<'_>) -> &'a SubjectCode {
    let lesson = &school.lessons[sitting.lesson];
    let own = lesson.pieces.iter().find(|piece| piece.subject == sitting.piece.subject);
    &own.unwrap_or(&lesson.pieces[0]).subject
}
