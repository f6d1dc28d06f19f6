//! When a lesson is, in few letters.

use super::day;
use crate::domain::{Language, Slot};

/// What stands where a lesson without a place was.
pub(crate) const NOWHERE: &str = "–";

/// `thu 3`, or `thu 3-4` for a lesson of two periods.
pub(crate) fn stretch(start: impl Into<Option<Slot>>, length: u8, language: Language) -> String {
    let Some(start) = start.into() else { return NOWHERE.to_owned() };
    let day = day(start.day, language);
    match start.later(length.saturating_sub(1)) {
        Some(last) if last != start => format!("{day} {}-{}", start.period, last.period),
        _ => format!("{day} {}", start.period),
    }
}
