//! Any table of a timetable: a map says which column is what; where there is none, one is proposed.

//! The table may be in a workbook; it is then written back as CSV.

mod columns;
mod dates;
mod headings;
mod map;
mod proposal;
mod rows;
mod sheets;
mod times;
mod words;

pub(crate) use dates::{date, redated};
pub(crate) use map::Map;
pub(super) use proposal::propose;
pub(crate) use rows::Mapped;
pub(super) use rows::read;
pub(super) use sheets::is_list;

use super::Choices;
use super::ledger::Ledger;
use super::original::Original;
use crate::diagnostic::{Field, Foreign, Location};
use crate::domain::Language;
use crate::input::laid_out;

/// The table as text: the lists of a workbook as CSV, anything else as it is.
pub(super) fn as_text(original: &Original, ledger: &mut Ledger) -> Option<Original> {
    if !original.is_workbook() {
        return Some(original.clone());
    }
    match laid_out(&original.bytes) {
        Ok(sheets) => {
            let (text, unused) = sheets::text(&sheets);
            for sheet in unused {
                let file = format!("{} [{sheet}]", original.name);
                ledger.note(Foreign::FileUnused, Location::file(&file));
            }
            Some(Original { name: original.name.clone(), bytes: text.into_bytes() })
        }
        Err(fault) => {
            ledger.report(fault, Location::file(&original.name));
            None
        }
    }
}

/// The map of a list: what a person gave, else what the list itself tells; reports what cannot be told.
pub(crate) fn map(originals: &[Original], choices: &Choices, ledger: &mut Ledger) -> Option<Map> {
    if let Some(map) = &choices.map {
        return Map::read(map, ledger);
    }
    let first = originals.first()?;
    let text = propose(first, Language::default(), ledger)?;
    let proposed = Original { name: "map.toml".to_owned(), bytes: text.into_bytes() };
    let mut map = Map::read(&proposed, ledger)?;
    map.is_proposed = true;
    let missing: Vec<Field> = map.unknown().into_iter().map(field).collect();
    if missing.is_empty() {
        return Some(map);
    }
    ledger.note(Foreign::ColumnsUnknown { missing }, Location::file(&first.name));
    None
}

fn field(column: &str) -> Field {
    match column {
        "class" => Field::Class,
        "subject" => Field::Subject,
        "day" => Field::Day,
        _ => Field::Period,
    }
}
