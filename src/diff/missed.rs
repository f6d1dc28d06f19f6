//! What apprentices miss while they are away.

use std::collections::BTreeMap;

use super::Missed;
use crate::domain::{Alternative, Booking, ClassName, Lesson, Proposal, School};

/// Every period of a core subject that an apprentice misses, by apprentice and lesson.
///
/// An apprentice to whom no alternative of his or her own is given misses nothing.
pub(super) fn list(school: &School, proposal: &Proposal) -> Vec<Missed> {
    let bookings = &proposal.timetable.bookings;
    let of_classes = lessons_of_classes(school);
    let mut all = Vec::new();
    for (apprentice, (pupil, &chosen)) in school.apprentices.iter().zip(&proposal.away).enumerate()
    {
        let Some(away) = pupil.alternatives.get(chosen) else { continue };
        for &lesson in of_classes.get(&pupil.class).into_iter().flatten() {
            let Some(booking) = bookings.get(lesson) else { continue };
            let moved = &school.lessons[lesson];
            all.extend(of_lesson(school, (apprentice, away), (lesson, moved), booking));
        }
    }
    all
}

/// The places of the lessons that each class has, in order.
fn lessons_of_classes(school: &School) -> BTreeMap<&ClassName, Vec<usize>> {
    let mut lessons: BTreeMap<&ClassName, Vec<usize>> = BTreeMap::new();
    for (place, lesson) in school.lessons.iter().enumerate() {
        for class in lesson.classes() {
            lessons.entry(class).or_default().push(place);
        }
    }
    lessons
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
    for piece in &moved.pieces {
        let (Some(level), Some(slot)) =
            (pupil.level(&piece.subject), booking.start.later(piece.offset))
        else {
            continue;
        };
        if away.covers(slot) && pupil.attends(piece) {
            let subject = piece.subject.clone();
            once.entry((slot, level)).or_insert(Missed {
                apprentice,
                lesson,
                slot,
                subject,
                level,
            });
        }
    }
    once.into_values().collect()
}
