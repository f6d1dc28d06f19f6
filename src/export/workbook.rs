//! A proposal as a workbook: the school's files as sheets, the changed cells marked, a sheet of changes, and one of the
//! days on which apprentices are away; where they had a choice, their cell is marked too.
//!
//! Cells are written as they say, digits as numbers; fonts, widths and formulas of a workbook that the school was read
//! from are not known here and are lost.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::csv::Lines;
use super::{Request, apprentices};
use crate::diagnostic::{Fault, Location};
use crate::domain::Language;
use crate::import::Ledger;
use crate::input::{RawSheet, spoken_heading};
use crate::words::pick;

/// The colour of cells that changed.
const MARK: u32 = 0x00FF_EB9C;
/// The longest number that is written as one: longer ones are keys.
const LONGEST_NUMBER: usize = 8;

/// The bytes of the workbook.
pub(super) fn write(request: &Request<'_>, ledger: &mut Ledger) -> Option<Vec<u8>> {
    let written = book(request);
    if let Err(error) = &written {
        let fault = Fault::FileUnreadable { reason: error.to_string() };
        ledger.report(fault, Location::default());
    }
    written.ok()
}

fn book(request: &Request<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same proposal is the same bytes, whenever it is written.
    let never = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&never));
    let mut sheets = request.sheets.iter();
    let timetable = sheets.next().map_or("timetable", |sheet| sheet.name.as_str());
    write_timetable(sheet(&mut book, timetable)?, request)?;
    let mut has_apprentices = false;
    for raw in sheets {
        has_apprentices |= apprentices::is_of(&raw.rows);
        write_other(sheet(&mut book, &raw.name)?, raw, request)?;
    }
    if !has_apprentices && !request.school.apprentices.is_empty() {
        let raw = apprentices::empty(request.school.language);
        write_other(sheet(&mut book, &raw.name)?, &raw, request)?;
    }
    let language = request.school.language;
    let name = pick!(language, "ændringer", "ändringar", "changes");
    write_lines(sheet(&mut book, name)?, request.changes, language)?;
    if let Some(away) = request.away {
        let name = pick!(language, "praktikdage", "praktikdagar", "away");
        write_lines(sheet(&mut book, name)?, away, language)?;
    }
    book.save_to_buffer()
}

fn sheet<'b>(book: &'b mut Workbook, name: &str) -> Result<&'b mut Worksheet, XlsxError> {
    let name: String =
        name.trim_end_matches(".csv").trim_end_matches(".xlsx").chars().take(31).collect();
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_freeze_panes(1, 0)
}

fn write_timetable(sheet: &mut Worksheet, request: &Request<'_>) -> Result<(), XlsxError> {
    let after = request.sheet.rebook(request.school, &request.proposal.timetable);
    let (plain, marked) = (Format::new(), Format::new().set_background_color(Color::RGB(MARK)));
    let bold = Format::new().set_bold();
    write_row(sheet, 0, &after.headings, |_| &bold)?;
    for (row, (new, old)) in (1..).zip(after.rows.iter().zip(&request.sheet.rows)) {
        write_row(sheet, row, new, |at| if new.get(at) == old.get(at) { &plain } else { &marked })?;
    }
    sheet.autofit();
    Ok(())
}

/// Another file, as it is; of the apprentices, those that there are now, with what is new, and what was open, marked.
fn write_other(
    sheet: &mut Worksheet,
    raw: &RawSheet,
    request: &Request<'_>,
) -> Result<(), XlsxError> {
    let (plain, marked) = (Format::new(), Format::new().set_background_color(Color::RGB(MARK)));
    let rows = apprentices::now(&raw.rows, request);
    for (row, (cells, is_marked)) in (0..).zip(rows) {
        write_row(sheet, row, &cells, |at| if is_marked.contains(&at) { &marked } else { &plain })?;
    }
    Ok(())
}

fn write_lines(sheet: &mut Worksheet, lines: &Lines, language: Language) -> Result<(), XlsxError> {
    let (plain, bold) = (Format::new(), Format::new().set_bold());
    let spoken = |key: &String| match key.as_str() {
        "points" => pick!(language, "point", "poäng", "points").to_owned(),
        "chosen" => pick!(language, "valgt", "vald", "chosen").to_owned(),
        key => spoken_heading(key, language),
    };
    let headings: Vec<String> = lines.headings.iter().map(spoken).collect();
    write_row(sheet, 0, &headings, |_| &bold)?;
    for (row, line) in (1..).zip(&lines.lines) {
        write_row(sheet, row, line, |_| &plain)?;
    }
    sheet.autofit();
    Ok(())
}

fn write_row<'f>(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[String],
    format: impl Fn(usize) -> &'f Format,
) -> Result<(), XlsxError> {
    for (column, cell) in (0_u16..).zip(cells) {
        let format = format(usize::from(column));
        match number(cell) {
            Some(number) => sheet.write_number_with_format(row, column, number, format)?,
            None => sheet.write_string_with_format(row, column, cell, format)?,
        };
    }
    Ok(())
}

/// The number that a cell is, if it is written as a spreadsheet would.
fn number(cell: &str) -> Option<u32> {
    let is_number = cell.len() <= LONGEST_NUMBER && (cell == "0" || !cell.starts_with(['0', '+']));
    cell.parse().ok().filter(|_| is_number)
}
