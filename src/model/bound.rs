//! The proof: a lower bound for the whole school from any multipliers, in whole numbers.
//!
//! For multipliers λ ≥ 0 of valid rows `a x − g ≤ b`, every proposal costs at least
//! `Σ lessons min over all bookings (points + λ a) − λ b + Σ auxiliaries min(0, (points − λ) × most)`.
//! and for each chooser the minimum over the open choices. The minimum runs over all bookings in the scope, whether a solver knows them or not, so nothing is left out;
//! and it holds however the multipliers were found.
//!
//! # Source
//! A. M. Geoffrion: Lagrangean relaxation for integer programming (1974).

use super::auxiliary::Auxiliaries;
use super::charges::{Charges, SCALE};
use super::scope::OpenChoices;
use crate::problem::{ChooserId, Problem};

/// A lower bound on the points of any proposal in a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// At least this many points, in points × [`SCALE`].
    AtLeast(i128),
    /// Some lesson has no booking left: there is no proposal in the scope.
    Impossible,
}

impl Bound {
    /// The bound in whole points: proposals cost whole points, so part of a point counts as one.
    #[must_use]
    pub fn points(self) -> i64 {
        match self {
            Self::AtLeast(scaled) => i64::try_from(
                scaled.div_euclid(i128::from(SCALE))
                    + i128::from(scaled.rem_euclid(i128::from(SCALE)) > 0),
            )
            .unwrap_or(i64::MIN),
            Self::Impossible => i64::MAX,
        }
    }
}

/// What the cheapest open choice of a chooser costs, in points × [`Charges::scale`]; `None` if none is open.
fn cheapest_choice(
    problem: &Problem,
    charges: &Charges<'_>,
    chooser: ChooserId,
    open: &[bool],
) -> Option<i64> {
    let choices = problem.choosers[chooser].choices.iter().enumerate();
    let open = choices.filter(|&(choice, _)| open[choice]);
    open.map(|(choice, own)| own.points * charges.scale() + charges.choice(chooser, choice)).min()
}

/// The bound that `charges` prove in `scope`, given the cheapest booking of each lesson (points × [`Charges::scale`]).
#[must_use]
pub fn lower_bound(
    problem: &Problem,
    auxiliaries: &Auxiliaries,
    charges: &Charges<'_>,
    open_choices: &OpenChoices,
    cheapest: impl Iterator<Item = Option<i64>>,
) -> Bound {
    let mut sum = -charges.right_sides();
    for least in cheapest {
        let Some(least) = least else { return Bound::Impossible };
        sum += i128::from(least);
    }
    for (chooser, open) in open_choices.pairs() {
        let Some(least) = cheapest_choice(problem, charges, chooser, open) else {
            return Bound::Impossible;
        };
        sum += i128::from(least);
    }
    for (auxiliary, relief) in auxiliaries.list().iter().zip(charges.reliefs()) {
        let missed = charges.missed(auxiliary.desired_missed(problem));
        let unit = auxiliary.points(problem) * charges.scale() + missed - relief;
        sum += i128::from(unit.min(0)) * i128::from(auxiliary.most(problem));
    }
    Bound::AtLeast(sum * i128::from(SCALE / charges.scale()))
}
