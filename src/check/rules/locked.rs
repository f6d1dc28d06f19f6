//! H6: a locked lesson keeps its booking.

use crate::check::{Breach, case::Case};
use crate::domain::{Booking, Lesson};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let booked = case.school.lessons.iter().zip(&case.proposal.timetable.bookings).enumerate();
    booked
        .filter(|(_, (lesson, booking))| {
            case.school.is_locked(lesson) && booking.as_ref().is_some_and(|to| changed(lesson, to))
        })
        .map(|(lesson, _)| Breach::Locked { lesson })
        .collect()
}

fn changed(lesson: &Lesson, booking: &Booking) -> bool {
    lesson.start != Some(booking.start)
        || lesson.rooms().into_iter().any(|room| booking.room(room) != room)
}
