//! An account of what the search proves, case by case, for whoever writes it down: which multipliers of which rows, how cuts
//! were made, and how cases were divided.

use std::sync::Arc;

use crate::model::Row;
use crate::problem::{ChooserId, LessonId, RoomId};

/// Multipliers of rows, each above 0, in units of points × `scale`.
#[derive(Clone, Debug)]
pub struct Multipliers {
    /// How many parts a unit has.
    pub scale: i64,
    /// The rows.
    pub rows: Vec<(Arc<Row>, i64)>,
}

/// How a zero-half cut was made.
#[derive(Clone, Debug)]
pub struct Derivation {
    /// The rows that it is half of.
    pub from: Vec<Arc<Row>>,
    /// The lessons of which every booking's coefficient was raised by 1 before.
    pub raised: Vec<LessonId>,
}

/// How a case was divided.
#[derive(Clone, Debug)]
pub enum Division {
    /// First: the lesson starts at one of these of its starts. Then: at none of them.
    Starts(LessonId, Vec<usize>),
    /// First: this room of the lesson becomes one of these. Then: none of them.
    Rooms(LessonId, usize, Vec<RoomId>),
    /// One case for each of these choices; others leave nothing.
    Choices(ChooserId, Vec<usize>),
}

/// What became of one case.
#[derive(Clone, Debug, Default)]
pub struct CaseRecord {
    /// Its number: 0 for the root, and then in the order in which divisions were recorded.
    pub case: u64,
    /// How cuts were made, before the multipliers.
    pub derived: Vec<(Arc<Row>, Derivation)>,
    /// Multipliers, which prove a bound, and what costs too much for it.
    pub multipliers: Vec<Multipliers>,
    /// How it was divided, if it was.
    pub division: Option<Division>,
}

/// Whoever keeps the account.
pub trait Recorder {
    /// Takes what became of a case.
    fn record(&mut self, record: CaseRecord);
}

impl Division {
    /// How many cases come of it.
    #[must_use]
    pub(super) fn count(&self) -> u64 {
        match self {
            Self::Starts(..) | Self::Rooms(..) => 2,
            Self::Choices(_, choices) => choices.len() as u64,
        }
    }
}
