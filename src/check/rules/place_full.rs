//! H13: at no place are more apprentices than it takes on that day, nor in all; one who is away for part of a day counts.

use std::collections::BTreeMap;

use crate::check::{Breach, case::Case};
use crate::domain::{Day, PlaceName};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let pupils = pupils(case);
    let mut breaches = Vec::new();
    for (name, place) in &case.school.places {
        let of_days = place.pupils.iter().map(|(&day, &allowed)| (Some(day), allowed));
        for (day, allowed) in of_days.chain(place.total.map(|total| (None, total))) {
            let pupils = pupils.get(&(name, day)).copied().unwrap_or(0);
            if pupils > allowed {
                breaches.push(Breach::PlaceFull { place: name.clone(), day, pupils, allowed });
            }
        }
    }
    breaches
}

/// How many apprentices are at each place on each day, and (`None`) in all.
fn pupils<'a>(case: &Case<'a>) -> BTreeMap<(&'a PlaceName, Option<Day>), u32> {
    let mut pupils = BTreeMap::new();
    for (apprentice, &chosen) in case.school.apprentices.iter().zip(&case.proposal.away) {
        let Some(given) = apprentice.alternatives.get(chosen) else { continue };
        let Some(place) = &given.place else { continue };
        for day in given.days().into_iter().map(Some).chain([None]) {
            *pupils.entry((place, day)).or_default() += 1;
        }
    }
    pupils
}
