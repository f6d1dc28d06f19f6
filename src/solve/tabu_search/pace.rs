//! How often the tabu search runs, and for how long: about as much work as the program takes, and no more.

/// How long a tabu search goes on, in rounds.
#[derive(Clone, Copy, Debug)]
pub(in crate::solve) struct RoundLimit {
    /// Until a timetable below the cutoff is found.
    pub(super) to_find: u64,
    /// From there on, until a better one is.
    pub(super) to_improve: u64,
}

/// For a proposal before anything else is known.
pub(in crate::solve) const FOR_A_FIRST: RoundLimit = RoundLimit { to_find: 1000, to_improve: 25 };
/// For any, while there is none.
const FOR_ANY: RoundLimit = RoundLimit { to_find: 500, to_improve: 200 };
/// For one that is better than the best so far: a round for so many pivots that the program took since the last time,
/// but never fewer or more rounds than these.
const PIVOTS_FOR_A_ROUND: u64 = 40;
const LEAST_ROUNDS: u64 = 20;
const MOST_ROUNDS: u64 = 200;

/// Remembers when the tabu search last ran.
#[derive(Debug, Default)]
pub(in crate::solve) struct Pace {
    pivots: u64,
}

impl Pace {
    /// Whether the program took enough pivots since the last time, now that it took so many in all.
    pub(in crate::solve) const fn is_due(&self, pivots: u64) -> bool {
        (pivots - self.pivots) / PIVOTS_FOR_A_ROUND >= LEAST_ROUNDS
    }

    /// How long to search now that the program took so many `pivots` in all; `None`: not yet.
    pub(in crate::solve) fn next(&mut self, pivots: u64, any_is_known: bool) -> Option<RoundLimit> {
        if any_is_known && !self.is_due(pivots) {
            return None;
        }
        let since = pivots - self.pivots;
        let rounds = (since / PIVOTS_FOR_A_ROUND).min(MOST_ROUNDS);
        self.pivots = pivots;
        Some(if any_is_known {
            RoundLimit { to_find: rounds, to_improve: rounds }
        } else {
            FOR_ANY
        })
    }
}
