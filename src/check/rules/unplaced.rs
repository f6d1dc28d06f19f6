//! Place: every lesson has one.

use crate::check::{Breach, case::Case};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    case.proposal.timetable.unplaced().map(|lesson| Breach::Unplaced { lesson }).collect()
}
