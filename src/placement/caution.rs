//! What somebody should look at before a plan is signed: working time, rest, and what is missing in the agreement.
//!
//! The program knows neither a pupil's age nor what is worked with, nor local agreements: each of these is a question to
//! ask, never a verdict.
//!
//! # Source
//! - Council Directive 94/33/EC on the protection of young people at work, articles 8 to 12: in combined work and training
//!   the time of training counts as working time; eight hours a day, 40 a week; not from 20 to 6; 14 hours of rest for
//!   those of compulsory school age and 12 for others; a break of 30 minutes in more than four and a half hours.
//! - Denmark: Arbejdstilsynet, *Unges arbejdstid, hviletid og fridøgn* (bekendtgørelse om unges arbejde): the same for
//!   pupils of 13 to 17 years still at school, seven hours a day for those under 15.
//!   <https://arbejdstilsynet.dk/da/regler/unge/unges-arbejdstid-hviletid-og-fridogn>
//! - Sweden: Arbetsmiljöverket, *Minderårigas arbetsmiljö* (AFS 2012:3; since 2025 in the structure of AFS 2023): for those
//!   who have finished compulsory school eight hours a day and 40 a week, not from 22 to 6, 12 hours of rest.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::stay::{Source, Stay};
use super::{Placement, year};
use crate::diff::{Missed, Sitting, sittings};
use crate::domain::{Alternative, Country, Day, Hours, Level, Slot, SubjectCode, TimeOfDay};

/// The minutes of work after which a break is due.
const BREAK_AFTER: u32 = 270;
/// The minutes that a break takes.
pub const BREAK: u32 = 30;
/// The most minutes of lessons and work on a day, for anybody.
pub const LONGEST_DAY: u32 = 8 * 60;
/// The most minutes of lessons and work in a week.
const MOST_A_WEEK: u32 = 40 * 60;
const DAY: u32 = 24 * 60;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// Nobody said when the pupil meets and leaves.
    TimesMissing(Day),
    /// Nobody said where the pupil is.
    PlaceMissing,
    /// The pupil is there before or after the hours in which young people work.
    Window {
        /// The day.
        day: Day,
        /// When the pupil is there.
        hours: Hours,
        /// When young people may work.
        allowed: Hours,
    },
    /// A day with more minutes of lessons and work than it may have.
    LongDay {
        /// The day.
        day: Day,
        /// Its minutes.
        minutes: u32,
        /// The most that it may have.
        most: u32,
    },
    /// A week with more of them.
    LongWeek {
        /// Its minutes.
        minutes: u32,
        /// The most that it may have.
        most: u32,
    },
    /// Too few minutes between one day and the next.
    ShortRest {
        /// The day before the rest.
        from: Day,
        /// The day after it.
        to: Day,
        /// Its minutes.
        minutes: u32,
        /// The fewest that it may have.
        least: u32,
    },
    /// A break must be part of the stay.
    BreakDue(Day),
    /// A lesson that the pupil attends is while he or she is there already, or still.
    Overlap(Slot),
    /// More of the year at the placement than may be, in minutes.
    LargeShare {
        /// Minutes a year, whole weeks away counted in: what they are for the program does not know.
        minutes: u32,
        /// How many weeks that are.
        weeks: u32,
        /// The most that it may be.
        most: u32,
    },
    /// Lessons of a required subject are missed.
    CoreMissed(SubjectCode),
}

/// What a law asks, in minutes.
struct Law {
    allowed: Hours,
    most_a_day: u32,
    least_rest: u32,
}

const fn hours(start: u32, end: u32) -> Hours {
    Hours { start: TimeOfDay(start * 60), end: TimeOfDay(end * 60) }
}

const fn law(country: Country) -> Law {
    match country {
        Country::Denmark => Law { allowed: hours(6, 20), most_a_day: 7 * 60, least_rest: 14 * 60 },
        Country::Sweden => {
            Law { allowed: hours(6, 22), most_a_day: LONGEST_DAY, least_rest: 12 * 60 }
        }
    }
}

/// What to look at in one apprentice's plan.
pub(super) fn cautions(placement: Placement<'_>, stays: &[Stay]) -> Vec<Caution> {
    let almanac = placement.almanac;
    let law = law(almanac.country);
    let week = Week::of(placement, stays);
    let mut cautions = missing(placement.away, stays);
    cautions.extend(stays.iter().flat_map(|stay| of_stay(stay, &law)));
    cautions.extend(week.overlaps.iter().copied().map(Caution::Overlap));
    cautions.extend(week.long_days(stays, &law));
    cautions.extend(week.short_rests(stays, &law));
    cautions.extend(week.too_long());
    let weeks = placement.weeks_away();
    let minutes = placement.minutes_away() + weeks * year::MINUTES_A_WEEK;
    let most = year::MOST_AWAY;
    let is_too_much = almanac.country == Country::Denmark && minutes > most;
    cautions.extend(is_too_much.then_some(Caution::LargeShare { minutes, weeks, most }));
    cautions.extend(core_missed(placement));
    cautions
}

/// The required subjects of which lessons are missed.
fn core_missed(placement: Placement<'_>) -> Vec<Caution> {
    let pupil = &placement.apprentice.pupil;
    let is_own = |missed: &&Missed| {
        let one = placement.school.apprentices.get(missed.apprentice);
        missed.level == Level::Required && one.is_some_and(|one| one.pupil == *pupil)
    };
    let missed = placement.missed.iter().filter(is_own);
    missed.map(|missed| &missed.subject).unique().cloned().map(Caution::CoreMissed).collect()
}

/// What the agreement does not say.
fn missing(away: &Alternative, stays: &[Stay]) -> Vec<Caution> {
    let untold = stays.iter().filter(|stay| stay.source != Source::Agreed);
    let place = away.place.is_none().then_some(Caution::PlaceMissing);
    place.into_iter().chain(untold.map(|stay| Caution::TimesMissing(stay.day))).collect()
}

fn of_stay(stay: &Stay, law: &Law) -> Vec<Caution> {
    let Some(hours) = stay.hours else { return Vec::new() };
    let (day, allowed) = (stay.day, law.allowed);
    let is_outside = hours.start < allowed.start || hours.end > allowed.end;
    let window = is_outside.then_some(Caution::Window { day, hours, allowed });
    let is_long = hours.minutes() > BREAK_AFTER;
    window.into_iter().chain(is_long.then_some(Caution::BreakDue(day))).collect()
}

/// The minutes of a stay without the break that is due.
const fn work(hours: Hours) -> u32 {
    let minutes = hours.minutes();
    if minutes > BREAK_AFTER { minutes - BREAK } else { minutes }
}

/// A pupil's week of lessons and work.
struct Week {
    /// On each day from when to when the pupil is anywhere at all, in whatever week of the cycle that is longest.
    hull: BTreeMap<Day, Hours>,
    /// The minutes of lessons on each day.
    lessons: BTreeMap<Day, u32>,
    /// The minutes of work in all.
    work: u32,
    /// Lessons while the pupil is at the placement.
    overlaps: BTreeSet<Slot>,
}

impl Week {
    fn of(placement: Placement<'_>, stays: &[Stay]) -> Self {
        let Placement { almanac, apprentice, away, .. } = placement;
        let attends =
            |sitting: &Sitting<'_>| apprentice.attends(sitting.piece) && !away.covers(sitting.slot);
        let all = sittings(placement.school, placement.timetable);
        let slots: BTreeSet<Slot> =
            all.iter().filter(|sitting| attends(sitting)).map(|sitting| sitting.slot).collect();
        let mut week = Self {
            hull: BTreeMap::new(),
            lessons: BTreeMap::new(),
            work: stays.iter().filter_map(|stay| stay.hours).map(work).sum(),
            overlaps: BTreeSet::new(),
        };
        for stay in stays {
            week.hull.extend(stay.hours.map(|hours| (stay.day, hours)));
        }
        for slot in slots {
            let Some(&hours) = almanac.bells.get(&slot) else { continue };
            let there = stays.iter().filter(|stay| stay.day == slot.day);
            if there.filter_map(|stay| stay.hours).any(|there| there.overlaps(hours)) {
                week.overlaps.insert(slot);
            }
            *week.lessons.entry(slot.day).or_default() += hours.minutes();
            let hull = week.hull.entry(slot.day).or_insert(hours);
            *hull = hull.hull(hours);
        }
        week
    }

    fn long_days(&self, stays: &[Stay], law: &Law) -> Vec<Caution> {
        let long = |stay: &Stay| {
            let lessons = self.lessons.get(&stay.day).copied().unwrap_or(0);
            let minutes = work(stay.hours?) + lessons;
            let most = law.most_a_day;
            (minutes > most).then_some(Caution::LongDay { day: stay.day, minutes, most })
        };
        stays.iter().filter_map(long).collect()
    }

    /// Rest before and after each day at the placement.
    fn short_rests(&self, stays: &[Stay], law: &Law) -> Vec<Caution> {
        let is_stay = |day: Day| stays.iter().any(|stay| stay.day == day);
        let next = Day::ALL.into_iter().cycle().skip(1);
        let short = |(from, to): (Day, Day)| {
            let (before, after) = (self.hull.get(&from)?, self.hull.get(&to)?);
            let minutes = DAY - before.end.0 + after.start.0;
            let least = law.least_rest;
            let is_short = minutes < least && (is_stay(from) || is_stay(to));
            is_short.then_some(Caution::ShortRest { from, to, minutes, least })
        };
        Day::ALL.into_iter().zip(next).filter_map(short).collect()
    }

    fn too_long(&self) -> Option<Caution> {
        let minutes = self.work + self.lessons.values().sum::<u32>();
        let is_long = self.work > 0 && minutes > MOST_A_WEEK;
        is_long.then_some(Caution::LongWeek { minutes, most: MOST_A_WEEK })
    }
}
