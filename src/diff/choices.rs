//! What the choices of apprentices cost: wishes that are passed over, and pupils without a placement.

use super::points;
use crate::domain::{Alternative, Apprentice, Breakdown, Price, Proposal, School};

/// Adds to `breakdown` what the alternatives cost that apprentices are given.
pub(super) fn price(school: &School, proposal: &Proposal, breakdown: &mut Breakdown) {
    for (apprentice, &chosen) in school.apprentices.iter().zip(&proposal.away) {
        let Some(given) = apprentice.alternatives.get(chosen) else { continue };
        let (price, times) = priced(apprentice, given);
        breakdown[price] += school.weights[price] * times;
    }
}

/// What an alternative of an apprentice costs, and how many times: its rank, or being without a placement where another
/// alternative was there.
fn priced(apprentice: &Apprentice, given: &Alternative) -> (Price, i64) {
    match given.rank {
        Some(rank) => (Price::Wish, i64::from(rank)),
        None => (Price::Unplaced, points(usize::from(apprentice.alternatives.len() > 1))),
    }
}
