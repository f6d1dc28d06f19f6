//! Places that take fewer apprentices than must be there.

use std::collections::BTreeMap;

use super::{Reason, number};
use crate::domain::{Apprentice, Day, PlaceName, School};

/// Each place and day, or place in all, for which more apprentices have no other alternative than it takes.
pub(super) fn too_small(school: &School) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (name, place) in &school.places {
        let of_days: BTreeMap<Option<Day>, u32> =
            place.pupils.iter().map(|(&day, &allowed)| (Some(day), allowed)).collect();
        for (day, allowed) in of_days.into_iter().chain(place.total.map(|total| (None, total))) {
            let there = |pupil: &&Apprentice| is_always_there(pupil, name, day);
            let pupils = number(school.apprentices.iter().filter(there).count());
            if pupils > allowed {
                reasons.push(Reason::PlaceTooSmall { place: name.clone(), day, pupils, allowed });
            }
        }
    }
    reasons
}

/// Whether the pupil has no alternative but to be at the place on that day, or (`None`) at all.
fn is_always_there(pupil: &Apprentice, place: &PlaceName, day: Option<Day>) -> bool {
    pupil.alternatives.iter().all(|alternative| {
        alternative.place.as_ref() == Some(place)
            && day.is_none_or(|day| alternative.days().contains(&day))
    })
}
