//! The one registry of the hard rules and of the kinds of points.

use std::ops::{Index, IndexMut};

use super::divisor::common_divisor;

/// A hard rule. A proposal that breaks one is never offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A lesson that moves fits in the grid, on one day.
    Grid,
    /// A room is exchanged for another of its kind, no two of a lesson's rooms for the same.
    Exchange,
    /// Lessons that share a class do not overlap, unless different parts of one division attend them.
    ClassClash,
    /// Lessons that share a teacher do not overlap.
    TeacherClash,
    /// A room holds at most as many lessons at once as it has place for.
    RoomClash,
    /// No lesson while one of its teachers is unavailable.
    TeacherUnavailable,
    /// No lesson while one of its rooms is unavailable.
    RoomUnavailable,
    /// A locked lesson keeps its booking.
    Locked,
    /// No apprentice misses a lesson of a required subject.
    RequiredMissed,
    /// A class has no more gaps on a day than it had.
    ClassGaps,
    /// A class has no more of a subject on a day than is allowed or than it had.
    SubjectPerDay,
    /// A lesson of several periods does not run across a break.
    Break,
    /// A teacher has no more periods on a day than is allowed or than he or she had.
    TeacherPerDay,
    /// A class has no lesson before its earliest or after its latest period.
    ClassHours,
    /// A place has no more apprentices on a day, and in all, than it takes.
    PlaceFull,
    /// Nobody has to be at two sites with too little time between, unless both lessons are where they were.
    TooFar,
    /// All apprentices of a place that says so are away on the same days.
    OneDay,
    /// No lesson that moves is put where one of its classes is unavailable.
    ClassUnavailable,
    /// No row of a lesson that moves is outside its allowed slots.
    Allowed,
    /// Lessons of a class that belong on different days are on different days, or no worse than they were.
    Apart,
    /// Every lesson has a place.
    Unplaced,
    /// Each apprentice is given one of the own alternatives, and all with the same label the same one.
    Away,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 22] = [
        Self::Grid,
        Self::Exchange,
        Self::ClassClash,
        Self::TeacherClash,
        Self::RoomClash,
        Self::TeacherUnavailable,
        Self::RoomUnavailable,
        Self::Locked,
        Self::RequiredMissed,
        Self::ClassGaps,
        Self::SubjectPerDay,
        Self::Break,
        Self::TeacherPerDay,
        Self::ClassHours,
        Self::PlaceFull,
        Self::TooFar,
        Self::OneDay,
        Self::ClassUnavailable,
        Self::Allowed,
        Self::Apart,
        Self::Unplaced,
        Self::Away,
    ];

    /// The rule's code in messages and JSON: `H1` … `H18`; `grid`, `exchange`, `place` and `away` for what a proposal may be at all.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Exchange => "exchange",
            Self::ClassClash => "H1",
            Self::TeacherClash => "H2",
            Self::RoomClash => "H3",
            Self::TeacherUnavailable => "H4",
            Self::RoomUnavailable => "H5",
            Self::Locked => "H6",
            Self::RequiredMissed => "H7",
            Self::ClassGaps => "H8",
            Self::SubjectPerDay => "H9",
            Self::Break => "H10",
            Self::TeacherPerDay => "H11",
            Self::ClassHours => "H12",
            Self::PlaceFull => "H13",
            Self::TooFar => "H14",
            Self::OneDay => "H15",
            Self::ClassUnavailable => "H16",
            Self::Allowed => "H17",
            Self::Apart => "H18",
            Self::Unplaced => "place",
            Self::Away => "away",
        }
    }
}

/// What a change can cost points for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Price {
    /// Each class-period of a lesson that moves to another day.
    OtherDay,
    /// Each class-period of a lesson that moves to another period of the same day.
    SameDay,
    /// In addition, each moved class-period of a class that has no apprentice.
    Bystander,
    /// Each class and slot with a lesson in any week of the proposal and in no week of the baseline.
    NewSlot,
    /// Each period with a room of a lesson of which any room is exchanged.
    Room,
    /// Each teacher and day with a lesson in any week of the proposal and in no week of the baseline.
    TeacherDay,
    /// Each gap more than in the baseline, per teacher and day, in the week where that is most.
    TeacherGap,
    /// Each period of a desired lesson that an apprentice misses.
    Desired,
    /// The rank of the alternative that an apprentice is given.
    Wish,
    /// Each apprentice who is given no placement, unless that was the only alternative.
    Unplaced,
    /// With `--best-effort`: each period of a required lesson that an apprentice misses.
    Required,
}

impl Price {
    /// Every kind of points, in the order of the answer's breakdown.
    pub const ALL: [Self; 11] = [
        Self::OtherDay,
        Self::SameDay,
        Self::Bystander,
        Self::NewSlot,
        Self::Room,
        Self::TeacherDay,
        Self::TeacherGap,
        Self::Desired,
        Self::Wish,
        Self::Unplaced,
        Self::Required,
    ];

    /// Its key in `school.toml` and in the breakdown.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::OtherDay => "other_day",
            Self::SameDay => "same_day",
            Self::Bystander => "bystander",
            Self::NewSlot => "new_slot",
            Self::Room => "room",
            Self::TeacherDay => "teacher_day",
            Self::TeacherGap => "teacher_gap",
            Self::Desired => "desired",
            Self::Wish => "wish",
            Self::Unplaced => "unplaced",
            Self::Required => "required",
        }
    }

    /// Its default weight, in points.
    #[must_use]
    pub const fn default_weight(self) -> i64 {
        match self {
            Self::OtherDay => 10,
            Self::SameDay => 6,
            Self::Bystander | Self::NewSlot => 5,
            Self::Room => 3,
            Self::TeacherDay => 20,
            Self::TeacherGap => 2,
            Self::Desired => 25,
            Self::Wish => 0,
            Self::Unplaced => 500,
            Self::Required => 1000,
        }
    }
}

/// A number of points for each kind: as weights what one costs, as a breakdown what all cost together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerPrice([i64; Price::ALL.len()]);

/// What one of each kind costs, in points: 0 … [`Weights::LARGEST`].
pub type Weights = PerPrice;

/// What a proposal costs, kind by kind, in points.
pub type Breakdown = PerPrice;

impl PerPrice {
    /// The largest weight that can be set: sums over any school stay inside 64 bits. What counts most often is a missed
    /// period, once for each apprentice: 200,000 rows of 99 periods, missed by 200,000 apprentices, are 4 · 10¹² of them.
    pub const LARGEST: i64 = 1_000_000;

    /// The default weights.
    #[must_use]
    pub fn default_weights() -> Self {
        Self(Price::ALL.map(Price::default_weight))
    }

    /// What all prices that count under `effort` have in common, at least 1: whatever a proposal costs is so many times a
    /// whole number.
    #[must_use]
    pub fn in_common(&self, effort: Effort) -> i64 {
        let counts = |price: &Price| *price != Price::Required || effort == Effort::Best;
        let prices = Price::ALL.into_iter().filter(counts);
        common_divisor(prices.map(|price| self[price])).max(1)
    }

    /// The same, each in units of so many points (at least 1), rounded down.
    #[must_use]
    pub fn in_units_of(&self, points: i64) -> Self {
        Self(self.0.map(|price| price / points))
    }

    /// The sum over all kinds.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.0.iter().sum()
    }
}

impl Index<Price> for PerPrice {
    type Output = i64;

    fn index(&self, price: Price) -> &i64 {
        &self.0[price as usize]
    }
}

impl IndexMut<Price> for PerPrice {
    fn index_mut(&mut self, price: Price) -> &mut i64 {
        &mut self.0[price as usize]
    }
}

/// What a required lesson that an apprentice misses is: a breach, or a price.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Effort {
    /// H7 holds.
    #[default]
    Strict,
    /// H7 is turned into the price [`Price::Required`].
    Best,
}
