//! Which rows add up to an odd right side while little else is odd: a system of equations modulo 2.
//!
//! # Source
//! A. M. Koster, A. Zymolka, M. Kutschka: Algorithms to separate {0, 1/2}-Chvátal-Gomory cuts (2009).

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;

/// A combination may not lose more than this of what it would cut off, in units of the rows: halving an odd right side gains
/// 1 before it is halved, and what is lost is slack and odd columns.
const MOST_LOSS: f64 = 0.95;
/// How often columns are made even, each time in another order: which combinations are found hangs on it.
const PASSES: u64 = 3;
/// Each equation that a combination is made of counts as much as this loss: few equations make short rows.
const EACH_EQUATION: f64 = 0.01;
/// At most so many combinations are gathered, for there can be any number of them.
const MOST_FOUND: usize = 2000;
/// In later passes the values of columns and the weights of equations are multiplied by from this to this and 1 more.
const LEAST_VARIATION: f64 = 0.2;

/// A row, modulo 2.
#[derive(Clone, Debug)]
pub(super) struct Equation {
    /// Its columns with odd coefficients.
    pub(super) odd: FixedBitSet,
    /// Whether its right side is odd.
    pub(super) is_odd: bool,
    /// How far its left side is below its right.
    pub(super) slack: f64,
    /// The rows that it is made of.
    pub(super) from: FixedBitSet,
}

impl Equation {
    fn add(&mut self, other: &Self) {
        self.odd.symmetric_difference_with(&other.odd);
        self.is_odd ^= other.is_odd;
        self.slack += other.slack;
        self.from.symmetric_difference_with(&other.from);
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2⁵²")]
fn count(set: &FixedBitSet) -> f64 {
    set.count_ones(..) as f64
}

/// Combinations of `equations` that cut something off, where column `j` has value `values[j]`; those that cut most first,
/// of fewer equations if they cut as much.
pub(super) fn odd_combinations(mut equations: Vec<Equation>, values: &[f64]) -> Vec<FixedBitSet> {
    let mut found = Found::default();
    equations.retain(|equation| equation.slack < MOST_LOSS);
    for pass in 0..PASSES {
        eliminate(equations.clone(), values, pass, &mut found);
    }
    found.sorted()
}

/// Makes columns even one by one, those with the largest values first: in all equations by adding one that has little slack,
/// or, where that would lose more, by giving their value up. Each pass takes them in a somewhat different order.
fn eliminate(mut equations: Vec<Equation>, values: &[f64], pass: u64, found: &mut Found) {
    for equation in &equations {
        found.consider(equation, values);
    }
    for column in order(values, pass) {
        if found.is_full() {
            return;
        }
        match choose_pivot(&equations, column, values[column], pass) {
            Pivot::Nowhere => continue,
            Pivot::Dear => give_up(&mut equations, column, values[column]),
            Pivot::At(number) => pivot(&mut equations, number, column, values, found),
        }
        equations.retain(|equation| {
            equation.slack < MOST_LOSS && (equation.is_odd || !equation.odd.is_clear())
        });
    }
}

/// The columns, those with the largest values first, somewhat varied.
fn order(values: &[f64], pass: u64) -> Vec<usize> {
    let rank = |column: usize| values[column] * varied(column, pass);
    let mut columns: Vec<usize> = (0..values.len()).collect();
    columns.sort_by(|&one, &other| rank(other).total_cmp(&rank(one)).then(one.cmp(&other)));
    columns
}

/// The equation by which a column is made even.
enum Pivot {
    /// The column is even already.
    Nowhere,
    /// To give up the value of the column loses less.
    Dear,
    /// The equation of this number.
    At(usize),
}

fn choose_pivot(equations: &[Equation], column: usize, value: f64, pass: u64) -> Pivot {
    let odd = || (0..equations.len()).filter(|&number| equations[number].odd.contains(column));
    let weight = |number: usize| count(&equations[number].odd) * varied(number, pass);
    let lightest = odd().min_by(|&one, &other| {
        let by_slack = equations[one].slack.total_cmp(&equations[other].slack);
        by_slack.then_with(|| weight(one).total_cmp(&weight(other)))
    });
    match lightest {
        None => Pivot::Nowhere,
        Some(number) if odd().nth(1).is_none() || equations[number].slack >= value => Pivot::Dear,
        Some(number) => Pivot::At(number),
    }
}

/// Makes `column` even by adding equation `number`, which is left out, to all others in which it is odd.
fn pivot(
    equations: &mut Vec<Equation>,
    number: usize,
    column: usize,
    values: &[f64],
    found: &mut Found,
) {
    let pivot = equations.swap_remove(number);
    for equation in equations.iter_mut().filter(|equation| equation.odd.contains(column)) {
        equation.add(&pivot);
        found.consider(equation, values);
    }
}

/// An odd number that mixes the bits of numbers and passes; as in `splitmix64` of S. Vigna (2015).
const MIX: u64 = 0xBF58_476D_1CE4_E5B9;
/// Odd numbers by which numbers and passes are told apart.
const NUMBERS: u64 = 0x9E37_79B9_7F4A_7C15;
const PASSES_APART: u64 = 0xD1B5_4A32_D192_ED03;

/// A fixed number about 1 for each number and pass; 1 in the first.
fn varied(number: usize, pass: u64) -> f64 {
    if pass == 0 {
        return 1.0;
    }
    let sum =
        (number as u64 + 1).wrapping_mul(NUMBERS).wrapping_add(pass.wrapping_mul(PASSES_APART));
    let mixed = (sum ^ (sum >> 29)).wrapping_mul(MIX);
    LEAST_VARIATION + f64::from((mixed >> 40) as u32) / f64::from(1_u32 << 24)
}

/// Takes what is odd in `column` for a loss.
fn give_up(equations: &mut [Equation], column: usize, value: f64) {
    for equation in equations.iter_mut().filter(|equation| equation.odd.contains(column)) {
        equation.odd.toggle(column);
        equation.slack += value;
    }
}

#[derive(Default)]
struct Found {
    list: Vec<(f64, FixedBitSet)>,
    known: BTreeSet<FixedBitSet>,
}

impl Found {
    fn is_full(&self) -> bool {
        self.list.len() >= MOST_FOUND
    }

    fn consider(&mut self, equation: &Equation, values: &[f64]) {
        if !equation.is_odd || self.is_full() {
            return;
        }
        let mut loss = equation.slack;
        for column in equation.odd.ones() {
            loss += values[column];
            if loss > MOST_LOSS {
                return;
            }
        }
        if self.known.insert(equation.from.clone()) {
            let merit = loss + EACH_EQUATION * count(&equation.from);
            self.list.push((merit, equation.from.clone()));
        }
    }

    fn sorted(mut self) -> Vec<FixedBitSet> {
        self.list.sort_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(&other.1)));
        self.list.into_iter().map(|one| one.1).collect()
    }
}

#[cfg(test)]
mod tests {
    use fixedbitset::FixedBitSet;

    use super::{Equation, MOST_LOSS, odd_combinations};

    fn equation(
        columns: usize,
        equations: usize,
        number: usize,
        odd: &[usize],
        is_odd: bool,
    ) -> Equation {
        let mut equation = Equation {
            odd: FixedBitSet::with_capacity(columns),
            is_odd,
            slack: 0.0,
            from: FixedBitSet::with_capacity(equations),
        };
        for &column in odd {
            equation.odd.toggle(column);
        }
        equation.from.toggle(number);
        equation
    }

    #[test]
    fn three_pairs_of_three_halves_are_found_together() {
        let pairs = [[0, 1], [1, 2], [0, 2]];
        let equations =
            pairs.iter().enumerate().map(|(number, pair)| equation(3, 3, number, pair, true));
        let found = odd_combinations(equations.collect(), &[0.5; 3]);
        let first: Vec<usize> = found[0].ones().collect();
        assert_eq!(first, [0, 1, 2]);
    }

    #[test]
    fn what_is_found_has_an_odd_right_side_and_loses_little() {
        let mut state = 1_u64;
        let mut next = |bound: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap_or(0) % bound
        };
        let mut count = 0;
        for _ in 0..100 {
            let (columns, rows) = (70, 90);
            let values: Vec<f64> = (0..columns).map(|_| [0.1, 0.25, 0.5][next(3)]).collect();
            let equations: Vec<Equation> = (0..rows)
                .map(|number| {
                    let odd = [next(columns), next(columns), next(columns)];
                    let mut equation = equation(columns, rows, number, &odd, next(2) == 0);
                    equation.slack = [0.0, 0.0, 0.3][next(3)];
                    equation
                })
                .collect();
            for from in odd_combinations(equations.clone(), &values) {
                let mut sum = equation(columns, rows, 0, &[], false);
                for number in from.ones() {
                    sum.add(&equations[number]);
                }
                let odd: f64 = sum.odd.ones().map(|column| values[column]).sum();
                assert!(sum.is_odd && sum.slack + odd <= MOST_LOSS + 1e-9);
                count += 1;
            }
        }
        assert!(count > 100, "only {count} combinations");
    }
}
