//! Seeded chance for random schools and proposals.

/// Seeded chance.
///
/// # Source
/// Sebastiano Vigna, `splitmix64.c`, 2015, <https://prng.di.unimi.it/splitmix64.c> (public domain).
pub(crate) struct Chance(u64);

impl Chance {
    /// The same seed gives the same chances.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap();
        usize::try_from(self.next() % end).unwrap()
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
