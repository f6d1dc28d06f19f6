//! JSON, for programs: the answer of `solve --tradeoff`. Keys in the order of the guide's description.

use serde::Serialize;

use super::super::json::{Missing, reasons, written};
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
    let impossible = tradeoff
        .last
        .as_ref()
        .filter(|last| tradeoff.front.is_empty() && last.status == Status::Infeasible);
    written(&Answer {
        tradeoff: Price::Desired.key(),
        complete: tradeoff.is_complete(),
        front: tradeoff.front.iter().map(|one| Told::new(one, traded)).collect(),
        reasons: impossible.map(|last| reasons(last, &naming)),
    })
}

#[derive(Serialize)]
struct Answer {
    tradeoff: &'static str,
    complete: bool,
    front: Vec<Told>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<String>>,
}

#[derive(Serialize)]
struct Told {
    desired_missed: usize,
    change_points: i64,
    bound: i64,
    status: &'static str,
    points: i64,
    changed_lessons: usize,
    missed: Vec<Missing>,
}

impl Told {
    fn new(compromise: &Compromise, traded: Traded<'_>) -> Self {
        let status = if compromise.is_proven() { Status::Optimal } else { Status::Feasible };
        let offered = compromise.answer.offered.as_ref();
        let missed = offered.map(|(proposal, verdict)| {
            let difference = &verdict.difference;
            Missing::all(Offer { school: traded.school, proposal, difference })
        });
        Self {
            desired_missed: compromise.missed,
            change_points: compromise.change,
            bound: compromise.bound,
            status: status.code(),
            points: compromise.points(traded.school.weights[Price::Desired]),
            changed_lessons: compromise.changed_lessons(),
            missed: missed.unwrap_or_default(),
        }
    }
}
