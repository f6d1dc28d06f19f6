//! JSON, for programs: the answers of `explain`. Keys in the order of the guide's description.

use serde::Serialize;

use super::super::json::{Known, written};
use super::super::words::Naming;
use super::{Placed, remedy, words};
use crate::domain::{Language, Lesson, School, Slot};
use crate::explain::{Conflict, Explanation, Fact, Link, Remedy, Repair, Role};
use crate::pipeline::Status;

/// The answer about a school.
#[must_use]
pub fn explained(school: &School, explained: &Explanation, language: Language) -> String {
    let naming = &Naming::new(school, language);
    let answer = &explained.answer;
    let is_impossible = answer.status == Status::Infeasible;
    let chain =
        |chain: &Vec<Link>| chain.iter().map(|link| Step::new(link, naming.school)).collect();
    let repair = |repair: &Repair| Way::new(repair, naming);
    written(&Answer {
        known: Known::new(answer, naming),
        conflicts: is_impossible.then(|| told(&explained.conflicts, naming)),
        repairs: is_impossible.then(|| explained.repairs.iter().map(repair).collect()),
        chains: answer.offered.is_some().then(|| explained.chains.iter().map(chain).collect()),
    })
}

/// The answer about a lesson at a time.
#[must_use]
pub fn placed(placed: Placed<'_>, language: Language) -> String {
    let Placed { school, held, placing } = placed;
    let naming = &Naming::new(school, language);
    let (with, free) = (placing.held.points(), placing.free.points());
    let name = school.lessons.get(held.lesson).map(|lesson| lesson.name.to_string());
    written(&There {
        lesson: name.unwrap_or_default(),
        to: At::new(held.start),
        known: Known::without_reasons(&placing.held),
        extra_points: with.zip(free).map(|(with, free)| with - free),
        conflicts: told(&placing.conflicts, naming),
    })
}

fn told(conflicts: &[Conflict], naming: &Naming<'_>) -> Vec<Told> {
    let told = |conflict: &Conflict| Told {
        facts: conflict.facts.iter().map(|fact| Said::new(fact, naming)).collect(),
        verified: conflict.is_verified,
    };
    conflicts.iter().map(told).collect()
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    known: Known,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflicts: Option<Vec<Told>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repairs: Option<Vec<Way>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chains: Option<Vec<Vec<Step>>>,
}

#[derive(Serialize)]
struct There {
    lesson: String,
    to: At,
    #[serde(flatten)]
    known: Known,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_points: Option<i64>,
    conflicts: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    facts: Vec<Said>,
    verified: bool,
}

#[derive(Serialize)]
struct Said {
    fact: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Way {
    change: &'static str,
    text: String,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<i64>,
    bound: i64,
}

#[derive(Serialize)]
struct Step {
    why: &'static str,
    lesson: String,
    classes: Vec<String>,
    subject: String,
    teachers: Vec<String>,
    from: At,
    to: At,
    points: i64,
}

#[derive(Serialize)]
struct At {
    day: &'static str,
    period: u8,
}

impl At {
    const fn new(slot: Slot) -> Self {
        Self { day: slot.day.code(), period: slot.period.0 }
    }
}

impl Said {
    fn new(fact: &Fact, naming: &Naming<'_>) -> Self {
        Self { fact: code(fact), text: words::fact(fact, naming) }
    }
}

/// A fact's name in answers for machines.
const fn code(fact: &Fact) -> &'static str {
    match fact {
        Fact::Away { .. } => "away",
        Fact::Required { .. } => "required",
        Fact::Locked { .. } => "locked",
        Fact::TeacherAway { .. } => "teacher-unavailable",
        Fact::RoomAway { .. } => "room-unavailable",
        Fact::PlaceLimit { .. } => "place-limit",
        Fact::SubjectLimit { .. } => "subject-limit",
        Fact::TeacherLimit { .. } => "teacher-limit",
        Fact::ClassHours { .. } => "class-hours",
        Fact::RoomFull { .. } => "room-full",
        Fact::RoomsFull { .. } => "rooms-full",
        Fact::TeacherOnce { .. } => "teacher-once",
        Fact::Breaks => "breaks",
    }
}

impl Way {
    fn new(repair: &Repair, naming: &Naming<'_>) -> Self {
        Self {
            change: match repair.remedy {
                Remedy::Lift(_) => "lift",
                Remedy::Send { .. } => "day",
            },
            text: remedy(&repair.remedy, naming),
            status: repair.answer.status.code(),
            points: repair.points(),
            bound: repair.answer.bound,
        }
    }
}

impl Step {
    fn new(link: &Link, school: &School) -> Self {
        let lesson = school.lessons.get(link.lesson);
        let names = |of: &dyn Fn(&Lesson) -> Vec<String>| lesson.map(of).unwrap_or_default();
        let classes = |lesson: &Lesson| texts(lesson.classes());
        let teachers = |lesson: &Lesson| texts(lesson.teachers());
        let subjects = |lesson: &Lesson| {
            let mut subjects = texts(lesson.pieces.iter().map(|piece| &piece.subject));
            subjects.dedup();
            subjects
        };
        Self {
            why: match link.role {
                Role::HadToLeave => "had-to-leave",
                Role::MadeRoom => "made-room",
                Role::FilledIn => "filled-in",
                Role::AlongWith => "along-with",
            },
            lesson: lesson.map(|lesson| lesson.name.to_string()).unwrap_or_default(),
            classes: names(&classes),
            subject: names(&subjects).join("+"),
            teachers: names(&teachers),
            from: At::new(lesson.map_or(link.to.start, |lesson| lesson.start)),
            to: At::new(link.to.start),
            points: link.points,
        }
    }
}

fn texts<T: ToString>(names: impl IntoIterator<Item = T>) -> Vec<String> {
    names.into_iter().map(|name| name.to_string()).collect()
}
