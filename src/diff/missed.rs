//! What apprentices miss while they are away.

use std::collections::BTreeMap;

use super::Missed;
use crate::domain::{Alternative, Booking, Lesson, Proposal, School};

/// Every period of a core subject that an apprentice misses, by apprentice and lesson.
///
/// An apprentice to whom no alternative of his or her own is given misses nothing.
pub(super) fn list(school: &School, proposal: &Proposal) -> Vec<Missed> {
    let bookings = &proposal.timetable.bookings;
    let lessons = school.lessons_of_classes();
    let mut all = Vec::new();
    for (apprentice, (pupil, &chosen)) in school.apprentices.iter().zip(&proposal.away).enumerate()
    {
        let Some(away) = pupil.alternatives.get(chosen) else { continue };
        for &lesson in lessons.get(&pupil.class).into_iter().flatten() {
            let (moved, booking) = (&school.lessons[lesson], bookings.get(lesson));
            let missed = |booking| of_lesson(school, (apprentice, away), (lesson, moved), booking);
            all.extend(booking.into_iter().flat_map(missed));
        }
    }
    all
}

/// What one apprentice misses of one lesson: each period and level once, for the first row that has it.
fn of_lesson(
    school: &School,
    (apprentice, away): (usize, &Alternative),
    (lesson, moved): (usize, &Lesson),
    booking: &Booking,
) -> Vec<Missed> {
    let pupil = &school.apprentices[apprentice];
    let mut once = BTreeMap::new();
    for piece in moved.pieces.iter().filter(|piece| pupil.attends(piece)) {
        let Some(level) = pupil.level(&piece.subject) else { continue };
        let Some(slot) = booking.start.later(piece.offset) else { continue };
        if away.covers(slot) {
            let subject = piece.subject.clone();
            let missed = Missed { apprentice, lesson, slot, subject, level };
            once.entry((slot, level)).or_insert(missed);
        }
    }
    once.into_values().collect()
}
