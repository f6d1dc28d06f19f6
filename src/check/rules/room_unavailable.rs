//! H5: no lesson while one of its rooms is unavailable.
//!
//! In the baseline that is a fault; one that was accepted counts as available while the lesson keeps its start and its room.

use std::collections::BTreeSet;

use crate::check::{Breach, case::Case};
use crate::diff::Sitting;
use crate::domain::RoomName;

/// Lessons that moved, and every room that was exchanged.
pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    accuse(case, |sitting, room| case.moved(sitting.lesson) || sitting.booking.room(room) != room)
}

/// Every lesson of a baseline.
pub(super) fn faults(baseline: &Case<'_>) -> Vec<Breach> {
    accuse(baseline, |_, _| true)
}

/// Every lesson in an unavailable slot of its room, if the rule `applies` to the baseline's room that it stands in for.
fn accuse(case: &Case<'_>, applies: impl Fn(&Sitting<'_>, &RoomName) -> bool) -> Vec<Breach> {
    let mut breaches = BTreeSet::new();
    for sitting in &case.after {
        let (lesson, slot) = (sitting.lesson, sitting.slot);
        for old in sitting.piece.rooms.iter().filter(|room| applies(sitting, room)) {
            let name = sitting.booking.room(old);
            if case.school.rooms.get(name).is_some_and(|room| room.unavailable.contains(&slot)) {
                breaches.insert(Breach::RoomUnavailable { room: name.clone(), slot, lesson });
            }
        }
    }
    breaches.into_iter().collect()
}
