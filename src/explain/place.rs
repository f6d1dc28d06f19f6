//! Why not Tuesday third? What it costs to have a lesson somewhere, or which facts forbid it.

use super::conflict::{Conflict, conflicts};
use crate::domain::School;
use crate::pipeline::{self, Answer, Demands, Held, Refusal, Request, Status};
use crate::scenario::Asking;

/// What is known of a lesson at a place.
#[derive(Clone, Debug)]
pub struct Placing {
    /// The optimum without asking.
    pub free: Answer,
    /// The optimum with the lesson there.
    pub held: Answer,
    /// What forbids it; empty where it is possible, or where no fact is to blame.
    pub conflicts: Vec<Conflict>,
    /// Whether the search was stopped, so that what forbids it may not be known.
    pub is_cut_short: bool,
}

/// Asks what it costs to have a lesson of `school` where `held` says.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn placing(school: &School, held: Held, asking: Asking<'_>) -> Result<Placing, Refusal> {
    let request = Request { effort: asking.effort, time_limit: None, threads: 1 };
    let solve = |held: &[Held]| {
        let demands = Demands { held, ..Demands::default() };
        pipeline::solve_with(school, demands, &request, asking.stop, &mut |_| ())
    };
    let (free, with) = (solve(&[])?, solve(&[held])?);
    let is_forbidden = with.status == Status::Infeasible && free.status != Status::Infeasible;
    let conflicts = if is_forbidden { conflicts(school, &[held], asking)? } else { Vec::new() };
    Ok(Placing { free, held: with, conflicts, is_cut_short: (asking.stop)() })
}
