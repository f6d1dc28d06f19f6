//! Text → records → cells, with the bytes of every cell, so that a message can point at it.
//!
//! Cells are found anew for each record instead of being kept, so that a large file takes no more than its text.

use std::borrow::Cow;
use std::ops::Range;

use super::lookalike::is_invisible;
use crate::diagnostic::Fault;

/// What separates two cells; all are one byte long.
pub(crate) const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// A line of cells, or several lines where a quoted cell runs on.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// The line where it begins, from 1.
    pub(crate) line: u32,
    /// Its bytes, without the end of the line.
    pub(crate) span: Range<usize>,
}

/// The bytes of a cell.
#[derive(Clone, Debug)]
pub(crate) struct RawCell {
    /// All of it.
    pub(crate) span: Range<usize>,
    /// What is inside the quotation marks, where it has them.
    quoted: Option<Range<usize>>,
}

impl RawCell {
    /// What the cell says, trimmed.
    pub(crate) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.written(text) {
            Cow::Borrowed(written) => trimmed(written).into(),
            Cow::Owned(written) => trimmed(&written).to_owned().into(),
        }
    }

    /// What the cell says with the blanks around it, but without quotation marks.
    pub(crate) fn written<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let Some(quoted) = &self.quoted else { return text[self.span.clone()].into() };
        let inner = &text[quoted.clone()];
        let rest = text[quoted.end + 1..self.span.end].trim_end();
        if rest.is_empty() && !inner.contains('"') {
            inner.into()
        } else {
            (inner.replace("\"\"", "\"") + rest).into()
        }
    }

    /// How many delimiters stand inside its quotation marks.
    pub(in crate::input) fn delimiters_within(&self, text: &str, delimiter: char) -> usize {
        self.quoted.clone().map_or(0, |quoted| text[quoted].matches(delimiter).count())
    }
}

/// A text without the blanks and the invisible signs around it.
fn trimmed(written: &str) -> &str {
    written.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign))
}

/// Whether a quoted cell may run over several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Breaks {
    /// Only as Excel writes them for Alt+Enter.
    AsExcel,
    /// Never.
    Refused,
}

/// The most faults that are kept of one text.
const MOST_FAULTS: usize = 1000;

/// Walks over a text.
///
/// A quotation mark that opens a cell and does not end it as a program would write it is told, and a letter like
/// others, so that it takes in no further row and no further cell.
pub(crate) struct Splitter<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    breaks: Breaks,
    /// The quotation marks that are letters, by their bytes, and why.
    pub(crate) faults: Vec<(usize, Fault)>,
}

impl<'t> Splitter<'t> {
    /// Begins at byte `at` of `text`.
    pub(crate) fn new(text: &'t str, at: usize, delimiter: char) -> Self {
        let of_excel = ends_as_excel(text, at, delimiter);
        let breaks = if of_excel { Breaks::AsExcel } else { Breaks::Refused };
        Self { breaks, ..Self::within(text, at, delimiter) }
    }

    /// As [`Splitter::new`], for a text whose records are known.
    const fn within(text: &'t str, at: usize, delimiter: char) -> Self {
        let bytes = text.as_bytes();
        let faults = Vec::new();
        Self { bytes, delimiter: delimiter as u8, at, breaks: Breaks::AsExcel, faults }
    }

    /// The bytes of the next record; `None` at the end.
    pub(crate) fn next_record(&mut self) -> Option<Range<usize>> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let start = self.at;
        while self.next_cell().1 {}
        let end = self.at;
        self.at += self.line_end();
        Some(start..end)
    }

    /// The next cell of the record, and whether another follows it.
    fn next_cell(&mut self) -> (RawCell, bool) {
        let start = self.at;
        let quoted = self.quoted();
        if let Some(quoted) = &quoted {
            self.at = quoted.end + 1;
        }
        self.at = self.cell_end(self.at);
        let cell = RawCell { span: start..self.at, quoted };
        let more = self.bytes.get(self.at) == Some(&self.delimiter);
        if more {
            self.at += 1;
        }
        (cell, more)
    }

    /// What is inside the quotation marks of the cell that begins here, if it has them.
    fn quoted(&mut self) -> Option<Range<usize>> {
        let blanks = self.bytes[self.at..].iter().take_while(|&&byte| byte == b' ').count();
        let open = self.at + blanks;
        if self.bytes.get(open) != Some(&b'"') {
            return None;
        }
        let read = match self.closing(open) {
            None => Err(Fault::QuoteUnclosed),
            Some(close) => self.checked(open, close),
        };
        match read {
            Ok(quoted) => Some(quoted),
            Err(fault) => {
                if self.faults.len() < MOST_FAULTS {
                    self.faults.push((open, fault));
                }
                None
            }
        }
    }

    /// The next quotation mark after `open` that is not doubled.
    fn closing(&self, open: usize) -> Option<usize> {
        let mut at = open + 1;
        loop {
            match (self.bytes.get(at)?, self.bytes.get(at + 1)) {
                (b'"', Some(b'"')) => at += 2,
                (b'"', _) => return Some(at),
                _ => at += 1,
            }
        }
    }

    /// What is between two quotation marks, if the second can be what ends the cell of the first.
    fn checked(&self, open: usize, close: usize) -> Result<Range<usize>, Fault> {
        let inner = &self.bytes[open + 1..close];
        let lines = line_ends(inner);
        let rest = &self.bytes[close + 1..self.cell_end(close + 1)];
        if lines > 0 {
            let is_whole = open == self.at && rest.is_empty();
            let is_excel = self.breaks == Breaks::AsExcel && !inner.contains(&b'\r') && is_whole;
            return if is_excel {
                Ok(open + 1..close)
            } else {
                Err(Fault::QuoteOverLines { lines })
            };
        }
        if inner.contains(&self.delimiter) && !rest.trim_ascii().is_empty() {
            return Err(Fault::QuoteOverCells);
        }
        Ok(open + 1..close)
    }

    /// Where a cell without quotation marks ends that goes on at byte `at`.
    fn cell_end(&self, at: usize) -> usize {
        let is_end = |&byte: &u8| byte == self.delimiter || byte == b'\n' || byte == b'\r';
        self.bytes[at..].iter().position(is_end).map_or(self.bytes.len(), |length| at + length)
    }

    fn line_end(&self) -> usize {
        match &self.bytes[self.at..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        }
    }
}

/// Whether all records of a text end as those do that Excel writes: with a carriage return and a line feed.
fn ends_as_excel(text: &str, at: usize, delimiter: char) -> bool {
    if !text[at..].contains("\r\n") {
        return false;
    }
    let mut splitter = Splitter::within(text, at, delimiter);
    let mut before = at;
    while splitter.next_record().is_some() {
        let end = &text.as_bytes()[before..splitter.at];
        if end.ends_with(b"\r") || end.ends_with(b"\n") && !end.ends_with(b"\r\n") {
            return false;
        }
        before = splitter.at;
    }
    true
}

/// How many lines end in a stretch.
fn line_ends(bytes: &[u8]) -> u32 {
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|&(at, &byte)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

/// The cells of one record, at most `most`.
pub(crate) fn cells(
    text: &str,
    record: &Range<usize>,
    delimiter: char,
    most: usize,
) -> Vec<RawCell> {
    let mut splitter = Splitter::within(&text[..record.end], record.start, delimiter);
    let mut cells = Vec::new();
    while cells.len() < most {
        let (cell, more) = splitter.next_cell();
        cells.push(cell);
        if !more {
            break;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str, delimiter: char) -> (Vec<Vec<String>>, Vec<(usize, Fault)>) {
        let mut splitter = Splitter::new(text, 0, delimiter);
        let mut records = Vec::new();
        while let Some(record) = splitter.next_record() {
            let cells = cells(text, &record, delimiter, usize::MAX);
            records.push(cells.iter().map(|cell| cell.text(text).into_owned()).collect());
        }
        (records, splitter.faults)
    }

    fn split(text: &str) -> Vec<Vec<String>> {
        let (records, faults) = records(text, ';');
        assert_eq!(faults, [], "{text}");
        records
    }

    #[test]
    fn a_quoted_cell_may_hold_delimiters_and_quotation_marks() {
        let text = "a; \"b;\"\"c\"\"d\" ;e\r\nf;;\"\"\rg";
        let expected: [&[&str]; 3] = [&["a", "b;\"c\"d", "e"], &["f", "", ""], &["g"]];
        assert_eq!(split(text), expected);
    }

    #[test]
    fn a_quoted_cell_has_lines_where_excel_wrote_them() {
        let text = "a;b\r\n\"c\n\"\"d\"\"\n\";\"e\nf\"\r\n\"g\nh\"";
        let expected: [&[&str]; 3] = [&["a", "b"], &["c\n\"d\"", "e\nf"], &["g\nh"]];
        assert_eq!(split(text), expected);
    }

    #[test]
    fn lines_that_excel_does_not_write_are_never_taken_into_a_cell() {
        for text in [
            "a;b\n\"c\nd\";e\n",
            "a;b\r\n\"c\r\nd\";e\r\n",
            "a;b\r\"c\rd\";e\r",
            "a;b\r\n\"c\nd\" x;e\r\n",
            "a;b\r\n \"c\nd\";e\r\n",
            "a;b\r\n\"c\nd\";e\n",
            "a;b\r\n\"c\nd\";e\rf\r\n",
        ] {
            let (records, faults) = records(text, ';');
            assert!(records.iter().flatten().all(|cell| !cell.contains(['\n', '\r'])), "{text:?}");
            let faults: Vec<Fault> = faults.into_iter().map(|(_, fault)| fault).collect();
            assert_eq!(faults, [Fault::QuoteOverLines { lines: 1 }], "{text:?}");
        }
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_a_letter() {
        let text = "a;\"b\nc;d;\"\";\"\"\"\"";
        let (records, faults) = records(text, ';');
        let expected: [&[&str]; 2] = [&["a", "\"b"], &["c", "d", "", "\""]];
        assert_eq!(records, expected);
        assert_eq!(faults, [(2, Fault::QuoteUnclosed)]);
    }

    #[test]
    fn a_quotation_mark_that_takes_in_cells_is_a_letter_whatever_separates_them() {
        for delimiter in DELIMITERS {
            let text = ["a", "\"b", "c", "\"d\"", "e\n"].join(&delimiter.to_string());
            let (records, faults) = records(&text, delimiter);
            assert_eq!(records, [["a", "\"b", "c", "d", "e"]]);
            assert_eq!(faults, [(2, Fault::QuoteOverCells)]);
        }
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_or_before_its_end_is_a_letter() {
        assert_eq!(split("5\" pipe;\"x\" y;\"\"z\"\""), [["5\" pipe", "x y", "z\"\""]]);
    }
}
