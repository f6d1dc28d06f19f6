//! The rows of the apprentices' file as things are now: who has gone is left out, who has come stands at the end, and the
//! days of those who were given others are theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::Request;
use super::folder::apprentice;
use crate::domain::{Apprentice, Language};
use crate::input::{RawSheet, apprentices_column, fold, forms};

/// A row, and which of its cells are to be marked.
type Row = (Vec<String>, BTreeSet<usize>);

/// Whether rows are those of apprentices, by their headings.
pub(super) fn is_of(rows: &[Vec<String>]) -> bool {
    let columns = columns(rows);
    columns.contains_key("pupil") && columns.contains_key("away")
}

/// A file of apprentices without any, with the headings of a language.
pub(super) fn empty(language: Language) -> RawSheet {
    let form = forms(language).into_iter().find(|form| form.key == "apprentices");
    let (sheet, columns) = form.map(|form| (form.sheet, form.columns)).unwrap_or_default();
    let columns = columns.into_iter().filter(|one| one.is_needed || one.key == "group");
    let headings = columns.map(|column| column.heading.to_owned()).collect();
    RawSheet { name: sheet.to_owned(), rows: vec![headings] }
}

/// The rows as things are now; those of another file as they are.
pub(super) fn now(rows: &[Vec<String>], request: &Request<'_>) -> Vec<Row> {
    let as_they_are = || rows.iter().map(|row| (row.clone(), BTreeSet::new()));
    if !is_of(rows) {
        return as_they_are().collect();
    }
    let columns = columns(rows);
    let school = request.school;
    let mut left: Vec<&Apprentice> = school.apprentices.iter().collect();
    let mut now: Vec<Row> = as_they_are().take(1).collect();
    for row in rows.iter().skip(1) {
        let key = columns.get("pupil").and_then(|&at| row.get(at)).map_or("", String::as_str);
        let own = |one: &&Apprentice| fold(one.pupil.as_str()) == fold(key);
        match left.iter().position(own) {
            Some(at) => now.push(kept(row, left.remove(at), &columns, request)),
            None if key.trim().is_empty() => now.push((row.clone(), BTreeSet::new())),
            None => {}
        }
    }
    let width = rows.first().map_or(0, Vec::len);
    now.extend(left.into_iter().map(|one| {
        let mut cells = vec![String::new(); width];
        let mut marked = BTreeSet::new();
        for (key, cell) in apprentice(school, one) {
            if let Some(&at) = columns.get(key).filter(|_| !cell.is_empty()) {
                cells[at] = cell;
                marked.insert(at);
            }
        }
        (cells, marked)
    }));
    now
}

/// The row of somebody who was there: the days are marked where they are others, or where they were chosen.
fn kept(
    row: &[String],
    one: &Apprentice,
    columns: &BTreeMap<&'static str, usize>,
    request: &Request<'_>,
) -> Row {
    let (mut cells, mut marked) = (row.to_vec(), BTreeSet::new());
    let now = apprentice(request.school, one).into_iter().find(|(key, _)| *key == "away");
    let at = columns.get("away").copied();
    let Some((at, (_, now))) = at.filter(|&at| at < cells.len()).zip(now) else {
        return (cells, marked);
    };
    let bare = |text: &str| fold(text).replace(' ', "");
    if bare(&now) != bare(&cells[at]) {
        cells[at] = now;
        marked.insert(at);
    }
    if request.away.is_some() && one.alternatives.len() > 1 {
        marked.insert(at);
    }
    (cells, marked)
}

/// Where the columns of apprentices are, by their headings.
fn columns(rows: &[Vec<String>]) -> BTreeMap<&'static str, usize> {
    let headings = rows.first().map(Vec::as_slice).unwrap_or_default();
    let known = headings.iter().enumerate();
    known.filter_map(|(at, heading)| Some((apprentices_column(heading)?, at))).collect()
}
