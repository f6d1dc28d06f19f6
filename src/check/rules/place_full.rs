//! H13: at no place are more apprentices than it takes on that day; one who is away for part of a day counts.

use std::collections::BTreeMap;

use crate::check::{Breach, case::Case};
use crate::domain::Alternative;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut pupils = BTreeMap::new();
    for (apprentice, &chosen) in case.school.apprentices.iter().zip(&case.proposal.away) {
        let Some(place) = &apprentice.place else { continue };
        for day in apprentice.alternatives.get(chosen).map(Alternative::days).unwrap_or_default() {
            *pupils.entry((place.clone(), day)).or_default() += 1;
        }
    }
    let limits = case.school.places.iter();
    limits
        .filter_map(|(key, &allowed)| {
            let pupils = pupils.get(key).copied().unwrap_or(0);
            let (place, day) = key.clone();
            (pupils > allowed).then_some(Breach::PlaceFull { place, day, pupils, allowed })
        })
        .collect()
}
