//! A timetable that is published: what was a proposal is the baseline from then on.

use crate::domain::{Lesson, Piece, School, Timetable};

/// The school with its lessons where `timetable` books them.
#[must_use]
pub fn published(school: &School, timetable: &Timetable) -> School {
    let booked = school.lessons.iter().zip(&timetable.bookings);
    let lessons = booked.map(|(lesson, booking)| {
        let piece = |piece: &Piece| {
            let new = |room| booking.as_ref().map_or(room, |booking| booking.room(room));
            let rooms = piece.rooms.iter().map(|room| new(room).clone()).collect();
            Piece { rooms, ..piece.clone() }
        };
        let pieces = lesson.pieces.iter().map(piece).collect();
        let start = booking.as_ref().map(|booking| booking.start);
        Lesson { pieces, start, ..lesson.clone() }
    });
    School { lessons: lessons.collect(), ..school.clone() }
}
