//! H17: no row of a lesson that moves, or had no place, is outside its own allowed slots.

use std::collections::BTreeSet;

use crate::check::{Breach, case::Case};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let moved = case.after.iter().filter(|sitting| case.moved(sitting.lesson));
    let outside = moved.filter(|sitting| {
        sitting.piece.allowed.as_ref().is_some_and(|allowed| !allowed.contains(&sitting.slot))
    });
    let breaches: BTreeSet<Breach> = outside
        .map(|sitting| Breach::Allowed { lesson: sitting.lesson, slot: sitting.slot })
        .collect();
    breaches.into_iter().collect()
}
