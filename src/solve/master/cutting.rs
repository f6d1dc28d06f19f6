//! For how long it pays to cut a node's solution off with halves, before the search divides it.

/// At the root a round of cutting should close this part of the gap: all of the search has its rows.
const WORTH_AT_ROOT: f64 = 0.03;
/// Below, this part.
const WORTH_BELOW: f64 = 0.1;
/// After so many rounds in a row that did less, it ends.
const PATIENCE: u32 = 3;
/// So many rounds are first made at the root, and twice as many each time, before a timetable is looked for again.
const FIRST_ROUNDS: u32 = 3;

/// How cutting goes at a node.
#[derive(Clone, Copy, Debug)]
pub(in crate::solve) struct Cutting {
    worth: f64,
    objective: f64,
    poor: u32,
    rounds: u32,
    next_rounds: u32,
}

impl Cutting {
    /// At the root of the search.
    pub(in crate::solve) const fn at_root() -> Self {
        let (rounds, next_rounds) = (FIRST_ROUNDS, 2 * FIRST_ROUNDS);
        Self { worth: WORTH_AT_ROOT, objective: f64::NEG_INFINITY, poor: 0, rounds, next_rounds }
    }

    /// At any other node.
    pub(in crate::solve) const fn below() -> Self {
        Self { worth: WORTH_BELOW, rounds: u32::MAX, ..Self::at_root() }
    }

    /// Whether it pays to go on at this `objective`, `left` below what it should reach.
    pub(super) fn pays(&mut self, objective: f64, left: f64) -> bool {
        let is_poor = objective - self.objective < left * self.worth;
        self.poor = if is_poor { self.poor + 1 } else { 0 };
        self.objective = objective;
        self.poor < PATIENCE
    }

    /// Takes one of the rounds that are left; `false` if none is.
    pub(super) const fn take_round(&mut self) -> bool {
        if self.rounds == 0 {
            return false;
        }
        self.rounds -= 1;
        true
    }

    /// Gives more rounds.
    pub(in crate::solve) const fn go_on(&mut self) {
        self.rounds = self.next_rounds;
        self.next_rounds *= 2;
    }
}
