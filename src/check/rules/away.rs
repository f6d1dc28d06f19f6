//! Away: each apprentice is given one of the own alternatives, and all with the same `together` label the same one.

use std::collections::BTreeMap;

use crate::check::{Breach, case::Case};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut first_of_label = BTreeMap::new();
    let mut breaches = Vec::new();
    for (apprentice, pupil) in case.school.apprentices.iter().enumerate() {
        let chosen = case.proposal.away.get(apprentice).copied();
        let own = chosen.is_some_and(|chosen| chosen < pupil.alternatives.len());
        let same = pupil
            .together
            .as_ref()
            .is_none_or(|label| *first_of_label.entry(label).or_insert(chosen) == chosen);
        if !own || !same {
            breaches.push(Breach::Away { apprentice });
        }
    }
    breaches
}
