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
        self.lines.push(cells.map(ToString::to_string));
    }

    /// On which side the cells of each column stand.
    pub(in crate::report) const fn sides(&self) -> [Side; COLUMNS] {
        self.sides
    }

    /// The lines, whole.
    pub(in crate::report) fn lines(&self) -> &[[String; COLUMNS]] {
        &self.lines
    }

    /// Whether it has no line.
    pub(in crate::report) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines, indented by `indent`, without blanks at their ends.
    pub(in crate::report) fn render(&self, indent: &str) -> String {
        let widths: Vec<usize> = (0..COLUMNS).map(|column| self.width(column)).collect();
        let pad = |(column, cell): (usize, &String)| {
            let cell = if column + 1 < COLUMNS { &shortened(cell) } else { cell };
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

/// A cell of more than [`MOST`] signs is cut, and the cut is marked.
fn shortened(cell: &str) -> String {
    if signs(cell) > MOST {
        cell.chars().take(MOST - 1).chain(['…']).collect()
    } else {
        cell.to_owned()
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
