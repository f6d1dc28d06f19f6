//! Workbooks (`.xlsx`) as the text files that their sheets stand for.
//!
//! A sheet `timetable` is read as `timetable.csv`, each of its rows in the line of its number; a sheet `school` with keys
//! and values as `school.toml`. Formulas count with the values that the spreadsheet saved.
//!
//! What a workbook unpacks to is measured before any of it is read, and cells are read one by one, so that neither a
//! bomb nor a lone cell in the last row costs memory.

mod references;

use std::io::{self, Cursor, Read};
use std::ops::Range;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use zip::ZipArchive;

use super::fence::fenced;
use super::heading::MOST_COLUMNS;
use crate::diagnostic::{Fault, Foreign};
use references::References;

/// The most that a workbook may unpack to, in bytes.
const LARGEST: u64 = 256 << 20;
/// The most rows of a sheet that are read.
const MOST_ROWS: usize = 200_000;
/// The most cells of all sheets, counting the empty ones before others.
const MOST_CELLS: usize = 4_000_000;
/// The most sheets that are read.
const MOST_SHEETS: usize = 1000;

/// A sheet: its name and what each of its rows says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawSheet {
    /// The sheet's name as written.
    pub name: String,
    /// The rows from the first of the sheet on, each as long as its last filled cell.
    pub rows: Vec<Vec<String>>,
}

/// The sheets of a workbook, in order.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<RawSheet>, Fault> {
    fenced(|| unpacked(bytes)).unwrap_or_else(|| Err(unreadable(())))
}

fn opened(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, Fault> {
    measure(bytes)?;
    Xlsx::new(Cursor::new(bytes)).map_err(unreadable)
}

fn unpacked(bytes: &[u8]) -> Result<Vec<RawSheet>, Fault> {
    let mut book = opened(bytes)?;
    let names = book.sheet_names();
    let mut left = MOST_CELLS;
    names.into_iter().take(MOST_SHEETS).map(|name| sheet(&mut book, name, &mut left)).collect()
}

/// The parts of a workbook by their names, in their order, for whoever writes it back.
pub(crate) fn parts(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let read = || {
        measure(bytes)?;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
        let all = archive.len();
        let mut part = |position: usize| {
            let mut part = archive.by_index(position).map_err(unreadable)?;
            let name = part.name().map_err(unreadable)?.to_string();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).map_err(unreadable)?;
            Ok((name, bytes))
        };
        (0..all).map(&mut part).collect()
    };
    fenced(read).unwrap_or_else(|| Err(unreadable(())))
}

/// A sheet as it is laid out, for readers of grids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LaidOut {
    /// The sheet's name as written.
    pub(crate) name: String,
    /// The rows from the first of the sheet on, cells with their lines.
    pub(crate) rows: Vec<Vec<String>>,
    /// Stretches of rows and columns that are one cell.
    pub(crate) merged: Vec<Merged>,
}

/// Rows and columns that are one cell, both from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) rows: Range<usize>,
    pub(crate) columns: Range<usize>,
}

/// The sheets of a workbook as they are laid out, in order.
pub(crate) fn laid_out(bytes: &[u8]) -> Result<Vec<LaidOut>, Fault> {
    let read = || {
        let mut book = opened(bytes)?;
        let mut left = MOST_CELLS;
        let names = book.sheet_names().into_iter().take(MOST_SHEETS);
        names.map(|name| laid_out_sheet(&mut book, name, &mut left)).collect()
    };
    fenced(read).unwrap_or_else(|| Err(unreadable(())))
}

fn laid_out_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: String,
    left: &mut usize,
) -> Result<LaidOut, Fault> {
    let rows = rows(book, &name, left)?;
    let merged = book.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
    let merged = merged.into_iter().map(|cells| {
        let [first, last] = [cells.start, cells.end]
            .map(|(row, column)| [row, column].map(|at| usize::try_from(at).unwrap_or(0)));
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        Merged {
            rows: first[0]..(last[0] + 1).min(rows.len()),
            columns: first[1]..(last[1] + 1).min(width),
        }
    });
    let merged = merged.collect();
    Ok(LaidOut { name, rows, merged })
}

/// What the libraries say of it is about archives, not for a person at a school.
fn unreadable<Error>(_: Error) -> Fault {
    Fault::Foreign(Foreign::WorkbookBroken)
}

/// Unpacks everything into nothing, and refuses what is too much, and sheets with references that no sheet has.
fn measure(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut left = LARGEST;
    for position in 0..archive.len() {
        let part = archive.by_index(position).map_err(unreadable)?;
        let is_sheet = part.name().map_err(unreadable)?.contains("worksheets/");
        let mut references = References::default();
        let mut out: Box<dyn io::Write + '_> =
            if is_sheet { Box::new(&mut references) } else { Box::new(io::sink()) };
        let unpacked = io::copy(&mut part.take(left + 1), &mut out).map_err(unreadable)?;
        drop(out);
        if references.are_wrong {
            return Err(unreadable(()));
        }
        left = left
            .checked_sub(unpacked)
            .ok_or(Fault::FileTooLarge { megabytes: (LARGEST >> 20) + 1, most: LARGEST >> 20 })?;
    }
    Ok(())
}

fn sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: String,
    left: &mut usize,
) -> Result<RawSheet, Fault> {
    let mut rows = rows(book, &name, left)?;
    for cell in rows.iter_mut().flatten() {
        *cell = one_line(cell);
    }
    Ok(RawSheet { name, rows })
}

/// The rows of a sheet, cells as written.
fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    left: &mut usize,
) -> Result<Vec<Vec<String>>, Fault> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let row = usize::try_from(row).unwrap_or(usize::MAX);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if row >= MOST_ROWS {
            return Err(Fault::TooManyRows { most: MOST_ROWS });
        }
        if column >= MOST_COLUMNS {
            return Err(Fault::TooManyColumns { most: MOST_COLUMNS });
        }
        rows.resize(rows.len().max(row + 1), Vec::new());
        let added = (column + 1).saturating_sub(rows[row].len());
        *left = left.checked_sub(added).ok_or(Fault::TooManyRows { most: MOST_ROWS })?;
        if added > 0 {
            rows[row].resize(column + 1, String::new());
        }
        // A second cell of one place would take the first away unseen.
        let before = std::mem::replace(&mut rows[row][column], text);
        if !before.is_empty() {
            return Err(unreadable(()));
        }
    }
    Ok(rows)
}

/// What a cell shows: whole numbers without a point, dates and times as text.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is_true) => if *is_true { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Error(error) => error.to_string(),
    }
}

/// A date as `2026-08-10`; what is less than a day old is a time, `8:45`; what no calendar has stays a number.
fn moment_text(moment: &ExcelDateTime) -> String {
    // Spreadsheets count days to the end of the year 9999.
    if !(0.0..2_958_466.0).contains(&moment.as_f64()) {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if year < 1900 || (year, month, day) <= (1900, 1, 1) && moment.as_f64() < 1.0 {
        format!("{hour}:{minute:02}")
    } else {
        format!("{year}-{month:02}-{day:02}")
    }
}

/// A line of a file is a row of the sheet, so a cell has no lines.
pub(crate) fn one_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

impl RawSheet {
    /// The sheet as CSV, each row in the line of its number.
    pub(crate) fn csv(&self) -> String {
        let quoted = |cell: &String| {
            if cell.contains([';', '"', ',', '\t', '|']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";") + "\n";
        self.rows.iter().map(line).collect()
    }

    /// A sheet of keys and values as TOML, each in the line of its number: `required` with `DAN+MAT`, `points.room` with 3.
    pub(in crate::input) fn toml(&self) -> String {
        let line = |row: &Vec<String>| match (row.first(), row.get(1)) {
            (Some(key), Some(value)) if !key.trim().is_empty() => {
                format!("{} = {}\n", key.trim(), toml_value(key.trim(), value.trim()))
            }
            _ => "\n".to_owned(),
        };
        self.rows.iter().map(line).collect()
    }
}

fn toml_value(key: &str, value: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    if matches!(key, "required" | "desired") {
        let items: Vec<String> = super::text::items(value).map(quoted).collect();
        format!("[{}]", items.join(", "))
    } else if value.parse::<i64>().is_ok() {
        value.to_owned()
    } else {
        quoted(value)
    }
}
