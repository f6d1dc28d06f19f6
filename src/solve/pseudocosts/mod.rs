//! What the search learns about candidates: how much an answer raised the bound when it was tried.
//!
//! # Source
//! T. Achterberg, T. Koch, A. Martin: Branching rules revisited (2005): strong branching until pseudo-costs are reliable.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::branch::{Branching, BranchingCandidate};
use crate::problem::LessonId;

/// At most so many candidates are tried at once: each takes two solves of some pivots.
const MOST_TRIED: usize = 12;
/// Strong branching ends when so many candidates in a row were no better than the best: they come in the order of their
/// merit, so that later ones are seldom better (the look-ahead of Achterberg, Koch and Martin 2005).
const PATIENCE: usize = 5;
/// A candidate that was tried so often is reliable. Fewer times than the 8 of Achterberg, Koch and Martin (2005), for here
/// pseudocosts are of a lesson and a question, not of a variable.
const RELIABLE_AFTER: u32 = 3;
/// A gain below this, in points, counts as this, so that one-sided candidates can still be told apart.
const LEAST_GAIN: f64 = 0.01;

/// Pseudocosts by lesson and kind of branching.
#[derive(Clone, Debug, Default)]
pub(super) struct Pseudocosts {
    gains: BTreeMap<(LessonId, Branching), Pseudocost>,
    /// What was learnt since it was taken over: of what, and the gains of yes and no for a unit.
    fresh: Vec<((LessonId, Branching), [f64; 2])>,
}

/// Sums of gains for a unit of the value: of yes, and of no.
#[derive(Clone, Copy, Debug, Default)]
struct Pseudocost {
    tried: u32,
    yes: f64,
    no: f64,
}

impl Pseudocosts {
    /// The candidate whose two children raise the bound most; gains above `most` are as good as `most`.
    pub(super) fn choose<'a>(
        &mut self,
        candidates: &'a [BranchingCandidate],
        most: f64,
        mut try_out: impl FnMut(&BranchingCandidate) -> [f64; 2],
    ) -> Option<&'a BranchingCandidate> {
        let mut best: Option<(f64, &BranchingCandidate)> = None;
        let (mut tried_now, mut worse) = (0, 0);
        for candidate in candidates {
            let known = self.expect(candidate);
            if known.is_none() && (tried_now >= MOST_TRIED || worse >= PATIENCE) {
                continue;
            }
            let gains = known.unwrap_or_else(|| {
                tried_now += 1;
                self.learn(candidate, try_out(candidate))
            });
            let score = score(gains, most);
            if best.is_none_or(|(score_of_best, _)| score > score_of_best) {
                best = Some((score, candidate));
                worse = 0;
            } else if known.is_none() {
                worse += 1;
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    /// The gains of yes and no, where enough was learnt.
    fn expect(&self, candidate: &BranchingCandidate) -> Option<[f64; 2]> {
        let gain = self.gains.get(&(candidate.lesson, candidate.branching))?;
        let tried = f64::from(gain.tried);
        (gain.tried >= RELIABLE_AFTER).then(|| {
            [(1.0 - candidate.value) * gain.yes / tried, candidate.value * gain.no / tried]
        })
    }

    /// Remembers what an answer gained, for a unit by which it changes the value; the same gains.
    fn learn(&mut self, candidate: &BranchingCandidate, [yes, no]: [f64; 2]) -> [f64; 2] {
        let about = (candidate.lesson, candidate.branching);
        let for_a_unit = [yes / (1.0 - candidate.value), no / candidate.value];
        self.add(about, for_a_unit);
        self.fresh.push((about, for_a_unit));
        [yes, no]
    }

    fn add(&mut self, about: (LessonId, Branching), [yes, no]: [f64; 2]) {
        let gain = self.gains.entry(about).or_default();
        gain.tried += 1;
        gain.yes += yes;
        gain.no += no;
    }

    /// Learns what `other` learnt, which began with what is known here.
    pub(super) fn take_over(&mut self, other: &mut Self) {
        for (about, gains) in other.fresh.drain(..) {
            self.add(about, gains);
        }
    }
}

/// How good a candidate with these gains is: their product, for a candidate that raises both children a little is better than
/// one that raises one of them much (Achterberg, Koch and Martin 2005).
fn score(gains: [f64; 2], most: f64) -> f64 {
    gains.map(|gain| gain.min(most).max(LEAST_GAIN)).iter().product()
}
