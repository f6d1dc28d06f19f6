//! A proposal as a workbook: the school's files as sheets, the changed cells marked, a sheet of changes, and one of the
//! days on which apprentices are away; where they had a choice, their cell is marked too.
//!
//! Cells are written as they say, digits as numbers; fonts, widths and formulas of a workbook that the school was read
//! from are not known here and are lost.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError,
};

use super::Request;
use super::csv::Lines;
use crate::diagnostic::{Fault, Location};
use crate::domain::{Apprentice, School};
use crate::import::Ledger;
use crate::input::{RawSheet, apprentices_column, fold};

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
    for raw in sheets {
        write_other(sheet(&mut book, &raw.name)?, raw, request)?;
    }
    write_lines(sheet(&mut book, "changes")?, request.changes)?;
    if let Some(away) = request.away {
        write_lines(sheet(&mut book, "away")?, away)?;
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

/// Another file, as it is; where an apprentice had a choice, the alternatives are marked.
fn write_other(
    sheet: &mut Worksheet,
    raw: &RawSheet,
    request: &Request<'_>,
) -> Result<(), XlsxError> {
    let (plain, marked) = (Format::new(), Format::new().set_background_color(Color::RGB(MARK)));
    let headings = raw.rows.first().map(Vec::as_slice).unwrap_or_default();
    let of = |name| headings.iter().position(|own| apprentices_column(own) == Some(name));
    let columns = of("pupil").zip(of("away")).filter(|_| request.away.is_some());
    for (row, cells) in (0..).zip(&raw.rows) {
        let chosen = columns.filter(|(pupil, _)| {
            cells.get(*pupil).is_some_and(|pupil| had_choice(pupil, request.school))
        });
        let is_marked = |at: usize| chosen.is_some_and(|(_, away)| away == at);
        write_row(sheet, row, cells, |at| if is_marked(at) { &marked } else { &plain })?;
    }
    Ok(())
}

fn had_choice(pupil: &str, school: &School) -> bool {
    let is_own = |one: &&Apprentice| fold(one.pupil.as_str()) == fold(pupil);
    school.apprentices.iter().find(is_own).is_some_and(|one| one.alternatives.len() > 1)
}

fn write_lines(sheet: &mut Worksheet, lines: &Lines) -> Result<(), XlsxError> {
    let (plain, bold) = (Format::new(), Format::new().set_bold());
    write_row(sheet, 0, &lines.headings, |_| &bold)?;
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
