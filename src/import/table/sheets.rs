//! A list in a workbook as text: the sheet that has its headings, or several with the same.

use super::headings::meanings;
use crate::input::{LaidOut, RawSheet, one_line};

/// Rows among which the headings are looked for.
const FIRST_ROWS: usize = 20;

/// The lists of a workbook as one text, each row of the first in the line of its number. Sheets with other headings are left
/// out; their names are told. Where no column is the class, sheets are taken to be named after classes.
pub(super) fn text(sheets: &[LaidOut]) -> (String, Vec<&str>) {
    let lists: Vec<(&LaidOut, usize)> =
        sheets.iter().filter_map(|sheet| Some((sheet, headings(&sheet.rows)?))).collect();
    let Some(&(first, at)) = lists.first() else {
        let first = sheets.first().map(|sheet| written(&sheet.rows, None)).unwrap_or_default();
        return (first, sheets.iter().skip(1).map(|sheet| sheet.name.as_str()).collect());
    };
    let own = &first.rows[at];
    let has_class = own.iter().any(|heading| means(heading, "class") || means(heading, "group"));
    let class = |sheet: &LaidOut| (!has_class && lists.len() > 1).then(|| sheet.name.clone());
    let heading = class(first).map(|_| "class".to_owned());
    let mut text = written(&first.rows[..=at], heading.as_deref());
    text += &written(&first.rows[at + 1..], class(first).as_deref());
    let is_same = |sheet: &LaidOut, at: usize| sheet.rows[at] == *own;
    for (sheet, at) in lists.iter().skip(1).filter(|(sheet, at)| is_same(sheet, *at)) {
        text += &written(&sheet.rows[at + 1..], class(sheet).as_deref());
    }
    let is_used = |sheet: &&LaidOut| {
        lists.iter().any(|(list, at)| list.name == sheet.name && is_same(list, *at))
    };
    let unused = sheets.iter().filter(|sheet| !is_used(sheet) && !sheet.rows.is_empty());
    (text, unused.map(|sheet| sheet.name.as_str()).collect())
}

fn means(heading: &str, column: &str) -> bool {
    meanings(heading).iter().any(|(meant, _)| *meant == column)
}

/// The row of the headings of a list of lessons.
fn headings(rows: &[Vec<String>]) -> Option<usize> {
    rows.iter().take(FIRST_ROWS).enumerate().find_map(|(at, row)| {
        let has = |column: &str| row.iter().any(|heading| means(heading, column));
        (has("subject") && has("day") && (has("period") || has("start"))).then_some(at)
    })
}

/// Whether one of the first rows has the headings of a list of lessons.
pub(crate) fn is_list(rows: &[Vec<String>]) -> bool {
    headings(rows).is_some()
}

/// Rows as CSV, each with another cell at its end if there is one to add.
fn written(rows: &[Vec<String>], more: Option<&str>) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |row: &Vec<String>| {
        let mut cells: Vec<String> = row.iter().map(|cell| one_line(cell)).collect();
        if let Some(more) = more.filter(|_| !row.is_empty()) {
            cells.resize(width, String::new());
            cells.push(one_line(more));
        }
        cells
    };
    RawSheet { name: String::new(), rows: rows.iter().map(row).collect() }.csv()
}
