//! A map proposed from the headings and a sample of rows, for a person to correct.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::exchange::ledger::Ledger;
use crate::exchange::lines::{Line, Lines};
use crate::exchange::original::Original;
use crate::input::{day, periods, strike, timetable_column};

/// Lines among which the headings are looked for.
const FIRST_LINES: usize = 20;
/// Rows that are looked at, and shown.
const SAMPLE: usize = 40;
const SHOWN: usize = 3;

/// The text of a map for a table; what cannot be told stands in comments.
#[must_use]
pub fn propose(original: &Original) -> (Option<String>, Ledger) {
    let mut ledger = Ledger::default();
    let text = super::as_text(original, &mut ledger);
    let lines = text.and_then(|text| Lines::read(&text, &mut ledger));
    let Some(lines) = lines else { return (None, ledger) };
    let known = |line: &Line<'_>| {
        (1..=line.len()).filter(|&at| timetable_column(&line.cell(at)).is_some()).count()
    };
    let headings = lines
        .all()
        .take(FIRST_LINES)
        .max_by_key(|line| (known(line), std::cmp::Reverse(line.number())));
    let headings = headings.filter(|line| known(line) > 1);
    let first = headings.map_or(0, Line::number);
    let rows: Vec<Line<'_>> =
        lines.all().filter(|line| line.number() > first).take(SAMPLE).collect();
    let mut text = opening(&original.name);
    let _ = writeln!(text, "headings = {first}\nlist = \"+\"\n\n[columns]");
    text += &columns(headings, &rows);
    text += "\n[days]\n# \"D1\" = \"mon\"\n\n[periods]\n# \"8:00-8:45\" = 1\n";
    (Some(text), ledger)
}

fn opening(name: &str) -> String {
    let mut name = name.to_owned();
    strike(&mut name);
    format!(
        "# A map for {name}: which of its columns is what. Correct it, then: import --from table {name} --map map.toml --out SCHOOL\n\
         # class, subject, day and period are needed; teacher, room, group, lesson, week and locked are not.\n\
         # A column is its heading or its number from 1; headings is the line of the headings, 0 = there are none.\n\
         # list is what stands between several names in a cell.\n\n"
    )
}

fn columns(headings: Option<Line<'_>>, rows: &[Line<'_>]) -> String {
    let width = rows.iter().chain(&headings).map(|line| line.len()).max().unwrap_or(0);
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    let mut text = String::new();
    for at in 1..=width {
        let heading =
            headings.map(|line| line.cell(at).into_owned()).filter(|text| !text.is_empty());
        let named = heading.as_deref().and_then(timetable_column);
        let column = named.or_else(|| guess(at, rows)).filter(|column| !taken.contains_key(column));
        let key = heading.map_or_else(|| at.to_string(), |heading| toml_text(&heading));
        let mut line = match column {
            Some(column) => {
                taken.insert(column, at);
                format!("{column} = {key}")
            }
            None => format!("# ? = {key}"),
        };
        strike(&mut line);
        let _ = writeln!(text, "{line:<40} # {}", sample(at, rows));
    }
    for column in
        ["class", "subject", "day", "period"].iter().filter(|column| !taken.contains_key(**column))
    {
        let _ = writeln!(text, "{column} = \"?\"");
    }
    text
}

/// What a column without a telling heading seems to be.
fn guess(at: usize, rows: &[Line<'_>]) -> Option<&'static str> {
    let cells: Vec<String> = rows
        .iter()
        .map(|line| line.cell(at).into_owned())
        .filter(|cell| !cell.is_empty())
        .collect();
    let most = |is: &dyn Fn(&str) -> bool| {
        cells.len() > 1 && cells.iter().filter(|cell| is(cell)).count() * 10 >= cells.len() * 9
    };
    let is_word = |cell: &str| cell.contains(char::is_alphabetic);
    if most(&|cell| is_word(cell) && day(cell).is_ok()) {
        Some("day")
    } else if most(&|cell| periods(cell).is_ok_and(|(_, last)| last.0 <= 15)) {
        Some("period")
    } else {
        None
    }
}

fn sample(at: usize, rows: &[Line<'_>]) -> String {
    let cells = rows.iter().map(|line| line.cell(at)).filter(|cell| !cell.is_empty());
    let mut shown = cells.take(SHOWN).collect::<Vec<_>>().join(", ");
    shown.retain(|sign| !sign.is_control());
    strike(&mut shown);
    shown
}

fn toml_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
