//! JUDGE: a school and a proposal → every breach of a hard rule.
//!
//! It sees names only: no ids, columns, rows or solver, so that a mistake made there cannot hide here. It is slow and
//! obvious on purpose: each rule is a file under `rules` that counts what happens before and after, and compares.

mod breach;
mod case;
mod rules;

pub use breach::{Breach, Traveller};
pub(crate) use rules::side_by_side;

use crate::diff::{Difference, diff};
use crate::domain::{Effort, Proposal, Rule, School};
use case::Case;
use rules::Judge;

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
    let baseline = school.baseline();
    let difference = diff(school, &baseline, proposal, effort);
    let case = Case::new(school, &baseline, proposal, effort, &difference.missed);
    let breaches =
        Rule::ALL.into_iter().flat_map(|rule| (Judge::of(rule).breaches)(&case)).collect();
    Verdict { breaches, difference }
}

/// What is wrong with the baseline itself: lessons that clash, and lessons while a teacher or a room is unavailable.
#[must_use]
pub fn faults(school: &School) -> Vec<Breach> {
    let baseline = school.baseline();
    let away = vec![0; school.apprentices.len()];
    let proposal = Proposal { timetable: baseline.clone(), away };
    let case = Case::new(school, &baseline, &proposal, Effort::Strict, &[]);
    let judges = Rule::ALL.into_iter().filter_map(|rule| Judge::of(rule).faults);
    judges.flat_map(|faults| faults(&case)).collect()
}
