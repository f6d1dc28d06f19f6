//! JSON, for programs: the answer of `solve --tradeoff`. Keys in the order of the guide's description.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::{known, missed, reasons, written};
use super::super::words::Naming;
use super::Traded;
use crate::diff::Offer;
use crate::domain::{Language, Price};
use crate::pipeline::Status;
use crate::scenario::Compromise;

/// The answer.
#[must_use]
pub fn json(traded: Traded<'_>, language: Language) -> String {
    let naming = Naming::new(traded.school, language);
    let tradeoff = traded.tradeoff;
    let last = tradeoff.last.as_ref().filter(|_| tradeoff.front.is_empty());
    written(&known(json!({
        "tradeoff": Price::Desired.key(),
        "complete": tradeoff.is_complete(),
        "front": tradeoff.front.iter().map(|one| compromise(one, traded)).collect_vec(),
        "reasons": last.and_then(|last| reasons(last, &naming)),
    })))
}

fn compromise(compromise: &Compromise, traded: Traded<'_>) -> Value {
    let status = if compromise.is_proven() { Status::Optimal } else { Status::Feasible };
    let offered = compromise.answer.offered.as_ref();
    let missed = offered.map(|(proposal, verdict)| {
        missed(Offer { school: traded.school, proposal, difference: &verdict.difference })
    });
    json!({
        "desired_missed": compromise.missed,
        "change_points": compromise.change,
        "bound": compromise.bound,
        "status": status.code(),
        "points": compromise.points(traded.school.weights[Price::Desired]),
        "changed_lessons": compromise.changed_lessons(),
        "missed": missed.unwrap_or_default(),
    })
}
