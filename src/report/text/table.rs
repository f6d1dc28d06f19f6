//! Columns of text under one another.

use itertools::Itertools;

/// The most signs of a cell that are shown where another cell follows it.
const MOST: usize = 40;

/// On which side of its column a cell stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Side {
    /// For words.
    Left,
    /// For numbers.
    Right,
}

/// Lines of cells, each column as wide as its widest cell and never wider than [`MOST`]; the last column, which nothing
/// has to stand beside, is as wide as it likes.
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
        let mut cells = cells.map(ToString::to_string);
        for cell in cells.iter_mut().rev().skip(1) {
            shorten(cell);
        }
        self.lines.push(cells);
    }

    /// Whether it has no line.
    pub(in crate::report) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines, indented by `indent`, without blanks at their ends.
    pub(in crate::report) fn render(&self, indent: &str) -> String {
        let widths: Vec<usize> = (0..COLUMNS).map(|column| self.width(column)).collect();
        let pad = |(column, cell): (usize, &String)| {
            let blanks = " ".repeat(widths[column].saturating_sub(signs(cell)));
            match self.sides[column] {
                Side::Left => format!("{cell}{blanks}"),
                Side::Right => format!("{blanks}{cell}"),
            }
        };
        let mut text = String::new();
        for line in &self.lines {
            let line = line.iter().enumerate().map(pad).join("  ");
            text.extend([indent, line.trim_end(), "\n"]);
        }
        text
    }

    fn width(&self, column: usize) -> usize {
        let widest = self.lines.iter().map(|line| signs(&line[column])).max();
        widest.unwrap_or(0).min(MOST)
    }
}

fn signs(cell: &str) -> usize {
    cell.chars().count()
}

/// Cuts a cell of more than [`MOST`] signs and marks the cut.
fn shorten(cell: &mut String) {
    if signs(cell) > MOST {
        *cell = cell.chars().take(MOST - 1).chain(['…']).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_cell_is_cut_where_another_follows_and_whole_at_the_end() {
        let long = "å".repeat(100_000);
        let mut table = Table::new([Side::Left, Side::Left]);
        table.push([&long, &"x"]);
        table.push([&"8A-03", &long]);
        let cut = "å".repeat(MOST - 1);
        let blanks = " ".repeat(MOST - 5);
        assert_eq!(table.render(""), format!("{cut}…  x\n8A-03{blanks}  {long}\n"));
    }
}
