//! Seeded chance for futures: the same seed gives the same futures, on every machine.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Seeded chance.
pub(super) struct Chance(Pcg32);

impl Chance {
    /// The chances of one future among those of a seed.
    pub(super) fn new(seed: u64, future: usize) -> Self {
        let both = u128::from(seed) << u64::BITS | future as u128;
        Self(Pcg32::from_seed(both.to_le_bytes()))
    }

    /// Any one of `all`; `None` if there is none.
    ///
    /// # Source
    /// Daniel Lemire, *Fast random integer generation in an interval*, 2019; without the rejection, for a handful of
    /// classes and days are far too few for the bias to show.
    pub(super) fn pick<'a, Item>(&mut self, all: &'a [Item]) -> Option<&'a Item> {
        let wide = u64::from(self.0.next_u32()) * all.len() as u64;
        all.get(usize::try_from(wide >> u32::BITS).unwrap_or(0))
    }
}
