//! A table of a page in a terminal: in columns where the lines are long enough for that, else row by row.

use super::wrap::{WIDTH, width, wrap};

/// Signs between two columns.
const BETWEEN: usize = 2;
/// A column that would be narrower than this is no help to a reader of sentences.
const NARROWEST: usize = 14;

/// The lines of a table whose first row has its headings.
pub(super) fn table(rows: &[Vec<String>], indent: usize) -> Vec<String> {
    let most = WIDTH - indent;
    match widths(rows, most) {
        Some(widths) => rows.iter().flat_map(|row| in_columns(row, &widths)).collect(),
        None => one_by_one(rows, most),
    }
}

/// How wide each column may be so that all fit side by side; `None` if they do not.
fn widths(rows: &[Vec<String>], most: usize) -> Option<Vec<usize>> {
    let columns = rows.first().map_or(0, Vec::len);
    let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
    let longest = |column| cells(column).map(|cell| width(cell)).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..columns).map(longest).collect();
    let least = |column| {
        let words = cells(column).flat_map(|cell| cell.split_whitespace().map(width));
        words.max().unwrap_or(0).max(NARROWEST.min(longest(column)))
    };
    let between = BETWEEN * columns.saturating_sub(1);
    while widths.iter().sum::<usize>() + between > most {
        let shrinkable = (0..columns).filter(|&column| widths[column] > least(column));
        let widest = shrinkable.max_by_key(|&column| widths[column])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

fn in_columns(row: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> =
        row.iter().zip(widths).map(|(cell, &most)| wrap(cell, most)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let part = |at: usize, cell: &Vec<String>, most: usize| {
        let text = cell.get(at).map_or("", String::as_str);
        format!("{text}{:gap$}", "", gap = most - width(text).min(most) + BETWEEN)
    };
    let line = |at| {
        let parts = cells.iter().zip(widths).map(|(cell, &most)| part(at, cell, most));
        parts.collect::<String>().trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

/// Each row as lines of its own: what it is about, and below it the other cells under their headings.
fn one_by_one(rows: &[Vec<String>], most: usize) -> Vec<String> {
    let Some((headings, rows)) = rows.split_first() else { return Vec::new() };
    let mut lines = Vec::new();
    for row in rows {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut cells = row.iter().zip(headings);
        lines.extend(cells.next().into_iter().flat_map(|(cell, _)| wrap(cell, most)));
        for (cell, heading) in cells.filter(|(cell, _)| !cell.is_empty()) {
            let told = wrap(&format!("{heading}: {cell}"), most - BETWEEN);
            lines.extend(told.into_iter().map(|line| format!("{:BETWEEN$}{line}", "")));
        }
    }
    lines
}
