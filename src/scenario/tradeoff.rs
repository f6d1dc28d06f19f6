//! How much change a desired lesson is worth: every sensible compromise between the two, each proven.
//!
//! Points of change are all points but those for missed desired lessons. A compromise is on the front if no timetable
//! changes less without missing more, and none misses less without changing more. The whole front is found, not only
//! its corners that some price would lead to: the least change is solved for when any number may be missed, then when
//! one fewer than that answer misses may be, and so on to none.
//!
//! # Source
//! Y. Haimes, L. Lasdon, D. Wismer: On a bicriterion formulation of the problems of integrated system identification
//! and system optimization (1971), the ε-constraint method.

use super::ask::{Asking, Step};
use crate::domain::{Effort, Level, Price, School};
use crate::pipeline::{self, Answer, Demands, Refusal, Request, Status};

/// The compromises, those first that change least and miss most.
#[derive(Clone, Debug)]
pub struct Tradeoff {
    /// The front; empty without a timetable.
    pub front: Vec<Compromise>,
    /// The answer after which there was none to follow; `None` where nothing is missed in the end.
    pub last: Option<Answer>,
}

/// A timetable that might be the best, depending on what a desired lesson is worth.
#[derive(Clone, Debug)]
pub struct Compromise {
    /// Periods of desired lessons that apprentices miss, all together.
    pub missed: usize,
    /// Points of change.
    pub change: i64,
    /// No timetable that misses so many or fewer has fewer points of change than this.
    pub bound: i64,
    /// Whether any timetable that misses fewer is proven to have more points of change.
    pub is_efficient: bool,
    /// Its answer, to a school in which desired lessons cost nothing.
    pub answer: Answer,
}

impl Compromise {
    /// Its points if a desired lesson costs `price`.
    #[must_use]
    pub fn points(&self, price: i64) -> i64 {
        let missed = i64::try_from(self.missed).unwrap_or(i64::MAX);
        self.change.saturating_add(price.saturating_mul(missed))
    }

    /// How many lessons it changes.
    #[must_use]
    pub fn changed_lessons(&self) -> usize {
        self.answer.changed_lessons().unwrap_or(0)
    }

    /// Whether it is proven to be on the front.
    #[must_use]
    pub const fn is_proven(&self) -> bool {
        self.is_efficient && self.bound == self.change
    }
}

impl Tradeoff {
    /// Whether the front is known to have no other compromise than these, each proven.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let is_ended = self.last.as_ref().is_none_or(|last| last.status == Status::Infeasible);
        is_ended && self.front.iter().all(Compromise::is_proven)
    }
}

/// The front of `school`, a baseline without faults; required lessons are kept. `tell` hears of each compromise, with those
/// before it that are none any more left out.
///
/// # Errors
/// [`Refusal::JudgedWrong`] if the program's own judge does not agree with an answer.
pub fn trade_off(
    school: &School,
    asking: Asking<'_>,
    tell: &mut dyn FnMut(Step, &[Compromise]),
) -> Result<Tradeoff, Refusal> {
    let unpriced = without_price(school);
    let request = Request { effort: Effort::Strict, threads: 1 };
    let mut front: Vec<Compromise> = Vec::new();
    let (mut most_missed, mut most) = (None, 0);
    loop {
        let demands = Demands { most_missed, ..Demands::default() };
        let answer = pipeline::solve_with(&unpriced, demands, &request, asking.stop, &mut |_| ())?;
        exclude(&mut front, &answer);
        let Some(compromise) = compromise(answer.clone()) else {
            return Ok(Tradeoff { front, last: Some(answer) });
        };
        let missed = compromise.missed;
        most = most.max(missed);
        front.retain(|known| known.change < compromise.change);
        front.push(compromise);
        tell(Step { done: most + 1 - missed, of: most + 1 }, &front);
        most_missed = missed.checked_sub(1);
        if most_missed.is_none() {
            return Ok(Tradeoff { front, last: None });
        }
    }
}

fn without_price(school: &School) -> School {
    let mut unpriced = school.clone();
    unpriced.weights[Price::Desired] = 0;
    unpriced
}

fn compromise(answer: Answer) -> Option<Compromise> {
    let (_, verdict) = answer.offered.as_ref()?;
    let missed = verdict.difference.missed_of(Level::Desired);
    Some(Compromise {
        missed,
        change: verdict.difference.breakdown.total(),
        bound: answer.bound,
        is_efficient: missed == 0,
        answer,
    })
}

/// What the answer to whether fewer may be missed says of the last compromise before it.
fn exclude(front: &mut [Compromise], answer: &Answer) {
    if let Some(last) = front.last_mut() {
        last.is_efficient = answer.status == Status::Infeasible || answer.bound > last.change;
    }
}
