//! H4 and H5: no lesson while one of its teachers, or one of its rooms, is unavailable.
//!
//! In the baseline that is a fault; one that was accepted counts as available while the lesson keeps its start.

use std::collections::BTreeSet;

use crate::check::{Breach, case::Case};
use crate::diff::Sitting;
use crate::domain::{RoomName, TeacherName};

/// H4 for lessons that moved.
pub(super) fn teacher_breaches(case: &Case<'_>) -> Vec<Breach> {
    accuse_teachers(case, |sitting, _| case.moved(sitting.lesson))
}

/// H5 for lessons that moved, and for every room that was exchanged.
pub(super) fn room_breaches(case: &Case<'_>) -> Vec<Breach> {
    accuse_rooms(case, |sitting, room| {
        case.moved(sitting.lesson) || sitting.booking.room(room) != room
    })
}

/// H4 for every lesson of a baseline.
pub(super) fn teacher_faults(baseline: &Case<'_>) -> Vec<Breach> {
    accuse_teachers(baseline, |_, _| true)
}

/// H5 for every lesson of a baseline.
pub(super) fn room_faults(baseline: &Case<'_>) -> Vec<Breach> {
    accuse_rooms(baseline, |_, _| true)
}

/// Every lesson in an unavailable slot of a teacher to which the rule `applies`, each slot once.
fn accuse_teachers(
    case: &Case<'_>,
    applies: impl Fn(&Sitting<'_>, &TeacherName) -> bool,
) -> Vec<Breach> {
    let mut breaches = BTreeSet::new();
    for sitting in &case.after {
        let (lesson, slot) = (sitting.lesson, sitting.slot);
        for name in sitting.piece.teachers.iter().filter(|teacher| applies(sitting, teacher)) {
            let teacher = case.school.teachers.get(name);
            if teacher.is_some_and(|teacher| teacher.unavailable.contains(&slot)) {
                breaches.insert(Breach::TeacherUnavailable { teacher: name.clone(), slot, lesson });
            }
        }
    }
    breaches.into_iter().collect()
}

/// Every lesson in an unavailable slot of its room, if the rule `applies` to the baseline's room that it stands in for.
fn accuse_rooms(case: &Case<'_>, applies: impl Fn(&Sitting<'_>, &RoomName) -> bool) -> Vec<Breach> {
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
