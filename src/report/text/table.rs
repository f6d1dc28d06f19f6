//! Columns of text under one another.

use itertools::Itertools;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest that a cell is shown where another cell follows it, in columns of a terminal.
const MOST: usize = 40;

/// On which side of its column a cell stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// For words.
    Left,
    /// For numbers.
    Right,
}

impl Side {
    /// A cell with blanks on its other side, so that a terminal shows it `width` columns wide.
    pub(crate) fn pad(self, cell: &str, width: usize) -> String {
        let blanks = " ".repeat(width.saturating_sub(cell.width()));
        match self {
            Self::Left => format!("{cell}{blanks}"),
            Self::Right => format!("{blanks}{cell}"),
        }
    }
}

/// Lines of cells, each column as wide as its widest cell and never wider than [`MOST`]; the last column, which nothing
/// has to stand beside, is as wide as it likes.
pub(crate) struct Table<const COLUMNS: usize> {
    sides: [Side; COLUMNS],
    lines: Vec<[String; COLUMNS]>,
}

impl<const COLUMNS: usize> Table<COLUMNS> {
    /// An empty table with a column for each of `sides`.
    pub(crate) fn new(sides: [Side; COLUMNS]) -> Self {
        Self { sides, lines: Vec::new() }
    }

    /// Puts `headings` above the lines, unless there are lines already.
    pub(crate) fn head(&mut self, headings: [&str; COLUMNS]) {
        if self.is_empty() {
            self.lines.push(headings.map(str::to_owned));
        }
    }

    /// Adds a line.
    pub(crate) fn push(&mut self, cells: [&dyn ToString; COLUMNS]) {
        self.lines.push(cells.map(ToString::to_string));
    }

    /// On which side the cells of each column stand.
    pub(crate) const fn sides(&self) -> [Side; COLUMNS] {
        self.sides
    }

    /// The lines, whole.
    pub(crate) fn lines(&self) -> &[[String; COLUMNS]] {
        &self.lines
    }

    /// Whether it has no line.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines, indented by `indent`, without blanks at their ends.
    pub(crate) fn render(&self, indent: &str) -> String {
        let widths: Vec<usize> = (0..COLUMNS).map(|column| self.width(column)).collect();
        let pad = |(column, cell): (usize, &String)| {
            let cell = if column + 1 < COLUMNS { &shortened(cell) } else { cell };
            self.sides[column].pad(cell, widths[column])
        };
        let mut text = String::new();
        for line in &self.lines {
            let line = line.iter().enumerate().map(pad).join("  ");
            text.extend([indent, line.trim_end(), "\n"]);
        }
        text
    }

    fn width(&self, column: usize) -> usize {
        let widest = self.lines.iter().map(|line| line[column].width()).max();
        widest.unwrap_or(0).min(MOST)
    }
}

/// A cell wider than [`MOST`] is cut, and the cut is marked.
fn shortened(cell: &str) -> String {
    if cell.width() <= MOST {
        return cell.to_owned();
    }
    let mut width = 0;
    let fits = |sign: &char| {
        width += sign.width().unwrap_or(0);
        width < MOST
    };
    cell.chars().take_while(fits).chain(['…']).collect()
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

    #[test]
    fn wide_and_combining_signs_take_the_columns_that_a_terminal_gives_them() {
        let mut table = Table::new([Side::Left, Side::Left]);
        table.push([&"数学", &"x"]);
        table.push([&"A\u{30a}sa", &"y"]);
        table.push([&"abcd", &"z"]);
        assert_eq!(table.render(""), "数学  x\nA\u{30a}sa   y\nabcd  z\n");
    }

    #[test]
    fn a_wide_sign_that_would_not_fit_whole_is_cut_off() {
        let mut table = Table::new([Side::Left, Side::Left]);
        table.push([&"学".repeat(MOST), &"x"]);
        assert_eq!(table.render(""), format!("{}…   x\n", "学".repeat(MOST / 2 - 1)));
    }
}
