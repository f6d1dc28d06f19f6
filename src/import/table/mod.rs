//! Any table of a timetable: a map says which column is what; where there is none, one is proposed.

//! The table may be the first sheet of a workbook; it is then written back as CSV.

mod map;
mod proposal;
mod rows;
mod words;

pub(crate) use map::Map;
pub(super) use proposal::propose;
pub(crate) use rows::Mapped;
pub(super) use rows::read;

use super::ledger::Ledger;
use super::original::Original;
use crate::diagnostic::Location;
use crate::input::first_sheet;

/// The table as text: a workbook's first sheet as CSV, anything else as it is.
pub(super) fn as_text(original: &Original, ledger: &mut Ledger) -> Option<Original> {
    if !original.bytes.starts_with(b"PK\x03\x04") {
        return Some(original.clone());
    }
    match first_sheet(&original.bytes) {
        Ok(text) => Some(Original { name: original.name.clone(), bytes: text.into_bytes() }),
        Err(fault) => {
            ledger.report(fault, Location::file(&original.name));
            None
        }
    }
}
