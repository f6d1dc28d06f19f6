//! COUNT: why a school has no timetable, in facts that people can count themselves.
//!
//! It does not search: a school in which nothing can be counted may still have no timetable.

mod crowds;
mod places;
mod searched;
mod slots;
mod starts;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    ClassName, Day, Effort, PlaceName, PupilKey, RoomKind, RoomName, School, Slot, Span,
    SubjectCode, TeacherName, Weeks,
};
pub use searched::searched_all;

/// What cannot hold together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A class has more required periods in a week than slots in which all its apprentices are at school.
    TooFewSlots {
        /// The class.
        class: ClassName,
        /// The weeks of the cycle in which it is so.
        weeks: Weeks,
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
        /// The weeks of the cycle in which it is so.
        weeks: Weeks,
        /// Periods of the subject that these apprentices must not miss.
        required: u32,
        /// The most periods of it on a day.
        per_day: u32,
        /// Days left to those who attend them, at best.
        days: u32,
    },
    /// A required lesson has no start at which its pupils are at school and every rule about it alone holds.
    NowhereToGo {
        /// The lesson's index in [`School::lessons`].
        lesson: usize,
        /// An apprentice who must not miss it.
        pupil: PupilKey,
    },
    /// Lessons that need something one after the other have fewer slots for it than periods.
    Crowded {
        /// What they need.
        need: Shared,
        /// The weeks of the cycle in which it is so.
        weeks: Weeks,
        /// Their indices in [`School::lessons`].
        lessons: Vec<usize>,
        /// How many periods of them there are.
        periods: u32,
        /// Every slot that the rules about each of them alone leave to any of them.
        slots: Vec<Slot>,
        /// How many periods fit into those slots.
        allowed: u32,
    },
    /// More apprentices must be at a place on a day, or in all, than it takes, whatever is chosen.
    PlaceTooSmall {
        /// The place.
        place: PlaceName,
        /// The day; `None`: in all.
        day: Option<Day>,
        /// Apprentices who have no other alternative.
        pupils: u32,
        /// How many it takes.
        allowed: u32,
    },
    /// The search went through every possibility and found none; no simpler reason is known.
    SearchedAll {
        /// The classes with apprentices, and when they are away.
        away: Vec<Absence>,
        /// The class with the fewest slots to spare, if a class has required lessons.
        tightest: Option<Tightest>,
    },
}

/// What several lessons need, and only so many of them can have at once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// The pupils of a class.
    Class(ClassName),
    /// A teacher.
    Teacher(TeacherName),
    /// A room that no other stands in for.
    Room(RoomName),
    /// The rooms of a kind.
    Rooms(RoomKind),
}

/// When the apprentices of a class are away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Absence {
    /// The class.
    pub class: ClassName,
    /// Every alternative that one of them has.
    pub alternatives: Vec<Vec<Span>>,
}

/// A class whose required lessons just fit into its school days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tightest {
    /// The class.
    pub class: ClassName,
    /// Periods of required lessons in a week, counting only those that cannot be side by side.
    pub required: u32,
    /// Slots left on the school days of those who attend them, at best.
    pub left: u32,
}

/// The reasons that counting alone gives; empty if counting finds none. Each of them proves that no timetable exists.
#[must_use]
pub fn count(school: &School, effort: Effort) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if effort == Effort::Strict {
        reasons.extend(slots::too_few(school));
        let reaches = starts::reaches(school);
        reasons.extend(starts::nowhere_to_go(&reaches));
        let crowded = crowds::crowded(school, &reaches);
        let told: BTreeSet<ClassName> = reasons.iter().filter_map(class_of).cloned().collect();
        reasons.extend(crowded.into_iter().filter(|crowd| !is_told(crowd, &told)));
    }
    reasons.extend(places::too_small(school));
    said_once(reasons)
}

/// Whether a crowd is of a class of which it is `told` already that its required lessons are too many.
fn is_told(crowd: &Reason, told: &BTreeSet<ClassName>) -> bool {
    matches!(crowd, Reason::Crowded { need: Shared::Class(class), .. } if told.contains(class))
}

/// The class that has too few slots or days.
fn class_of(reason: &Reason) -> Option<&ClassName> {
    match reason {
        Reason::TooFewSlots { class, .. } | Reason::TooFewDays { class, .. } => Some(class),
        _ => None,
    }
}

/// The same reasons; what is true of several weeks is said once.
fn said_once(reasons: Vec<Reason>) -> Vec<Reason> {
    let mut said: Vec<Reason> = Vec::new();
    let mut known: BTreeMap<Reason, usize> = BTreeMap::new();
    for mut reason in reasons {
        let earlier = *known.entry(reason.in_no_week()).or_insert(said.len());
        match (said.get_mut(earlier).and_then(Reason::weeks), reason.weeks()) {
            (Some(weeks), Some(more)) => *weeks = weeks.union(*more),
            _ => said.push(reason),
        }
    }
    said
}

impl Reason {
    fn weeks(&mut self) -> Option<&mut Weeks> {
        match self {
            Self::TooFewSlots { weeks, .. }
            | Self::TooFewDays { weeks, .. }
            | Self::Crowded { weeks, .. } => Some(weeks),
            Self::NowhereToGo { .. } | Self::PlaceTooSmall { .. } | Self::SearchedAll { .. } => {
                None
            }
        }
    }

    fn in_no_week(&self) -> Self {
        let mut reason = self.clone();
        if let Some(weeks) = reason.weeks() {
            *weeks = Weeks::all(0);
        }
        reason
    }
}

/// A number of things as people read it; no school has so many that it does not fit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
