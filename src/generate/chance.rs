//! Seeded chance: the same seed gives the same school, on every machine.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Seeded chance.
///
/// Only the generator's own numbers are used, and drawn from here: how a library picks "any of n" from them may change
/// between its versions.
pub(super) struct Chance(Pcg32);

impl Chance {
    /// The chances of a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self(Pcg32::from_seed(u128::from(seed).to_le_bytes()))
    }

    /// A whole number from 0 to below `end`; 0 if `end` is.
    ///
    /// # Source
    /// Daniel Lemire, *Fast random integer generation in an interval*, 2019; without the rejection, for numbers of
    /// lessons and rooms are far too small for the bias to show.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let wide = u64::from(self.0.next_u32()) * end as u64;
        usize::try_from(wide >> u32::BITS).unwrap_or(0)
    }

    /// Whether something happens that does so in `percent` of all cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Any one of `all`; `None` if there is none.
    pub(super) fn pick<Item: Copy>(&mut self, all: &[Item]) -> Option<Item> {
        all.get(self.below(all.len())).copied()
    }

    /// Puts `all` into any order.
    ///
    /// # Source
    /// Richard Durstenfeld, *Algorithm 235: Random permutation*, CACM 7 (1964).
    pub(super) fn shuffle<Item>(&mut self, all: &mut [Item]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chances_of_a_seed_never_change() {
        let mut chance = Chance::new(1);
        let numbers: Vec<usize> = (0..6).map(|_| chance.below(1000)).collect();
        assert_eq!(numbers, [883, 4, 825, 45, 541, 548]);
        let mut order = [1, 2, 3, 4, 5, 6];
        chance.shuffle(&mut order);
        assert_eq!(order, [3, 1, 2, 5, 6, 4]);
    }

    #[test]
    fn a_chance_stays_below_its_end_and_everything_is_possible() {
        let mut chance = Chance::new(2);
        let mut seen = [false; 5];
        for _ in 0..200 {
            seen[chance.below(5)] = true;
        }
        assert_eq!(seen, [true; 5]);
        assert_eq!((chance.below(0), chance.pick::<u8>(&[])), (0, None));
    }
}
