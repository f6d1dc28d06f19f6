//! A file with columns: its headings, its rows, and where each cell stands.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use super::account::{Account, Fate, telling_lines};
use super::columns::{Column, File, Need};
use super::decode::{decode, line_at};
use super::findings::Findings;
use super::folder::{self, Folder};
use super::heading::{self, MOST_COLUMNS, Start, column_of};
use super::lookalike::is_invisible;
use super::page::{Page, lines_between};
use super::personal_number;
use super::row::{Row, shortened};
use super::split::{DELIMITERS, Record, Splitter, cells};
use super::text::plain;
use crate::diagnostic::{Fault, Location};

/// The most rows that are read. A hundred classes' timetable has some thousands.
const MOST_ROWS: usize = 200_000;
/// The longest line, in bytes, in which the column of a personal number is looked for.
const LONGEST_LINE: usize = 10_000;
/// The most personal numbers that are reported of one file.
const MOST_STRUCK: usize = 1000;
/// The most bytes that blanks and invisible signs add to a heading line that is repeated.
const MOST_AROUND: usize = 100;

/// A file that was read, with its rows not yet understood.
pub(in crate::input) struct Table {
    page: Page,
    /// Its headings with the blanks around them.
    pub(in crate::input) written_headings: Vec<String>,
    left_out: usize,
}

impl Table {
    /// Reads a file of the folder; `None` if it is not there or has no usable headings.
    pub(in crate::input) fn read(
        folder: &Folder,
        kind: File,
        findings: &mut Findings,
    ) -> Option<Self> {
        let (file, bytes) = folder.read(kind.name(), findings)?;
        Self::understand(file, bytes, kind, findings)
    }

    /// Reads a file that may be anywhere.
    pub(in crate::input) fn read_file(
        path: &Path,
        kind: File,
        findings: &mut Findings,
    ) -> Option<Self> {
        let (file, bytes) = folder::read_file(path, findings)?;
        Self::understand(&file, bytes, kind, findings)
    }

    /// Reads what stands in no file, under the name that its faults get.
    pub(in crate::input) fn read_text(
        name: &str,
        text: &str,
        kind: File,
        findings: &mut Findings,
    ) -> Option<Self> {
        Self::understand(name, text.as_bytes().to_vec(), kind, findings)
    }

    fn understand(file: &str, bytes: Vec<u8>, kind: File, findings: &mut Findings) -> Option<Self> {
        let mut text = decode(file, &bytes, findings)?;
        drop(bytes);
        let struck = personal_number::strike(&mut text);
        findings.accounts.push(Account::open(file));
        let Some(start) = heading::find(&text, kind) else {
            findings.report(Fault::FileEmpty, Location::file(file));
            findings.account(file, Fate::Refused, telling_lines(&text));
            return None;
        };
        let page = Page {
            file: file.to_owned(),
            delimiter: start.delimiter,
            headings: Vec::new(),
            text,
            columns: BTreeMap::new(),
            records: Vec::new(),
        };
        let mut table = Self { page, written_headings: Vec::new(), left_out: 0 };
        table.find_records(start.at, findings);
        let heading = table.page.records.first().map(|record| record.span.clone());
        if !table.understand_headings(kind, &start, &struck, findings) {
            findings.account(file, Fate::Refused, telling_lines(&table.page.text));
            return None;
        }
        table.account_for_headings(heading, findings);
        let heading = heading::line_from(&table.page.text, start.at).to_owned();
        table.leave_out_headings(&heading, findings);
        table.leave_out_mixed_rows(kind, findings);
        table.report_loose_cells(findings);
        table.report_quoted_cells(findings);
        Some(table)
    }

    fn account_for_headings(&self, heading: Option<Range<usize>>, findings: &mut Findings) {
        let end = heading.map_or(0, |heading| heading.end);
        if let Some(account) = findings.accounts.last_mut() {
            account.headings = telling_lines(&self.page.text[..end]);
        }
    }

    /// Understands every row; each is used, or refused for a reason that was told.
    pub(in crate::input) fn understand_rows<'t, Understood>(
        &'t self,
        findings: &mut Findings,
        mut understand: impl FnMut(Row<'t>, &mut Findings) -> Option<Understood>,
    ) -> Vec<Understood> {
        let mut understood = Vec::new();
        for (row, record) in self.rows().zip(&self.page.records) {
            let told = findings.told();
            let read = understand(row, findings);
            let fate = match &read {
                Some(_) => Fate::Used,
                None if findings.told() > told => Fate::Refused,
                None => Fate::Untold,
            };
            findings.account(
                &self.page.file,
                fate,
                telling_lines(&self.page.text[record.span.clone()]),
            );
            understood.extend(read);
        }
        understood
    }

    /// Refuses every row, for one reason that was told.
    pub(in crate::input) fn refuse_rows(&self, findings: &mut Findings) {
        self.account_for(&self.page.records, findings);
    }

    fn account_for(&self, refused: &[Record], findings: &mut Findings) {
        let lines = |record: &Record| telling_lines(&self.page.text[record.span.clone()]);
        findings.account(&self.page.file, Fate::Refused, refused.iter().map(lines).sum());
    }

    fn find_records(&mut self, start: usize, findings: &mut Findings) {
        let mut splitter = Splitter::new(&self.page.text, start, self.page.delimiter);
        let mut line = line_at(&self.page.text, start);
        let mut counted = start;
        let blank = |part: &str| {
            part.chars().all(|sign| sign.is_whitespace() || sign == self.page.delimiter)
        };
        while let Some(span) = splitter.next_record() {
            line += lines_between(&self.page.text, counted..span.start);
            counted = span.start;
            if self.page.records.len() > MOST_ROWS {
                break;
            }
            if !blank(&self.page.text[span.clone()]) {
                self.page.records.push(Record { line, span });
            }
        }
        let (mut line, mut counted) = (line_at(&self.page.text, start), start);
        for (open, fault) in splitter.faults {
            line += lines_between(&self.page.text, counted..open);
            counted = open;
            let excerpt = Some(self.page.excerpt(&(open..open + 1)));
            findings.report(fault, Location { excerpt, ..Location::line(&self.page.file, line) });
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
        if self.page.records.is_empty() {
            findings.report(Fault::FileEmpty, Location::file(&self.page.file));
            return false;
        }
        let is_too_long = self.page.records.len() > MOST_ROWS;
        let heading = self.page.records.remove(0);
        let raw = cells(&self.page.text, &heading.span, self.page.delimiter, MOST_COLUMNS + 1);
        if raw.len() > MOST_COLUMNS {
            self.report_struck(struck, findings);
            let fault = Fault::TooManyColumns { most: MOST_COLUMNS };
            findings.report(fault, Location::line(&self.page.file, heading.line));
            return false;
        }
        self.page.headings =
            raw.iter().map(|cell| cell.text(&self.page.text).into_owned()).collect();
        self.written_headings =
            raw.iter().map(|cell| cell.written(&self.page.text).into_owned()).collect();
        self.report_struck(struck, findings);
        if let Some(fault) = heading::fault(&self.page.text, start, kind, &self.page.headings) {
            let excerpt = Some(self.page.excerpt(&heading.span));
            findings.report(
                fault,
                Location { excerpt, ..Location::line(&self.page.file, heading.line) },
            );
            return false;
        }
        if is_too_long {
            let fault = Fault::TooManyRows { most: MOST_ROWS };
            findings.report(fault, Location::file(&self.page.file));
            return false;
        }
        for (position, cell) in raw.iter().enumerate() {
            self.understand_heading(
                kind,
                position,
                self.page.location(heading.line, position, cell),
                findings,
            );
        }
        self.report_missing(kind, heading.line, findings)
    }

    fn understand_heading(
        &mut self,
        kind: File,
        at: usize,
        location: Location,
        findings: &mut Findings,
    ) {
        let written = &self.page.headings[at];
        if written.is_empty() {
            return;
        }
        match column_of(kind, written) {
            Some(column) if self.page.columns.contains_key(&column) => {
                findings.report(Fault::HeadingRepeated { column: column.english() }, location);
            }
            Some(column) => {
                self.page.columns.insert(column, at);
            }
            None => {
                let headings: Vec<_> =
                    kind.columns().iter().flat_map(|(column, _)| column.headings()).collect();
                let nearest = findings.nearest(&plain(written), headings.into_iter());
                let nearest = nearest.map(ToOwned::to_owned);
                findings.report(Fault::HeadingUnknown { nearest }, location);
            }
        }
    }

    fn report_missing(&self, kind: File, line: u32, findings: &mut Findings) -> bool {
        let missing = kind.columns().iter().filter(|(column, need)| {
            *need == Need::Needed && !self.page.columns.contains_key(column)
        });
        let mut complete = true;
        for (column, _) in missing {
            complete = false;
            let fault =
                Fault::ColumnMissing { column: column.english(), aliases: column.headings() };
            findings.report(fault, Location::line(&self.page.file, line));
        }
        complete
    }

    /// Reports and leaves out rows whose cells are separated otherwise than the headings, in files of several cells a row.
    fn leave_out_mixed_rows(&mut self, kind: File, findings: &mut Findings) {
        let least = heading::needed(kind).count();
        let own = self.page.delimiter;
        let other = |line: &str| {
            let separates = |sign: &char| line.matches(*sign).count() + 1 >= least;
            let is_whole = least > 1 && !line.contains(own);
            DELIMITERS.into_iter().filter(|_| is_whole).find(separates)
        };
        let left_out = self.leave_out(|line| other(line).is_some());
        if let Some((first, others)) = left_out.split_first() {
            let seen = other(&self.page.text[first.span.clone()]).unwrap_or(own);
            let others = others.iter().map(|record| record.line).collect();
            let fault = Fault::DelimiterMixed { seen, headings: own, others };
            findings.report(fault, self.page.location_of(first));
        }
        self.account_for(&left_out, findings);
    }

    /// Reports and leaves out the heading line where it is repeated, as in files that were joined.
    fn leave_out_headings(&mut self, heading: &str, findings: &mut Findings) {
        let bare = |line: &str| line.trim_start_matches(is_invisible).trim_end().to_owned();
        let heading = bare(heading);
        let left_out = self
            .leave_out(|line| line.len() < heading.len() + MOST_AROUND && bare(line) == heading);
        if let Some((first, others)) = left_out.split_first() {
            let others = others.iter().map(|record| record.line).collect();
            findings.report(Fault::HeadingsAgain { others }, self.page.location_of(first));
        }
        self.account_for(&left_out, findings);
    }

    fn leave_out(&mut self, is_wrong: impl Fn(&str) -> bool) -> Vec<Record> {
        let text = &self.page.text;
        let wrong = self.page.records.extract_if(.., |record| is_wrong(&text[record.span.clone()]));
        let left_out: Vec<Record> = wrong.collect();
        self.left_out += left_out.len();
        left_out
    }

    /// Reports what stands under no heading, once for each column.
    fn report_loose_cells(&self, findings: &mut Findings) {
        let mut loose: BTreeMap<usize, (Location, String, Vec<u32>)> = BTreeMap::new();
        for row in self.rows() {
            let Some((column, cell)) = row.loose_cell() else { continue };
            loose
                .entry(column)
                .and_modify(|(_, _, others)| others.push(row.line))
                .or_insert_with(|| (cell.location(), shortened(&cell.text), Vec::new()));
        }
        for (location, written, others) in loose.into_values() {
            findings.report(Fault::CellWithoutHeading { written, others }, location);
        }
    }

    /// Reports rows that are too short because of delimiters in quotation marks: cells of theirs may be in one.
    fn report_quoted_cells(&self, findings: &mut Findings) {
        let width = self.page.headings.iter().rposition(|heading| !heading.is_empty());
        let width = width.map_or(0, |last| last + 1);
        let mut quoted = self.rows().filter_map(|row| Some((row.line, row.cell_of_cells(width)?)));
        if let Some((_, location)) = quoted.next() {
            let others = quoted.map(|(line, _)| line).collect();
            findings.report(Fault::CellsQuoted { others }, location);
        }
    }

    /// Reports the personal numbers, whose digits are gone by now.
    fn report_struck(&self, struck: &[Range<usize>], findings: &mut Findings) {
        for span in struck.iter().take(MOST_STRUCK) {
            let record = self.page.record_at(span.start);
            let short = record.filter(|record| record.span.len() <= LONGEST_LINE);
            let column = short.and_then(|record| {
                let cells = cells(
                    &self.page.text,
                    &record.span,
                    self.page.delimiter,
                    self.page.headings.len(),
                );
                let at = cells.iter().position(|cell| cell.span.contains(&span.start))?;
                self.page.headings.get(at).cloned()
            });
            let line = record.map_or_else(
                || line_at(&self.page.text, span.start),
                |record| {
                    record.line + lines_between(&self.page.text, record.span.start..span.start)
                },
            );
            let excerpt = Some(self.page.excerpt(span));
            let location = Location { column, excerpt, ..Location::line(&self.page.file, line) };
            findings.report(Fault::PersonalNumber, location);
        }
    }

    /// The file's name as it is on disk.
    pub(in crate::input) fn file(&self) -> &str {
        &self.page.file
    }

    /// What separates its cells.
    pub(in crate::input) const fn delimiter(&self) -> char {
        self.page.delimiter
    }

    /// What the headings mean, where that is known, and their positions.
    pub(in crate::input) const fn columns(&self) -> &BTreeMap<Column, usize> {
        &self.page.columns
    }

    /// The position of a column among the headings.
    pub(in crate::input) fn position(&self, column: Column) -> Option<usize> {
        self.page.position(column)
    }

    /// Whether the file has nothing beneath its headings.
    pub(in crate::input) const fn is_bare(&self) -> bool {
        self.page.records.is_empty() && self.left_out == 0
    }

    /// The rows, each split into its cells.
    pub(in crate::input) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.page.records.len()).filter_map(|index| self.row(index))
    }

    /// The row at a place among the rows, from 0.
    pub(in crate::input) fn row(&self, index: usize) -> Option<Row<'_>> {
        let record = self.page.records.get(index)?;
        let cells = cells(&self.page.text, &record.span, self.page.delimiter, 2 * MOST_COLUMNS);
        Some(Row::new(&self.page, index, record.line, cells))
    }
}
