//! Seats that several parties share: what a seat should cost, and which of the bundles that each party would take fit together.
//!
//! Neither is a proof: whoever asks prices every party again and adds up in whole numbers.
//!
//! # Source
//! G. B. Dantzig, P. Wolfe: Decomposition Principle for Linear Programs (1960); J. E. Kelley: The Cutting-Plane Method for
//! Solving Convex Programs (1960): the prices are the dual of the master program, which is written down itself here, since the
//! solvers behind `good_lp` give no dual values.

use std::collections::BTreeMap;

use good_lp::{
    Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, microlp, variable,
};

/// What a party would take, and at which cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its points, without what seats cost.
    pub points: i64,
    /// How many it takes of each seat.
    pub seats: Vec<u32>,
}

/// How many partial choices are kept after each party. Where no more arise the choice is the best of all.
const KEPT: usize = 2_000;

/// Prices of the `seats`, of which there are so many, that make what the parties would take least of all cheap: between 0 and
/// `most` points, rounded. `None` if the solver gives up.
#[must_use]
pub fn prices(parties: &[Vec<Bundle>], seats: &[u32], most: i64) -> Option<Vec<i64>> {
    let mut variables = ProblemVariables::new();
    let price = || variable().min(0).max(to_float(most));
    let prices: Vec<Variable> = seats.iter().map(|_| variables.add(price())).collect();
    let values: Vec<Variable> = parties.iter().map(|_| variables.add(variable())).collect();
    let value: Expression = values.iter().sum();
    let given: Expression = prices.iter().zip(seats).map(|(&one, &of)| f64::from(of) * one).sum();
    let mut model = variables.maximise(value - given).using(microlp);
    for (&value, bundles) in values.iter().zip(parties) {
        for bundle in bundles {
            let taken = prices.iter().zip(&bundle.seats);
            let paid: Expression = taken.map(|(&price, &taken)| f64::from(taken) * price).sum();
            model.add_constraint(constraint!(value - paid <= to_float(bundle.points)));
        }
    }
    let solution = model.solve().ok()?;
    Some(prices.iter().map(|&price| rounded(solution.value(price)).clamp(0, most)).collect())
}

/// A choice on its way: what the parties so far take.
struct Partial {
    taken: Vec<u32>,
    points: i64,
    /// No completion costs less.
    bound: i64,
    /// Which partial choice before it, and which bundle.
    from: (usize, usize),
}

/// One bundle of each party, so that the `seats` suffice and as few points as possible are spent, fewer than `below`; `prices`
/// show the way. The best of all, as long as few choices are open at once.
#[must_use]
pub fn bundles(
    parties: &[Vec<Bundle>],
    seats: &[u32],
    prices: &[i64],
    below: i64,
) -> Option<Vec<usize>> {
    let cost_of = |bundle: &Bundle| bundle.points + cost(&bundle.seats, prices);
    let least = |bundles: &Vec<Bundle>| bundles.iter().map(cost_of).min();
    let least: Vec<i64> = parties.iter().map(least).collect::<Option<_>>()?;
    let mut left = least.iter().sum::<i64>() - cost(seats, prices);
    let start = Partial { taken: vec![0; seats.len()], points: 0, bound: left, from: (0, 0) };
    let mut layers = vec![vec![start]];
    for (bundles, least) in parties.iter().zip(least) {
        left -= least;
        let extended = extend(layers.last()?, bundles, seats, |points, taken| {
            let bound = points + left + cost(taken, prices);
            (bound < below).then_some(bound)
        });
        layers.push(extended);
    }
    let best = layers.last()?.iter().enumerate().min_by_key(|(_, one)| one.points)?.0;
    Some(traced(&layers, best))
}

/// Every partial choice with one bundle more, the cheapest of those that take the same.
fn extend(
    partials: &[Partial],
    bundles: &[Bundle],
    seats: &[u32],
    bound: impl Fn(i64, &[u32]) -> Option<i64>,
) -> Vec<Partial> {
    let mut extended: BTreeMap<Vec<u32>, Partial> = BTreeMap::new();
    for (before, partial) in partials.iter().enumerate() {
        for (number, bundle) in bundles.iter().enumerate() {
            let taken = partial.taken.iter().zip(&bundle.seats).map(|(one, more)| one + more);
            let taken: Vec<u32> = taken.collect();
            if taken.iter().zip(seats).any(|(taken, seats)| taken > seats) {
                continue;
            }
            let points = partial.points + bundle.points;
            let Some(bound) = bound(points, &taken) else { continue };
            let known = extended.get(&taken).is_some_and(|known| known.points <= points);
            if !known {
                let from = (before, number);
                extended.insert(taken.clone(), Partial { taken, points, bound, from });
            }
        }
    }
    let mut extended: Vec<Partial> = extended.into_values().collect();
    extended.sort_by_key(|partial| partial.bound);
    extended.truncate(KEPT);
    extended
}

/// The bundles of a whole choice.
fn traced(layers: &[Vec<Partial>], last: usize) -> Vec<usize> {
    let mut at = last;
    let mut chosen = Vec::with_capacity(layers.len());
    for layer in layers.iter().skip(1).rev() {
        let (before, bundle) = layer[at].from;
        chosen.push(bundle);
        at = before;
    }
    chosen.reverse();
    chosen
}

fn cost(seats: &[u32], prices: &[i64]) -> i64 {
    seats.iter().zip(prices).map(|(&seats, price)| i64::from(seats) * price).sum()
}

#[expect(clippy::cast_precision_loss, reason = "a price need not be exact")]
const fn to_float(points: i64) -> f64 {
    points as f64
}

#[expect(clippy::cast_possible_truncation, reason = "prices are small, and need not be exact")]
fn rounded(price: f64) -> i64 {
    price.round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(points: i64, seats: [u32; 2]) -> Bundle {
        Bundle { points, seats: seats.to_vec() }
    }

    /// Two parties who both would rather have the first seat.
    fn parties() -> Vec<Vec<Bundle>> {
        vec![
            vec![bundle(0, [1, 0]), bundle(10, [0, 1])],
            vec![bundle(0, [1, 0]), bundle(4, [0, 1])],
        ]
    }

    #[test]
    fn the_party_that_loses_least_yields() {
        let parties = parties();
        let chosen = |seats: [u32; 2], below| bundles(&parties, &seats, &[0, 0], below);
        assert_eq!(chosen([1, 1], 100), Some(vec![0, 1]));
        assert_eq!(chosen([2, 0], 100), Some(vec![0, 0]));
        assert_eq!(chosen([0, 2], 100), Some(vec![1, 1]));
        assert_eq!(chosen([1, 1], 4), None);
        assert_eq!(chosen([1, 0], 100), None);
    }

    #[test]
    fn prices_prove_what_the_choice_costs() {
        let (parties, seats) = (parties(), [1, 1]);
        let prices = prices(&parties, &seats, 100).unwrap_or_default();
        let cost_of = |bundle: &Bundle| bundle.points + cost(&bundle.seats, &prices);
        let least = parties.iter().filter_map(|bundles| bundles.iter().map(cost_of).min());
        assert_eq!(least.sum::<i64>() - cost(&seats, &prices), 4, "{prices:?}");
    }
}
