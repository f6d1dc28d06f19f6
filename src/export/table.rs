//! A mapped table with its rows where a proposal has them.

use std::collections::BTreeMap;

use itertools::Itertools as _;

use crate::diagnostic::{Foreign, Lack};
use crate::domain::{Day, Period};
use crate::import::lines::{Cells, like};
use crate::import::names::{Kind, Names};
use crate::import::rebooked::Rebooked;
use crate::import::table::{Map, Mapped, date, redated};
use crate::import::weekday::named_weekday;
use crate::import::{Ledger, Original};

/// The table with its rows where `rebooked` has them.
pub(super) fn export(
    originals: &[Original],
    map: &Map,
    rebooked: &[Rebooked],
    names: &Names,
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let table = Mapped::open(originals, map, ledger)?;
    let days = day_names(&table);
    let (listed, _) = table.listed();
    let mut written = Vec::new();
    for (listed, booked) in listed.iter().zip(rebooked) {
        for &line in &listed.lines {
            let Some(edits) = edits(&table, line, booked, &days, names) else {
                let location = line.location(table.number("day"));
                ledger.note(Foreign::Unwritable { reason: Lack::Slot }, location);
                return None;
            };
            let spans = edits.into_iter().sorted_by_key(|(number, _)| *number);
            written.extend(spans.filter_map(|(number, cell)| Some((line.span_of(number)?, cell))));
        }
    }
    // The lines of one lesson stand here and there, but what is written anew is in the order of the file.
    let edits = written.into_iter().sorted_by_key(|(span, _)| span.start);
    Some(table.lines.page.edited(edits, like))
}

/// What the table itself calls each day.
fn day_names(table: &Mapped<'_>) -> BTreeMap<Day, String> {
    let mut names = BTreeMap::new();
    for cell in table.body().map(|line| table.cell(line, "day")) {
        if let Some(day) = table.day(&cell) {
            names.entry(day).or_insert(cell);
        }
    }
    names
}

/// What is written anew in a line; `None` if it has a date that cannot be.
fn edits(
    table: &Mapped<'_>,
    line: Cells<'_>,
    booked: &Rebooked,
    days: &BTreeMap<Day, String>,
    names: &Names,
) -> Option<Vec<(usize, String)>> {
    let mut edits = Vec::new();
    let day = booked.to.day;
    if let Some(date) = date(&table.cell(line, "day")).filter(|_| booked.from.day != day) {
        let new = redated(&table.cell(line, "day"), date.in_week(day))?;
        edits.push((table.number("day"), new));
        edits.extend(weekdays(table, line, booked));
    } else if booked.from.day != day {
        let mapped = table.map.day_name(day).map(ToOwned::to_owned);
        let day = mapped.or_else(|| days.get(&day).cloned()).unwrap_or_else(|| day.to_string());
        edits.push((table.number("day"), day));
    }
    if booked.from.period != booked.to.period {
        edits.extend(periods(table, booked));
    }
    if booked.rooms.iter().any(|(old, new)| old != new) {
        let rooms = booked.rooms.iter().map(|(_, new)| names.original(Kind::Room, new.as_str()));
        edits.push((
            table.number("room"),
            rooms.collect::<Vec<_>>().join(table.map.separator("room")),
        ));
    }
    Some(edits)
}

/// What a list with dates calls the new weekday in columns of its own.
fn weekdays(
    table: &Mapped<'_>,
    line: Cells<'_>,
    booked: &Rebooked,
) -> impl Iterator<Item = (usize, String)> {
    let is_old = move |cell: &str| named_weekday(cell) == Some(booked.from.day);
    let own = (1..=line.len()).filter(move |number| is_old(&line.cell(*number)));
    own.filter_map(move |number| {
        let cells = table.body().map(|line| line.cell(number).into_owned());
        let mut new = cells.filter(|cell| named_weekday(cell) == Some(booked.to.day));
        Some((number, new.next()?))
    })
}

/// The periods of a row, or when they begin and end, as the table writes them.
fn periods(table: &Mapped<'_>, booked: &Rebooked) -> Vec<(usize, String)> {
    let first = booked.to.period;
    let last = Period(first.0.saturating_add(booked.length.saturating_sub(1)));
    let name =
        |first: Period, last: Period| table.map.period_name(first, last).map(ToOwned::to_owned);
    if table.has("period") {
        let plain = if first == last { first.to_string() } else { format!("{first}-{last}") };
        return vec![(table.number("period"), name(first, last).unwrap_or(plain))];
    }
    let start = |named: String| named.split('-').next().map(|start| start.trim().to_owned());
    let end = |named: String| named.split_once('-').map(|(_, end)| end.trim().to_owned());
    let whole = name(first, last);
    let begins = whole.clone().or_else(|| name(first, first)).and_then(start);
    let ends = whole.or_else(|| name(last, last)).and_then(end);
    let times =
        [("start", begins), ("end", ends)].into_iter().filter(|(column, _)| table.has(column));
    times.filter_map(|(column, time)| Some((table.number(column), time?))).collect()
}
