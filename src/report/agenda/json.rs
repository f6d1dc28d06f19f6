//! JSON, for programs: the answer of `meet`. Keys in the order of the format's description.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::{joined, known, written};
use super::Appointed;
use crate::domain::{Level, Participant, Slot};
use crate::pipeline::Status;
use crate::scenario::{Appointment, MeetingMiss, MeetingTime};

/// The answer.
#[must_use]
pub fn json(appointed: Appointed<'_>) -> String {
    let agenda = appointed.agenda;
    let status = if agenda.is_proven { Status::Optimal } else { Status::Feasible };
    let meetings = appointed.each().map(|(meeting, one)| {
        joined([json!({ "meeting": meeting.name.to_string() }), appointment(one)])
    });
    written(&json!({
        "status": status.code(),
        "points": agenda.points(),
        "meetings": meetings.collect_vec(),
    }))
}

fn appointment(one: &Appointment) -> Value {
    if let Some(time) = &one.time {
        return told(time);
    }
    let in_the_way = one.in_the_way.iter();
    let in_the_way =
        in_the_way.map(|(who, slots)| json!({ "who": who.to_string(), "slots": slots }));
    let without = one
        .without
        .as_ref()
        .map(|(who, time)| joined([json!({ "who": who.to_string() }), told(time)]));
    json!({ "start": null, "in_the_way": in_the_way.collect_vec(), "without": without })
}

fn told(time: &MeetingTime) -> Value {
    json!({
        "start": slot(time.start),
        "points": time.points,
        "misses": time.misses.iter().map(miss).collect_vec(),
    })
}

fn slot(slot: Slot) -> Value {
    json!({ "day": slot.day.code(), "period": slot.period.0 })
}

fn miss(miss: &MeetingMiss) -> Value {
    let (pupil, class) = match &miss.who {
        Participant::Class(class) => (None, Some(class.to_string())),
        who => (Some(who.name().to_owned()), None),
    };
    known(json!({
        "pupil": pupil,
        "class": class,
        "subject": miss.subject.to_string(),
        "day": miss.slot.day.code(),
        "period": miss.slot.period.0,
        "level": miss.level.map(Level::code),
    }))
}
