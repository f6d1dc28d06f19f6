//! EXPLAIN: which facts of a school cannot hold together, what would be a way out, and why each lesson moved.
//!
//! It proves by solving: a conflict is told only with what the search said of it. What can be counted without a search
//! is in [`reason`](crate::reason).

mod chain;
mod conflict;
mod fact;
mod lift;
mod oracle;
mod place;
mod reach;
mod repair;
mod tasks;
mod twice;

use crate::domain::School;
use crate::pipeline::{self, Answer, Refusal, Request, Status};
use crate::scenario::{Asking, Step};
pub use chain::{Link, Role, chains};
pub use conflict::{Conflict, conflicts};
pub use fact::{Fact, facts};
pub use lift::lifted;
pub use place::{Known, Placing, placing, placings};
pub use reach::{Fit, Reach, reaches};
pub use repair::{Remedy, Repair, remedied, repairs};
pub use tasks::{Task, tasks};
pub use twice::Twice;

/// Why a school's timetable changes as it does, or why there is none.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// Its optimum, or why there is none.
    pub answer: Answer,
    /// What cannot hold together; empty unless infeasible.
    pub conflicts: Vec<Conflict>,
    /// The ways out; empty unless infeasible.
    pub repairs: Vec<Repair>,
    /// Why each lesson moved; empty unless there is a proposal.
    pub chains: Vec<Vec<Link>>,
    /// Whether the search was stopped, so that there may be more conflicts and ways out.
    pub is_cut_short: bool,
}

/// Explains `school`, a baseline without faults.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn explain(
    school: &School,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Explanation, Refusal> {
    let request = Request { effort: asking.effort, threads: asking.threads };
    let answer = pipeline::solve(school, &request, asking.stop, &mut |_| ())?;
    let is_impossible = answer.status == Status::Infeasible;
    let conflicts = if is_impossible { conflicts(school, &[], asking)? } else { Vec::new() };
    let repairs = match conflicts.first() {
        Some(first) => repairs(school, first, asking, tell)?,
        None => Vec::new(),
    };
    let offered = answer.offered.as_ref();
    let chains = offered.map(|(proposal, _)| chains(school, proposal)).unwrap_or_default();
    let is_cut_short = asking.stop.is_asked();
    Ok(Explanation { answer, conflicts, repairs, chains, is_cut_short })
}
