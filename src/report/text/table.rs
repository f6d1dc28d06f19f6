//! Columns of text under one another.

use itertools::Itertools;

/// On which side of its column a cell stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Side {
    /// For words.
    Left,
    /// For numbers.
    Right,
}

/// Lines of cells, each column as wide as its widest cell.
pub(in crate::report) struct Table<const COLUMNS: usize> {
    sides: [Side; COLUMNS],
    lines: Vec<[String; COLUMNS]>,
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    /// An empty table with a column for each of `sides`.
    pub(in crate::report) fn new(sides: [Side; COLUMNS]) -> Self {
        Self { sides, lines: Vec::new() }
    }

    /// Adds a line.
    pub(in crate::report) fn push(&mut self, cells: [&dyn ToString; COLUMNS]) {
        self.lines.push(cells.map(ToString::to_string));
    }

    /// Whether it has no line.
    pub(in crate::report) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines, indented by `indent`, without blanks at their ends.
    pub(in crate::report) fn render(&self, indent: &str) -> String {
        let widths: Vec<usize> = (0..COLUMNS).map(|column| self.width(column)).collect();
        let pad = |(column, cell): (usize, &String)| match self.sides[column] {
            Side::Left => format!("{cell:<width$}", width = widths[column]),
            Side::Right => format!("{cell:>width$}", width = widths[column]),
        };
        let mut text = String::new();
        for line in &self.lines {
            let line = line.iter().enumerate().map(pad).join("  ");
            text.extend([indent, line.trim_end(), "\n"]);
        }
        text
    }

    fn width(&self, column: usize) -> usize {
        self.lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0)
    }
}
