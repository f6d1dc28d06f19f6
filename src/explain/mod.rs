//! EXPLAIN: why a school has no timetable, in facts that people can count themselves.

use crate::domain::{ClassName, Day, Effort, PlaceName, PupilKey, School, Week};

/// What cannot hold together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A class has more required periods in a week than slots in which all its apprentices are at school.
    TooFewSlots {
        /// The class.
        class: ClassName,
        /// The week of the cycle.
        week: Week,
        /// Periods of required lessons, counting only those that cannot be side by side.
        required: u32,
        /// Slots left on the school days of those who attend them.
        left: u32,
    },
    /// A required lesson has no start at which its pupils are at school and every rule about it alone holds.
    NowhereToGo {
        /// The lesson's place in [`School::lessons`].
        lesson: usize,
        /// An apprentice who must not miss it.
        pupil: PupilKey,
    },
    /// More apprentices must be at a place on a day than it takes, whatever is chosen.
    PlaceTooSmall {
        /// The place.
        place: PlaceName,
        /// The day.
        day: Day,
        /// Apprentices who have no other alternative.
        pupils: u32,
        /// How many it takes.
        allowed: u32,
    },
    /// The search went through every possibility and found none; no simpler reason is known.
    SearchedAll,
}

/// The reasons that counting alone gives; empty if counting finds none. Each of them proves that no timetable exists.
#[must_use]
pub fn count(school: &School, effort: Effort) -> Vec<Reason> {
    let _ = (school, effort);
    todo!("count")
}
