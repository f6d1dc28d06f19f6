//! SS 12000:2020 (Sweden): the lessons of chosen weeks as `CalendarEvent`s, with an exception for each apprentice who is
//! away: `studentExceptions[].participates = false`.
//!
//! Nothing is read. Ids are made from the school's names, always the same for the same name; a school that has ids of its
//! own replaces them by `displayName`.
//!
//! # Source
//! SIS, *SS 12000:2020 Gränssnitt för informationsutbyte mellan verksamhetsprocesser i skolan*, API 2.0.

use std::collections::BTreeMap;

use serde::Serialize;
use uuid::Uuid;

use super::Request;
use crate::diagnostic::{Foreign, Lack, Location};
use crate::domain::{Alternative, Apprentice, Booking, Date, Lesson, Slot, Week};
use crate::import::{Bells, Ledger};
use crate::input::{RawSheet, day, minutes, periods, periods_column};

/// A week of the calendar and which week of the cycle it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarWeek {
    /// Any date in it.
    pub date: Date,
    /// Which week of the cycle.
    pub week: Week,
}

#[derive(Serialize)]
struct Page {
    data: Vec<Event>,
    #[serde(rename = "pageToken")]
    page_token: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    id: String,
    meta: Meta,
    activity: Named,
    start_time: String,
    end_time: String,
    cancelled: bool,
    rooms: Vec<Named>,
    student_exceptions: Vec<Exception>,
}

#[derive(Serialize)]
struct Meta {
    created: String,
    modified: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Named {
    id: String,
    display_name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Exception {
    student: Named,
    participates: bool,
    start_time: String,
    end_time: String,
}

/// The events as JSON.
pub(super) fn write(request: &Request<'_>, ledger: &mut Ledger) -> Option<Vec<u8>> {
    if request.weeks.is_empty() {
        ledger.note(Foreign::Unwritable { reason: Lack::Weeks }, Location::default());
        return None;
    }
    let bells = bells(request);
    let mut data = Vec::new();
    for week in request.weeks {
        let bookings = request.school.lessons.iter().zip(&request.proposal.timetable.bookings);
        let placed = bookings.filter_map(|(lesson, booking)| Some((lesson, booking.as_ref()?)));
        for (lesson, booking) in placed.filter(|(lesson, _)| is_in(lesson, week.week)) {
            let Some(event) = event(lesson, booking, *week, request, &bells) else {
                let reason = Lack::Times;
                ledger.note(Foreign::Unwritable { reason }, Location::file("periods.csv"));
                return None;
            };
            data.push(event);
        }
    }
    let text = serde_json::to_string_pretty(&Page { data, page_token: None }).ok()?;
    Some((text + "\n").into_bytes())
}

fn is_in(lesson: &Lesson, week: Week) -> bool {
    lesson.pieces.iter().any(|piece| piece.weeks.contains(week))
}

fn event(
    lesson: &Lesson,
    booking: &Booking,
    week: CalendarWeek,
    request: &Request<'_>,
    bells: &Bells,
) -> Option<Event> {
    let date = week.date.in_week(booking.start.day);
    let last = booking.start.later(lesson.length().saturating_sub(1))?;
    let (start, end) = (date.at(bells.get(&booking.start)?.0), date.at(bells.get(&last)?.1));
    let pupils = request.school.apprentices.iter().zip(&request.proposal.away);
    let away = pupils.filter_map(|(pupil, &chosen)| {
        exception(pupil, pupil.alternatives.get(chosen)?, lesson, booking, date, bells)
    });
    let subject = lesson.pieces.first()?.subject.to_string();
    let classes: Vec<String> = lesson.classes().iter().map(ToString::to_string).collect();
    let title = format!("{subject} {}", classes.join("+"));
    let rooms = lesson.rooms().into_iter().map(|room| named("room", booking.room(room).as_str()));
    Some(Event {
        id: id("event", &format!("{} {} {start}", lesson.name, home(lesson))),
        meta: Meta { created: start.clone(), modified: start.clone() },
        activity: named("activity", &title),
        start_time: start,
        end_time: end,
        cancelled: false,
        rooms: rooms.collect(),
        student_exceptions: away.collect(),
    })
}

/// Where a lesson is in the school's own timetable, to tell it from others of its name.
fn home(lesson: &Lesson) -> String {
    lesson.start.map_or_else(String::new, |start| start.to_string())
}

/// That a pupil is away from a lesson that he or she attends, from the first missed period to the last.
fn exception(
    pupil: &Apprentice,
    away: &Alternative,
    lesson: &Lesson,
    booking: &Booking,
    date: Date,
    bells: &Bells,
) -> Option<Exception> {
    let attended = lesson.pieces.iter().filter(|piece| pupil.attends(piece));
    let slots = attended.filter_map(|piece| booking.start.later(piece.offset));
    let missed: Vec<Slot> = slots.filter(|slot| away.covers(*slot)).collect();
    let (first, last) = (bells.get(missed.iter().min()?)?, bells.get(missed.iter().max()?)?);
    Some(Exception {
        student: named("person", pupil.pupil.as_str()),
        participates: false,
        start_time: date.at(first.0),
        end_time: date.at(last.1),
    })
}

/// When periods begin and end, by `periods.csv`; a row without a day holds for every day.
fn bells(request: &Request<'_>) -> Bells {
    let mut bells = Bells::new();
    // Apprentices have a start and an end too.
    let sheet = request.sheets.iter().find(|sheet| sheet.name == "periods");
    let Some((sheet, columns)) = sheet.map(|sheet| (sheet, columns(sheet))) else { return bells };
    let cell = |row: &'_ Vec<String>, column: &str| -> String {
        columns.get(column).and_then(|&at| row.get(at)).cloned().unwrap_or_default()
    };
    let of_day = |row: &&Vec<String>| !cell(row, "day").is_empty();
    let rows = || sheet.rows.iter().skip(1);
    for row in rows().filter(|row| !of_day(row)).chain(rows().filter(of_day)) {
        let times = minutes(&cell(row, "start")).zip(minutes(&cell(row, "end")));
        let Some((times, (first, last))) = times.zip(periods(&cell(row, "period")).ok()) else {
            continue;
        };
        let own = day(&cell(row, "day")).ok();
        let slots = request.school.grid.slots();
        let meant = slots.filter(|slot| {
            (first..=last).contains(&slot.period) && own.is_none_or(|day| day == slot.day)
        });
        bells.extend(meant.map(|slot| (slot, times)));
    }
    bells
}

fn columns(sheet: &RawSheet) -> BTreeMap<&'static str, usize> {
    let headings = sheet.rows.first().into_iter().flatten().enumerate();
    headings.filter_map(|(at, heading)| Some((periods_column(heading)?, at))).collect()
}

fn named(kind: &str, name: &str) -> Named {
    Named { id: id(kind, name), display_name: name.to_owned() }
}

/// What names the namespace of the project's names, among URLs.
const NAMESPACE: &[u8] = b"urn:mesterskema";

/// A UUID that is the same for the same name.
///
/// # Source
/// RFC 9562, section 5.5: version 5.
pub(crate) fn id(kind: &str, name: &str) -> String {
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE);
    Uuid::new_v5(&namespace, format!("{kind}\0{name}").as_bytes()).to_string()
}
