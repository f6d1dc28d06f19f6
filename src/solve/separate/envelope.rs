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
use crate::solve::lp::{Lp, Row, SolveLimits, SolveStatus};

/// A row is worth adding if it cuts off at least this much, in units.
const WORTH: f64 = 2e-2;
/// What use that no patterns make up costs, in units for a whole period.
const SHORTFALL: f64 = 8.0;
/// A period that is used less than this is free.
const NOTHING: f64 = 1e-6;
/// Multipliers become whole numbers times one over one of these.
const DENOMINATORS: [i64; 8] = [1, 2, 3, 4, 5, 6, 12, 60];
/// Weights of patterns are whole numbers of this part of a unit.
const FINE: f64 = 65536.0;

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
    /// The positions in the day that have a weight.
    pub(super) fn weighty(&self) -> impl Iterator<Item = (usize, i64)> {
        self.weights.iter().copied().enumerate().filter(|&(_, weight)| weight != 0)
    }
}

impl DayUse {
    /// The periods that are used so much, or may be.
    fn layer(&self, level: f64) -> Pattern {
        let places = self.most.iter().enumerate().filter(|&(_, &most)| most >= level);
        places.fold(Pattern::default(), |pattern, (place, _)| pattern.with(place))
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
    fn for_weight(&self, place: usize, weight: i64) -> f64 {
        if weight > 0 { self.least[place] } else { self.most[place] }
    }
}

/// A row that cuts off `used` with so many `units`, if there is one.
pub(super) fn separate(shape: &DayShape, used: &DayUse, units: f64) -> Option<Envelope> {
    if used.units_in_layers(shape).is_some_and(|layered| layered <= units + WORTH) {
        return None;
    }
    let weights = multipliers(shape, used)?;
    let cut = |scale: &i64| round(shape, &weights, *scale);
    let violation = |cut: &Envelope| {
        let terms = cut.weights.iter().enumerate();
        let left: f64 =
            terms.map(|(place, &weight)| to_float(weight) * used.for_weight(place, weight)).sum();
        (left + to_float(cut.constant)) / to_float(cut.scale) - units
    };
    DENOMINATORS.iter().filter_map(cut).find(|cut| violation(cut) > WORTH)
}

/// Multipliers as whole numbers over `scale`, where they are such; always for the last of [`DENOMINATORS`].
fn round(shape: &DayShape, weights: &[f64], scale: i64) -> Option<Envelope> {
    let scaled = weights.iter().map(|weight| weight * to_float(scale));
    let whole: Vec<i64> = scaled.clone().map(nearest).collect();
    let exact = scaled.zip(&whole).all(|(weight, &whole)| (weight - to_float(whole)).abs() < 1e-3);
    let last = DENOMINATORS.last() == Some(&scale);
    (exact || last).then(|| {
        let (constant, _) = shape.cheapest(&whole, scale);
        Envelope { weights: whole, constant, scale }
    })
}

/// The multipliers of the periods at the envelope.
fn multipliers(shape: &DayShape, used: &DayUse) -> Option<Vec<f64>> {
    let mut lp = Lp::default();
    let periods: Vec<Row> = used
        .most
        .iter()
        .zip(&used.least)
        .map(|(&most, &least)| lp.add_row(&[], most, 0.0, most - least))
        .collect();
    for &row in &periods {
        lp.add_column(SHORTFALL, f64::INFINITY, [(row, 1.0)].into_iter());
        lp.add_column(SHORTFALL, f64::INFINITY, [(row, -1.0)].into_iter());
    }
    let whole = lp.add_row(&[], 1.0, 0.0, 0.0);
    let empty = lp.add_column(0.0, f64::INFINITY, [(whole, 1.0)].into_iter());
    lp.replace_slack(whole, empty);
    for _ in 0..200 {
        if lp.solve(&SolveLimits { pivots: 2000, objective: f64::INFINITY, stop: &Stop::never() })
            != SolveStatus::Optimal
        {
            return None;
        }
        let duals = lp.duals();
        let weights: Vec<f64> = periods.iter().map(|row| duals[row.0]).collect();
        let fine: Vec<i64> = weights.iter().map(|weight| nearest(weight * FINE)).collect();
        let (cost, pattern) = shape.cheapest(&fine, nearest(FINE));
        if to_float(cost) / FINE >= duals[whole.0] - WORTH / 10.0 {
            return Some(weights);
        }
        let taken = periods.iter().enumerate().filter(|&(place, _)| pattern.takes(place));
        let entries = taken.map(|(_, &row)| (row, 1.0)).chain([(whole, 1.0)]);
        let units = to_float(shape.units(pattern)?);
        let entries: Vec<(Row, f64)> = entries.collect();
        lp.add_column(units, f64::INFINITY, entries.into_iter());
    }
    None
}

#[expect(clippy::cast_precision_loss, reason = "weights and units are small whole numbers")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}

#[expect(clippy::cast_possible_truncation, reason = "multipliers are within ±SHORTFALL × FINE")]
fn nearest(value: f64) -> i64 {
    value.round() as i64
}
