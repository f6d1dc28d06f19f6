//! For how many rounds it pays to cut a node's solution off with zero-half cuts, before the search branches on it.

/// A round of cutting should close this part of the gap at the root, whose rows all of the search has; or else raise the
/// bound by the other part of what all rounds did, for the gap may be wide only because no good timetable is known yet.
const WORTH_AT_ROOT: f64 = 0.03;
const RISE_AT_ROOT: f64 = 0.05;
/// Below, only this part of the gap counts.
const WORTH_BELOW: f64 = 0.2;
/// Where rows of the law raised the bound by less than this part of the gap, zero-half cuts are added with them: each solve
/// of the program costs about as much, whatever it is good for.
const DUE: f64 = 0.05;
/// A round that raises the bound by less than this many points is poor, however little is left.
const LEAST_GAIN: f64 = 1e-3;
/// After so many poor rounds in a row it ends.
const PATIENCE_AT_ROOT: u32 = 3;
const PATIENCE_BELOW: u32 = 2;
/// So many rounds are first made at the root, and twice as many each time, before a timetable is looked for again.
const FIRST_ROUNDS: u32 = 3;

/// How cutting goes at a node.
#[derive(Clone, Copy, Debug)]
pub(in crate::solve) struct Cutting {
    worth: f64,
    patience: u32,
    rise: Option<f64>,
    /// The objective before the first round, and at the last.
    first: Option<f64>,
    objective: f64,
    poor: u32,
    rounds: u32,
    next_rounds: u32,
}

impl Cutting {
    /// At the root of the search.
    pub(in crate::solve) const fn at_root() -> Self {
        let (rounds, next_rounds) = (FIRST_ROUNDS, 2 * FIRST_ROUNDS);
        Self {
            worth: WORTH_AT_ROOT,
            patience: PATIENCE_AT_ROOT,
            rise: Some(RISE_AT_ROOT),
            first: None,
            objective: f64::NEG_INFINITY,
            poor: 0,
            rounds,
            next_rounds,
        }
    }

    /// At any other node.
    pub(in crate::solve) const fn below() -> Self {
        let (worth, patience) = (WORTH_BELOW, PATIENCE_BELOW);
        Self { worth, patience, rise: None, rounds: u32::MAX, ..Self::at_root() }
    }

    /// Whether a solution that rose so little towards what is `left` is cut although it breaks other rows too.
    pub(super) fn is_due(rise: f64, left: f64) -> bool {
        rise < left * DUE
    }

    /// Whether it pays to go on at this `objective`, `left` below what it should reach.
    pub(super) fn pays(&mut self, objective: f64, left: f64) -> bool {
        let first = *self.first.get_or_insert(objective);
        let gain = objective - self.objective;
        let is_poor = gain < (left * self.worth).max(LEAST_GAIN)
            && self.rise.is_none_or(|rise| gain < (objective - first) * rise);
        self.poor = if is_poor { self.poor + 1 } else { 0 };
        self.objective = objective;
        self.poor < self.patience
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
