//! The dates of a school year: which days are school days, and which week of the cycle each is in.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::{Day, Week, Weeks};
use super::date::Date;

/// A school year, as far as it is known.
///
/// Weeks of the cycle follow one another from Monday to Monday, through holidays too: a week that is named fixes itself
/// and those after it up to the next that is named, and the first one also those before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolYear {
    /// The first and the last date of each term, in order.
    pub terms: Vec<(Date, Date)>,
    /// Dates without school.
    pub holidays: BTreeSet<Date>,
    /// Which week of the cycle begins on a Monday, where that is said.
    pub weeks: BTreeMap<Date, Week>,
    /// How many weeks the cycle has, at least 1.
    pub cycle: usize,
}

impl SchoolYear {
    /// Whether dates are known on which there is school, and of each which week of the cycle it is in.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.school_days().next().is_some_and(|date| self.week(date).is_some())
    }

    /// The dates with school, in order.
    pub fn school_days(&self) -> impl Iterator<Item = Date> {
        let dates = self.terms.iter().flat_map(|&(first, last)| {
            (0..=last.days_since(first)).map(move |days| first.plus(days))
        });
        dates.filter(|date| !self.holidays.contains(date))
    }

    /// The week of the cycle in which `date` is; `None` if that was never said.
    #[must_use]
    pub fn week(&self, date: Date) -> Option<Week> {
        if self.cycle < 2 {
            return Some(Week(0));
        }
        let monday = date.in_week(Day::Mon);
        let before = self.weeks.range(..=monday).next_back();
        let (&named, &week) = before.or_else(|| self.weeks.iter().next())?;
        let length = i64::try_from(self.cycle).ok()?;
        let index = (i64::from(week.0) + monday.days_since(named) / 7).rem_euclid(length);
        Some(Week(u8::try_from(index).ok()?))
    }

    /// The Mondays of the weeks that have one of some numbers in their year and school on one of `days` at least.
    #[must_use]
    pub fn mondays(&self, numbers: &BTreeSet<u8>, days: &BTreeSet<Day>) -> Vec<Date> {
        let is_meant =
            |date: &Date| days.contains(&date.weekday()) && numbers.contains(&date.week_number());
        let mondays: BTreeSet<Date> =
            self.school_days().filter(is_meant).map(|date| date.in_week(Day::Mon)).collect();
        mondays.into_iter().collect()
    }

    /// The dates with school on a weekday in some weeks of the cycle.
    #[must_use]
    pub fn dates(&self, day: Day, weeks: Weeks) -> Vec<Date> {
        let is_meant = |date: &Date| {
            date.weekday() == day && self.week(*date).is_some_and(|week| weeks.contains(week))
        };
        self.school_days().filter(is_meant).collect()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    fn date(written: &str) -> Date {
        Date::read(written).unwrap()
    }

    fn year(weeks: &[(&str, u8)]) -> SchoolYear {
        let weeks = weeks.iter().map(|&(monday, week)| (date(monday), Week(week)));
        SchoolYear {
            terms: vec![(date("2026-12-14"), date("2027-01-15"))],
            holidays: (0..14).map(|days| date("2026-12-21").plus(days)).collect(),
            weeks: weeks.collect(),
            cycle: 2,
        }
    }

    fn mondays(year: &SchoolYear, week: u8) -> Vec<String> {
        let dates = year.dates(Day::Mon, Weeks::only(Week(week)));
        dates.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn weeks_follow_one_another_through_holidays_and_past_new_year() {
        let year = year(&[("2026-12-14", 0)]);
        assert_eq!(mondays(&year, 0), ["2026-12-14", "2027-01-11"]);
        assert_eq!(mondays(&year, 1), ["2027-01-04"]);
    }

    #[test]
    fn a_week_that_is_named_holds_for_those_after_it_and_the_first_for_those_before_too() {
        let year = year(&[("2027-01-04", 0)]);
        assert_eq!(mondays(&year, 0), ["2027-01-04"]);
        assert_eq!(mondays(&year, 1), ["2026-12-14", "2027-01-11"]);
    }

    #[test]
    fn a_cycle_of_several_weeks_of_which_none_is_named_has_no_dates() {
        let year = year(&[]);
        assert!(!year.is_known());
        assert!(mondays(&year, 0).is_empty());
        assert!(SchoolYear { cycle: 1, ..year }.is_known());
    }

    #[test]
    fn the_first_and_the_last_date_of_a_term_belong_to_it() {
        let year = year(&[("2026-12-14", 0)]);
        let days: Vec<Date> = year.school_days().collect();
        assert_eq!(days.first(), Some(&date("2026-12-14")));
        assert_eq!(days.last(), Some(&date("2027-01-15")));
    }
}
