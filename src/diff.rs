//! DIFF: two timetables of a school → what changed, kind by kind, and what it costs; recomputed from names.

use crate::domain::{Breakdown, Effort, Level, Proposal, School, Slot, SubjectCode, Timetable};

/// What lies between two timetables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The changed lessons, in the order of the school's lessons.
    pub changes: Vec<Change>,
    /// The periods of core subjects that apprentices miss in the newer timetable.
    pub missed: Vec<Missed>,
    /// What all that costs.
    pub breakdown: Breakdown,
}

/// A lesson whose booking differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The lesson's place in [`School::lessons`].
    pub lesson: usize,
    /// Its changed class-periods: all of them if it moved, none if only rooms are exchanged.
    pub class_periods: u32,
    /// What this lesson's own change costs: the kinds that belong to one lesson (other day, same day, bystander, room).
    pub points: i64,
}

/// A period of a core subject that an apprentice misses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missed {
    /// The apprentice's place in [`School::apprentices`].
    pub apprentice: usize,
    /// The lesson's place in [`School::lessons`].
    pub lesson: usize,
    /// The slot that is missed.
    pub slot: Slot,
    /// The subject of the row that is missed.
    pub subject: SubjectCode,
    /// How badly it is needed.
    pub level: Level,
}

/// What `to` changes against `from`, and what it costs.
#[must_use]
pub fn diff(school: &School, from: &Timetable, to: &Proposal, effort: Effort) -> Difference {
    let _ = (school, from, to, effort);
    todo!("diff")
}
