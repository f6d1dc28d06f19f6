//! JUDGE: a school and a proposal → every breach of a hard rule.
//!
//! It sees names only: no ids, columns, rows or solver, so that a mistake made there cannot hide here.

mod breach;

pub use breach::Breach;

use crate::diff::Difference;
use crate::domain::{Effort, Proposal, School};

/// What the judge says of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Every breach, by rule; empty if the proposal may be offered.
    pub breaches: Vec<Breach>,
    /// What it changes against the baseline, and what it costs.
    pub difference: Difference,
}

/// Judges `proposal`.
#[must_use]
pub fn check(school: &School, proposal: &Proposal, effort: Effort) -> Verdict {
    let _ = (school, proposal, effort);
    todo!("check")
}
