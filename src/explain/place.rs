//! Why not Tuesday third? What it costs to have a lesson somewhere, or which facts forbid it.

use super::conflict::{Conflict, conflicts};
use crate::domain::{Lesson, School, Slot};
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
    let request = Request { effort: asking.effort, threads: 1 };
    let solve = |held: &[Held]| {
        let demands = Demands { held, ..Demands::default() };
        pipeline::solve_with(school, demands, &request, asking.stop, &mut |_| ())
    };
    let (free, with) = (solve(&[])?, solve(&[held])?);
    let is_forbidden = with.status == Status::Infeasible && free.status != Status::Infeasible;
    let conflicts = if is_forbidden { conflicts(school, &[held], asking)? } else { Vec::new() };
    Ok(Placing { free, held: with, conflicts, is_cut_short: asking.stop.is_asked() })
}

/// Asks the same of a lesson and each of `starts` in which it fits, in that order, beside what else is wished; the optimum
/// of that may be `known`. `tell` hears of each slot when it is known whether the lesson can be there, and of those that are
/// forbidden again when it is known why.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn placings(
    school: &School,
    (lesson, starts): (usize, &[Slot]),
    (demands, known): (Demands<'_>, Option<&Answer>),
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Slot, &Placing),
) -> Result<(), Refusal> {
    let request = Request { effort: asking.effort, threads: 1 };
    let solve = |demands: Demands<'_>| {
        pipeline::solve_with(school, demands, &request, asking.stop, &mut |_| ())
    };
    let free = known.map_or_else(|| solve(demands), |known| Ok(known.clone()))?;
    let length = school.lessons.get(lesson).map_or(1, Lesson::length);
    let others = demands.held.iter().filter(|held| held.lesson != lesson);
    let others: Vec<Held> = others.copied().collect();
    let mut forbidden = Vec::new();
    for start in starts.iter().copied().filter(|&start| school.grid.fits(start, length)) {
        if asking.stop.is_asked() {
            return Ok(());
        }
        let held = [&others[..], &[Held { lesson, start }]].concat();
        let with = solve(Demands { held: &held, ..demands })?;
        let is_forbidden = with.status == Status::Infeasible && free.status != Status::Infeasible;
        let free = free.clone();
        let placing =
            Placing { free, held: with, conflicts: Vec::new(), is_cut_short: is_forbidden };
        tell(start, &placing);
        forbidden.extend(is_forbidden.then_some((start, held, placing)));
    }
    for (start, held, placing) in forbidden {
        let conflicts = conflicts(school, &held, asking)?;
        tell(start, &Placing { conflicts, is_cut_short: asking.stop.is_asked(), ..placing });
    }
    Ok(())
}
