//! H15: all apprentices who go to a place that says so are away on the same set of days.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Breach, case::Case};
use crate::domain::{Day, PlaceName};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut first: BTreeMap<&PlaceName, (usize, BTreeSet<Day>)> = BTreeMap::new();
    let mut breaches = Vec::new();
    for (apprentice, (pupil, &chosen)) in
        case.school.apprentices.iter().zip(&case.proposal.away).enumerate()
    {
        let given = pupil.alternatives.get(chosen);
        let Some((given, place)) = given.and_then(|one| Some((one, one.place.as_ref()?))) else {
            continue;
        };
        if case.school.places.get(place).is_some_and(|place| place.one_day) {
            let days = given.days();
            let (other, others) = first.entry(place).or_insert((apprentice, days.clone()));
            if days != *others {
                let apprentices = [*other, apprentice];
                breaches.push(Breach::OneDay { place: place.clone(), apprentices });
            }
        }
    }
    breaches
}
