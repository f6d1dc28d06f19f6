//! What bears the futures best: among proposals for today, each within a stated price, the one after which given futures
//! are expected to cost the fewest extra points.
//!
//! The proposals are the cheapest one and a pool of others that keep in view what futures ask (`pool`); each is judged
//! on the school of today, and what every future then costs is solved as `whatif` solves it. That the one chosen is
//! the best of those that were tried is certain; that none in the world is better prepared is not proven.

mod pool;

use super::ask::{Asking, Step};
use super::whatif::continue_from;
use crate::domain::{Scenario, ScenarioName, School};
use crate::pipeline::{self, Answer, Refusal, Request, Status};
use pool::Pool;

/// For what a school is to be prepared, and what it may cost.
#[derive(Clone, Copy, Debug)]
pub struct Preparing<'a> {
    /// The futures.
    pub futures: &'a [Scenario],
    /// How many points more than the cheapest the proposal may cost today.
    pub price: i64,
}

/// How a school was prepared.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The answer with the proposal that was chosen, or without any if the school has none.
    pub answer: Answer,
    /// The points of the cheapest proposal that was found.
    pub cheapest: Option<i64>,
    /// How many points more it might have cost.
    pub price: i64,
    /// How many proposals within the price were tried, the cheapest among them.
    pub tried: usize,
    /// What each future costs.
    pub futures: Vec<Future>,
    /// Whether the search was stopped, so that fewer were tried than could have been.
    pub is_cut_short: bool,
}

/// What one future costs after each of two proposals; `None` where it has no timetable then.
#[derive(Clone, Debug)]
pub struct Future {
    /// The future.
    pub name: ScenarioName,
    /// How likely it is beside the others.
    pub weight: u32,
    /// After the proposal that was chosen.
    pub after_chosen: Option<Answer>,
    /// After the cheapest proposal.
    pub after_cheapest: Option<Answer>,
}

/// What futures are expected to cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expectation {
    /// The weight of those of which no timetable is known.
    pub without: u64,
    /// The sum over all others of their extra points, each times its weight.
    pub points: i64,
    /// The weight of those others.
    pub with: u64,
}

impl Expectation {
    /// Whether no proposal could do better: every future has a timetable, and none costs anything extra.
    #[must_use]
    pub const fn is_perfect(self) -> bool {
        self.without == 0 && self.points == 0
    }

    /// The mean of their extra points, in so small parts of a point, rounded; `None` where none has a timetable.
    #[must_use]
    pub fn mean(self, parts: i64) -> Option<i64> {
        let weight = i64::try_from(self.with).ok().filter(|&weight| weight > 0)?;
        Some((self.points * parts * 2 + weight).div_euclid(2 * weight))
    }

    /// How much less they are than those of `other`, where the same weight of futures has a timetable.
    #[must_use]
    pub fn saved_from(self, other: Self) -> Option<Self> {
        let points = other.points - self.points;
        (self.with == other.with).then_some(Self { points, ..self })
    }

    /// What the futures cost, each given with its weight.
    pub fn of<'a>(futures: impl Iterator<Item = (u32, Option<&'a Answer>)>) -> Self {
        let mut expectation = Self::default();
        for (weight, answer) in futures {
            match answer.and_then(Answer::points) {
                Some(points) => {
                    expectation.points += points * i64::from(weight);
                    expectation.with += u64::from(weight);
                }
                None => expectation.without += u64::from(weight),
            }
        }
        expectation
    }
}

impl Prepared {
    /// What the futures are expected to cost after the proposal that was chosen.
    #[must_use]
    pub fn after_chosen(&self) -> Expectation {
        Expectation::of(self.futures.iter().map(|one| (one.weight, one.after_chosen.as_ref())))
    }

    /// What the futures are expected to cost after the cheapest proposal.
    #[must_use]
    pub fn after_cheapest(&self) -> Expectation {
        Expectation::of(self.futures.iter().map(|one| (one.weight, one.after_cheapest.as_ref())))
    }
}

/// A proposal, and what each future costs after it.
pub(super) struct Tried {
    pub(super) answer: Answer,
    pub(super) futures: Vec<Option<Answer>>,
    pub(super) expectation: Expectation,
}

/// Prepares `school`, a baseline without faults: fewest futures without a timetable, then fewest expected extra
/// points, then fewest points today.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn prepare(
    school: &School,
    preparing: Preparing<'_>,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step),
) -> Result<Prepared, Refusal> {
    let request = Request { effort: asking.effort, threads: 1 };
    let base = pipeline::solve(school, &request, asking.stop, &mut |_| ())?;
    let Some(cheapest) = base.points() else {
        return Ok(unprepared(base, preparing));
    };
    let most = cheapest.saturating_add(preparing.price);
    let mut pool = Pool::new(school, preparing.futures, most, asking);
    pool.try_one(base)?;
    pool.fill(tell)?;
    let futures = |tried: &Tried, plain: &Tried| -> Vec<Future> {
        let both = tried.futures.iter().zip(&plain.futures);
        let future = |(scenario, (after_chosen, after_cheapest)): (&Scenario, (&_, &_))| Future {
            name: scenario.name.clone(),
            weight: scenario.weight,
            after_chosen: Option::clone(after_chosen),
            after_cheapest: Option::clone(after_cheapest),
        };
        preparing.futures.iter().zip(both).map(future).collect()
    };
    let (tried, is_cut_short) = (pool.tried.len(), asking.stop.is_asked());
    let best = pool.best();
    let (chosen, plain) = (&pool.tried[best], &pool.tried[0]);
    Ok(Prepared {
        futures: futures(chosen, plain),
        answer: beside(chosen.answer.clone(), &plain.answer),
        cheapest: Some(cheapest),
        price: preparing.price,
        tried,
        is_cut_short,
    })
}

/// The answer without a proposal, and futures of which nothing is known.
fn unprepared(base: Answer, preparing: Preparing<'_>) -> Prepared {
    let price = preparing.price;
    let (futures, is_cut_short) = (Vec::new(), base.status == Status::Undecided);
    Prepared { answer: base, cheapest: None, price, tried: 0, futures, is_cut_short }
}

/// A proposal as an answer for today, where the bound of the cheapest one holds.
fn beside(chosen: Answer, cheapest: &Answer) -> Answer {
    let is_cheapest = chosen.points() == Some(cheapest.bound);
    let status = if is_cheapest { Status::Optimal } else { Status::Feasible };
    Answer { status, bound: cheapest.bound, ..chosen }
}
