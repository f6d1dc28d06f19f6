//! A file with columns: its headings, its rows, and where each cell stands.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::columns::{Column, File, Need};
use super::decode::{decode, line_at};
use super::findings::Findings;
use super::folder::Folder;
use super::heading::{self, MOST_COLUMNS, Start, column_of};
use super::personal_number;
use super::split::{RawCell, Record, Splitter, cells};
use super::text::plain;
use crate::diagnostic::{Excerpt, Fault, Place};

/// The most personal numbers that are reported of one file.
const MOST_STRUCK: usize = 1000;
/// The most of a long line that an excerpt shows on either side of the cell, in bytes.
const MOST_EXCERPT: usize = 200;

/// A file that was read, with its rows not yet understood.
pub(super) struct Table {
    /// The file's name as it is on disk.
    pub(super) file: String,
    /// What separates its cells.
    pub(super) delimiter: char,
    /// Its headings, trimmed.
    pub(super) headings: Vec<String>,
    /// Its headings with the blanks around them.
    pub(super) written_headings: Vec<String>,
    text: String,
    columns: BTreeMap<Column, usize>,
    records: Vec<Record>,
}

/// A row of a table.
pub(super) struct Row<'t> {
    /// Its table.
    pub(super) table: &'t Table,
    /// Its place among the rows, from 0.
    pub(super) index: usize,
    /// The line where it begins, from 1.
    pub(super) line: u32,
    cells: Vec<RawCell>,
}

/// A cell that is not empty.
pub(super) struct Cell<'t> {
    table: &'t Table,
    heading: usize,
    raw: RawCell,
    /// The line of its row, from 1.
    pub(super) line: u32,
    /// What it says, trimmed.
    pub(super) text: Cow<'t, str>,
}

impl Table {
    /// Reads a file of the folder; `None` if it is not there or has no usable headings.
    pub(super) fn read(folder: &Folder, kind: File, findings: &mut Findings) -> Option<Self> {
        let (file, bytes) = folder.read(kind.name(), findings)?;
        let mut text = decode(file, &bytes, findings)?;
        drop(bytes);
        let struck = personal_number::strike(&mut text);
        let Some(start) = heading::find(&text, kind) else {
            findings.report(Fault::FileEmpty, Place::file(file));
            return None;
        };
        let mut table = Self {
            file: file.to_owned(),
            delimiter: start.delimiter,
            headings: Vec::new(),
            written_headings: Vec::new(),
            text,
            columns: BTreeMap::new(),
            records: Vec::new(),
        };
        table.find_records(start.at, findings);
        table.understand_headings(kind, &start, &struck, findings).then_some(table)
    }

    fn find_records(&mut self, start: usize, findings: &mut Findings) {
        let mut splitter = Splitter::new(&self.text, start, self.delimiter);
        let mut line = line_at(&self.text, start);
        let mut counted = start;
        let blank =
            |part: &str| part.chars().all(|sign| sign.is_whitespace() || sign == self.delimiter);
        while let Some(span) = splitter.next_record() {
            line += lines_between(&self.text, counted..span.start);
            counted = span.start;
            if !blank(&self.text[span.clone()]) {
                self.records.push(Record { line, span });
            }
        }
        if let Some(open) = splitter.unclosed {
            let line = line_at(&self.text, open);
            let excerpt = Some(self.excerpt(&(open..open + 1)));
            let place = Place { excerpt, ..Place::line(&self.file, line) };
            findings.report(Fault::QuoteUnclosed, place);
        }
    }

    /// Tells the columns by their headings; says whether all that are needed are there.
    fn understand_headings(
        &mut self,
        kind: File,
        start: &Start,
        struck: &[Range<usize>],
        findings: &mut Findings,
    ) -> bool {
        if self.records.is_empty() {
            findings.report(Fault::FileEmpty, Place::file(&self.file));
            return false;
        }
        let heading = self.records.remove(0);
        let raw = cells(&self.text, &heading.span, self.delimiter, MOST_COLUMNS + 1);
        if raw.len() > MOST_COLUMNS {
            self.report_struck(struck, findings);
            let fault = Fault::TooManyColumns { most: MOST_COLUMNS };
            findings.report(fault, Place::line(&self.file, heading.line));
            return false;
        }
        self.headings = raw.iter().map(|cell| cell.text(&self.text).into_owned()).collect();
        self.written_headings =
            raw.iter().map(|cell| cell.written(&self.text).into_owned()).collect();
        self.report_struck(struck, findings);
        if let Some(fault) = heading::fault(&self.text, start, kind, &self.headings) {
            let excerpt = Some(self.excerpt(&heading.span));
            findings.report(fault, Place { excerpt, ..Place::line(&self.file, heading.line) });
            return false;
        }
        for (place, cell) in raw.iter().enumerate() {
            self.understand_heading(kind, place, self.place(heading.line, place, cell), findings);
        }
        self.report_missing(kind, heading.line, findings)
    }

    fn understand_heading(&mut self, kind: File, at: usize, place: Place, findings: &mut Findings) {
        let written = &self.headings[at];
        if written.is_empty() {
            return;
        }
        match column_of(kind, written) {
            Some(column) if self.columns.contains_key(&column) => {
                findings.report(Fault::HeadingRepeated { column: column.english() }, place);
            }
            Some(column) => {
                self.columns.insert(column, at);
            }
            None => {
                let headings: Vec<_> =
                    kind.columns().iter().flat_map(|(column, _)| column.headings()).collect();
                let nearest = findings.nearest(&plain(written), headings.into_iter());
                let nearest = nearest.map(ToOwned::to_owned);
                findings.report(Fault::HeadingUnknown { nearest }, place);
            }
        }
    }

    fn report_missing(&self, kind: File, line: u32, findings: &mut Findings) -> bool {
        let missing = kind
            .columns()
            .iter()
            .filter(|(column, need)| *need == Need::Needed && !self.columns.contains_key(column));
        let mut complete = true;
        for (column, _) in missing {
            complete = false;
            let fault =
                Fault::ColumnMissing { column: column.english(), aliases: column.headings() };
            findings.report(fault, Place::line(&self.file, line));
        }
        complete
    }

    /// Reports the personal numbers, whose digits are gone by now.
    fn report_struck(&self, struck: &[Range<usize>], findings: &mut Findings) {
        for span in struck.iter().take(MOST_STRUCK) {
            let record = self.record_at(span.start);
            let column = record.and_then(|record| {
                let cells = cells(&self.text, &record.span, self.delimiter, self.headings.len());
                let at = cells.iter().position(|cell| cell.span.contains(&span.start))?;
                self.headings.get(at).cloned()
            });
            let line = record.map_or_else(
                || line_at(&self.text, span.start),
                |record| record.line + lines_between(&self.text, record.span.start..span.start),
            );
            let excerpt = Some(self.excerpt(span));
            let place = Place { column, excerpt, ..Place::line(&self.file, line) };
            findings.report(Fault::PersonalNumber, place);
        }
    }

    /// The record, other than the headings, that byte `at` belongs to.
    fn record_at(&self, at: usize) -> Option<&Record> {
        let after = self.records.partition_point(|record| record.span.start <= at);
        self.records.get(after.checked_sub(1)?)
    }

    /// What the headings mean, where that is known, and their places.
    pub(super) const fn columns(&self) -> &BTreeMap<Column, usize> {
        &self.columns
    }

    /// The place of a column among the headings.
    pub(super) fn position(&self, column: Column) -> Option<usize> {
        self.columns.get(&column).copied()
    }

    /// The rows, each split into its cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.records.len()).filter_map(|index| self.row(index))
    }

    /// The row at a place among the rows, from 0.
    pub(super) fn row(&self, index: usize) -> Option<Row<'_>> {
        let record = self.records.get(index)?;
        let cells = cells(&self.text, &record.span, self.delimiter, 2 * MOST_COLUMNS);
        Some(Row { table: self, index, line: record.line, cells })
    }

    fn place(&self, line: u32, heading: usize, cell: &RawCell) -> Place {
        let start = cell.span.start;
        let record = self.record_at(start).filter(|record| record.line == line);
        let within = record.map_or(0, |from| lines_between(&self.text, from.span.start..start));
        Place {
            column: self.headings.get(heading).filter(|heading| !heading.is_empty()).cloned(),
            excerpt: Some(self.excerpt(&cell.span)),
            ..Place::line(&self.file, line + within)
        }
    }

    /// The line around a cell, cut where it is very long.
    fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let is_end = |sign: char| sign == '\n' || sign == '\r';
        let least = boundary(&self.text, span.start.saturating_sub(MOST_EXCERPT));
        let most = boundary(&self.text, span.start + MOST_EXCERPT);
        let start =
            self.text[least..span.start].rfind(is_end).map_or(least, |place| least + place + 1);
        let end = self.text[span.start..most].find(is_end).map_or(most, |at| span.start + at);
        Excerpt {
            text: self.text[start..end].to_owned(),
            span: span.start - start..span.end.min(end) - start,
        }
    }
}

impl<'t> Row<'t> {
    /// The row's cell in a column; `None` where it is empty or there is no such column.
    pub(super) fn cell(&self, column: Column) -> Option<Cell<'t>> {
        self.cell_at(self.table.position(column)?).filter(|cell| !cell.text.is_empty())
    }

    /// The row's cell in a column that must not be empty; reports it where it is.
    pub(super) fn needed(&self, column: Column, findings: &mut Findings) -> Option<Cell<'t>> {
        let cell = self.cell(column);
        if cell.is_none() {
            let heading = self.table.position(column);
            let raw = heading.and_then(|at| self.cells.get(at));
            let place = match (heading, raw) {
                (Some(at), Some(raw)) => self.table.place(self.line, at, raw),
                _ => Place {
                    column: heading.and_then(|at| self.table.headings.get(at).cloned()),
                    ..Place::line(&self.table.file, self.line)
                },
            };
            findings.report(Fault::CellEmpty, place);
        }
        cell
    }

    /// Reports what stands under no heading.
    pub(super) fn report_loose_cells(&self, findings: &mut Findings) {
        let headings = &self.table.headings;
        let loose = |at: usize| headings.get(at).is_none_or(String::is_empty);
        let mut found = (0..self.cells.len())
            .filter(|&at| loose(at))
            .filter_map(|at| self.cell_at(at))
            .filter(|cell| !cell.text.is_empty());
        if let Some(cell) = found.next() {
            let written = shortened(&cell.text);
            findings.report(Fault::CellWithoutHeading { written }, cell.place());
        }
    }

    /// Every cell with the blanks around it, without quotation marks.
    pub(super) fn written(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.written(&self.table.text).into_owned()).collect()
    }

    /// The place of the row as a whole.
    pub(super) fn place(&self) -> Place {
        let line = self.cells.first().map(|cell| {
            let end = self.cells.last().map_or(cell.span.end, |last| last.span.end);
            self.table.excerpt(&(cell.span.start..end))
        });
        Place { excerpt: line, ..Place::line(&self.table.file, self.line) }
    }

    fn cell_at(&self, heading: usize) -> Option<Cell<'t>> {
        let raw = self.cells.get(heading)?.clone();
        let text = raw.text(&self.table.text);
        Some(Cell { table: self.table, heading, raw, line: self.line, text })
    }
}

impl Cell<'_> {
    /// Where it stands.
    pub(super) fn place(&self) -> Place {
        self.table.place(self.line, self.heading, &self.raw)
    }

    /// The name of its file.
    pub(super) fn file(&self) -> &str {
        &self.table.file
    }
}

/// What a message quotes of a cell: all of it, unless that is a page of text.
pub(super) fn shortened(written: &str) -> String {
    const MOST: usize = 60;
    let mut start: String = written.chars().take(MOST).collect();
    if start.len() < written.len() {
        start.push('…');
    }
    start
}

fn lines_between(text: &str, span: Range<usize>) -> u32 {
    line_at(&text[span.start..], span.len()).saturating_sub(1)
}

/// The nearest place at or before `at` where a letter begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
