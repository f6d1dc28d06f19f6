//! Meetings that are held as calendar files, one for each, to be opened or sent round.
//!
//! A timetable knows weekdays and no dates: a meeting is on the first date from which on it can be, a school day of its
//! weekday and of one of its weeks, on which nobody who comes is away for the week.

use super::calendar::{Busy, Calendar, Event};
use super::names::file_names;
use crate::domain::{Almanac, Date, Meeting, MeetingName, Participant, School, Slot, Who};

/// A meeting that is held, and its first slot.
pub type Held<'a> = (&'a Meeting, Slot);

/// The calendar of each meeting that is held, by its file's name; the dates are `from` on.
///
/// # Errors
/// The first meeting for which there is no date from then on.
pub fn files(
    held: &[Held<'_>],
    (school, almanac): (&School, &Almanac),
    from: Date,
) -> Result<Vec<(String, String)>, MeetingName> {
    let names = file_names(held.iter().map(|(meeting, _)| meeting.name.as_str()));
    let file = |(&(meeting, start), name): (&Held<'_>, String)| {
        let date = date(meeting, start, (school, almanac), from);
        let date = date.ok_or_else(|| meeting.name.clone())?;
        Ok((format!("{name}.ics"), written((meeting, start), date, (school, almanac))))
    };
    held.iter().zip(names).map(file).collect()
}

/// The first date from which on a meeting can be, if nobody says otherwise: the first school day.
#[must_use]
pub fn first_date(almanac: &Almanac) -> Option<Date> {
    almanac.year.school_days().next()
}

/// On which date a meeting is, from a date on. Without a calendar every day of the week will do.
fn date(
    meeting: &Meeting,
    start: Slot,
    (school, almanac): (&School, &Almanac),
    from: Date,
) -> Option<Date> {
    const WEEK: i64 = 7;
    if !almanac.year.is_known() {
        let own = from.in_week(start.day);
        return Some(if own < from { own.plus(WEEK) } else { own });
    }
    let all_come =
        |date: &Date| !meeting.who.iter().any(|who| is_away(who, school, almanac, *date));
    let dates = almanac.year.dates(start.day, meeting.weeks);
    dates.into_iter().filter(|date| *date >= from).find(all_come)
}

/// Whether somebody is away, alone or with the class, in the week of a date.
fn is_away(who: &Participant, school: &School, almanac: &Almanac, date: Date) -> bool {
    let home = match who {
        Participant::Pupil(pupil) => {
            school.apprentices.iter().find(|one| one.pupil == *pupil).map(|one| &one.class)
        }
        Participant::Class(class) => Some(class),
        Participant::Teacher(_) | Participant::Room(_) => None,
    };
    let concerns = |absent: &Who| match (absent, who) {
        (Who::Pupil(one), Participant::Pupil(pupil)) => one == pupil,
        (Who::Class(class), _) => Some(class) == home,
        (Who::Pupil(_), _) => false,
    };
    almanac.weeks_away.iter().any(|away| concerns(&away.who) && away.covers(date))
}

fn written(
    (meeting, start): Held<'_>,
    date: Date,
    (school, almanac): (&School, &Almanac),
) -> String {
    let last = meeting.slots(start).last().unwrap_or(start);
    let room = meeting.room.as_ref().map_or_else(String::new, ToString::to_string);
    let who: Vec<&str> = meeting.who.iter().map(Participant::name).collect();
    let event = Event {
        identity: format!("meeting\0{}", meeting.name),
        summary: meeting.name.to_string(),
        location: room,
        description: who.join(", "),
        hours: almanac.hours_of(start, last),
        days: 1,
        dates: vec![date],
        busy: Busy::Yes,
    };
    let owner = format!("{}\0meetings", school.name.as_deref().unwrap_or_default());
    let name = meeting.name.as_str();
    Calendar { name, owner, country: almanac.country, stamp: date, events: vec![event] }.write()
}
