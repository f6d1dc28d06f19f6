//! Places that take fewer apprentices than must be there.

use super::{Reason, number};
use crate::domain::{Apprentice, Day, School};

/// Each place and day for which more apprentices have no other alternative than it takes.
pub(super) fn too_small(school: &School) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for ((place, day), &allowed) in &school.places {
        let here = school.apprentices.iter().filter(|pupil| pupil.place.as_ref() == Some(place));
        let pupils = number(here.filter(|pupil| always_away(pupil, *day)).count());
        if pupils > allowed {
            reasons.push(Reason::PlaceTooSmall {
                place: place.clone(),
                day: *day,
                pupils,
                allowed,
            });
        }
    }
    reasons
}

fn always_away(pupil: &Apprentice, day: Day) -> bool {
    pupil.alternatives.iter().all(|alternative| alternative.days().contains(&day))
}
