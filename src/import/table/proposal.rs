//! A map proposed from the headings and a sample of rows, for a person to correct.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use itertools::Itertools as _;

use super::rows::{ZERO, counted};
use super::words;
use crate::domain::Language;
use crate::import::ledger::Ledger;
use crate::import::lines::{Cells, Lines};
use crate::import::original::Original;
use crate::import::weekday::weekday;
use crate::input::{minutes, periods, strike, timetable_column};

/// Lines among which the headings are looked for.
const FIRST_LINES: usize = 20;
/// Rows that are looked at, and shown.
const SAMPLE: usize = 40;
const SHOWN: usize = 3;
/// Words for days or periods that are listed.
const MOST_WORDS: usize = 100;
/// The last period that a column of numbers may name if it is to be taken for periods.
const LAST_PERIOD: u8 = 15;

/// Which column of the table each column of a timetable is.
type Found = BTreeMap<&'static str, usize>;

/// The text of a map for a table; what cannot be told stands in comments, or as a question mark.
pub(crate) fn propose(
    original: &Original,
    language: Language,
    ledger: &mut Ledger,
) -> Option<String> {
    let table = super::as_text(original, ledger)?;
    let lines = Lines::read(&table, ledger)?;
    Some(map(&lines, language))
}

fn map(lines: &Lines, language: Language) -> String {
    let headings = headings(lines);
    let first = headings.map_or(0, Cells::number);
    let body: Vec<Cells<'_>> = lines.all().filter(|line| line.number() > first).collect();
    let rows = &body[..body.len().min(SAMPLE)];
    let (columns, found) = columns(headings, rows);
    let of = |column, words: fn(usize, &[Cells<'_>]) -> String| {
        found.get(column).map_or_else(String::new, |&at| words(at, &body))
    };
    format!(
        "{}headings = {first}\nlist = \"{}\"\n\n[columns]\n{columns}\n[days]\n{}\n[periods]\n{}",
        opening(&lines.page.file, language),
        list(rows),
        of("day", days),
        of("period", bells)
    )
}

/// The comments above the map.
fn opening(file: &str, language: Language) -> String {
    let mut file = shown(file);
    file.retain(|sign| !sign.is_control());
    let file = if file.contains(' ') { format!("\"{file}\"") } else { file };
    let lines = words::opening(&file, language).map(|line| format!("# {line}\n"));
    lines.concat() + "\n"
}

/// The line with the most known headings, if it has two.
fn headings(lines: &Lines) -> Option<Cells<'_>> {
    let known = |line: &Cells<'_>| {
        (1..=line.len()).filter(|&at| timetable_column(&line.cell(at)).is_some()).count()
    };
    let most =
        lines.all().take(FIRST_LINES).max_by_key(|line| (known(line), Reverse(line.number())));
    most.filter(|line| known(line) > 1)
}

/// The lines for the columns, and what they say.
fn columns(headings: Option<Cells<'_>>, rows: &[Cells<'_>]) -> (String, Found) {
    let width = rows.iter().chain(&headings).map(|line| line.len()).max().unwrap_or(0);
    let mut found = Found::new();
    let mut text = String::new();
    for at in 1..=width {
        let heading = headings.map(|line| line.cell(at).into_owned());
        let heading = heading.filter(|heading| !heading.is_empty());
        let column = heading.as_deref().and_then(timetable_column).or_else(|| guess(at, rows));
        let key = heading.map_or_else(|| at.to_string(), |heading| toml_text(&heading));
        let line = match column.filter(|column| !found.contains_key(column)) {
            Some(column) => {
                found.insert(column, at);
                format!("{column} = {key}")
            }
            None => format!("# ? = {key}"),
        };
        let _ = writeln!(text, "{:<40} # {}", shown(&line), sample(at, rows));
    }
    for column in ["class", "subject", "day", "period"] {
        if !found.contains_key(column) {
            let _ = writeln!(text, "{column} = \"?\"");
        }
    }
    (text, found)
}

/// What a column without a telling heading seems to be.
fn guess(at: usize, rows: &[Cells<'_>]) -> Option<&'static str> {
    let cells = rows.iter().map(|line| line.cell(at)).filter(|cell| !cell.is_empty());
    let cells: Vec<_> = cells.collect();
    let are_mostly = |is: &dyn Fn(&str) -> bool| {
        cells.len() > 1 && cells.iter().filter(|cell| is(cell)).count() * 10 >= cells.len() * 9
    };
    let is_day = |cell: &str| cell.contains(char::is_alphabetic) && weekday(cell).is_some();
    let is_period = |cell: &str| periods(cell).is_ok_and(|(_, last)| last.0 <= LAST_PERIOD);
    if are_mostly(&is_day) {
        Some("day")
    } else if are_mostly(&is_period) || are_mostly(&|cell| begins(cell).is_some()) {
        Some("period")
    } else {
        None
    }
}

/// What stands between names: a comma where cells have some, else a plus sign.
fn list(rows: &[Cells<'_>]) -> &'static str {
    let has_comma = |line: &Cells<'_>| (1..=line.len()).any(|at| line.cell(at).contains(','));
    if rows.iter().any(has_comma) { "," } else { "+" }
}

/// Words for days that are no weekdays: which are they?
fn days(at: usize, rows: &[Cells<'_>]) -> String {
    let words = words(at, rows);
    let is_from_zero = words.iter().any(|word| word == ZERO);
    let meant = |word: &String| match counted(word).filter(|_| is_from_zero) {
        Some(day) => Some(day.to_string()),
        None => weekday(word).is_none().then(|| "?".to_owned()),
    };
    let line =
        |word: String| Some(shown(&format!("{} = \"{}\"\n", toml_text(&word), meant(&word)?)));
    words.into_iter().filter_map(line).collect()
}

/// Words in the place of periods: lists as the stretch that they are, times numbered through the day; of others a person
/// has to say what they mean.
fn bells(at: usize, rows: &[Cells<'_>]) -> String {
    let unknown = words(at, rows).into_iter().filter(|word| periods(word).is_err());
    let unknown = unknown.sorted_by_key(|word| begins(word).unwrap_or(u32::MAX));
    let mut number = 0;
    let line = |word: String| {
        let meant = match (begins(&word), stretch(&word)) {
            (None, Some((first, last))) => format!("\"{first}-{last}\""),
            (None, None) => "\"?\"".to_owned(),
            (Some(_), _) => {
                number += 1;
                number.to_string()
            }
        };
        shown(&format!("{} = {meant}\n", toml_text(&word)))
    };
    unknown.map(line).collect()
}

/// The first and last of periods that are listed one after the other: `1,2` or `4+5`.
fn stretch(word: &str) -> Option<(u8, u8)> {
    let numbers = word.split([',', '+', '/', ' ']).filter(|part| !part.is_empty());
    let numbers: Vec<u8> = numbers.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let is_next = |pair: &[u8]| pair[0].checked_add(1) == Some(pair[1]);
    numbers.windows(2).all(is_next).then_some((*numbers.first()?, *numbers.last()?))
}

/// When something like `8:00-8:45` begins, in minutes after midnight.
fn begins(word: &str) -> Option<u32> {
    minutes(word.split(['-', '–', ' ']).next()?)
}

/// What a column says, each text once, in the order of rows.
fn words(at: usize, rows: &[Cells<'_>]) -> Vec<String> {
    let cells = rows.iter().map(|line| line.cell(at).into_owned()).filter(|cell| !cell.is_empty());
    cells.unique().take(MOST_WORDS).collect()
}

fn sample(at: usize, rows: &[Cells<'_>]) -> String {
    let cells = rows.iter().map(|line| line.cell(at)).filter(|cell| !cell.is_empty());
    let mut sample = cells.take(SHOWN).join(", ");
    sample.retain(|sign| !sign.is_control());
    shown(&sample)
}

/// A text without personal numbers.
fn shown(text: &str) -> String {
    let mut text = text.to_owned();
    strike(&mut text);
    text
}

fn toml_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
