//! JSON, for programs: the answer of `solve` and that of `check`. Keys in the order of the format's description.

use std::time::Duration;

use serde::Serialize;

use super::diagnostics::place;
use super::words::Naming;
use super::{Inspection, Report};
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::diff::{Changed, Offer};
use crate::domain::{Language, PerPrice, Price, School, Slot};
use crate::pipeline::{Answer, Status};

/// `solution.json`.
#[must_use]
pub fn solution(report: Report<'_>, language: Language) -> String {
    written(&Solution::new(report, language))
}

/// The answer of `check`.
#[must_use]
pub fn inspection(inspection: Inspection<'_>, language: Language) -> String {
    let told = |school, breaches: &[Breach]| -> Vec<Note> {
        let naming = Naming::new(school, language);
        breaches.iter().map(|breach| Note::new(breach, &naming)).collect()
    };
    written(&Inspected {
        faults: told(inspection.read, inspection.faults),
        breaches: told(inspection.school, inspection.breaches()),
        missed: Missing::all(inspection.offer()),
        points: Some(inspection.verdict.difference.breakdown.total()),
    })
}

/// The answer of `check` where the input cannot be used: its faults, and no points.
#[must_use]
pub fn unusable(diagnostics: &[Diagnostic], language: Language) -> String {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let faults = errors.map(|diagnostic| Note::of(diagnostic, language)).collect();
    written(&Inspected { faults, breaches: Vec::new(), missed: Vec::new(), points: None })
}

#[expect(clippy::expect_used, reason = "text keys and finite numbers are all that JSON asks for")]
pub(crate) fn written(answer: &impl Serialize) -> String {
    serde_json::to_string_pretty(answer).expect("an answer is JSON") + "\n"
}

/// Whole milliseconds, as seconds.
fn seconds(elapsed: Duration) -> f64 {
    let milliseconds = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
    Duration::from_millis(milliseconds).as_secs_f64()
}

/// The answer of `solve`.
#[derive(Serialize)]
pub(super) struct Solution {
    status: &'static str,
    #[serde(flatten)]
    offered: Option<Offered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<String>>,
    seconds: f64,
}

#[derive(Serialize)]
struct Offered {
    points: i64,
    bound: i64,
    breakdown: Points,
    changed_lessons: usize,
    changed_class_periods: u32,
    away: Vec<Away>,
    missed: Vec<Missing>,
    changes: Vec<Move>,
}

#[derive(Serialize)]
struct Inspected {
    faults: Vec<Note>,
    breaches: Vec<Note>,
    missed: Vec<Missing>,
    points: Option<i64>,
}

#[derive(Serialize)]
struct Away {
    pupil: String,
    away: String,
}

/// What is known after a search, as the answers to questions tell it.
#[derive(Serialize)]
pub(super) struct Known {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<String>>,
}

/// A period of a core subject that an apprentice misses.
#[derive(Serialize)]
pub(super) struct Missing {
    pupil: String,
    subject: String,
    day: &'static str,
    period: u8,
    level: &'static str,
}

#[derive(Serialize)]
struct Move {
    lesson: String,
    classes: Vec<String>,
    subject: String,
    teachers: Vec<String>,
    from: Booked,
    to: Booked,
}

#[derive(Serialize)]
struct Booked {
    day: &'static str,
    period: u8,
    rooms: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Note {
    code: &'static str,
    message: String,
    file: String,
    line: Option<u32>,
}

struct Points(PerPrice);

impl Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Price::ALL.map(|price| (price.key(), self.0[price])))
    }
}

impl Offered {
    fn new(offer: Offer<'_>, bound: i64) -> Self {
        let difference = offer.difference;
        Self {
            points: difference.breakdown.total(),
            bound,
            breakdown: Points(difference.breakdown.clone()),
            changed_lessons: difference.changes.len(),
            changed_class_periods: difference.changes.iter().map(|c| c.class_periods).sum(),
            away: away(offer),
            missed: Missing::all(offer),
            changes: offer.changed().map(Move::new).collect(),
        }
    }
}

fn away(offer: Offer<'_>) -> Vec<Away> {
    let chosen = offer.away().map(|(apprentice, alternative)| Away {
        pupil: apprentice.pupil.to_string(),
        away: alternative.written.clone(),
    });
    chosen.collect()
}

impl Solution {
    /// What `report` says.
    pub(super) fn new(report: Report<'_>, language: Language) -> Self {
        let answer = report.answer;
        let naming = Naming::new(report.school, language);
        Self {
            status: answer.status.code(),
            offered: report.offer().map(|offer| Offered::new(offer, answer.bound)),
            bound: (answer.status == Status::Undecided).then_some(answer.bound),
            reasons: (answer.status == Status::Infeasible).then(|| reasons(answer, &naming)),
            seconds: seconds(answer.elapsed),
        }
    }
}

impl Known {
    /// What `answer` says; why there is no timetable, where that is proven.
    pub(super) fn new(answer: &Answer, naming: &Naming<'_>) -> Self {
        let is_impossible = answer.status == Status::Infeasible;
        let reasons = is_impossible.then(|| reasons(answer, naming));
        Self { reasons, ..Self::without_reasons(answer) }
    }

    /// The same where reasons are told otherwise.
    pub(super) fn without_reasons(answer: &Answer) -> Self {
        let is_impossible = answer.status == Status::Infeasible;
        Self {
            status: answer.status.code(),
            points: answer.points(),
            bound: (!is_impossible).then_some(answer.bound),
            reasons: None,
        }
    }
}

/// Why there is no timetable.
pub(super) fn reasons(answer: &Answer, naming: &Naming<'_>) -> Vec<String> {
    naming.reasons(&answer.reasons)
}

impl Missing {
    /// All that are missed in the proposal.
    pub(super) fn all(offer: Offer<'_>) -> Vec<Self> {
        let School { apprentices, .. } = offer.school;
        let missed = offer.difference.missed.iter().map(|missed| Self {
            pupil: apprentices[missed.apprentice].pupil.to_string(),
            subject: missed.subject.to_string(),
            day: missed.slot.day.code(),
            period: missed.slot.period.0,
            level: missed.level.code(),
        });
        missed.collect()
    }
}

impl Move {
    fn new(changed: Changed<'_>) -> Self {
        Self {
            lesson: changed.lesson.name.to_string(),
            classes: texts(&changed.classes()),
            subject: changed.subject(),
            teachers: texts(&changed.teachers()),
            from: Booked::new(changed.lesson.start, texts(&changed.old_rooms())),
            to: Booked::new(changed.to.start, texts(&changed.new_rooms())),
        }
    }
}

impl Booked {
    fn new(start: Slot, rooms: Vec<String>) -> Self {
        Self { day: start.day.code(), period: start.period.0, rooms }
    }
}

impl Note {
    pub(super) fn new(breach: &Breach, naming: &Naming<'_>) -> Self {
        let (file, line) = place(breach, naming.school);
        let message = naming.words.breach(breach, naming);
        Self { code: breach.rule().code(), message, file: file.to_owned(), line }
    }

    pub(super) fn of(diagnostic: &Diagnostic, language: Language) -> Self {
        let message = diagnostic.wording(language).message;
        let Place { file, line, .. } = &diagnostic.place;
        Self { code: diagnostic.fault.code(), message, file: file.clone(), line: *line }
    }
}

fn texts(names: &[impl ToString]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}
