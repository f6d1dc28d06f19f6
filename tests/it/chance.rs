//! Seeded chance for random schools and proposals.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Seeded chance, by the generator behind generated schools.
pub(crate) struct Chance(Pcg32);

impl Chance {
    /// The same seed gives the same chances.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg32::from_seed(u128::from(seed).to_le_bytes()))
    }

    /// A whole number from 0 to below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap();
        usize::try_from(self.0.next_u64() % end).unwrap()
    }

    /// A whole number from `first` to `last`.
    pub(crate) fn between(&mut self, first: u8, last: u8) -> u8 {
        first + u8::try_from(self.below(usize::from(last - first) + 1)).unwrap()
    }

    /// Yes, in so many cases of a hundred.
    pub(crate) fn percent(&mut self, yes: usize) -> bool {
        self.below(100) < yes
    }

    /// One of several.
    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    /// Each of several with so many cases of a hundred.
    pub(crate) fn some<T: Clone>(&mut self, from: &[T], yes: usize) -> Vec<T> {
        from.iter().filter(|_| self.percent(yes)).cloned().collect()
    }

    /// Puts the items in any order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
