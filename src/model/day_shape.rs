//! Which periods of a day are taken, how many gaps that leaves, and the best such pattern under weights.

/// Periods taken on a day, as bits by position in the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern(pub u128);

impl Pattern {
    /// Whether the period at `position` is taken.
    #[must_use]
    pub const fn takes(self, position: usize) -> bool {
        self.0 >> position & 1 == 1
    }

    /// The pattern with the period at `position` taken too.
    #[must_use]
    pub const fn with(self, position: usize) -> Self {
        Self(self.0 | 1 << position)
    }

    /// The pattern without the period at `position`.
    #[must_use]
    pub const fn without(self, position: usize) -> Self {
        Self(self.0 & !(1 << position))
    }

    /// Periods that are not taken between the first and the last that are.
    #[must_use]
    pub const fn gaps(self) -> u32 {
        if self.0 == 0 {
            return 0;
        }
        u128::BITS - self.0.leading_zeros() - self.0.trailing_zeros() - self.0.count_ones()
    }
}

/// What gaps beyond the free ones do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// They must not be.
    Forbidden,
    /// Each counts as one unit.
    Counted,
}

/// The patterns that a day of a class or teacher may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayShape {
    /// By position in the day: whether the grid has the period. At most 128.
    pub in_grid: Vec<bool>,
    /// Gaps that cost nothing.
    pub free_gaps: u32,
    /// Gaps beyond that.
    pub excess: Excess,
}

impl DayShape {
    /// Units of excess gaps in `pattern`; `None` if it must not be.
    #[must_use]
    pub fn units(&self, pattern: Pattern) -> Option<i64> {
        let beyond = pattern.gaps().saturating_sub(self.free_gaps);
        (beyond == 0 || self.excess == Excess::Counted).then_some(i64::from(beyond))
    }

    /// The pattern that minimises `unit × units − Σ weights of periods taken`, and that minimum.
    ///
    /// A walk over the day: not begun, begun with some free gaps used, ended. A gap is charged when walked, and a
    /// walk may end only after a period that is taken, so every walk is a pattern with its true gaps.
    #[must_use]
    pub fn cheapest(&self, weights: &[i64], unit: i64) -> (i64, Pattern) {
        let free = self.free_gaps as usize;
        let mut best = (0, Pattern::default());
        // For each number of free gaps used: the cheapest walk that is inside a gap or after a taken period.
        let mut begun: Vec<Option<(i64, Pattern)>> = vec![None; free + 1];
        for (position, &weight) in weights.iter().enumerate() {
            let mut next: Vec<Option<(i64, Pattern)>> = vec![None; free + 1];
            if self.in_grid[position] {
                improve(&mut next[0], (-weight, Pattern::default().with(position)));
            }
            for (used, walk) in begun.iter().enumerate() {
                let Some((cost, pattern)) = *walk else { continue };
                if self.in_grid[position] {
                    improve(&mut next[used], (cost - weight, pattern.with(position)));
                }
                if used < free {
                    improve(&mut next[used + 1], (cost, pattern));
                } else if self.excess == Excess::Counted {
                    improve(&mut next[used], (cost + unit, pattern));
                }
            }
            for &(cost, pattern) in next.iter().flatten() {
                if pattern.takes(position) && cost < best.0 {
                    best = (cost, pattern);
                }
            }
            begun = next;
        }
        best
    }
}

fn improve(best: &mut Option<(i64, Pattern)>, walk: (i64, Pattern)) {
    if best.is_none_or(|best| walk.0 < best.0) {
        *best = Some(walk);
    }
}

#[cfg(test)]
mod tests {
    use super::{DayShape, Excess, Pattern};

    fn slowly(shape: &DayShape, weights: &[i64], unit: i64) -> i64 {
        let possible = |bits: &u128| {
            (0..weights.len())
                .all(|position| shape.in_grid[position] || !Pattern(*bits).takes(position))
        };
        let cost = |bits: u128| {
            let taken: i64 = (0..weights.len())
                .filter(|&position| Pattern(bits).takes(position))
                .map(|position| weights[position])
                .sum();
            Some(shape.units(Pattern(bits))? * unit - taken)
        };
        (0..1 << weights.len()).filter(possible).filter_map(cost).min().unwrap_or(0)
    }

    #[test]
    fn the_cheapest_pattern_is_the_cheapest_of_all() {
        let mut state = 7_u64;
        let mut next = move |bound: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99);
            i64::try_from((state >> 33) % bound).unwrap_or(0)
        };
        for round in 0..2000 {
            let length = 1 + usize::try_from(next(7)).unwrap_or(0);
            let shape = DayShape {
                in_grid: (0..length).map(|_| next(5) > 0).collect(),
                free_gaps: u32::try_from(next(3)).unwrap_or(0),
                excess: if next(2) == 0 { Excess::Forbidden } else { Excess::Counted },
            };
            let weights: Vec<i64> = (0..length).map(|_| next(21) - 10).collect();
            let unit = next(6);
            let (cost, pattern) = shape.cheapest(&weights, unit);
            assert_eq!(
                cost,
                slowly(&shape, &weights, unit),
                "round {round}: {shape:?} {weights:?}"
            );
            let taken: i64 = (0..length)
                .filter(|&position| pattern.takes(position))
                .map(|position| weights[position])
                .sum();
            assert_eq!(shape.units(pattern).map(|units| units * unit - taken), Some(cost));
        }
    }

    #[test]
    fn gaps_lie_between_the_first_and_the_last_period() {
        assert_eq!(Pattern(0b0).gaps(), 0);
        assert_eq!(Pattern(0b0110).gaps(), 0);
        assert_eq!(Pattern(0b1_0010).gaps(), 2);
    }
}
