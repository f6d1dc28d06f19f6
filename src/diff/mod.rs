//! DIFF: two timetables of a school → what changed, kind by kind, and what it costs; recomputed from names.
//!
//! It prices; it does not judge: what is allowed is for [`check`](crate::check) to say. One file for each group of prices.

mod changes;
mod days;
mod missed;
mod offer;
mod sitting;
mod standing;

pub use offer::Offer;
pub(crate) use offer::{Changed, Tally};
pub(crate) use sitting::{Sitting, gaps, sittings};
pub use standing::as_things_stand;
pub(crate) use standing::misses;

use crate::domain::{
    Breakdown, Effort, Level, Price, Proposal, School, Slot, SubjectCode, Timetable,
};

/// What lies between two timetables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The changed lessons, in the order of the school's lessons.
    pub changes: Vec<Change>,
    /// The periods of core subjects that apprentices miss in the newer timetable, of both levels whatever the effort.
    ///
    /// One for each apprentice, lesson, period and level, as each is priced once; where several rows of the lesson
    /// would do, the first of them gives the subject.
    pub missed: Vec<Missed>,
    /// What all that costs.
    pub breakdown: Breakdown,
}

impl Difference {
    /// How many periods of core subjects of `level` apprentices miss, all together.
    #[must_use]
    pub fn missed_of(&self, level: Level) -> usize {
        self.missed.iter().filter(|missed| missed.level == level).count()
    }
}

/// A lesson whose booking differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The lesson's index in [`School::lessons`].
    pub lesson: usize,
    /// Its changed class-periods: all of them if it moved, none if only rooms are exchanged.
    pub class_periods: u32,
    /// What this lesson's own change costs: the kinds that belong to one lesson (other day, same day, bystander, room).
    pub points: i64,
}

/// A period of a core subject that an apprentice misses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missed {
    /// The apprentice's index in [`School::apprentices`].
    pub apprentice: usize,
    /// The lesson's index in [`School::lessons`].
    pub lesson: usize,
    /// The slot that is missed.
    pub slot: Slot,
    /// The subject of the row that is missed.
    pub subject: SubjectCode,
    /// How badly it is needed.
    pub level: Level,
}

/// What `to` changes against `from`, and what it costs in points.
///
/// Missed required lessons are priced only with [`Effort::Best`]; else they are a breach and cost nothing.
#[must_use]
pub fn diff(school: &School, from: &Timetable, to: &Proposal, effort: Effort) -> Difference {
    let mut breakdown = Breakdown::default();
    let changes = changes::price(school, from, &to.timetable, &mut breakdown);
    days::price(school, from, &to.timetable, &mut breakdown);
    let missed = missed::list(school, to);
    let count = |level| missed.iter().filter(|missed| missed.level == level).count();
    breakdown[Price::Desired] = school.weights[Price::Desired] * points(count(Level::Desired));
    if effort == Effort::Best {
        breakdown[Price::Required] =
            school.weights[Price::Required] * points(count(Level::Required));
    }
    Difference { changes, missed, breakdown }
}

/// What apprentices miss in `proposal`, without what it changes.
#[must_use]
pub fn missed(school: &School, proposal: &Proposal) -> Vec<Missed> {
    missed::list(school, proposal)
}

/// A count as a factor of points; no school reaches the limit.
fn points(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
