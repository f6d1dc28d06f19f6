//! Whole weeks in which somebody is not at school: a stretch of APL, a camp, exams.

use std::collections::BTreeSet;

use super::date::Date;
use super::name::{ClassName, PupilKey};

/// Whole weeks in which a pupil or a class is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeksAway {
    /// Who is away.
    pub who: Who,
    /// The numbers of the weeks in the year, from 1 to 53 (ISO 8601); which year, the school year says.
    pub weeks: BTreeSet<u8>,
    /// What for; empty where nobody said.
    pub what: String,
}

/// Who is away for weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// An apprentice.
    Pupil(PupilKey),
    /// All of a class.
    Class(ClassName),
}

impl WeeksAway {
    /// The week in which a date is, if somebody is away then.
    #[must_use]
    pub fn covers(&self, date: Date) -> bool {
        self.weeks.contains(&date.week_number())
    }
}
