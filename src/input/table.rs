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
use super::personal_number;
use super::row::{Row, shortened};
use super::split::{DELIMITERS, RawCell, Record, Splitter, cells};
use super::text::is_invisible;
use super::text::plain;
use crate::diagnostic::{Excerpt, Fault, Place};

/// The most rows that are read. A hundred classes' timetable has some thousands.
const MOST_ROWS: usize = 200_000;
/// The longest line, in bytes, in which the column of a personal number is looked for.
const LONGEST_LINE: usize = 10_000;
/// The most personal numbers that are reported of one file.
const MOST_STRUCK: usize = 1000;
/// The most bytes that blanks and invisible signs add to a heading line that is repeated.
const MOST_AROUND: usize = 100;
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
    pub(super) text: String,
    columns: BTreeMap<Column, usize>,
    records: Vec<Record>,
    left_out: usize,
}

impl Table {
    /// Reads a file of the folder; `None` if it is not there or has no usable headings.
    pub(super) fn read(folder: &Folder, kind: File, findings: &mut Findings) -> Option<Self> {
        let (file, bytes) = folder.read(kind.name(), findings)?;
        Self::understand(file, bytes, kind, findings)
    }

    /// Reads a file that may be anywhere.
    pub(super) fn read_file(path: &Path, kind: File, findings: &mut Findings) -> Option<Self> {
        let (file, bytes) = folder::read_file(path, findings)?;
        Self::understand(&file, bytes, kind, findings)
    }

    fn understand(file: &str, bytes: Vec<u8>, kind: File, findings: &mut Findings) -> Option<Self> {
        let mut text = decode(file, &bytes, findings)?;
        drop(bytes);
        let struck = personal_number::strike(&mut text);
        findings.accounts.push(Account::open(file));
        let Some(start) = heading::find(&text, kind) else {
            findings.report(Fault::FileEmpty, Place::file(file));
            findings.account(file, Fate::Refused, telling_lines(&text));
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
            left_out: 0,
        };
        table.find_records(start.at, findings);
        let heading = table.records.first().map(|record| record.span.clone());
        if !table.understand_headings(kind, &start, &struck, findings) {
            findings.account(file, Fate::Refused, telling_lines(&table.text));
            return None;
        }
        table.account_for_headings(heading, findings);
        let heading = heading::line_from(&table.text, start.at).to_owned();
        table.leave_out_headings(&heading, findings);
        table.leave_out_mixed_rows(kind, findings);
        table.report_loose_cells(findings);
        table.report_quoted_cells(findings);
        Some(table)
    }

    fn account_for_headings(&self, heading: Option<Range<usize>>, findings: &mut Findings) {
        let end = heading.map_or(0, |heading| heading.end);
        if let Some(account) = findings.accounts.last_mut() {
            account.headings = telling_lines(&self.text[..end]);
        }
    }

    /// Understands every row; each is used, or refused for a reason that was told.
    pub(super) fn understand_rows<'t, Understood>(
        &'t self,
        findings: &mut Findings,
        mut understand: impl FnMut(Row<'t>, &mut Findings) -> Option<Understood>,
    ) -> Vec<Understood> {
        let mut understood = Vec::new();
        for (row, record) in self.rows().zip(&self.records) {
            let told = findings.told();
            let read = understand(row, findings);
            let fate = match &read {
                Some(_) => Fate::Used,
                None if findings.told() > told => Fate::Refused,
                None => Fate::Untold,
            };
            findings.account(&self.file, fate, telling_lines(&self.text[record.span.clone()]));
            understood.extend(read);
        }
        understood
    }

    /// Refuses every row, for one reason that was told.
    pub(super) fn refuse_rows(&self, findings: &mut Findings) {
        self.account_for(&self.records, findings);
    }

    fn account_for(&self, refused: &[Record], findings: &mut Findings) {
        let lines = |record: &Record| telling_lines(&self.text[record.span.clone()]);
        findings.account(&self.file, Fate::Refused, refused.iter().map(lines).sum());
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
            if self.records.len() > MOST_ROWS {
                break;
            }
            if !blank(&self.text[span.clone()]) {
                self.records.push(Record { line, span });
            }
        }
        let (mut line, mut counted) = (line_at(&self.text, start), start);
        for (open, fault) in splitter.faults {
            line += lines_between(&self.text, counted..open);
            counted = open;
            let excerpt = Some(self.excerpt(&(open..open + 1)));
            findings.report(fault, Place { excerpt, ..Place::line(&self.file, line) });
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
        let is_too_long = self.records.len() > MOST_ROWS;
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
        if is_too_long {
            let fault = Fault::TooManyRows { most: MOST_ROWS };
            findings.report(fault, Place::file(&self.file));
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

    /// Reports and leaves out rows whose cells are separated otherwise than the headings, in files of several cells a row.
    fn leave_out_mixed_rows(&mut self, kind: File, findings: &mut Findings) {
        let least = heading::needed(kind).count();
        let own = self.delimiter;
        let other = |line: &str| {
            let separates = |sign: &char| line.matches(*sign).count() + 1 >= least;
            let is_whole = least > 1 && !line.contains(own);
            DELIMITERS.into_iter().filter(|_| is_whole).find(separates)
        };
        let left_out = self.leave_out(|line| other(line).is_some());
        if let Some((first, others)) = left_out.split_first() {
            let seen = other(&self.text[first.span.clone()]).unwrap_or(own);
            let others = others.iter().map(|record| record.line).collect();
            let fault = Fault::DelimiterMixed { seen, headings: own, others };
            findings.report(fault, self.place_of(first));
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
            findings.report(Fault::HeadingsAgain { others }, self.place_of(first));
        }
        self.account_for(&left_out, findings);
    }

    fn leave_out(&mut self, is_wrong: impl Fn(&str) -> bool) -> Vec<Record> {
        let text = &self.text;
        let wrong = self.records.extract_if(.., |record| is_wrong(&text[record.span.clone()]));
        let left_out: Vec<Record> = wrong.collect();
        self.left_out += left_out.len();
        left_out
    }

    /// The place of a whole line.
    fn place_of(&self, record: &Record) -> Place {
        let excerpt = Some(self.excerpt(&record.span));
        Place { excerpt, ..Place::line(&self.file, record.line) }
    }

    /// Reports what stands under no heading, once for each column.
    fn report_loose_cells(&self, findings: &mut Findings) {
        let mut loose: BTreeMap<usize, (Place, String, Vec<u32>)> = BTreeMap::new();
        for row in self.rows() {
            let Some((column, cell)) = row.loose_cell() else { continue };
            loose
                .entry(column)
                .and_modify(|(_, _, others)| others.push(row.line))
                .or_insert_with(|| (cell.place(), shortened(&cell.text), Vec::new()));
        }
        for (place, written, others) in loose.into_values() {
            findings.report(Fault::CellWithoutHeading { written, others }, place);
        }
    }

    /// Reports rows that are too short because of delimiters in quotation marks: cells of theirs may be in one.
    fn report_quoted_cells(&self, findings: &mut Findings) {
        let width = self.headings.iter().rposition(|heading| !heading.is_empty());
        let width = width.map_or(0, |last| last + 1);
        let mut quoted = self.rows().filter_map(|row| Some((row.line, row.cell_of_cells(width)?)));
        if let Some((_, place)) = quoted.next() {
            let others = quoted.map(|(line, _)| line).collect();
            findings.report(Fault::CellsQuoted { others }, place);
        }
    }

    /// Reports the personal numbers, whose digits are gone by now.
    fn report_struck(&self, struck: &[Range<usize>], findings: &mut Findings) {
        for span in struck.iter().take(MOST_STRUCK) {
            let record = self.record_at(span.start);
            let short = record.filter(|record| record.span.len() <= LONGEST_LINE);
            let column = short.and_then(|record| {
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

    /// Whether the file has nothing beneath its headings.
    pub(super) const fn is_bare(&self) -> bool {
        self.records.is_empty() && self.left_out == 0
    }

    /// The rows, each split into its cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.records.len()).filter_map(|index| self.row(index))
    }

    /// The row at a place among the rows, from 0.
    pub(super) fn row(&self, index: usize) -> Option<Row<'_>> {
        let record = self.records.get(index)?;
        let cells = cells(&self.text, &record.span, self.delimiter, 2 * MOST_COLUMNS);
        Some(Row::new(self, index, record.line, cells))
    }

    /// The place of a cell in a row that begins on `line`.
    pub(super) fn place(&self, line: u32, heading: usize, cell: &RawCell) -> Place {
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
    pub(super) fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let is_end = |sign: char| sign == '\n' || sign == '\r';
        let least = boundary(&self.text, span.start.saturating_sub(MOST_EXCERPT));
        let most = boundary(&self.text, span.start + MOST_EXCERPT);
        let start =
            self.text[least..span.start].rfind(is_end).map_or(least, |place| least + place + 1);
        let end = self.text[span.start..most].find(is_end).map_or(most, |at| span.start + at);
        let is_cut = !self.text[..start].ends_with(is_end);
        let line_start = self.record_at(start).filter(|_| is_cut).map(|record| record.span.start);
        Excerpt {
            text: self.text[start..end].to_owned(),
            span: span.start - start..span.end.min(end) - start,
            before: line_start.map_or(0, |line_start| start - line_start),
        }
    }
}

fn lines_between(text: &str, span: Range<usize>) -> u32 {
    line_at(&text[span.start..], span.len()).saturating_sub(1)
}

/// The nearest place at or before `at` where a letter begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
