//! JSON, for programs: the answers of `explain`. Keys in the order of the README's description.

use itertools::Itertools as _;
use serde_json::{Value, json};

use super::super::json::{Known, known, named, slot, written};
use super::super::words::Naming;
use super::{Placed, remedy, words};
use crate::domain::{Language, School};
use crate::explain::{Conflict, Explanation, Fact, Link, Remedy, Repair, Role};
use crate::pipeline::Status;

/// The answer about a school.
#[must_use]
pub fn explained(school: &School, explained: &Explanation, language: Language) -> String {
    let naming = &Naming::new(school, language);
    let answer = &explained.answer;
    let is_impossible = answer.status == Status::Infeasible;
    let repairs = explained.repairs.iter().map(|repair| way(repair, naming)).collect_vec();
    let step = |link: &Link| step(link, school);
    let chains = explained.chains.iter().map(|chain| chain.iter().map(step).collect_vec());
    written(&(
        Known::new(answer, naming),
        known(json!({
            "conflicts": is_impossible.then(|| conflicts(&explained.conflicts, naming)),
            "repairs": is_impossible.then_some(repairs),
            "chains": answer.offered.is_some().then(|| chains.collect_vec()),
        })),
    ))
}
