//! EXPLAIN: why a school has no timetable, in facts that people can count themselves.
//!
//! It does not search: a school in which nothing can be counted may still have no timetable.

mod places;
mod slots;
mod starts;

use crate::domain::{ClassName, Day, Effort, PlaceName, PupilKey, School, SubjectCode, Week};

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
        /// Slots left on the school days of those who attend them, at best.
        left: u32,
    },
    /// A class has more periods of a required subject in a week than its limit per day lets into the days on which all
    /// its apprentices who attend are at school.
    TooFewDays {
        /// The class.
        class: ClassName,
        /// The subject.
        subject: SubjectCode,
        /// The week of the cycle.
        week: Week,
        /// Periods of the subject that these apprentices must not miss.
        required: u32,
        /// The most periods of it on a day.
        per_day: u32,
        /// Days left to those who attend them, at best.
        days: u32,
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
    let mut reasons = Vec::new();
    if effort == Effort::Strict {
        reasons.extend(slots::too_few(school));
        reasons.extend(starts::nowhere_to_go(school));
    }
    reasons.extend(places::too_small(school));
    reasons
}

/// A number of things as people read it; no school has so many that it does not fit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
