//! How often a day of a week comes in a school year: by `calendar.csv`, where it tells of a whole year, else by the law's weeks.

use std::collections::BTreeSet;

use super::Placement;
use crate::domain::{Date, Day, Week, Weeks};

/// The weeks of a school year.
pub const WEEKS: u32 = 40;
/// The weeks that every year has; some have one more.
const WEEKS_OF_ANY_YEAR: u8 = 52;
/// From how many weeks with school on a calendar tells of a whole year: fewer are a term, or a calendar that was begun.
const WHOLE_YEAR: usize = 30;

/// How often a day of a week of the cycle comes in a school year, each in parts of [`Counting::divisor`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Turns {
    /// All of them.
    pub(super) all: u32,
    /// Those in whole weeks away.
    pub(super) in_weeks: u32,
    /// Those, not in whole weeks away, on which the placement is under way.
    pub(super) at_placement: u32,
}

/// By what the days of a school year are counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counting<'a> {
    placement: Placement<'a>,
    /// How many weeks of the law's year the pupil is away.
    weeks_away: u32,
    is_dated: bool,
}

impl<'a> Counting<'a> {
    pub(super) fn new(placement: Placement<'a>) -> Self {
        let is_dated = school_weeks(placement).is_some();
        Self { placement, weeks_away: weeks_away(placement), is_dated }
    }

    /// By what the turns are to be divided.
    pub(super) fn divisor(&self) -> u32 {
        let cycle = u32::try_from(self.placement.school.weeks.len()).unwrap_or(1).max(1);
        if self.is_dated { 1 } else { cycle }
    }

    /// The turns of a day in some weeks of the cycle.
    pub(super) fn turns(&self, day: Day, week: Week) -> Turns {
        if !self.is_dated {
            let Self { weeks_away, .. } = *self;
            let at_placement = WEEKS - weeks_away;
            return Turns { all: WEEKS, in_weeks: weeks_away, at_placement };
        }
        let dates = self.placement.almanac.year.dates(day, Weeks::only(week));
        let count = |meant: &dyn Fn(Date) -> bool| {
            u32::try_from(dates.iter().filter(|date| meant(**date)).count()).unwrap_or(u32::MAX)
        };
        Turns {
            all: count(&|_| true),
            in_weeks: count(&|date| is_away_for_weeks(self.placement, date)),
            at_placement: count(&|date| is_held(self.placement, date)),
        }
    }

    /// How often the pupil is at the placement on a day of the week.
    pub(super) fn days(&self, day: Day) -> u32 {
        if self.is_dated {
            return u32::try_from(dates(self.placement, day).len()).unwrap_or(u32::MAX);
        }
        WEEKS - self.weeks_away
    }
}

/// How many weeks have school, if the calendar tells of a whole year.
pub(super) fn school_weeks(placement: Placement<'_>) -> Option<u32> {
    let year = &placement.almanac.year;
    let days: BTreeSet<Day> = placement.school.grid.days().collect();
    let own = year.school_days().filter(|date| days.contains(&date.weekday()));
    let weeks: BTreeSet<Date> = own.map(|date| date.in_week(Day::Mon)).collect();
    let is_whole = year.is_known() && weeks.len() >= WHOLE_YEAR;
    u32::try_from(weeks.len()).ok().filter(|_| is_whole)
}

/// The dates with school on a weekday on which the pupil is at the placement; none where no dates are known.
pub(super) fn dates(placement: Placement<'_>, day: Day) -> Vec<Date> {
    let weeks = Weeks::all(placement.school.weeks.len());
    let mut dates = placement.almanac.year.dates(day, weeks);
    dates.retain(|&date| is_held(placement, date));
    dates
}

/// Whether the placement is under way on a date, and the pupil not away for that whole week.
fn is_held(placement: Placement<'_>, date: Date) -> bool {
    let agreed = placement.almanac.agreements.get(&placement.apprentice.pupil);
    agreed.is_none_or(|agreed| agreed.holds_on(date)) && !is_away_for_weeks(placement, date)
}

fn is_away_for_weeks(placement: Placement<'_>, date: Date) -> bool {
    placement.almanac.weeks_away(placement.apprentice).any(|away| away.covers(date))
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
