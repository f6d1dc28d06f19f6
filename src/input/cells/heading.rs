//! The heading line: where it is, what separates its cells, what its headings mean, and why it may be none.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use itertools::Itertools as _;

use super::columns::{Column, File, Need};
use super::lookalike::is_invisible;
use super::split::{DELIMITERS, cells};
use super::text::{is_telling, plain};
use crate::diagnostic::Fault;

/// The most columns that are read.
pub(in crate::input) const MOST_COLUMNS: usize = 256;
/// The lines at the top of a file among which the headings are looked for if they are not the first.
const FIRST_LINES: usize = 50;

/// Where the heading line begins, and what separates its cells.
pub(in crate::input) struct Start {
    pub(in crate::input) at: usize,
    pub(in crate::input) delimiter: char,
    /// The delimiter that a `sep=` line before it gives, as written.
    announced: Option<String>,
}

/// Finds the heading line, after blank lines and `sep=;`. `None` in a file without text.
pub(in crate::input) fn find(text: &str, kind: File) -> Option<Start> {
    let first = first_line(text, 0)?;
    let line = line_from(text, first);
    let announced = announced(line);
    let at = if announced.is_some() { first_line(text, first + line.len())? } else { first };
    let usual = || delimiter_of(line_from(text, at), kind);
    let valid = |written: &String| DELIMITERS.into_iter().find(|own| *written == own.to_string());
    let delimiter = announced.as_ref().and_then(valid).unwrap_or_else(usual);
    Some(Start { at, delimiter, announced })
}

/// What a heading line is instead of one, if it cannot be read as such. `headings` are its cells.
pub(in crate::input) fn fault(
    text: &str,
    start: &Start,
    kind: File,
    headings: &[String],
) -> Option<Fault> {
    let line = line_from(text, start.at);
    let usual = delimiter_of(line, kind);
    if let Some(announced) = &start.announced
        && known(line, usual, kind) > 0
        && (*announced != start.delimiter.to_string()
            || known(line, usual, kind) > known(line, start.delimiter, kind))
    {
        let announced = announced.clone();
        return Some(Fault::DelimiterContradicted { announced, seen: usual });
    }
    if let [heading] = headings
        && column_of(kind, heading).is_none()
        && words(heading).filter(|word| column_of(kind, word).is_some()).count() > 1
    {
        return Some(Fault::DelimiterMissing);
    }
    mistaken(kind, headings).or_else(|| unknown(text, kind, headings))
}

/// The file whose headings these are, if they are not this one's.
fn mistaken(kind: File, headings: &[String]) -> Option<Fault> {
    let count = |file| columns_of(file, headings).len();
    let others = File::ALL.into_iter().filter(|&file| file != kind && is_complete(file, headings));
    let most = others.max_by_key(|&file| count(file))?;
    let is_other = !is_complete(kind, headings) && count(most) > count(kind);
    is_other.then(|| Fault::FileMistaken { like: most.name() })
}

/// That no heading is known, with those that are needed and the line where they may be.
fn unknown(text: &str, kind: File, headings: &[String]) -> Option<Fault> {
    if !columns_of(kind, headings).is_empty() {
        return None;
    }
    let first = |headings: &'static [&'static str]| headings.first().copied().unwrap_or_default();
    let names =
        |column: Column| [column.english(), first(column.danish()), first(column.swedish())];
    let is_heading = |line: &str| {
        DELIMITERS.into_iter().any(|delimiter| is_complete(kind, &split(line, delimiter)))
    };
    let lines = text.lines().take(FIRST_LINES);
    let line = lines.zip(1..).find_map(|(line, number)| is_heading(line).then_some(number));
    Some(Fault::HeadingsMissing { expected: needed(kind).map(names).collect(), line })
}

/// The columns without which the file cannot be read.
pub(in crate::input) fn needed(kind: File) -> impl Iterator<Item = Column> {
    kind.columns().iter().filter(|(_, need)| *need == Need::Needed).map(|(column, _)| *column)
}

fn is_complete(kind: File, headings: &[String]) -> bool {
    let known = columns_of(kind, headings);
    needed(kind).all(|column| known.contains(&column))
}

fn columns_of(kind: File, headings: &[String]) -> BTreeSet<Column> {
    headings.iter().filter_map(|heading| column_of(kind, heading)).collect()
}

/// Where the first line from `at` on begins that says something.
fn first_line(text: &str, at: usize) -> Option<usize> {
    let word = at + text[at..].find(is_telling)?;
    Some(text[at..word].rfind(['\n', '\r']).map_or(at, |end| at + end + 1))
}

/// The line that begins at byte `at`.
pub(in crate::input) fn line_from(text: &str, at: usize) -> &str {
    text[at..].split(['\n', '\r']).next().unwrap_or_default()
}

/// What a `sep=` line announces; a spreadsheet that saved the file may have added empty cells to it.
fn announced(line: &str) -> Option<String> {
    let line = line.trim_matches(|sign: char| {
        sign == '"' || sign == ' ' || sign == '\r' || is_invisible(sign)
    });
    let (word, written) = line.split_at_checked(4)?;
    let mut signs = written.chars().dedup();
    let sign = signs.next()?;
    let alone = signs.all(|sign| DELIMITERS.contains(&sign));
    (word.eq_ignore_ascii_case("sep=") && alone).then(|| sign.to_string())
}

/// The delimiter that makes the most known headings of the heading line; among equals the most frequent.
fn delimiter_of(line: &str, kind: File) -> char {
    let score = |delimiter: char| {
        let headings = split(line, delimiter);
        (columns_of(kind, &headings).len(), headings.len())
    };
    DELIMITERS.into_iter().rev().max_by_key(|&delimiter| score(delimiter)).unwrap_or(';')
}

fn known(line: &str, delimiter: char, kind: File) -> usize {
    columns_of(kind, &split(line, delimiter)).len()
}

fn split(line: &str, delimiter: char) -> Vec<String> {
    let cells = cells(line, &(0..line.len()), delimiter, MOST_COLUMNS);
    cells.iter().map(|cell| cell.text(line)).map(Cow::into_owned).collect()
}

fn words(heading: &str) -> impl Iterator<Item = &str> {
    heading.split(|sign: char| !sign.is_alphanumeric() && sign != '_')
}

/// What each heading may mean, as [`plain`] writes it; a heading means other columns in other files.
static HEADINGS: LazyLock<BTreeMap<String, BTreeSet<Column>>> = LazyLock::new(|| {
    let mut headings: BTreeMap<String, BTreeSet<Column>> = BTreeMap::new();
    for (column, _) in File::ALL.into_iter().chain(File::ASKED).flat_map(File::columns) {
        for heading in column.headings() {
            headings.entry(plain(heading)).or_default().insert(*column);
        }
    }
    headings
});

/// The documented name of the timetable's column that a heading means.
pub(crate) fn timetable_column(heading: &str) -> Option<&'static str> {
    column_of(File::Timetable, heading).map(Column::english)
}

/// The documented name of the column that a heading means in `apprentices.csv`.
pub(crate) fn apprentices_column(heading: &str) -> Option<&'static str> {
    column_of(File::Apprentices, heading).map(Column::english)
}

/// The documented name of the column that a heading means in `periods.csv`.
pub(crate) fn periods_column(heading: &str) -> Option<&'static str> {
    column_of(File::Periods, heading).map(Column::english)
}

/// The column that a heading means in a file.
pub(in crate::input) fn column_of(kind: File, heading: &str) -> Option<Column> {
    let known = HEADINGS.get(&plain(heading))?;
    kind.columns().iter().map(|(column, _)| *column).find(|column| known.contains(column))
}
