//! Where the lessons of grids stand, so that a proposal can go back into them.

use std::collections::{BTreeMap, BTreeSet};

use super::beside::divided;
use super::frames::{Frame, Square};
use super::page::At;
use super::reading::Entry;
use super::sheets::{Cell, Grid, Sheets};
use super::{Understood, understand};
use crate::domain::{Day, Period, Slot};
use crate::import::ledger::Ledger;
use crate::import::original::Original;
use crate::input::fold;

/// A cell of a grid: the grid, the day and the period, and the week where days have a column for each.
pub(crate) type Seat = (usize, Slot, Option<String>);

/// Where a sheet is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SheetPlace {
    pub(crate) file: String,
    /// The sheet's name, in a workbook.
    pub(crate) sheet: Option<String>,
}

/// What cells of a seat say, each with its position among them.
pub(crate) type Texts = Vec<(usize, String)>;

/// What a grid says of a lesson.
pub(crate) struct Said {
    pub(crate) grid: usize,
    /// Tells the cells of a grid apart.
    pub(crate) cell: usize,
    /// The lesson alone.
    pub(crate) own: Texts,
    /// The lesson and those that stand with it.
    pub(crate) all: Texts,
}

/// Where everything stands.
pub(crate) struct Layout {
    /// The sheet and the cells of each seat, row and column from 0.
    pub(crate) seats: BTreeMap<Seat, (SheetPlace, Vec<At>)>,
    /// For each row of the draft: what the grids say of it.
    pub(crate) rows: Vec<Vec<Said>>,
    /// What stands between lessons of one cell.
    pub(crate) between: &'static str,
}

/// Where the lessons of files stand; `None` where a row is of several periods, which nobody can divide.
pub(crate) fn layout(
    originals: &[Original],
    told: &super::Told,
    ledger: &mut Ledger,
) -> Option<Layout> {
    let Understood { sheets, entries, periods, lessons } = understand(originals, told, ledger)?;
    let owners = owners(&sheets.grids);
    let mut seats = BTreeMap::new();
    for (position, grid) in sheets.grids.iter().enumerate() {
        let page = &sheets.pages[grid.page];
        let place = SheetPlace { file: page.file().to_owned(), sheet: page.sheet.clone() };
        for square in &grid.frame.squares {
            let Some((first, last)) = periods.get(position, square.band) else { continue };
            if first != last {
                return None;
            }
            let cells = square.cells.iter().map(|&at| page.place(at)).collect();
            let slot = Slot::new(square.day, Period(first));
            seats.insert((owners[position], slot, square.week.clone()), (place.clone(), cells));
        }
    }
    let said: Vec<Texts> = sheets.cells.iter().map(|cell| texts(&sheets, cell)).collect();
    let told = |&(cell, entry): &(usize, usize)| {
        let all = said[cell].clone();
        let grid = sheets.cells[cell].grid;
        let own = own(&sheets.grids[grid].frame, &all, &entries[cell], entry);
        Said { grid: owners[grid], cell, own, all }
    };
    let rows = lessons.iter().map(|lesson| lesson.cells.iter().map(told).collect()).collect();
    let between = between(&sheets, &entries);
    Some(Layout { seats, rows, between })
}

/// For each grid the first that is of the same owner on other days: what moves from day to day moves among them.
fn owners(grids: &[Grid]) -> Vec<usize> {
    let days = |grid: &Grid| -> BTreeSet<Day> {
        grid.frame.squares.iter().map(|square| square.day).collect()
    };
    let is_same = |one: &Grid, other: &Grid| {
        (fold(&one.name), one.whose, &one.week) == (fold(&other.name), other.whose, &other.week)
            && days(one).is_disjoint(&days(other))
    };
    let first = |(position, grid): (usize, &Grid)| {
        grids.iter().take(position).position(|other| is_same(grid, other)).unwrap_or(position)
    };
    grids.iter().enumerate().map(first).collect()
}

/// What each of the cells says that are one period of a day.
fn texts(sheets: &Sheets, cell: &Cell) -> Texts {
    let grid = &sheets.grids[cell.grid];
    let page = &sheets.pages[grid.page];
    let is_own = |square: &&Square| {
        (square.band, square.day, &square.week) == (cell.band, cell.day, &cell.week)
    };
    let filled = grid.frame.squares.iter().find(is_own).map(|square| square.filled(page));
    let filled = filled.into_iter().flatten();
    filled.map(|(position, _, text)| (position, text.to_owned())).collect()
}

/// What is said of one of a cell's lessons: all, one text of as many, else its words.
fn own(frame: &Frame, all: &Texts, entries: &[Entry], entry: usize) -> Texts {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let is_each = all.len() == entries.len()
        && all.iter().zip(entries).all(|((_, text), entry)| bare(text) == bare(&entry.text));
    if entries.len() == 1 {
        return all.clone();
    }
    if is_each {
        return vec![all[entry].clone()];
    }
    let texts: Vec<&str> = all.iter().map(|(_, text)| text.as_str()).collect();
    let lessons = frame
        .are_kinds
        .then(|| divided(&texts))
        .flatten()
        .filter(|lessons| lessons.len() == entries.len());
    lessons.map_or_else(
        || vec![(0, entries[entry].text.clone())],
        |lessons| {
            all.iter()
                .zip(&lessons[entry])
                .map(|((at, _), text)| (*at, (*text).to_owned()))
                .collect()
        },
    )
}

/// What stands between lessons in the first cell that has several.
fn between(sheets: &Sheets, entries: &[Vec<Entry>]) -> &'static str {
    let several = sheets.cells.iter().zip(entries).find(|(_, entries)| entries.len() > 1);
    let signs = [" / ", " + ", "; ", "\n\n", "\n"];
    let found =
        several.and_then(|(cell, _)| signs.into_iter().find(|sign| cell.text.contains(sign)));
    found.unwrap_or(" / ")
}
