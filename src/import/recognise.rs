//! What files are, told by what stands in them, never by what they are called; but for the companions of Untis' files,
//! which have nothing else to tell them by.

use std::collections::BTreeSet;

use super::Format;
use super::grid;
use super::ledger::Ledger;
use super::lines::{Cells, Lines};
use super::original::Original;
use super::table::is_list;
use super::untis;
use crate::diagnostic::Foreign;
use crate::input::laid_out;

/// How many lines of a text are looked at.
const SAMPLE: usize = 200;
/// Lines among which headings are looked for.
const FIRST_LINES: usize = 20;
/// How much of a file is looked at for what it begins with, in bytes.
const BEGINNING: usize = 4096;

/// The format of files that somebody hands over.
///
/// # Errors
/// [`Foreign::FormatUnknown`] where none of them looks like any, [`Foreign::FormatUnclear`] where they may be several.
pub fn recognise(originals: &[Original]) -> Result<Format, Foreign> {
    let mut formats: BTreeSet<Format> = originals.iter().flat_map(formats).collect();
    if formats.is_empty() && grid::is_any(originals) {
        formats.insert(Format::Grid);
    }
    let mut formats = formats.into_iter();
    match (formats.next(), formats.next()) {
        (None, _) => Err(Foreign::FormatUnknown),
        (Some(format), None) => Ok(format),
        (Some(one), Some(other)) => {
            let names = [one, other].into_iter().chain(formats).map(Format::name).collect();
            Err(Foreign::FormatUnclear { formats: names })
        }
    }
}

/// What one file may be; a companion of another is nothing by itself.
fn formats(original: &Original) -> Vec<Format> {
    if let Look::Told(format) = of_xml(&original.bytes) {
        return format.into_iter().collect();
    }
    if original.is_workbook() {
        return of_workbook(original);
    }
    let Some(lines) = Lines::read(original, &mut Ledger::default()) else { return Vec::new() };
    if let Look::Told(format) = of_lines(&lines) {
        return format.into_iter().collect();
    }
    let rows: Vec<Vec<String>> = lines.all().take(FIRST_LINES).map(cells).collect();
    is_list(&rows).then_some(Format::Table).into_iter().collect()
}

/// A workbook with lists and grids is unclear: those that are not read would be lost.
fn of_workbook(original: &Original) -> Vec<Format> {
    let sheets = laid_out(&original.bytes).unwrap_or_default();
    let lists: Vec<String> =
        sheets.into_iter().filter(|sheet| is_list(&sheet.rows)).map(|sheet| sheet.name).collect();
    if lists.is_empty() {
        return Vec::new();
    }
    let has_grids = grid::sheets(original).iter().any(|sheet| !lists.contains(sheet));
    [Some(Format::Table), has_grids.then_some(Format::Grid)].into_iter().flatten().collect()
}

/// What the beginning of a file tells.
enum Look {
    /// That it is of a format, or that it is none by itself.
    Told(Option<Format>),
    /// Nothing.
    Open,
}

/// The format of an XML file by its outermost element.
fn of_xml(bytes: &[u8]) -> Look {
    let beginning: String =
        String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]).replace('\0', "");
    let text = beginning.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    if !text.starts_with('<') {
        return Look::Open;
    }
    let mut elements = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    let Some(root) = elements.find(|element| element.starts_with(char::is_alphabetic)) else {
        return Look::Open;
    };
    let end = root.find(|sign: char| sign.is_whitespace() || matches!(sign, '>' | '/'));
    Look::Told(match &root[..end.unwrap_or(root.len())] {
        "fet" => Some(Format::Fet),
        "timetable" => Some(Format::Asc),
        "HighSchoolTimetableArchive" => Some(Format::Xhstt),
        _ => None,
    })
}

/// The format of a text by its lines: Untis' files have no headings, FET's and `OneRoster`'s have their own.
fn of_lines(lines: &Lines) -> Look {
    let first: Vec<String> = lines.all().next().map(cells).unwrap_or_default();
    let has = |heading: &str| first.iter().any(|cell| cell == heading);
    if has("Activity Id") {
        return Look::Told(None);
    }
    if has("sourcedId") {
        return Look::Told(Some(Format::OneRoster));
    }
    if untis::is_companion(&lines.page.file) {
        return Look::Told(None);
    }
    let sample: Vec<Vec<String>> = lines.all().take(SAMPLE).map(cells).collect();
    let placed = sample.iter().filter(|cells| untis::is_placed(cells)).count();
    let are_placed = !sample.is_empty() && placed * 10 >= sample.len() * 8;
    if are_placed { Look::Told(Some(Format::Untis)) } else { Look::Open }
}

fn cells(line: Cells<'_>) -> Vec<String> {
    (1..=line.len()).map(|at| line.cell(at).into_owned()).collect()
}
