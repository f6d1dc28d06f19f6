//! How large a school's prices are, so that what is measured against them fits any prices.
//!
//! Tolerances of floats, penalties and the first steps of the search were chosen for the default prices. With a thousand times
//! those, the same numbers would be a thousand times too fine; so they are given in units that grow with the prices.

use crate::domain::Price;
use crate::problem::Problem;

/// The size of the default prices: the geometric mean of the least and the largest, √(2 · 25).
const USUAL: f64 = 7.07;

/// So many times as large as the default prices are those of a school: a power of two, at least 1, so that nothing is lost in
/// dividing by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PriceLevel(i64);

impl PriceLevel {
    /// The level of the prices of `problem`; those of 0 say nothing, nor do those that are meant to be too dear.
    pub(super) fn of(problem: &Problem) -> Self {
        let prices = Price::ALL.into_iter().filter(|&price| !is_last_resort(price));
        let prices = prices.map(|price| problem.weights[price]).filter(|&price| price > 0);
        let ends = prices.clone().min().zip(prices.max());
        Self(ends.map_or(1, |(least, most)| level((to_float(least) * to_float(most)).sqrt())))
    }

    /// What is `usual` under default prices, in points or as a weight.
    pub(super) const fn scaled(self, usual: i64) -> i64 {
        usual.saturating_mul(self.0)
    }

    /// The points of a unit.
    pub(super) fn unit(self) -> f64 {
        to_float(self.0)
    }
}

/// Whether a price is paid where nothing else works: it says nothing of what changes cost.
const fn is_last_resort(price: Price) -> bool {
    matches!(price, Price::Required | Price::Unplaced)
}

#[expect(clippy::cast_possible_truncation, reason = "a cast from float saturates")]
fn level(mean: f64) -> i64 {
    1 << ((mean / USUAL) as i64).max(1).ilog2()
}

#[expect(clippy::cast_precision_loss, reason = "prices are far below 2⁵²")]
const fn to_float(points: i64) -> f64 {
    points as f64
}
