//! What can be wrong with a proposal, one variant for each rule.

use crate::diff::Because;
use crate::domain::{
    ApartLabel, ClassName, Day, PlaceName, RoomName, Rule, Slot, SubjectCode, TeacherName, Week,
};

/// A hard rule broken somewhere. A `lesson` is an index in [`School::lessons`](crate::domain::School::lessons).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each variant is described by its rule, its fields by their types")]
pub enum Breach {
    Grid {
        lesson: usize,
        start: Slot,
    },
    Exchange {
        lesson: usize,
        from: RoomName,
        to: RoomName,
    },
    ClassClash {
        class: ClassName,
        slot: Slot,
        week: Week,
        lessons: [usize; 2],
    },
    TeacherClash {
        teacher: TeacherName,
        slot: Slot,
        week: Week,
        lessons: Vec<usize>,
    },
    RoomClash {
        room: RoomName,
        slot: Slot,
        week: Week,
        lessons: Vec<usize>,
        allowed: u32,
    },
    TeacherUnavailable {
        teacher: TeacherName,
        slot: Slot,
        lesson: usize,
    },
    RoomUnavailable {
        room: RoomName,
        slot: Slot,
        lesson: usize,
    },
    Locked {
        lesson: usize,
    },
    RequiredMissed {
        apprentice: usize,
        lesson: usize,
        slot: Slot,
        subject: SubjectCode,
        because: Because,
    },
    ClassGaps {
        class: ClassName,
        day: Day,
        week: Week,
        gaps: u32,
        allowed: u32,
    },
    SubjectPerDay {
        class: ClassName,
        subject: SubjectCode,
        day: Day,
        week: Week,
        periods: u32,
        allowed: u32,
    },
    Break {
        lesson: usize,
        start: Slot,
    },
    TeacherPerDay {
        teacher: TeacherName,
        day: Day,
        week: Week,
        periods: u32,
        allowed: u32,
    },
    ClassHours {
        class: ClassName,
        slot: Slot,
        lesson: usize,
    },
    PlaceFull {
        place: PlaceName,
        /// `None`: in all.
        day: Option<Day>,
        pupils: u32,
        allowed: u32,
    },
    TooFar {
        who: Traveller,
        week: Week,
        lessons: [usize; 2],
        slots: [Slot; 2],
    },
    OneDay {
        place: PlaceName,
        apprentices: [usize; 2],
    },
    ClassUnavailable {
        class: ClassName,
        slot: Slot,
        lesson: usize,
    },
    Allowed {
        lesson: usize,
        slot: Slot,
    },
    Apart {
        class: ClassName,
        label: ApartLabel,
        day: Day,
        week: Week,
        lessons: Vec<usize>,
        allowed: u32,
    },
    Unplaced {
        lesson: usize,
    },
    Away {
        apprentice: usize,
    },
}

/// Who has too little time for a way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Traveller {
    /// A teacher.
    Teacher(TeacherName),
    /// A class.
    Class(ClassName),
}

impl Breach {
    /// The rule that is broken.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        match self {
            Self::Grid { .. } => Rule::Grid,
            Self::Exchange { .. } => Rule::Exchange,
            Self::ClassClash { .. } => Rule::ClassClash,
            Self::TeacherClash { .. } => Rule::TeacherClash,
            Self::RoomClash { .. } => Rule::RoomClash,
            Self::TeacherUnavailable { .. } => Rule::TeacherUnavailable,
            Self::RoomUnavailable { .. } => Rule::RoomUnavailable,
            Self::Locked { .. } => Rule::Locked,
            Self::RequiredMissed { .. } => Rule::RequiredMissed,
            Self::ClassGaps { .. } => Rule::ClassGaps,
            Self::SubjectPerDay { .. } => Rule::SubjectPerDay,
            Self::Break { .. } => Rule::Break,
            Self::TeacherPerDay { .. } => Rule::TeacherPerDay,
            Self::ClassHours { .. } => Rule::ClassHours,
            Self::PlaceFull { .. } => Rule::PlaceFull,
            Self::TooFar { .. } => Rule::TooFar,
            Self::OneDay { .. } => Rule::OneDay,
            Self::ClassUnavailable { .. } => Rule::ClassUnavailable,
            Self::Allowed { .. } => Rule::Allowed,
            Self::Apart { .. } => Rule::Apart,
            Self::Unplaced { .. } => Rule::Unplaced,
            Self::Away { .. } => Rule::Away,
        }
    }

    /// The lessons that clash; `None` for a breach of another kind.
    #[must_use]
    pub fn clashing(&self) -> Option<&[usize]> {
        match self {
            Self::ClassClash { lessons, .. } => Some(lessons),
            Self::TeacherClash { lessons, .. } | Self::RoomClash { lessons, .. } => Some(lessons),
            _ => None,
        }
    }
}
