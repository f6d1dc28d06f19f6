//! Text files of records without headings: what separates their cells, and where each stands.

use std::borrow::Cow;
use std::ops::Range;

use super::ledger::Ledger;
use super::original::Original;
use super::page::Page;
use crate::diagnostic::{Fault, Location};
use crate::input::{Splitter, cells};

/// What may separate cells.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// The most cells of a line that are looked at.
const MOST_CELLS: usize = 256;
/// The most lines of a file that are read.
const MOST_LINES: usize = 200_000;
/// How much of a file decides what separates its cells, in bytes.
const SAMPLE: usize = 20_000;

/// A file of records.
pub(crate) struct Lines {
    pub(crate) page: Page,
    pub(crate) delimiter: char,
    records: Vec<Range<usize>>,
}

/// One record; cells are numbered from 1, as in manuals.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'l> {
    lines: &'l Lines,
    record: usize,
}

impl Lines {
    /// Splits a file into records, blank ones left out; more than any school has, or a quotation mark that does not
    /// close its cell, is an error.
    pub(crate) fn read(original: &Original, ledger: &mut Ledger) -> Option<Self> {
        let page = Page::plain(original, ledger)?;
        let delimiter = delimiter(&page.text);
        let mut splitter = Splitter::new(&page.text, 0, delimiter);
        let mut records = Vec::new();
        let is_blank = |sign: char| sign.is_whitespace() || sign == delimiter;
        while let Some(span) = splitter.next_record() {
            if !page.text[span.clone()].chars().all(is_blank) {
                records.push(span);
            }
        }
        if !splitter.faults.is_empty() {
            for (open, fault) in splitter.faults {
                ledger.report(fault, page.location(open..open + 1));
            }
            return None;
        }
        if records.len() > MOST_LINES {
            ledger.report(Fault::TooManyRows { most: MOST_LINES }, Location::file(&page.file));
            return None;
        }
        Some(Self { page, delimiter, records })
    }

    /// The records.
    pub(crate) fn all(&self) -> impl Iterator<Item = Cells<'_>> {
        (0..self.records.len()).map(|record| Cells { lines: self, record })
    }
}

impl<'l> Cells<'l> {
    fn span(self) -> Range<usize> {
        self.lines.records[self.record].clone()
    }

    /// The bytes of a cell, with its quotation marks; `None` in a line that is too short.
    pub(crate) fn span_of(self, number: usize) -> Option<Range<usize>> {
        let cells = cells(
            &self.lines.page.text,
            &self.span(),
            self.lines.delimiter,
            number.min(MOST_CELLS),
        );
        cells.into_iter().nth(number - 1).map(|cell| cell.span)
    }

    /// How many cells it has.
    pub(crate) fn len(self) -> usize {
        cells(&self.lines.page.text, &self.span(), self.lines.delimiter, MOST_CELLS).len()
    }

    /// What a cell says, trimmed; empty in a line that is too short.
    pub(crate) fn cell(self, number: usize) -> Cow<'l, str> {
        let text = &self.lines.page.text;
        let found = cells(text, &self.span(), self.lines.delimiter, number.min(MOST_CELLS));
        found.get(number - 1).map_or(Cow::Borrowed(""), |cell| cell.text(text))
    }

    /// The items of a cell that holds a list.
    pub(crate) fn items(self, number: usize) -> Vec<String> {
        let cell = self.cell(number);
        let items = cell.split('~').map(str::trim).filter(|item| !item.is_empty());
        items.map(ToOwned::to_owned).collect()
    }

    /// Where a cell stands; the whole line where it is too short.
    pub(crate) fn location(self, number: usize) -> Location {
        let span = self.span_of(number).unwrap_or_else(|| self.span());
        self.lines.page.location(span)
    }

    /// Its number, from 1.
    pub(crate) fn number(self) -> u32 {
        self.lines.page.line(self.span().start)
    }
}

/// The delimiter that stands most often outside quotation marks.
pub(crate) fn delimiter(text: &str) -> char {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let mut is_quoted = false;
    let mut counts = [0; DELIMITERS.len()];
    for sign in text[..end].chars() {
        is_quoted = sign != '\n' && is_quoted ^ (sign == '"');
        if let Some(position) =
            DELIMITERS.iter().position(|&delimiter| delimiter == sign && !is_quoted)
        {
            counts[position] += 1;
        }
    }
    let most = (0..DELIMITERS.len()).rev().max_by_key(|&position| counts[position]);
    most.map_or(',', |position| DELIMITERS[position])
}

/// A cell in the form of the one that stood there: with its quotation marks and the blanks around it.
pub(crate) fn like(before: &str, cell: &str) -> String {
    let bare = before.trim_matches(' ');
    let start = before.len() - before.trim_start_matches(' ').len();
    let (head, tail) = (&before[..start], &before[(start + bare.len()).min(before.len())..]);
    let quoted = if bare.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    };
    format!("{head}{quoted}{tail}")
}
