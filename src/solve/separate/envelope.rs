//! The tightest linear bound on the gaps of a day, at a given fractional use of its periods.
//!
//! The patterns that a day may have, with their units of excess gaps, span a polytope. Its lower envelope at the
//! present use is a small linear program over patterns, which are priced in one at a time; the multipliers of its
//! solution are a row that cuts the present solution off, if any can.
//!
//! # Source
//! J. F. Benders: Partitioning procedures for solving mixed-variables programming problems (1962), with the patterns
//! of P. C. Gilmore, R. E. Gomory: A linear programming approach to the cutting-stock problem (1961).

use crate::domain::Stop;
use crate::model::{DayShape, Pattern};
use crate::solve::lp::{Lp, LpRow, SolveLimits, SolveStatus};

/// A row is worth adding if it cuts off at least this much, in units: as for any row, see [`BROKEN`](super::BROKEN).
const WORTH: f64 = 2e-2;
/// A pattern enters if its reduced cost is below 0 by this, in units: far less than what would be [`WORTH`] a row.
const WORTH_ENTERING: f64 = WORTH / 10.0;
/// What use that no patterns make up costs, in units for a whole period: it bounds the multipliers, so that rows have small
/// coefficients.
const SHORTFALL: f64 = 8.0;
/// A period that is used less than this, in bookings, is free.
const NOTHING: f64 = 1e-6;
/// Multipliers become whole numbers over one of these, the first that fits: vertices of small programs of 0 and 1 have small
/// denominators, and any whole numbers make a row that holds.
const DENOMINATORS: [i64; 8] = [1, 2, 3, 4, 5, 6, 12, 60];
/// A multiplier is whole if it is so close to a whole number: perturbations move it by less.
const WHOLE: f64 = 1e-3;
/// While patterns are priced their weights are whole numbers of one over this of a unit, 2¹⁶.
const FINE: f64 = 65536.0;
/// At most so many patterns enter, and so many pivots are made in each solve, so that it ends even where numbers go bad.
const MOST_PATTERNS: u32 = 200;
const MOST_PIVOTS: u64 = 2000;

/// How much each period of a day is used: at least, and at most.
#[derive(Clone, Debug)]
pub(super) struct DayUse {
    pub(super) least: Vec<f64>,
    pub(super) most: Vec<f64>,
}

/// A valid bound: `scale × units ≥ Σ weights × use + constant`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Envelope {
    pub(super) weights: Vec<i64>,
    pub(super) constant: i64,
    pub(super) scale: i64,
}

impl Envelope {
    /// The periods with a weight that is not 0.
    pub(super) fn weighty(&self) -> impl Iterator<Item = (usize, i64)> {
        self.weights.iter().copied().enumerate().filter(|&(_, weight)| weight != 0)
    }
}

impl DayUse {
    /// The periods that are used so much, or may be.
    fn layer(&self, level: f64) -> Pattern {
        let periods = (0..self.most.len()).filter(|&period| self.most[period] >= level);
        periods.fold(Pattern::default(), Pattern::with)
    }

    /// The units of the patterns that it is made of if they lie upon each other, each within the one below; `None` if
    /// one of them must not be. The envelope is no higher, and most days are seen to be in order without it.
    fn units_in_layers(&self, shape: &DayShape) -> Option<f64> {
        let mut levels: Vec<f64> =
            self.most.iter().copied().filter(|&most| most > NOTHING).collect();
        levels.sort_by(f64::total_cmp);
        let mut below = 0.0;
        let mut units = 0.0;
        for level in levels {
            units += (level - below) * to_float(shape.units(self.layer(level))?);
            below = level;
        }
        Some(units)
    }

    /// The use that counts for a period of this weight: what is surely there, or what may be there.
    fn for_weight(&self, period: usize, weight: i64) -> f64 {
        if weight > 0 { self.least[period] } else { self.most[period] }
    }

    /// How many units a day of this use has at least, as `cut` says.
    fn units_by(&self, cut: &Envelope) -> f64 {
        let weights = cut.weights.iter().enumerate();
        let left: f64 = weights
            .map(|(period, &weight)| to_float(weight) * self.for_weight(period, weight))
            .sum();
        (left + to_float(cut.constant)) / to_float(cut.scale)
    }
}

/// A row that cuts off `used` with so many `units`, if there is one.
pub(super) fn separate(shape: &DayShape, used: &DayUse, units: f64) -> Option<Envelope> {
    if used.units_in_layers(shape).is_some_and(|layered| layered <= units + WORTH) {
        return None;
    }
    let weights = multipliers(shape, used)?;
    let mut cuts = DENOMINATORS.iter().filter_map(|&scale| round(shape, &weights, scale));
    cuts.find(|cut| used.units_by(cut) - units > WORTH)
}

/// Multipliers as whole numbers over `scale`, where they are such; always for the last of [`DENOMINATORS`].
fn round(shape: &DayShape, weights: &[f64], scale: i64) -> Option<Envelope> {
    let scaled = weights.iter().map(|weight| weight * to_float(scale));
    let whole: Vec<i64> = scaled.clone().map(nearest).collect();
    let exact = scaled.zip(&whole).all(|(weight, &whole)| (weight - to_float(whole)).abs() < WHOLE);
    let last = DENOMINATORS.last() == Some(&scale);
    (exact || last).then(|| {
        let (constant, _) = shape.cheapest(&whole, scale);
        Envelope { weights: whole, constant, scale }
    })
}

/// The multipliers of the periods at the envelope.
fn multipliers(shape: &DayShape, used: &DayUse) -> Option<Vec<f64>> {
    let mut patterns = PatternProgram::of(used);
    for _ in 0..MOST_PATTERNS {
        let (weights, least) = patterns.multipliers()?;
        let fine: Vec<i64> = weights.iter().map(|weight| nearest(weight * FINE)).collect();
        let (cost, pattern) = shape.cheapest(&fine, nearest(FINE));
        if to_float(cost) / FINE >= least - WORTH_ENTERING {
            return Some(weights);
        }
        patterns.enter(pattern, to_float(shape.units(pattern)?));
    }
    None
}

/// The program over patterns that make up the use of a day; at first none but the empty one.
struct PatternProgram {
    lp: Lp,
    /// The rows of the periods.
    periods: Vec<LpRow>,
    /// The row by which there is one pattern in all.
    whole: LpRow,
}

impl PatternProgram {
    fn of(used: &DayUse) -> Self {
        let mut lp = Lp::default();
        let bounds = used.most.iter().zip(&used.least);
        let periods: Vec<LpRow> =
            bounds.map(|(&most, &least)| lp.add_row(&[], most, 0.0, most - least)).collect();
        for &row in &periods {
            lp.add_column(SHORTFALL, f64::INFINITY, [(row, 1.0)].into_iter());
            lp.add_column(SHORTFALL, f64::INFINITY, [(row, -1.0)].into_iter());
        }
        let whole = lp.add_row(&[], 1.0, 0.0, 0.0);
        let empty = lp.add_column(0.0, f64::INFINITY, [(whole, 1.0)].into_iter());
        lp.replace_slack(whole, empty);
        Self { lp, periods, whole }
    }

    /// The multipliers of the periods, and what a pattern costs at most that is worth entering; `None` if it cannot be solved.
    fn multipliers(&mut self) -> Option<(Vec<f64>, f64)> {
        let limits =
            SolveLimits { pivots: MOST_PIVOTS, objective: f64::INFINITY, stop: &Stop::never() };
        if self.lp.solve(&limits) != SolveStatus::Optimal {
            return None;
        }
        let duals = self.lp.duals();
        Some((self.periods.iter().map(|row| duals[row.0]).collect(), duals[self.whole.0]))
    }

    /// Enters a pattern of so many units.
    fn enter(&mut self, pattern: Pattern, units: f64) {
        let taken = (0..self.periods.len()).filter(|&period| pattern.takes(period));
        let rows = taken.map(|period| self.periods[period]).chain([self.whole]);
        let entries: Vec<(LpRow, f64)> = rows.map(|row| (row, 1.0)).collect();
        self.lp.add_column(units, f64::INFINITY, entries.into_iter());
    }
}

#[expect(clippy::cast_precision_loss, reason = "weights and units are small whole numbers")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}

#[expect(clippy::cast_possible_truncation, reason = "multipliers are within ±SHORTFALL × FINE")]
fn nearest(value: f64) -> i64 {
    value.round() as i64
}
