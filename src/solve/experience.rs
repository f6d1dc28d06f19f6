//! What the search learns about questions: how much an answer raised the bound when it was tried.
//!
//! # Source
//! T. Achterberg, T. Koch, A. Martin: Branching rules revisited (2005): strong branching until pseudo-costs are reliable.

use std::collections::BTreeMap;

use super::branch::{Question, Split};
use crate::problem::LessonId;

/// At most so many questions are probed at once.
const PROBED: usize = 12;
/// Probing ends when so many questions in a row were no better than the best.
const PATIENCE: usize = 5;
/// A question that was probed so often is known.
const KNOWN_AFTER: u32 = 3;
/// A gain below this counts as this, so that one-sided questions can still be told apart.
const LEAST_GAIN: f64 = 0.01;

/// Gains by lesson and question.
#[derive(Debug, Default)]
pub(super) struct Experience {
    gains: BTreeMap<(LessonId, Question), Gain>,
}

/// Sums of gains for a whole part: of yes, and of no.
#[derive(Clone, Copy, Debug, Default)]
struct Gain {
    tried: u32,
    yes: f64,
    no: f64,
}

impl Experience {
    /// The question whose two answers raise the bound most; gains above `most` are as good as `most`.
    pub(super) fn choose<'a>(
        &mut self,
        splits: &'a [Split],
        most: f64,
        mut probe: impl FnMut(&Split) -> [f64; 2],
    ) -> Option<&'a Split> {
        let mut best: Option<(f64, &Split)> = None;
        let (mut probed, mut worse) = (0, 0);
        for split in splits {
            let known = self.expect(split);
            if known.is_none() && (probed >= PROBED || worse >= PATIENCE) {
                continue;
            }
            let gains = known.unwrap_or_else(|| {
                probed += 1;
                let gains = probe(split);
                self.learn(split, gains);
                gains
            });
            let merit = gains.map(|gain| gain.min(most).max(LEAST_GAIN)).iter().product();
            if best.is_none_or(|(merit_of_best, _)| merit > merit_of_best) {
                best = Some((merit, split));
                worse = 0;
            } else if known.is_none() {
                worse += 1;
            }
        }
        best.map(|(_, split)| split)
    }

    /// The gains of yes and no, where enough was learnt.
    fn expect(&self, split: &Split) -> Option<[f64; 2]> {
        let gain = self.gains.get(&(split.lesson, split.question))?;
        let tried = f64::from(gain.tried);
        (gain.tried >= KNOWN_AFTER)
            .then(|| [(1.0 - split.part) * gain.yes / tried, split.part * gain.no / tried])
    }

    fn learn(&mut self, split: &Split, [yes, no]: [f64; 2]) {
        let gain = self.gains.entry((split.lesson, split.question)).or_default();
        gain.tried += 1;
        gain.yes += yes / (1.0 - split.part);
        gain.no += no / split.part;
    }
}
