//! Place: every lesson has one.

use crate::check::{Breach, case::Case};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let bookings = case.proposal.timetable.bookings.iter().enumerate();
    let without = bookings.filter(|(_, booking)| booking.is_none());
    without.map(|(lesson, _)| Breach::Unplaced { lesson }).collect()
}
