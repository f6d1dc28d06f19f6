//! Where the lessons of grids stand, so that a proposal can go back into them.

use std::collections::BTreeMap;

use super::page::At;
use super::reading::Entry;
use super::sheets::Sheets;
use super::{Understood, understand};
use crate::domain::{Period, Slot};
use crate::import::ledger::Ledger;
use crate::import::original::Original;

/// A cell of a grid: the grid, the day and the period, and the week where days have a column for each.
pub(crate) type Seat = (usize, Slot, Option<String>);

/// Where a sheet is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SheetPlace {
    pub(crate) file: String,
    /// The sheet's name, in a workbook.
    pub(crate) sheet: Option<String>,
}

/// Where everything stands.
pub(crate) struct Layout {
    /// The sheet and the cells of each seat, row and column from 0; the first has the text.
    pub(crate) seats: BTreeMap<Seat, (SheetPlace, Vec<At>)>,
    /// For each row of the draft: the grids that have it, and what they say.
    pub(crate) rows: Vec<Vec<(usize, String)>>,
    /// What stands between lessons of one cell.
    pub(crate) between: &'static str,
}

/// Where the lessons of files stand; `None` where a day has several columns, of which nobody says what goes into which.
pub(crate) fn layout(
    originals: &[Original],
    told: &super::Told,
    ledger: &mut Ledger,
) -> Option<Layout> {
    let Understood { sheets, entries, periods, lessons } = understand(originals, told, ledger)?;
    let mut seats = BTreeMap::new();
    for (position, grid) in sheets.grids.iter().enumerate() {
        let page = &sheets.pages[grid.page];
        let place = SheetPlace { file: page.file().to_owned(), sheet: page.sheet.clone() };
        for (band, rows) in grid.frame.bands.iter().enumerate() {
            let Some((first, last)) = periods.get(position, band) else { continue };
            for day in &grid.frame.days {
                if first != last || day.columns.len() > 1 {
                    return None;
                }
                let cells = rows.rows.clone().map(|row| page.place((row, day.columns.start)));
                let slot = Slot::new(day.day, Period(first));
                seats.insert((position, slot, day.week.clone()), (place.clone(), cells.collect()));
            }
        }
    }
    let told = |&(cell, entry): &(usize, usize)| {
        let all: &Vec<Entry> = &entries[cell];
        let text =
            if all.len() == 1 { sheets.cells[cell].text.clone() } else { all[entry].text.clone() };
        (sheets.cells[cell].grid, text)
    };
    let rows = lessons.iter().map(|lesson| lesson.cells.iter().map(told).collect()).collect();
    let between = between(&sheets, &entries);
    Some(Layout { seats, rows, between })
}

/// What stands between lessons in the first cell that has several.
fn between(sheets: &Sheets, entries: &[Vec<Entry>]) -> &'static str {
    let several = sheets.cells.iter().zip(entries).find(|(_, entries)| entries.len() > 1);
    let signs = [" / ", " + ", "; ", "\n\n", "\n"];
    let found =
        several.and_then(|(cell, _)| signs.into_iter().find(|sign| cell.text.contains(sign)));
    found.unwrap_or(" / ")
}
