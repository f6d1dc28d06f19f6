//! A slot as every file of Untis writes it.

use crate::domain::{Day, Period, Slot};

/// Day 1 is Monday; a period is a number from 0.
pub(super) fn slot(day: &str, period: &str) -> Option<Slot> {
    let day: usize = day.parse().ok()?;
    let period: u8 = period.parse().ok().filter(|&period| period <= 99)?;
    Some(Slot::new(*Day::ALL.get(day.checked_sub(1)?)?, Period(period)))
}
