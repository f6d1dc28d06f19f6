//! JSON, for programs: the answer of `year`. Keys in the order of the format's description.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::{joined, known, reasons, written};
use super::super::words::Naming;
use super::Told;
use crate::domain::{Language, School};
use crate::pipeline::Answer;
use crate::scenario::Link;

/// The answer.
#[must_use]
pub fn json(told: Told<'_>, language: Language) -> String {
    let stretches = told.year.links.iter().map(|link| stretch(link, language));
    written(&json!({
        "stretches": stretches.collect_vec(),
        "whole": answer(told.school, &told.year.whole, language),
    }))
}

fn stretch(link: &Link, language: Language) -> Value {
    let pupils = link.school.apprentices.iter().map(|one| one.pupil.to_string());
    joined([
        json!({
            "from": link.stretch.from.to_string(),
            "until": link.stretch.until.to_string(),
            "pupils": pupils.collect_vec(),
        }),
        answer(&link.school, &link.answer, language),
    ])
}

fn answer(school: &School, answer: &Answer, language: Language) -> Value {
    let naming = Naming::new(school, language);
    known(json!({
        "status": answer.status.code(),
        "points": answer.points(),
        "bound": answer.offered.as_ref().map(|_| answer.bound),
        "changed_lessons": answer.changed_lessons(),
        "reasons": reasons(answer, &naming),
    }))
}
