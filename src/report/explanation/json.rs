//! JSON, for programs: the answers of `explain`. Keys in the order of the guide's description.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::{found, found_without_reasons, joined, known, texts, written};
use super::super::words::Naming;
use super::{Placed, remedy, words};
use crate::domain::{Language, Lesson, School, Slot};
use crate::explain::{Conflict, Explanation, Fact, Link, Remedy, Repair, Role, Twice};
use crate::pipeline::Status;

/// The answer about a school.
#[must_use]
pub fn explained(school: &School, explained: &Explanation, language: Language) -> String {
    let naming = &Naming::new(school, language);
    let answer = &explained.answer;
    let is_impossible = answer.status == Status::Infeasible;
    let repairs = || explained.repairs.iter().map(|repair| way(repair, naming)).collect_vec();
    let chains = || explained.chains.iter().map(|chain| steps(chain, school)).collect_vec();
    written(&joined([
        found(answer, naming),
        known(json!({
            "conflicts": is_impossible.then(|| conflicts(&explained.conflicts, naming)),
            "repairs": is_impossible.then(repairs),
            "chains": answer.offered.is_some().then(chains),
        })),
    ]))
}

/// The answer about a lesson at a time.
#[must_use]
pub fn placed(placed: Placed<'_>, language: Language) -> String {
    let Placed { school, held, placing } = placed;
    let (with, free) = (placing.held.points(), placing.free.points());
    let name = school.lessons.get(held.lesson).map(|lesson| lesson.name.to_string());
    let extra = with.zip(free).map(|(with, free)| with - free);
    written(&joined([
        json!({ "lesson": name.unwrap_or_default(), "to": at(held.start) }),
        found_without_reasons(&placing.held),
        known(json!({ "extra_points": extra })),
        json!({ "conflicts": conflicts(&placing.conflicts, &Naming::new(school, language)) }),
    ]))
}

fn conflicts(conflicts: &[Conflict], naming: &Naming<'_>) -> Vec<Value> {
    let told = conflicts.iter().map(|conflict| {
        let facts = conflict
            .facts
            .iter()
            .map(|fact| json!({ "fact": code(fact), "text": words::fact(fact, naming) }));
        json!({ "facts": facts.collect_vec(), "verified": conflict.is_verified })
    });
    told.collect()
}

fn at(slot: Slot) -> Value {
    json!({ "day": slot.day.code(), "period": slot.period.0 })
}

/// A fact's name in answers for machines.
pub(super) const fn code(fact: &Fact) -> &'static str {
    match fact {
        Fact::Away { .. } => "away",
        Fact::Required { .. } => "required",
        Fact::Locked { .. } => "locked",
        Fact::Unplaced { .. } => "unplaced",
        Fact::TeacherAway { .. } => "teacher-unavailable",
        Fact::RoomAway { .. } => "room-unavailable",
        Fact::PlaceLimit { .. } => "place-limit",
        Fact::SubjectLimit { .. } => "subject-limit",
        Fact::TeacherLimit { .. } => "teacher-limit",
        Fact::ClassHours { .. } => "class-hours",
        Fact::RoomFull { .. } => "room-full",
        Fact::RoomsFull { .. } => "rooms-full",
        Fact::TeacherOnce { .. } => "teacher-once",
        Fact::Guest { .. } => "guest",
        Fact::OneDay { .. } => "one-day",
        Fact::ClassLocked { .. } => "class-locked",
        Fact::ClassAway { .. } => "class-unavailable",
        Fact::Allowed { .. } => "allowed",
        Fact::Apart { .. } => "apart",
        Fact::Way { .. } => "way",
        Fact::Breaks => "breaks",
    }
}

fn way(repair: &Repair, naming: &Naming<'_>) -> Value {
    let change = match repair.remedy {
        Remedy::Lift(_) => "lift",
        Remedy::Seat { .. } => "seat",
        Remedy::Send { .. } => "day",
        Remedy::Twice(_) => "twice",
    };
    let twice = match &repair.remedy {
        Remedy::Twice(twice) => Some(twice),
        _ => None,
    };
    let lesson = |&index: &usize| naming.school.lessons.get(index).map(|one| one.name.to_string());
    let lessons = |twice: &Twice| twice.lessons.iter().filter_map(lesson).collect_vec();
    let pupils = |twice: &Twice| twice.second.iter().map(|&one| naming.pupil(one)).collect_vec();
    let again = || repair.second_times().into_iter().map(at).collect_vec();
    known(json!({
        "change": change,
        "lessons": twice.map(lessons),
        "pupils": twice.map(pupils),
        "again": twice.map(|_| again()),
        "text": remedy(&repair.remedy, naming),
        "status": repair.answer.status.code(),
        "points": repair.points(),
        "bound": repair.answer.bound,
    }))
}

fn steps(chain: &[Link], school: &School) -> Vec<Value> {
    let lessons = chain.iter().filter_map(|link| Some((link, school.lessons.get(link.lesson)?)));
    lessons.map(|(link, lesson)| step(link, lesson)).collect()
}

fn step(link: &Link, lesson: &Lesson) -> Value {
    let why = match link.role {
        Role::HadToLeave => "had-to-leave",
        Role::MadeRoom => "made-room",
        Role::FilledIn => "filled-in",
        Role::AlongWith => "along-with",
    };
    let mut subjects = texts(lesson.pieces.iter().map(|piece| &piece.subject));
    subjects.dedup();
    json!({
        "why": why,
        "lesson": lesson.name.to_string(),
        "classes": texts(lesson.classes()),
        "subject": subjects.join("+"),
        "teachers": texts(lesson.teachers()),
        "from": lesson.start.map(at),
        "to": at(link.to.start),
        "points": link.points,
    })
}
