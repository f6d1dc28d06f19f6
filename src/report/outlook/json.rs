//! JSON, for programs: the answer of `whatif` about scenarios. Keys in the order of the format's description.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::{known, reasons, written};
use super::super::words::Naming;
use crate::domain::{Language, School};
use crate::pipeline::Answer;
use crate::scenario::{Outlook, Prospect};

/// The answer.
#[must_use]
pub fn json(school: &School, outlook: &Outlook, language: Language) -> String {
    let naming = Naming::new(school, language);
    let base = &outlook.base;
    written(&json!({
        "base": known(json!({ "status": base.status.code(), "points": base.points() })),
        "scenarios": outlook.scenarios.iter().map(|one| prospect(one, &naming)).collect_vec(),
    }))
}

fn prospect(prospect: &Prospect, naming: &Naming<'_>) -> Value {
    let (fresh, extra) = (&prospect.fresh, prospect.extra.as_ref());
    known(json!({
        "scenario": prospect.name.to_string(),
        "status": fresh.status.code(),
        "points": fresh.points(),
        "extra_status": extra.map(|answer| answer.status.code()),
        "extra_points": extra.and_then(Answer::points),
        "changed_lessons": fresh.changed_lessons(),
        "extra_changed_lessons": extra.and_then(Answer::changed_lessons),
        "reasons": reasons(fresh, naming),
    }))
}
