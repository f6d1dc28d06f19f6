//! Where activities are.

use crate::domain::{Day, Slot};

/// A part of a day, from a period to the one after the last; in order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    /// The place of the day in the week, from 0.
    pub(super) day: usize,
    pub(super) start: u8,
    pub(super) end: u8,
}

impl Stretch {
    /// Whether it has a time in common with another.
    pub(super) const fn overlaps(self, other: Self) -> bool {
        self.day == other.day && self.start < other.end && other.start < self.end
    }

    /// Whether it is over when another begins.
    pub(super) const fn is_before(self, other: Self) -> bool {
        self.day < other.day || self.day == other.day && self.end <= other.start
    }
}

/// The starts and rooms of activities, by their numbers.
pub(super) struct Places {
    days: Vec<Day>,
    lengths: Vec<u8>,
    starts: Vec<Option<Slot>>,
    rooms: Vec<Option<String>>,
}

impl Places {
    /// Activities of those lengths, in periods, that are nowhere yet, in a week of those days.
    pub(super) fn of(days: &[Day], lengths: &[u8]) -> Self {
        let count = lengths.len();
        Self {
            days: days.to_vec(),
            lengths: lengths.to_vec(),
            starts: vec![None; count],
            rooms: vec![None; count],
        }
    }

    /// Puts an activity somewhere.
    pub(super) fn put(&mut self, activity: usize, start: Slot, room: Option<String>) {
        (self.starts[activity], self.rooms[activity]) = (Some(start), room);
    }

    /// When an activity is.
    pub(super) fn stretch(&self, activity: usize) -> Option<Stretch> {
        let start = self.starts[activity]?;
        let day = self.days.iter().position(|own| *own == start.day)?;
        let end = start.period.0.saturating_add(self.lengths[activity]);
        Some(Stretch { day, start: start.period.0, end })
    }

    /// The periods that an activity takes.
    pub(super) fn slots(&self, activity: usize) -> impl Iterator<Item = Slot> + use<> {
        let (start, length) = (self.starts[activity], self.lengths[activity]);
        start
            .into_iter()
            .flat_map(move |start| (0..length).filter_map(move |offset| start.later(offset)))
    }

    /// The room of an activity.
    pub(super) fn room(&self, activity: usize) -> Option<&str> {
        self.rooms[activity].as_deref()
    }
}
