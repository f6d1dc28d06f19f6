//! A mapped table with its rows where a proposal has them.

use std::collections::BTreeMap;

use crate::domain::{Day, Period};
use crate::import::lines::like;
use crate::import::names::{Kind, Names};
use crate::import::rebooked::Rebooked;
use crate::import::table::{Map, Mapped};
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
    let used = table.body().filter(|line| table.usable(*line).is_ok());
    let edits = used.zip(rebooked).flat_map(|(line, booked)| {
        let mut edits = edits(&table, booked, &days, names);
        edits.sort_by_key(|(number, _)| *number);
        edits.into_iter().filter_map(move |(number, cell)| Some((line.span_of(number)?, cell)))
    });
    let edits: Vec<_> = edits.collect();
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

fn edits(
    table: &Mapped<'_>,
    booked: &Rebooked,
    days: &BTreeMap<Day, String>,
    names: &Names,
) -> Vec<(usize, String)> {
    let mut edits = Vec::new();
    if booked.from.day != booked.to.day {
        let day = booked.to.day;
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
    edits
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
