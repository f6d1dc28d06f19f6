//! Dates, as far as calendars of a school need them: counted in days, in weeks from Monday, without a clock.

use std::fmt;

use super::calendar::Day;

/// A date, as days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(i64);

impl Date {
    /// Reads `2026-08-17`.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let mut parts = written.splitn(3, '-').map(|part| part.parse().ok());
        Self::new(parts.next()??, parts.next()??, parts.next()??)
    }

    /// The date of a day of a month of a year from 1900 to 2999; `None` if there is no such day.
    #[must_use]
    pub fn new(year: u16, month: u16, day: u16) -> Option<Self> {
        let parts = (i64::from(year), i64::from(month), i64::from(day));
        let is_possible = (1900..=2999).contains(&year) && (1..=12).contains(&month);
        let date = Self::of(parts.0, parts.1, parts.2);
        (is_possible && date.parts() == parts).then_some(date)
    }

    /// # Source
    /// Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
    fn of(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day, by the same author's `civil_from_days`.
    #[must_use]
    pub fn parts(self) -> (i64, i64, i64) {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + i64::from(month <= 2), month, day)
    }

    /// The date of a weekday in the week of this date, whose first day is Monday.
    #[must_use]
    pub fn in_week(self, day: Day) -> Self {
        let weekday = (self.0 + 3).rem_euclid(7);
        Self(self.0 - weekday + i64::try_from(day as usize).unwrap_or(0))
    }

    /// Its weekday.
    #[must_use]
    pub fn weekday(self) -> Day {
        Day::ALL.into_iter().find(|&day| self.in_week(day) == self).unwrap_or(Day::Sun)
    }

    /// The number of its week in the year, from 1 to 53, the week of 4 January being the first (ISO 8601).
    #[must_use]
    pub fn week_number(self) -> u8 {
        let thursday = self.in_week(Day::Thu);
        let number = (thursday.0 - Self::of(thursday.parts().0, 1, 1).0) / 7 + 1;
        u8::try_from(number).unwrap_or(u8::MAX)
    }

    /// The date some days later; earlier for a negative number.
    #[must_use]
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// How many days later than `other` it is.
    #[must_use]
    pub const fn days_since(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// A moment of the date in Danish and Swedish time, in minutes after midnight, as RFC 3339 writes it.
    #[must_use]
    pub fn at(self, minutes: u32) -> String {
        let (year, month, day) = self.parts();
        let offset = if self.is_summer(year) { 2 } else { 1 };
        format!(
            "{year}-{month:02}-{day:02}T{:02}:{:02}:00+0{offset}:00",
            minutes / 60,
            minutes % 60
        )
    }

    /// From the last Sunday of March to the day before that of October; both change before any school begins.
    fn is_summer(self, year: i64) -> bool {
        let last_sunday = |month| Self::of(year, month, 31).in_week(Day::Mon).0 - 1;
        let last_sunday = |month| {
            let last = Self::of(year, month, 31);
            if last.in_week(Day::Sun) == last { last.0 } else { last_sunday(month) }
        };
        (last_sunday(3)..last_sunday(10)).contains(&self.0)
    }
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it: `2026-08-17`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(written: &str) -> Option<String> {
        Date::read(written).map(|date| date.at(485))
    }

    #[test]
    fn summer_time_is_from_the_last_sunday_of_march_to_that_of_october() {
        assert_eq!(at("2026-03-28").as_deref(), Some("2026-03-28T08:05:00+01:00"));
        assert_eq!(at("2026-03-29").as_deref(), Some("2026-03-29T08:05:00+02:00"));
        assert_eq!(at("2026-10-24").as_deref(), Some("2026-10-24T08:05:00+02:00"));
        assert_eq!(at("2026-10-25").as_deref(), Some("2026-10-25T08:05:00+01:00"));
        assert_eq!(at("2024-03-31").as_deref(), Some("2024-03-31T08:05:00+02:00"));
    }

    #[test]
    fn a_year_may_have_53_weeks_and_its_first_days_may_belong_to_the_one_before() {
        let number = |written| Date::read(written).map(Date::week_number);
        assert_eq!([number("2026-01-01"), number("2026-12-31")], [Some(1), Some(53)]);
        assert_eq!([number("2027-01-03"), number("2027-01-04")], [Some(53), Some(1)]);
        assert_eq!([number("2027-12-31"), number("2024-12-30")], [Some(52), Some(1)]);
    }

    #[test]
    fn a_week_begins_on_monday_and_no_date_is_made_up() {
        let thursday = Date::read("2026-08-20").map(|date| date.in_week(Day::Mon).parts());
        assert_eq!(thursday, Some((2026, 8, 17)));
        assert_eq!([at("2026-02-29"), at("2026-13-01"), at("x")], [None, None, None]);
    }
}
