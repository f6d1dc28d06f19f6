//! JSON, for programs: the answer of `solve` and that of `check`. Keys in the order of the format's description.

use std::time::Duration;

use itertools::Itertools as _;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::diagnostics::location;
use super::words::Naming;
use super::{Inspection, Report};
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::diff::{Changed, Offer};
use crate::domain::{Language, PerPrice, Price, RoomName, School, Slot};
use crate::pipeline::{Answer, Status};

/// `solution.json`.
#[must_use]
pub fn solution(report: Report<'_>, language: Language) -> String {
    written(&solved(report, language))
}

/// The answer of `check`.
#[must_use]
pub fn inspection(inspection: Inspection<'_>, language: Language) -> String {
    let told = |school, breaches: &[Breach]| {
        let naming = Naming::new(school, language);
        breaches.iter().map(|breach| broken(breach, &naming)).collect_vec()
    };
    let full = inspection.full_places().cloned().collect_vec();
    let lessons = Some(inspection.unplaced()).filter(|&lessons| lessons > 0);
    written(&joined([
        json!({
            "faults": told(inspection.read, inspection.faults),
            "breaches": told(inspection.school, inspection.breaches()),
            "missed": missed(inspection.offer()),
            "points": inspection.verdict.difference.breakdown.total(),
        }),
        known(json!({
            "missed_besides": missed_besides(inspection.offer()),
            "lessons_without_place": lessons,
            "full_places": Some(told(inspection.school, &full)).filter(|full| !full.is_empty()),
        })),
    ]))
}

/// The answer of `check` where the input cannot be used: its faults, and no points.
#[must_use]
pub fn unusable(diagnostics: &[Diagnostic], language: Language) -> String {
    let faults = errors(diagnostics, language);
    written(&json!({ "faults": faults, "breaches": [], "missed": [], "points": null }))
}

/// The errors among `diagnostics`, each as `check` has it.
#[must_use]
pub fn errors(diagnostics: &[Diagnostic], language: Language) -> Vec<Value> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| fault(diagnostic, language)).collect()
}

/// Faults of a timetable, each as `check` has it.
#[must_use]
pub fn breaches(school: &School, found: &[Breach], language: Language) -> Vec<Value> {
    let naming = Naming::new(school, language);
    found.iter().map(|breach| broken(breach, &naming)).collect()
}

#[expect(clippy::expect_used, reason = "text keys and finite numbers are all that JSON asks for")]
pub(crate) fn written(answer: &impl Serialize) -> String {
    serde_json::to_string_pretty(answer).expect("an answer is JSON") + "\n"
}

/// An object without the keys of which nothing is known.
pub(super) fn known(mut object: Value) -> Value {
    if let Some(keys) = object.as_object_mut() {
        keys.retain(|_, value| !value.is_null());
    }
    object
}

/// One object with the keys of all, in their order.
pub(super) fn joined<const OBJECTS: usize>(objects: [Value; OBJECTS]) -> Value {
    let keys = objects.into_iter().filter_map(|object| match object {
        Value::Object(keys) => Some(keys),
        _ => None,
    });
    Value::Object(keys.flatten().collect())
}

/// Whole milliseconds, as seconds.
fn seconds(elapsed: Duration) -> f64 {
    let milliseconds = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
    Duration::from_millis(milliseconds).as_secs_f64()
}

/// What `report` says.
pub(super) fn solved(report: Report<'_>, language: Language) -> Value {
    let answer = report.answer;
    let naming = Naming::new(report.school, language);
    joined([
        json!({ "status": answer.status.code() }),
        report.offer().map_or(Value::Null, |offer| offered(offer, answer.bound)),
        known(json!({ "missed_besides": report.offer().and_then(missed_besides) })),
        known(json!({
            "bound": (answer.status == Status::Undecided).then_some(answer.bound),
            "reasons": reasons(answer, &naming),
        })),
        json!({ "seconds": seconds(answer.elapsed) }),
    ])
}

fn offered(offer: Offer<'_>, bound: i64) -> Value {
    let difference = offer.difference;
    json!({
        "points": difference.breakdown.total(),
        "bound": bound,
        "breakdown": points(&difference.breakdown),
        "changed_lessons": difference.changes.len(),
        "changed_class_periods": difference.changes.iter().map(|c| c.class_periods).sum::<u32>(),
        "placed_lessons": difference.placed.len(),
        "away": away(offer),
        "missed": missed(offer),
        "changes": offer.rebooked().map(moved).collect_vec(),
    })
}

fn points(breakdown: &PerPrice) -> Map<String, Value> {
    Price::ALL.map(|price| (price.key().to_owned(), breakdown[price].into())).into_iter().collect()
}

/// The alternatives of apprentices who had a choice.
pub(super) fn away(offer: Offer<'_>) -> Vec<Value> {
    let chosen = offer.away().map(|(apprentice, alternative)| {
        json!({ "pupil": apprentice.pupil.as_str(), "away": alternative.written })
    });
    chosen.collect()
}

/// What is known after a search, as the answers to questions tell it; why there is no timetable, where that is proven.
pub(super) fn found(answer: &Answer, naming: &Naming<'_>) -> Value {
    joined([found_without_reasons(answer), known(json!({ "reasons": reasons(answer, naming) }))])
}

/// The same where reasons are told otherwise.
pub(super) fn found_without_reasons(answer: &Answer) -> Value {
    known(json!({
        "status": answer.status.code(),
        "points": answer.points(),
        "bound": (answer.status != Status::Infeasible).then_some(answer.bound),
    }))
}

/// Why there is no timetable, if that is proven.
pub(super) fn reasons(answer: &Answer, naming: &Naming<'_>) -> Option<Vec<String>> {
    (answer.status == Status::Infeasible).then(|| naming.reasons(&answer.reasons))
}

/// Why a school has no timetable, in words.
#[must_use]
pub fn reasons_of(school: &School, answer: &Answer, language: Language) -> Vec<String> {
    Naming::new(school, language).reasons(&answer.reasons)
}

/// The periods of core subjects that apprentices miss in the proposal.
pub(super) fn missed(offer: Offer<'_>) -> Vec<Value> {
    let missed = offer.difference.missed.iter().map(|missed| {
        json!({
            "pupil": offer.school.apprentices[missed.apprentice].pupil.as_str(),
            "subject": missed.subject.as_str(),
            "day": missed.slot.day.code(),
            "period": missed.slot.period.0,
            "level": missed.level.code(),
            "because": missed.because.code(),
        })
    });
    missed.collect()
}

/// The periods of other subjects that guests miss for core lessons, if there are any.
fn missed_besides(offer: Offer<'_>) -> Option<Vec<Value>> {
    let missed = offer.difference.missed_besides.iter().map(|missed| {
        json!({
            "pupil": offer.school.apprentices[missed.apprentice].pupil.as_str(),
            "subject": missed.subject.as_str(),
            "day": missed.slot.day.code(),
            "period": missed.slot.period.0,
            "because": missed.because.code(),
        })
    });
    Some(missed.collect_vec()).filter(|missed| !missed.is_empty())
}

fn moved(changed: Changed<'_>) -> Value {
    json!({
        "lesson": changed.lesson.name.to_string(),
        "classes": texts(changed.classes()),
        "subject": changed.subject(),
        "teachers": texts(changed.teachers()),
        "from": changed.lesson.start.map(|start| booked(start, &changed.old_rooms())),
        "to": booked(changed.to.start, &changed.new_rooms()),
    })
}

fn booked(start: Slot, rooms: &[&RoomName]) -> Value {
    json!({ "day": start.day.code(), "period": start.period.0, "rooms": texts(rooms) })
}

/// A breach, with the line that it is about.
pub(crate) fn broken(breach: &Breach, naming: &Naming<'_>) -> Value {
    let (file, line) = location(breach, naming.school);
    note(breach.rule().code(), &naming.words.breach(breach, naming), file, line)
}

/// A fault of the files, with the line that it is in.
pub(crate) fn fault(diagnostic: &Diagnostic, language: Language) -> Value {
    let Location { file, line, .. } = &diagnostic.location;
    note(diagnostic.fault.code(), &diagnostic.wording(language).message, file, *line)
}

fn note(code: &str, message: &str, file: &str, line: Option<u32>) -> Value {
    json!({ "code": code, "message": message, "file": file, "line": line })
}

/// Names as texts.
pub(super) fn texts(names: impl IntoIterator<Item = impl ToString>) -> Vec<String> {
    names.into_iter().map(|name| name.to_string()).collect()
}
