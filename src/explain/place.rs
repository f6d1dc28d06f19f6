//! Why not Tuesday third? What it costs to have a lesson somewhere, or which facts forbid it.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::conflict::{Conflict, conflicts};
use crate::domain::{School, Slot, Stop};
use crate::pipeline::{self, Answer, Demands, Held, Refusal, Request, Status, Warm};
use crate::scenario::{Asking, each_as_done};

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

/// What becomes known of a slot on the way.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// No timetable that has the lesson there costs fewer points.
    AtLeast(i64),
    /// The optimum with the lesson there, or that there is none.
    Placed(&'a Placing),
}

/// Asks the same of a lesson and each of `starts`, beside what else is wished; the optimum of that may be
/// `known`. `tell` hears of each slot soon what it costs at least; when it is known what it costs, or that it cannot be; and of
/// those that are forbidden again when it is known why. What costs least at least is asked first.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn placings(
    school: &School,
    (lesson, starts): (usize, &[Slot]),
    (demands, known): (Demands<'_>, Option<&Answer>),
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Slot, Known<'_>),
) -> Result<(), Refusal> {
    let request = Request { effort: asking.effort, threads: asking.threads };
    let solve = || pipeline::solve_with(school, demands, &request, asking.stop, &mut |_| ());
    let others = demands.held.iter().filter(|held| held.lesson != lesson);
    let others: Vec<Held> = others.copied().collect();
    let elsewhere = Demands { held: &others, ..demands };
    let near = known.and_then(Answer::proposal);
    let warm = Warm::of(school, elsewhere, asking.effort, near, asking.stop);
    let starts = cheapest_first(&warm, (lesson, starts), asking.stop, tell);
    let free = known.map_or_else(solve, |known| Ok(known.clone()))?;

    let place = |number: usize| {
        let held = Held { lesson, start: starts[number] };
        let is_over = asking.stop.is_asked();
        (!is_over).then(|| warm.solve_held(held, asking.stop)).transpose()
    };
    let mut placed = BTreeMap::new();
    each_as_done(starts.len(), asking.threads, &place, &mut |number, answer| {
        let placing = answer.map(|held| held.map(|held| Placing::before_conflicts(&free, held)));
        if let Ok(Some(placing)) = &placing {
            tell(starts[number], Known::Placed(placing));
        }
        placed.insert(number, placing);
    });
    for (number, placing) in placed {
        let Some(placing) = placing? else { return Ok(()) };
        if placing.held.status == Status::Infeasible && placing.is_cut_short {
            let held = [&others[..], &[Held { lesson, start: starts[number] }]].concat();
            let conflicts = conflicts(school, &held, asking)?;
            let placing = Placing { conflicts, is_cut_short: asking.stop.is_asked(), ..placing };
            tell(starts[number], Known::Placed(&placing));
        }
    }
    Ok(())
}

impl Placing {
    /// What is known before it is asked what forbids it.
    fn before_conflicts(free: &Answer, held: Answer) -> Self {
        let is_forbidden = held.status == Status::Infeasible && free.status != Status::Infeasible;
        Self { free: free.clone(), held, conflicts: Vec::new(), is_cut_short: is_forbidden }
    }
}

/// The starts in the order of what they cost at least, of which `tell` hears.
fn cheapest_first(
    warm: &Warm<'_>,
    (lesson, starts): (usize, &[Slot]),
    stop: &Stop,
    tell: &mut dyn FnMut(Slot, Known<'_>),
) -> Vec<Slot> {
    let least = warm.least_at_each(lesson, stop);
    for (&start, least) in &least {
        if let (Some(least), true) = (*least, starts.contains(&start)) {
            tell(start, Known::AtLeast(least));
        }
    }
    let cost = |start: &Slot| least.get(start).copied().flatten().unwrap_or(i64::MAX);
    starts.iter().copied().sorted_by_key(cost).collect()
}
