//! Text → records → cells, with the bytes of every cell, so that a message can point at it.
//!
//! Cells are found anew for each record instead of being kept, so that a large file takes no more than its text.

use std::borrow::Cow;
use std::ops::Range;

use super::text::is_invisible;

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
}

/// A text without the blanks and the invisible signs around it.
fn trimmed(written: &str) -> &str {
    written.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign))
}

/// Walks over a text.
pub(crate) struct Splitter<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    at: usize,
    /// The first quotation mark that is never closed; it and all after it are letters like others.
    pub(crate) unclosed: Option<usize>,
}

impl<'t> Splitter<'t> {
    /// Begins at byte `at` of `text`.
    pub(crate) const fn new(text: &'t str, at: usize, delimiter: char) -> Self {
        Self { bytes: text.as_bytes(), delimiter: delimiter as u8, at, unclosed: None }
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
        self.skip_while(|byte, delimiter| byte != delimiter && byte != b'\n' && byte != b'\r');
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
        if self.bytes.get(open) != Some(&b'"') || self.unclosed.is_some() {
            return None;
        }
        let mut at = open + 1;
        loop {
            match (self.bytes.get(at), self.bytes.get(at + 1)) {
                (None, _) => {
                    self.unclosed = Some(open);
                    return None;
                }
                (Some(b'"'), Some(b'"')) => at += 2,
                (Some(b'"'), _) => return Some(open + 1..at),
                _ => at += 1,
            }
        }
    }

    fn skip_while(&mut self, goes_on: impl Fn(u8, u8) -> bool) {
        while self.bytes.get(self.at).is_some_and(|&byte| goes_on(byte, self.delimiter)) {
            self.at += 1;
        }
    }

    fn line_end(&self) -> usize {
        match &self.bytes[self.at..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        }
    }
}

/// The cells of one record, at most `most`.
pub(crate) fn cells(
    text: &str,
    record: &Range<usize>,
    delimiter: char,
    most: usize,
) -> Vec<RawCell> {
    let mut splitter = Splitter::new(&text[..record.end], record.start, delimiter);
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

    fn split(text: &str) -> Vec<Vec<String>> {
        let mut splitter = Splitter::new(text, 0, ';');
        let mut records = Vec::new();
        while let Some(record) = splitter.next_record() {
            let cells = cells(text, &record, ';', usize::MAX);
            records.push(cells.iter().map(|cell| cell.text(text).into_owned()).collect());
        }
        records
    }

    #[test]
    fn a_quoted_cell_may_hold_delimiters_lines_and_quotation_marks() {
        let text = "a; \"b;\"\"c\"\"\nd\" ;e\r\nf;;\"\"\rg";
        let expected: [&[&str]; 3] = [&["a", "b;\"c\"\nd", "e"], &["f", "", ""], &["g"]];
        assert_eq!(split(text), expected);
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_a_letter() {
        assert_eq!(split("a;\"b\nc;d"), [["a", "\"b"], ["c", "d"]]);
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_is_a_letter() {
        assert_eq!(split("5\" pipe;\"x\" y"), [["5\" pipe", "x y"]]);
    }
}
