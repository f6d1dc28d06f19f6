//! Dates, as far as calendars of a school need them: counted in days, in weeks from Monday, without a clock.

use std::fmt;

use jiff::civil;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan, Unit};

use super::calendar::Day;

/// Danish and Swedish time as POSIX writes it: since 1996 summer time is from the last Sunday of March to that of October
/// (Directive 2000/84/EC).
const CENTRAL_EUROPE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// A date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(civil::Date);

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
        let year = i16::try_from(year).ok().filter(|year| (1900..=2999).contains(year))?;
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// The date in Danish and Swedish time some seconds after the beginning of 1970, UTC; `None` for a year out of range.
    #[must_use]
    pub fn at_second(seconds: i64) -> Option<Self> {
        let zone = TimeZone::posix(CENTRAL_EUROPE).ok()?;
        let date = zone.to_datetime(Timestamp::from_second(seconds).ok()?).date();
        let (year, month, day) = (date.year(), date.month(), date.day());
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// Year, month and day.
    #[must_use]
    pub fn parts(self) -> (i64, i64, i64) {
        (self.0.year().into(), self.0.month().into(), self.0.day().into())
    }

    /// The date of a weekday in the week of this date, whose first day is Monday.
    #[must_use]
    pub fn in_week(self, day: Day) -> Self {
        let from_monday = i64::from(self.0.weekday().to_monday_zero_offset());
        self.plus(i64::try_from(day as usize).unwrap_or(0) - from_monday)
    }

    /// Its weekday.
    #[must_use]
    pub fn weekday(self) -> Day {
        Day::ALL.into_iter().find(|&day| self.in_week(day) == self).unwrap_or(Day::Sun)
    }

    /// The number of its week in the year, from 1 to 53, the week of 4 January being the first (ISO 8601).
    #[must_use]
    pub fn week_number(self) -> u8 {
        self.0.iso_week_date().week().unsigned_abs()
    }

    /// The date some days later; earlier for a negative number.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let span = Span::new().try_days(days).unwrap_or_else(|_| 0.days());
        Self(self.0.saturating_add(span))
    }

    /// How many days later than `other` it is.
    #[must_use]
    pub fn days_since(self, other: Self) -> i64 {
        other.0.until((Unit::Day, self.0)).map_or(0, |span| span.get_days().into())
    }

    /// A moment of the date in Danish and Swedish time, in minutes after midnight, as RFC 3339 writes it.
    #[must_use]
    pub fn at(self, minutes: u32) -> String {
        let (hours, minutes) = (minutes / 60, minutes % 60);
        format!("{self}T{hours:02}:{minutes:02}:00{}", self.offset())
    }

    /// How far its time is from UTC: at noon, for summer time begins and ends before any school does.
    fn offset(self) -> String {
        let zone = TimeZone::posix(CENTRAL_EUROPE).unwrap_or(TimeZone::UTC);
        let noon = zone.to_zoned_datetime(self.0.at(12, 0, 0, 0));
        noon.map(|noon| noon.strftime("%:z").to_string()).unwrap_or_default()
    }
}

impl fmt::Display for Date {
    /// As ISO 8601 writes it: `2026-08-17`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
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
    fn a_day_begins_at_midnight_where_schools_are() {
        let date = |seconds| Date::at_second(seconds).map(|date| date.to_string());
        assert_eq!(date(1_788_213_599).as_deref(), Some("2026-08-31"));
        assert_eq!(date(1_788_213_600).as_deref(), Some("2026-09-01"));
        assert_eq!(date(i64::MAX), None);
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
