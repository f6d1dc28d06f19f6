//! A map proposed from the headings and the rows of a list: for a person to correct, and to read it by where it needs no
//! correction.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use itertools::Itertools as _;

use super::columns::{Columns, begins};
use super::dates::date;
use super::map::NEEDED;
use super::rows::{ZERO, counted};
use super::times::{Stretch, Times};
use super::words;
use crate::domain::Language;
use crate::import::bells::times;
use crate::import::label::Label;
use crate::import::ledger::Ledger;
use crate::import::lines::{Cells, Lines};
use crate::import::original::Original;
use crate::import::toml;
use crate::import::weekday::weekday;
use crate::import::weeks::{Turn, meaning};
use crate::input::{minutes, periods, without_personal_number};

/// Cells of a column that are shown.
const SHOWN: usize = 3;
/// The columns whose cells may hold several names.
const LISTS: [&str; 3] = ["class", "teacher", "room"];

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
    let columns = Columns::of(lines);
    let mut text = opening(&lines.page.file, language);
    let first = columns.headings.map_or(0, Cells::number);
    let _ = writeln!(text, "headings = {first}\nlist = \"+\"\n\n[columns]\n{}", named(&columns));
    section("lists", &separators(&columns), &mut text);
    section("days", &days(&columns), &mut text);
    section("periods", &bells(&columns), &mut text);
    section("weeks", &weeks(&columns), &mut text);
    text
}

fn section(name: &str, lines: &str, text: &mut String) {
    // Words that differ only in signs that are not shown are one key.
    let mut lines =
        lines.lines().unique_by(|line| line.rsplit_once(" = ").map_or(*line, |(key, _)| key));
    let lines = lines.join("\n");
    if !lines.is_empty() {
        let _ = writeln!(text, "\n[{name}]\n{lines}");
    }
}

/// The comments above the map.
fn opening(file: &str, language: Language) -> String {
    let mut file = without_personal_number(file);
    file.retain(|sign| !sign.is_control());
    let file = if file.contains(' ') { format!("\"{file}\"") } else { file };
    let lines = words::opening(&file, language).map(|line| format!("# {line}\n"));
    lines.concat() + "\n"
}

/// The lines for the columns.
fn named(columns: &Columns<'_>) -> String {
    let mut text = String::new();
    for at in 1..=columns.width {
        let column =
            columns.found.iter().find(|(_, found)| **found == at).map(|(column, _)| *column);
        let key =
            columns.heading(at).map_or_else(|| at.to_string(), |heading| toml::quoted(&heading));
        let line =
            column.map_or_else(|| format!("# ? = {key}"), |column| format!("{column} = {key}"));
        let mut sample = columns.words(at).into_iter().take(SHOWN).join(", ");
        sample.retain(|sign| !sign.is_control());
        let _ = writeln!(
            text,
            "{:<40} # {}",
            without_personal_number(&line),
            without_personal_number(&sample)
        );
    }
    for column in NEEDED {
        let has_times = column == "period" && columns.found.contains_key("start");
        if !columns.found.contains_key(column) && !has_times {
            let _ = writeln!(text, "{column} = \"?\"");
        }
    }
    text
}

/// What stands between names, column by column.
fn separators(columns: &Columns<'_>) -> String {
    let found = LISTS.iter().filter_map(|column| Some((column, columns.separator(column)?)));
    let other = found.filter(|(_, separator)| *separator != "+");
    other
        .map(|(column, separator)| format!("{column} = {}", toml::quoted(separator)) + "\n")
        .collect()
}

/// Words for days that are no weekdays: which are they?
fn days(columns: &Columns<'_>) -> String {
    let Some(&at) = columns.found.get("day") else { return String::new() };
    let words = columns.words(at);
    let is_from_zero = words.iter().any(|word| word == ZERO);
    let meant = |word: &String| match counted(word).filter(|_| is_from_zero) {
        Some(day) => Some(day.to_string()),
        None => (weekday(word).is_none() && date(word).is_none()).then(|| "?".to_owned()),
    };
    let line = |word: String| {
        Some(without_personal_number(&format!("{} = \"{}\"\n", toml::quoted(&word), meant(&word)?)))
    };
    words.into_iter().filter_map(line).collect()
}

/// Words in the place of periods: lists as the stretch that they are, times as the periods that most lessons keep; of
/// others a person has to say what they mean.
fn bells(columns: &Columns<'_>) -> String {
    let words = spans(columns);
    let mut counts: BTreeMap<Stretch, usize> = BTreeMap::new();
    for (word, count) in &words {
        if let Some(stretch) = stretch_of(word) {
            *counts.entry(stretch).or_default() += count;
        }
    }
    let periods_of = Times::of(&counts);
    let unknown = words.keys().filter(|word| periods(word).is_err());
    let unknown = unknown.sorted_by_key(|word| begins(word).unwrap_or(u32::MAX));
    let starts: Vec<u32> = words.keys().filter_map(|word| begins(word)).sorted().dedup().collect();
    let line = |word: &String| {
        let numbers = listed(word).or_else(|| numbered(word));
        let meant = match (stretch_of(word), begins(word), numbers) {
            (Some(stretch), ..) => match periods_of.taken(stretch) {
                Some((first, last, _)) if first == last => first.to_string(),
                Some((first, last, _)) => format!("\"{first}-{last}\""),
                None => "\"?\"".to_owned(),
            },
            (None, Some(start), _) => {
                let position = starts.binary_search(&start).unwrap_or(0);
                (position + 1).to_string()
            }
            (None, None, Some((first, last))) if first == last => first.to_string(),
            (None, None, Some((first, last))) => format!("\"{first}-{last}\""),
            (None, None, None) => "\"?\"".to_owned(),
        };
        without_personal_number(&format!("{} = {meant}\n", toml::quoted(word)))
    };
    unknown.map(line).collect()
}

/// What stands for periods in each row, and how often: the cell of the period, else the beginning and the end.
fn spans(columns: &Columns<'_>) -> BTreeMap<String, usize> {
    let mut spans: BTreeMap<String, usize> = BTreeMap::new();
    let at = |column: &str| columns.found.get(column).copied();
    for line in &columns.body {
        let cell = |at: Option<usize>| at.map_or_else(String::new, |at| line.cell(at).into_owned());
        // What happens in some weeks only has times of its own.
        if meaning(&cell(at("week"))) == Turn::Some {
            continue;
        }
        let span = match at("period") {
            Some(_) => cell(at("period")),
            None => super::rows::span(&cell(at("start")), &cell(at("end"))),
        };
        if !span.is_empty()
            && (spans.len() < super::columns::MOST_WORDS * 4 || spans.contains_key(&span))
        {
            *spans.entry(span).or_default() += 1;
        }
    }
    spans
}

fn stretch_of(word: &str) -> Option<Stretch> {
    times(word).or_else(|| {
        let (start, end) = word.split_once('-')?;
        Some((minutes(start.trim())?, minutes(end.trim())?)).filter(|(start, end)| start < end)
    })
}

/// What words for weeks mean, but for labels that mean themselves.
fn weeks(columns: &Columns<'_>) -> String {
    let Some(&at) = columns.found.get("week") else { return String::new() };
    let line = |word: String| {
        let meant = match meaning(&word) {
            Turn::Every => String::new(),
            Turn::Label(label) if label == word => return None,
            Turn::Label(label) => label,
            Turn::Some => super::map::NEVER.to_owned(),
        };
        Some(without_personal_number(&format!(
            "{} = {}\n",
            toml::quoted(&word),
            toml::quoted(&meant)
        )))
    };
    columns.words(at).into_iter().filter_map(line).collect()
}

/// The periods that a word for them numbers: `P1`, `3. lektion`.
fn numbered(word: &str) -> Option<(u8, u8)> {
    Label::of(word).number.filter(|_| word.contains(char::is_alphabetic))
}

/// The first and last of periods that are listed one after the other: `1,2` or `4+5`.
fn listed(word: &str) -> Option<(u8, u8)> {
    let numbers = word.split([',', '+', '/', ' ']).filter(|part| !part.is_empty());
    let numbers: Vec<u8> = numbers.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let is_next = |pair: &[u8]| pair[0].checked_add(1) == Some(pair[1]);
    numbers.windows(2).all(is_next).then_some((*numbers.first()?, *numbers.last()?))
}
