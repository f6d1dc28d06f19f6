//! A text with columns: where its records, cells and headings stand.

use std::collections::BTreeMap;
use std::ops::Range;

use super::columns::Column;
use super::decode::line_at;
use super::split::{RawCell, Record};
use crate::diagnostic::{Excerpt, Location};

/// The most of a long line that an excerpt shows on either side of the cell, in bytes.
const MOST_EXCERPT: usize = 200;

/// A file's text, and what is known of its layout.
pub(super) struct Page {
    /// The file's name as it is on disk.
    pub(super) file: String,
    /// What separates its cells.
    pub(super) delimiter: char,
    /// Its headings, trimmed.
    pub(super) headings: Vec<String>,
    pub(super) text: String,
    /// What the headings mean, where that is known, and their positions.
    pub(super) columns: BTreeMap<Column, usize>,
    /// The rows that are not left out.
    pub(super) records: Vec<Record>,
}

impl Page {
    /// The position of a column among the headings.
    pub(super) fn position(&self, column: Column) -> Option<usize> {
        self.columns.get(&column).copied()
    }

    /// The place of a whole line.
    pub(super) fn location_of(&self, record: &Record) -> Location {
        let excerpt = Some(self.excerpt(&record.span));
        Location { excerpt, ..Location::line(&self.file, record.line) }
    }

    /// The record, other than the headings, that byte `at` belongs to.
    pub(super) fn record_at(&self, at: usize) -> Option<&Record> {
        let after = self.records.partition_point(|record| record.span.start <= at);
        self.records.get(after.checked_sub(1)?)
    }

    /// The place of a cell in a row that begins on `line`.
    pub(super) fn location(&self, line: u32, heading: usize, cell: &RawCell) -> Location {
        let start = cell.span.start;
        let record = self.record_at(start).filter(|record| record.line == line);
        let within = record.map_or(0, |from| lines_between(&self.text, from.span.start..start));
        Location {
            column: self.headings.get(heading).filter(|heading| !heading.is_empty()).cloned(),
            position: Some(heading),
            excerpt: Some(self.excerpt(&cell.span)),
            ..Location::line(&self.file, line + within)
        }
    }

    /// The line around a cell, cut where it is very long.
    pub(super) fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let is_end = |sign: char| sign == '\n' || sign == '\r';
        let least = boundary(&self.text, span.start.saturating_sub(MOST_EXCERPT));
        let most = boundary(&self.text, span.start + MOST_EXCERPT);
        let start = self.text[least..span.start]
            .rfind(is_end)
            .map_or(least, |position| least + position + 1);
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

/// The ends of lines in a stretch of a text.
pub(super) fn lines_between(text: &str, span: Range<usize>) -> u32 {
    line_at(&text[span.start..], span.len()).saturating_sub(1)
}

/// The nearest place at or before `at` where a letter begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
