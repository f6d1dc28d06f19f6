//! The rows of a table and their cells.

use std::borrow::Cow;

use super::columns::Column;
use super::findings::Findings;
use super::page::Page;
use super::split::RawCell;
use crate::diagnostic::{Fault, Location};

/// A row of a table.
pub(in crate::input) struct Row<'t> {
    page: &'t Page,
    /// Its place among the rows, from 0.
    pub(in crate::input) index: usize,
    /// The line where it begins, from 1.
    pub(in crate::input) line: u32,
    cells: Vec<RawCell>,
}

/// A cell that is not empty.
pub(in crate::input) struct Cell<'t> {
    page: &'t Page,
    heading: usize,
    raw: RawCell,
    /// The line of its row, from 1.
    pub(in crate::input) line: u32,
    /// What it says, trimmed.
    pub(in crate::input) text: Cow<'t, str>,
}

impl<'t> Row<'t> {
    pub(super) const fn new(page: &'t Page, index: usize, line: u32, cells: Vec<RawCell>) -> Self {
        Self { page, index, line, cells }
    }

    /// The row's cell in a column; `None` where it is empty or there is no such column.
    pub(in crate::input) fn cell(&self, column: Column) -> Option<Cell<'t>> {
        self.cell_at(self.page.position(column)?).filter(|cell| !cell.text.is_empty())
    }

    /// The row's cell in a column that must not be empty; reports it where it is.
    pub(in crate::input) fn needed(
        &self,
        column: Column,
        findings: &mut Findings,
    ) -> Option<Cell<'t>> {
        let cell = self.cell(column);
        if cell.is_none() {
            let location = self.location_in(column);
            findings.report(Fault::CellEmpty, location);
        }
        cell
    }

    /// Where the cell of a column stands, or would in a row that is too short for it.
    fn location_in(&self, column: Column) -> Location {
        let Some(at) = self.page.position(column) else { return self.location() };
        if let Some(raw) = self.cells.get(at) {
            return self.page.location(self.line, at, raw);
        }
        let end = self.cells.last().map_or(0, |last| last.span.end);
        let column = self.page.headings.get(at).cloned();
        let excerpt = Some(self.page.excerpt(&(end..end)));
        Location {
            column,
            position: Some(at),
            excerpt,
            ..Location::line(&self.page.file, self.line)
        }
    }

    /// The first cell that stands under no heading, and its place in the row.
    pub(in crate::input) fn loose_cell(&self) -> Option<(usize, Cell<'t>)> {
        let headings = &self.page.headings;
        let loose = |at: &usize| headings.get(*at).is_none_or(String::is_empty);
        let cells = (0..self.cells.len()).filter(loose);
        let mut cells = cells.filter_map(|at| Some((at, self.cell_at(at)?)));
        cells.find(|(_, cell)| !cell.text.is_empty())
    }

    /// Where a quoted cell stands whose delimiters, if they were some, would make the row no longer than the headings.
    pub(in crate::input) fn cell_of_cells(&self, width: usize) -> Option<Location> {
        let within = |raw: &RawCell| raw.delimiters_within(&self.page.text, self.page.delimiter);
        let lacking = width.checked_sub(self.cells.len()).filter(|&lacking| lacking > 0)?;
        let at = self.cells.iter().position(|raw| (1..=lacking).contains(&within(raw)))?;
        Some(self.page.location(self.line, at, &self.cells[at]))
    }

    /// Every cell with the blanks around it, without quotation marks.
    pub(in crate::input) fn written(&self) -> Vec<String> {
        self.cells.iter().map(|cell| cell.written(&self.page.text).into_owned()).collect()
    }

    /// All that stands in the row.
    pub(in crate::input) fn text(&self) -> &'t str {
        let start = self.cells.first().map_or(0, |cell| cell.span.start);
        let end = self.cells.last().map_or(start, |cell| cell.span.end);
        self.page.text[start..end].trim()
    }

    /// The place of the row as a whole.
    pub(in crate::input) fn location(&self) -> Location {
        let line = self.cells.first().map(|cell| {
            let end = self.cells.last().map_or(cell.span.end, |last| last.span.end);
            self.page.excerpt(&(cell.span.start..end))
        });
        Location { excerpt: line, ..Location::line(&self.page.file, self.line) }
    }

    fn cell_at(&self, heading: usize) -> Option<Cell<'t>> {
        let raw = self.cells.get(heading)?.clone();
        let text = raw.text(&self.page.text);
        Some(Cell { page: self.page, heading, raw, line: self.line, text })
    }
}

impl Cell<'_> {
    /// Where it stands.
    pub(in crate::input) fn location(&self) -> Location {
        self.page.location(self.line, self.heading, &self.raw)
    }

    /// The name of its file.
    pub(in crate::input) fn file(&self) -> &str {
        &self.page.file
    }
}

/// What a message quotes of a cell: all of it, unless that is a page of text.
pub(in crate::input) fn shortened(written: &str) -> String {
    const MOST: usize = 60;
    let mut start: String = written.chars().take(MOST).collect();
    if start.len() < written.len() {
        start.push('…');
    }
    start
}
