//! Columns beside the bookings: what several lessons cost together, once.

use std::collections::BTreeMap;

use crate::domain::{Level, Price};
use crate::problem::{Cell, ClassId, DayId, PeriodId, Problem, TeacherId};

/// What an auxiliary column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Auxiliary {
    /// Gaps of a teacher on a day beyond the baseline's, in the week where they are most.
    TeacherGap(TeacherId, DayId),
    /// Whether a teacher comes on a day that he or she has free in the baseline.
    TeacherDay(TeacherId, DayId),
    /// Whether a slot is new for a class, by lessons that may share it.
    NewSlot(ClassId, Cell),
    /// Whether a period is missed, where that depends on choices or on another lesson.
    Missed(PeriodId),
}

impl Auxiliary {
    /// What one unit costs, in points.
    #[must_use]
    pub fn points(self, problem: &Problem) -> i64 {
        let price = match self {
            Self::TeacherGap(..) => Price::TeacherGap,
            Self::TeacherDay(..) => Price::TeacherDay,
            Self::NewSlot(..) => Price::NewSlot,
            Self::Missed(period) => return points_of_missing(problem, period),
        };
        problem.weights[price]
    }

    /// How many periods of desired lessons a unit counts against an allowance for them.
    #[must_use]
    pub fn desired_missed(self, problem: &Problem) -> i64 {
        let Self::Missed(period) = self else { return 0 };
        let period = &problem.periods[period];
        if period.level == Level::Desired { period.pupils } else { 0 }
    }

    /// The most units there can be.
    #[must_use]
    pub fn most(self, problem: &Problem) -> i64 {
        match self {
            Self::TeacherGap(..) => i64::try_from(problem.frame.periods).unwrap_or(i64::MAX),
            Self::TeacherDay(..) | Self::NewSlot(..) | Self::Missed(_) => 1,
        }
    }
}

/// What it costs if all apprentices of a period miss it, where they may.
fn points_of_missing(problem: &Problem, period: PeriodId) -> i64 {
    let period = &problem.periods[period];
    problem.price_of_missing(period.level).unwrap_or(0) * period.pupils
}

/// The index of an auxiliary column among [`Auxiliaries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuxiliaryId(pub usize);

/// The auxiliary columns in use, in the order in which rows asked for them.
#[derive(Clone, Debug, Default)]
pub struct Auxiliaries {
    list: Vec<Auxiliary>,
    indices: BTreeMap<Auxiliary, AuxiliaryId>,
}

impl Auxiliaries {
    /// The index of `auxiliary`, new if it was not in use.
    pub fn enter(&mut self, auxiliary: Auxiliary) -> AuxiliaryId {
        let next = AuxiliaryId(self.list.len());
        *self.indices.entry(auxiliary).or_insert_with(|| {
            self.list.push(auxiliary);
            next
        })
    }

    /// The index of `auxiliary`, if it is in use.
    #[must_use]
    pub fn find(&self, auxiliary: Auxiliary) -> Option<AuxiliaryId> {
        self.indices.get(&auxiliary).copied()
    }

    /// All in use.
    #[must_use]
    pub fn list(&self) -> &[Auxiliary] {
        &self.list
    }
}
