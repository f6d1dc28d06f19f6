//! Where a timetable puts each period of each row: what everything else counts.

use std::collections::BTreeSet;

use crate::domain::{
    Booking, ClassName, Period, Piece, RoomName, School, Slot, TeacherName, Timetable,
};

/// One period of one row of a lesson, in the slot where a timetable puts it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sitting<'a> {
    /// The lesson's index in [`School::lessons`].
    pub(crate) lesson: usize,
    /// What the row says.
    pub(crate) piece: &'a Piece,
    /// The lesson's booking.
    pub(crate) booking: &'a Booking,
    /// When it happens.
    pub(crate) slot: Slot,
}

impl<'a> Sitting<'a> {
    /// The classes it has.
    pub(crate) fn classes(&self) -> impl Iterator<Item = &'a ClassName> + use<'a> {
        self.piece.classes.iter()
    }

    /// The teachers it has.
    pub(crate) fn teachers(&self) -> impl Iterator<Item = &'a TeacherName> + use<'a> {
        self.piece.teachers.iter()
    }

    /// The rooms it has, each in place of one of the baseline's.
    pub(crate) fn rooms(&self) -> impl Iterator<Item = &'a RoomName> + use<'a> {
        let booking = self.booking;
        self.piece.rooms.iter().map(|room| booking.room(room))
    }
}

/// Every period of every row that has a place in `timetable`, by lesson, row and offset.
///
/// A period that would come after the last number that a period can have is left out: no grid has such a slot.
pub(crate) fn sittings<'a>(school: &'a School, timetable: &'a Timetable) -> Vec<Sitting<'a>> {
    let booked = school.lessons.iter().zip(&timetable.bookings).enumerate();
    booked
        .filter_map(|(lesson, (moved, booking))| Some((lesson, moved, booking.as_ref()?)))
        .flat_map(|(lesson, moved, booking)| {
            moved.pieces.iter().filter_map(move |piece| {
                let slot = booking.start.later(piece.offset)?;
                Some(Sitting { lesson, piece, booking, slot })
            })
        })
        .collect()
}

/// How many periods lie between the first and the last of `periods` without being among them.
pub(crate) fn gaps(periods: &BTreeSet<Period>) -> u32 {
    let next = periods.iter().skip(1);
    periods.iter().zip(next).map(|(before, after)| u32::from(after.0 - before.0 - 1)).sum()
}
