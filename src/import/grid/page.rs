//! A sheet, or a CSV file as one: what stands where, and what is one cell.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::{Excerpt, Fault, Location};
use crate::import::ledger::Ledger;
use crate::import::lines::delimiter;
use crate::import::original::Original;
use crate::import::page::Page as Text;
use crate::input::{LaidOut, laid_out, without_personal_number};

/// The most columns of a text that are read.
const MOST_COLUMNS: usize = 256;
/// The most cells that merged cells may be spread over.
const MOST_COVERED: usize = 200_000;

/// A cell's row and column, from 0.
pub(crate) type At = (usize, usize);

/// A sheet and what stands in it, with merged cells spread over all that they cover.
pub(super) struct Page {
    file: String,
    /// The sheet's name, in a workbook.
    pub(super) sheet: Option<String>,
    rows: Vec<Vec<String>>,
    /// Where the text of a cell really stands, for the cells that another covers.
    covers: BTreeMap<At, At>,
    /// The line of each row in its file.
    lines: Vec<u32>,
    /// Whether rows and columns have changed places.
    is_turned: bool,
}

impl Page {
    /// The sheets of a file; reports what cannot be read.
    pub(super) fn all(original: &Original, ledger: &mut Ledger) -> Vec<Self> {
        if !original.is_workbook() {
            return Self::of_text(original, ledger).into_iter().collect();
        }
        match laid_out(&original.bytes) {
            Ok(sheets) => {
                sheets.into_iter().map(|sheet| Self::of_sheet(&original.name, sheet)).collect()
            }
            Err(fault) => {
                ledger.report(fault, Location::file(&original.name));
                Vec::new()
            }
        }
    }

    fn of_sheet(file: &str, sheet: LaidOut) -> Self {
        let lines = (1..).take(sheet.rows.len()).collect();
        let mut page = Self {
            file: file.to_owned(),
            sheet: Some(sheet.name),
            rows: sheet.rows,
            covers: BTreeMap::new(),
            lines,
            is_turned: false,
        };
        for merged in sheet.merged {
            let origin = (merged.rows.start, merged.columns.start);
            if page.covers.len() + merged.rows.len() * merged.columns.len() > MOST_COVERED {
                break;
            }
            for row in merged.rows {
                page.covers.extend(merged.columns.clone().map(|column| ((row, column), origin)));
            }
        }
        page
    }

    /// A text as a sheet. Unlike in lists, cells of several lines are usual, so it is read as RFC 4180 has it.
    fn of_text(original: &Original, ledger: &mut Ledger) -> Option<Self> {
        let text = Text::plain(original, ledger)?;
        if let (Some(at), false) =
            (text.text.rfind('"'), text.text.matches('"').count().is_multiple_of(2))
        {
            ledger.report(Fault::QuoteUnclosed, text.location(at..at + 1));
            return None;
        }
        let delimiter = u8::try_from(delimiter(&text.text)).unwrap_or(b';');
        let (lines, rows) = rows(&text, delimiter).into_iter().unzip();
        let (sheet, covers) = (None, BTreeMap::new());
        Some(Self { file: original.name.clone(), sheet, rows, covers, lines, is_turned: false })
    }

    /// How many rows it has.
    pub(super) fn height(&self) -> usize {
        if self.is_turned { self.inner_width() } else { self.rows.len() }
    }

    /// How many columns it has.
    pub(super) fn width(&self) -> usize {
        if self.is_turned { self.rows.len() } else { self.inner_width() }
    }

    fn inner_width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The same with rows and columns in each other's place.
    pub(super) fn turn(&mut self) {
        self.is_turned = !self.is_turned;
    }

    /// What a cell says, trimmed, also where another covers it; empty outside.
    pub(super) fn text(&self, at: At) -> &str {
        let (row, column) = self.place(self.origin(at));
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", |text| text.trim())
    }

    /// Where the text of a cell stands: itself, or the cell that covers it.
    pub(super) fn origin(&self, at: At) -> At {
        // Turning back is turning.
        self.covers.get(&self.place(at)).map_or(at, |origin| self.place(*origin))
    }

    /// Where a cell is on the sheet itself, which may be turned here.
    pub(super) const fn place(&self, at: At) -> At {
        if self.is_turned { (at.1, at.0) } else { at }
    }

    /// The file's name.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// The place of a cell as a spreadsheet calls it.
    pub(super) fn location(&self, at: At) -> Location {
        let (row, column) = self.place(at);
        let text = without_personal_number(&self.text(at).replace(['\r', '\n'], " "));
        let span = 0..text.len();
        Location {
            file: self.shown().into_owned(),
            line: Some(self.lines.get(row).copied().unwrap_or(1)),
            column: None,
            position: Some(column),
            excerpt: Some(Excerpt { text, span, before: 0 }),
        }
    }

    /// The file, and the sheet of it.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        let sheet = self.sheet.as_deref().map(without_personal_number);
        sheet.map_or(Cow::Borrowed(&self.file), |sheet| {
            Cow::Owned(format!("{} [{sheet}]", self.file))
        })
    }
}

/// The rows of a text, each with its line; a blank one for lines that divide others.
pub(crate) fn rows(text: &Text, delimiter: u8) -> Vec<(u32, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.text.as_bytes());
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let mut next = 1;
    for record in reader.records().filter_map(Result::ok) {
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        // The reader passes over blank lines; what they divide stays divided.
        if line > next {
            rows.push((next, Vec::new()));
        }
        let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        next = line + 1 + u32::try_from(breaks).unwrap_or(0);
        rows.push((line, record.iter().take(MOST_COLUMNS).map(ToOwned::to_owned).collect()));
    }
    rows
}
