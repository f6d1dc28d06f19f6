//! Where the lessons are: bookings, timetables, and what the program offers.

use std::collections::BTreeMap;

use super::calendar::Slot;
use super::name::RoomName;

/// A lesson's start slot and its rooms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// The slot of the lesson's first period.
    pub start: Slot,
    /// Old room → new room, only for rooms that are exchanged.
    pub exchanged: BTreeMap<RoomName, RoomName>,
}

impl Booking {
    /// At `start`, in the rooms of the baseline.
    #[must_use]
    pub const fn at(start: Slot) -> Self {
        Self { start, exchanged: BTreeMap::new() }
    }

    /// The room that a lesson has in place of its baseline's `room`.
    #[must_use]
    pub fn room<'a>(&'a self, room: &'a RoomName) -> &'a RoomName {
        self.exchanged.get(room).unwrap_or(room)
    }
}

/// Where each lesson of a school is, in the order of [`School::lessons`](super::School::lessons).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// The bookings; `None` for a lesson without a place.
    pub bookings: Vec<Option<Booking>>,
}

impl Timetable {
    /// The booking of a lesson; `None` if it has no place.
    #[must_use]
    pub fn booking(&self, lesson: usize) -> Option<&Booking> {
        self.bookings.get(lesson)?.as_ref()
    }

    /// The lessons that have no place, by their indexes.
    pub fn unplaced(&self) -> impl Iterator<Item = usize> {
        let bookings = self.bookings.iter().enumerate();
        bookings.filter(|(_, booking)| booking.is_none()).map(|(lesson, _)| lesson)
    }
}

/// What the program offers: a timetable, and which alternative each apprentice is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The timetable.
    pub timetable: Timetable,
    /// For each apprentice of the school, in order: the place of the chosen one among the alternatives, from 0.
    pub away: Vec<usize>,
}
