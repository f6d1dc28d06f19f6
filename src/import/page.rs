//! A text and where things stand in it.

use std::ops::Range;

use super::encoding::{Form, Undecodable};
use super::ledger::Ledger;
use super::original::Original;
use crate::diagnostic::{Excerpt, Fault, Foreign, Location};
use crate::input::strike;

/// The most of a long line that is shown on either side of what is meant, in bytes.
const MOST_SHOWN: usize = 120;

/// A file's text.
pub(crate) struct Page {
    /// The file's name.
    pub(crate) file: String,
    /// What it says.
    pub(crate) text: String,
    /// How it is encoded.
    pub(crate) form: Form,
    line_starts: Vec<usize>,
}

impl Page {
    /// The text of a file that declares no encoding.
    pub(crate) fn plain(original: &Original, ledger: &mut Ledger) -> Option<Self> {
        Self::decoded(original, Form::of(&original.bytes, None), ledger)
    }

    /// The text of a file in `form`; reports bytes that do not belong to it.
    pub(crate) fn decoded(original: &Original, form: Form, ledger: &mut Ledger) -> Option<Self> {
        match form.decode(&original.bytes) {
            Ok(text) if text.contains('\0') => {
                ledger.report(Fault::FileBinary, Location::file(&original.name));
                None
            }
            Ok(text) => Some(Self::new(&original.name, text, form)),
            Err(Undecodable { label, before }) => {
                let at = before.len();
                let page = Self::new(&original.name, before, form);
                ledger.note(Foreign::EncodingWrong { label }, page.location(at..at));
                None
            }
        }
    }

    fn new(file: &str, text: String, form: Form) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(ends).collect();
        Self { file: file.to_owned(), text, form, line_starts }
    }

    /// The file's bytes with some stretches, in their order, written anew; all others stay as they were.
    pub(crate) fn edited(
        &self,
        edits: impl IntoIterator<Item = (Range<usize>, String)>,
        write: impl Fn(&str, &str) -> String,
    ) -> Vec<u8> {
        let text = self.spliced(0..self.text.len(), edits, write);
        self.form.encode(&text)
    }

    /// A part of the text with some stretches in it, in their order, written anew.
    pub(crate) fn spliced(
        &self,
        part: Range<usize>,
        edits: impl IntoIterator<Item = (Range<usize>, String)>,
        write: impl Fn(&str, &str) -> String,
    ) -> String {
        let mut text = String::with_capacity(part.len());
        let mut copied = part.start;
        for (span, new) in edits {
            text += &self.text[copied..span.start];
            text += &write(&self.text[span.clone()], &new);
            copied = span.end;
        }
        text + &self.text[copied..part.end]
    }

    /// The blanks and ends of lines right before byte `at`.
    pub(crate) fn blanks_before(&self, at: usize) -> Range<usize> {
        self.text[..at].trim_end().len()..at
    }

    /// The number of the line at byte `at`, from 1.
    pub(crate) fn line(&self, at: usize) -> u32 {
        let lines = self.line_starts.partition_point(|&start| start <= at);
        u32::try_from(lines).unwrap_or(u32::MAX)
    }

    /// The place of a stretch of text, with its line; a personal number in that line is struck out.
    pub(crate) fn location(&self, span: Range<usize>) -> Location {
        let start = boundary(&self.text, span.start);
        let end = boundary(&self.text, span.end.max(start));
        let least = boundary(&self.text, start.saturating_sub(MOST_SHOWN));
        let most = boundary(&self.text, start + MOST_SHOWN);
        let is_end = |sign: char| sign == '\n' || sign == '\r';
        let from = self.text[least..start].rfind(is_end).map_or(least, |at| least + at + 1);
        let until = self.text[start..most].find(is_end).map_or(most, |at| start + at);
        let mut shown = self.text[from..until].to_owned();
        strike(&mut shown);
        let span = start - from..end.min(until) - from;
        let line = self.line(start);
        let line_start = usize::try_from(line).ok().and_then(|line| self.line_starts.get(line - 1));
        let before = line_start.map_or(0, |line_start| from.saturating_sub(*line_start));
        let excerpt = Some(Excerpt { text: shown, span, before });
        Location { excerpt, ..Location::line(&self.file, line) }
    }
}

/// The nearest place at or before `at` where a letter begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
