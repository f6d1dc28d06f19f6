//! A table of a page in a terminal: in columns where the lines are long enough for that, else row by row.

use super::wrap::{WIDTH, width, wrap};

/// Signs between two columns.
const BETWEEN: usize = 2;
/// Sentences are not broken into columns narrower than this.
const NARROWEST: usize = 14;

/// The lines of a table whose first row has its headings.
pub(super) fn table(rows: &[Vec<String>], indent: usize) -> Vec<String> {
    let most = WIDTH - indent;
    let Some((headings, below)) = rows.split_first() else { return Vec::new() };
    let Some(widths) = widths(rows, most) else { return one_by_one(headings, below, most) };
    let rule: Vec<String> = widths.iter().map(|&width| "-".repeat(width)).collect();
    let ruled = [headings, &rule].into_iter().chain(below);
    ruled.flat_map(|row| in_columns(row, &widths)).collect()
}

/// How wide each column is when all stand side by side; `None` if they cannot.
fn widths(rows: &[Vec<String>], most: usize) -> Option<Vec<usize>> {
    let columns: Vec<Vec<&str>> = columns(rows);
    let least: Vec<usize> = columns.iter().map(|cells| narrowest(cells)).collect();
    let mut widths: Vec<usize> = columns.iter().map(|cells| longest(cells)).collect();
    let between = BETWEEN * columns.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + between > most {
        let shrinkable = (0..widths.len()).filter(|&column| widths[column] > least[column]);
        let widest = shrinkable.max_by_key(|&column| widths[column])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

fn columns(rows: &[Vec<String>]) -> Vec<Vec<&str>> {
    let count = rows.first().map_or(0, Vec::len);
    let column =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(String::as_str).collect();
    (0..count).map(column).collect()
}

fn longest(texts: &[&str]) -> usize {
    texts.iter().map(|text| width(text)).max().unwrap_or(0)
}

/// How narrow a column may be: no word is broken, and no sentence into single words.
fn narrowest(cells: &[&str]) -> usize {
    let words: Vec<&str> = cells.iter().flat_map(|cell| cell.split_whitespace()).collect();
    longest(&words).max(NARROWEST.min(longest(cells)))
}

/// A row whose cells take as many lines as the longest of them needs.
fn in_columns(row: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> =
        row.iter().zip(widths).map(|(cell, &most)| wrap(cell, most)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height).map(|line| beside_one_another(&cells, widths, line)).collect()
}

/// The parts of cells that stand in one line.
fn beside_one_another(cells: &[Vec<String>], widths: &[usize], line: usize) -> String {
    let mut told = String::new();
    for (cell, most) in cells.iter().zip(widths) {
        let part = cell.get(line).map_or("", String::as_str);
        told += part;
        told += &" ".repeat(most.saturating_sub(width(part)) + BETWEEN);
    }
    told.trim_end().to_owned()
}

/// Each row as lines of its own, with an empty line between two.
fn one_by_one(headings: &[String], rows: &[Vec<String>], most: usize) -> Vec<String> {
    let told: Vec<Vec<String>> = rows.iter().map(|row| one(headings, row, most)).collect();
    told.join(&String::new())
}

/// A row: what it is about, and below it the other cells after their headings.
fn one(headings: &[String], row: &[String], most: usize) -> Vec<String> {
    let mut cells = row.iter().zip(headings);
    let first = cells.next().into_iter().flat_map(|(cell, _)| wrap(cell, most));
    let others = cells.filter(|(cell, _)| !cell.is_empty());
    let told =
        others.flat_map(|(cell, heading)| wrap(&format!("{heading}: {cell}"), most - BETWEEN));
    first.chain(told.map(|line| format!("{:BETWEEN$}{line}", ""))).collect()
}
