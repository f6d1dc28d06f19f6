//! Tables of answers: a caption, headings, and lines that begin with what they are about.

use maud::{Markup, html};

use super::super::text::table::{Side, Table as Columns};

/// A table that is drawn once its lines are known.
pub(crate) struct Table<const COLUMNS: usize> {
    caption: String,
    headings: [String; COLUMNS],
    sides: [Side; COLUMNS],
    lines: Vec<[Markup; COLUMNS]>,
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    /// An empty table.
    pub(crate) fn new(
        caption: impl Into<String>,
        headings: [&str; COLUMNS],
        sides: [Side; COLUMNS],
    ) -> Self {
        let headings = headings.map(str::to_owned);
        Self { caption: caption.into(), headings, sides, lines: Vec::new() }
    }

    /// A table of a terminal whose first line has the headings.
    pub(in crate::report) fn of(caption: String, columns: &Columns<COLUMNS>) -> Self {
        let mut lines = columns.lines().iter();
        let headings = lines.next().cloned().unwrap_or([const { String::new() }; COLUMNS]);
        let lines = lines.map(|line| line.each_ref().map(cell)).collect();
        Self { caption, headings, sides: columns.sides(), lines }
    }

    /// Adds a line; its first cell says what it is about.
    pub(crate) fn push(&mut self, cells: [Markup; COLUMNS]) {
        self.lines.push(cells);
    }

    /// The table; nothing if it has no lines.
    pub(crate) fn draw(&self) -> Markup {
        html! {
            @if !self.lines.is_empty() {
                div.scroll role="group" tabindex="0" aria-label=(self.caption) {
                    table {
                        caption { (self.caption) }
                        thead {
                            tr {
                                @for (heading, side) in self.headings.iter().zip(self.sides) {
                                    @if heading.is_empty() { td {} } @else {
                                        th scope="col" class=[style(side)] { (heading) }
                                    }
                                }
                            }
                        }
                        tbody { @for line in &self.lines { (self.line(line)) } }
                    }
                }
            }
        }
    }

    fn line(&self, cells: &[Markup; COLUMNS]) -> Markup {
        let mut sided = cells.iter().zip(self.sides.map(style));
        html! {
            tr {
                @if let Some((first, style)) = sided.next() { th scope="row" class=[style] { (first) } }
                @for (cell, style) in sided { td class=[style] { (cell) } }
            }
        }
    }
}

/// How a cell is styled that stands on this side of its column.
pub(in crate::report) fn style(side: Side) -> Option<&'static str> {
    (side == Side::Right).then_some("number")
}

/// Something that says itself, as markup.
pub(crate) fn cell(told: impl std::fmt::Display) -> Markup {
    html! { (told.to_string()) }
}
