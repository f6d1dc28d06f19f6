//! DIFF: two timetables of a school → what changed, kind by kind, and what it costs; recomputed from names.
//!
//! It prices; it does not judge: what is allowed is for [`check`](crate::check) to say. One file for each group of prices.

mod changes;
mod choices;
mod days;
mod missed;
mod offer;
mod school_day;
mod sitting;
mod standing;

pub use offer::Offer;
pub(crate) use offer::{Changed, Tally};
pub(crate) use school_day::{Frame, Shift};
pub(crate) use sitting::{Sitting, gaps, sittings};
pub use standing::as_things_stand;
pub(crate) use standing::misses;

use std::collections::BTreeSet;

use crate::domain::{
    Alternative, Apprentice, Breakdown, Effort, Level, Price, Proposal, School, Slot, SubjectCode,
    Timetable,
};

/// What lies between two timetables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The changed lessons, in the order of the school's lessons.
    pub changes: Vec<Change>,
    /// The lessons without a place that got one, by their index in [`School::lessons`].
    pub placed: Vec<usize>,
    /// The periods of core subjects that apprentices miss in the newer timetable, of both levels whatever the effort.
    ///
    /// One for each apprentice, lesson, period and level, as each is priced once; where several rows of the lesson
    /// would do, the first of them gives the subject.
    pub missed: Vec<Missed>,
    /// The periods of other subjects that guests miss for core lessons, or on the way; they cost nothing.
    pub missed_besides: Vec<MissedBesides>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Why it is missed.
    pub because: Because,
}

/// A period of a subject that is not core, which a guest misses for a core lesson, or on the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissedBesides {
    /// The apprentice's index in [`School::apprentices`].
    pub apprentice: usize,
    /// The lesson's index in [`School::lessons`].
    pub lesson: usize,
    /// The slot that is missed.
    pub slot: Slot,
    /// The subject of the row that is missed.
    pub subject: SubjectCode,
    /// Why it is missed: another lesson, or the way.
    pub because: Because,
}

/// Why an apprentice misses a lesson. Of several reasons the first counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// The apprentice is away.
    Away,
    /// Another lesson, of another class, is at the same time.
    Lesson,
    /// The apprentice is on the way from or to the placement or another lesson.
    Way,
}

impl Because {
    /// Every reason, in the order in which they count.
    pub const ALL: [Self; 3] = [Self::Away, Self::Lesson, Self::Way];

    /// The reason as it stands in JSON answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Lesson => "lesson",
            Self::Way => "way",
        }
    }
}

/// What `to` changes against `from`, and what it costs in points.
///
/// Missed required lessons are priced only with [`Effort::Best`]; else they are a breach and cost nothing.
#[must_use]
pub fn diff(school: &School, from: &Timetable, to: &Proposal, effort: Effort) -> Difference {
    let mut breakdown = Breakdown::default();
    let changes = changes::price(school, from, &to.timetable, &mut breakdown);
    days::price(school, from, &to.timetable, &mut breakdown);
    choices::price(school, to, &mut breakdown);
    let placed = changes::placed(from, &to.timetable);
    let (missed, missed_besides) = missed::list(school, to);
    let count = |level| missed.iter().filter(|missed| missed.level == level).count();
    breakdown[Price::Desired] = school.weights[Price::Desired] * points(count(Level::Desired));
    if effort == Effort::Best {
        breakdown[Price::Required] =
            school.weights[Price::Required] * points(count(Level::Required));
    }
    Difference { changes, placed, missed, missed_besides, breakdown }
}

/// What apprentices miss in `proposal`, without what it changes.
#[must_use]
pub fn missed(school: &School, proposal: &Proposal) -> Vec<Missed> {
    missed::list(school, proposal).0
}

/// The lessons and slots of a timetable in which a pupil is not where he or she should be, core subjects or not.
pub(crate) fn absent(
    school: &School,
    timetable: &Timetable,
    pupil: &Apprentice,
    away: &Alternative,
) -> BTreeSet<(usize, Slot)> {
    missed::absent(school, timetable, pupil, away)
}

/// A count as a factor of points; no school reaches the limit.
fn points(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
