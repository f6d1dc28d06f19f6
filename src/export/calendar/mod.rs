//! Calendars of events: what happens, where, at which time and on which dates, as iCalendar has it (RFC 5545).

mod text;

use std::collections::BTreeMap;

use crate::domain::{Country, Date, Hours, TimeOfDay};
use crate::export::ss12000::id as uuid;
use text::Text;

const WEEK: i64 = 7;

/// Something that happens at one time of day, on one weekday, in some weeks of the year.
pub(in crate::export) struct Event {
    /// What tells it from every other event of the calendar, and stays the same when it moves.
    pub(in crate::export) identity: String,
    pub(in crate::export) summary: String,
    pub(in crate::export) location: String,
    pub(in crate::export) description: String,
    /// When; `None`: all day.
    pub(in crate::export) hours: Option<Hours>,
    /// Of how many days it is, where it is all day.
    pub(in crate::export) days: i64,
    /// The dates, in order, whole weeks apart.
    pub(in crate::export) dates: Vec<Date>,
    pub(in crate::export) busy: Busy,
}

/// Whether somebody whose calendar it is has no time for anything else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Busy {
    Yes,
    No,
}

/// A calendar: its name, whose it is, and its events.
pub(in crate::export) struct Calendar<'a> {
    pub(in crate::export) name: &'a str,
    /// What tells it from every other calendar of every school.
    pub(in crate::export) owner: String,
    pub(in crate::export) country: Country,
    /// The date with which everything is stamped, since nothing here knows what day it is.
    pub(in crate::export) stamp: Date,
    pub(in crate::export) events: Vec<Event>,
}

impl Calendar<'_> {
    /// The calendar as a file. An event that recurs is one event with a rule and the dates on which it is not.
    pub(in crate::export) fn write(&self) -> String {
        let mut text = Text::default();
        text.line("BEGIN:VCALENDAR");
        text.line("VERSION:2.0");
        text.line("PRODID:-//mesterskema//plans//EN");
        text.line("CALSCALE:GREGORIAN");
        text.line("METHOD:PUBLISH");
        text.text("NAME", self.name);
        text.text("X-WR-CALNAME", self.name);
        if self.events.iter().any(|event| event.hours.is_some()) {
            text.zone(zone(self.country));
        }
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for event in &self.events {
            let count = seen.entry(&event.identity).or_default();
            *count += 1;
            let name = format!("{}\0{}\0{count}", self.owner, event.identity);
            event.write(&mut text, &uuid("event", &name), self);
        }
        text.line("END:VCALENDAR");
        text.finish()
    }
}

impl Event {
    /// Whether another event is the same on other dates, whole weeks apart.
    pub(in crate::export) fn is_of_one_series(&self, other: &Self) -> bool {
        let told = |one: &Self| {
            let weekday = one.dates.first().map(|date| date.weekday());
            (one.identity.clone(), one.hours, one.days, weekday, one.busy == Busy::Yes)
        };
        let texts =
            |one: &Self| [one.summary.clone(), one.location.clone(), one.description.clone()];
        told(self) == told(other) && texts(self) == texts(other)
    }

    fn write(&self, text: &mut Text, uid: &str, calendar: &Calendar<'_>) {
        let (Some(&first), Some(&last)) = (self.dates.first(), self.dates.last()) else { return };
        text.line("BEGIN:VEVENT");
        text.line(&format!("UID:{uid}"));
        text.line(&format!("DTSTAMP:{}T000000Z", compact(calendar.stamp)));
        let zone = zone(calendar.country);
        let start = self.hours.map(|hours| hours.start);
        let (end, last_day) = match self.hours {
            Some(hours) => (Some(hours.end), first),
            None => (None, first.plus(self.days)),
        };
        text.line(&moment("DTSTART", first, start, zone));
        text.line(&moment("DTEND", last_day, end, zone));
        if first != last {
            let weeks = last.days_since(first) / WEEK + 1;
            text.line(&format!("RRULE:FREQ=WEEKLY;COUNT={weeks}"));
        }
        for date in self.dates_left_out() {
            text.line(&moment("EXDATE", date, start, zone));
        }
        text.text("SUMMARY", &self.summary);
        text.text("LOCATION", &self.location);
        text.text("DESCRIPTION", &self.description);
        text.line(if self.busy == Busy::Yes { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
        text.line("END:VEVENT");
    }

    /// The dates between the first and the last, a week apart, on which it does not happen.
    fn dates_left_out(&self) -> Vec<Date> {
        let pairs = self.dates.iter().zip(self.dates.iter().skip(1));
        let between = |(&one, &next): (&Date, &Date)| {
            (1..next.days_since(one) / WEEK).map(move |weeks| one.plus(weeks * WEEK))
        };
        pairs.flat_map(between).collect()
    }
}

/// The time zone of a country's schools.
const fn zone(country: Country) -> &'static str {
    match country {
        Country::Denmark => "Europe/Copenhagen",
        Country::Sweden => "Europe/Stockholm",
    }
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A property that is a time on a date in the zone, or without a time the date.
fn moment(property: &str, date: Date, time: Option<TimeOfDay>, zone: &str) -> String {
    let date = compact(date);
    match time {
        Some(time) => {
            format!("{property};TZID={zone}:{date}T{:02}{:02}00", time.0 / 60, time.0 % 60)
        }
        None => format!("{property};VALUE=DATE:{date}"),
    }
}
