//! `periods.csv` and the days seen → the grid.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::columns::{Column, File};
use super::cells::findings::Findings;
use super::cells::row::{Row, shortened};
use super::cells::table::Table;
use super::moment::{self, LAST_PERIOD};
use super::timetable::Entry;
use super::value;
use crate::diagnostic::{Fault, Location};
use crate::domain::{Day, Grid, Hours, Period, Slot, TimeOfDay};

/// When periods begin and end, as far as that is said.
pub(super) type Bells = BTreeMap<Slot, Hours>;

/// A row of `periods.csv`.
struct PeriodRow {
    number: u32,
    day: Option<Day>,
    period: Period,
    break_after: bool,
    times: (Option<u32>, Option<u32>),
}

/// The grid of the lessons' days and of `periods.csv`, where there is one, and the times that it gives.
pub(super) fn read(
    table: Option<&Table>,
    entries: &[Entry],
    findings: &mut Findings,
) -> (Grid, Bells) {
    let days: BTreeSet<Day> = entries.iter().filter_map(|entry| entry.day).collect();
    let lines = table.map(|table| read_lines(table, findings)).unwrap_or_default();
    if lines.is_empty() {
        return (grid_of_entries(&days, entries), Bells::new());
    }
    (grid_of_lines(&days, &lines), bells(&days, &lines))
}

fn grid_of_entries(days: &BTreeSet<Day>, entries: &[Entry]) -> Grid {
    let placed = entries.iter().filter(|entry| entry.day.is_some());
    let last = placed.map(|entry| entry.last.0).max().unwrap_or(0);
    let periods = |&day: &Day| (1..=last).map(move |period| Slot::new(day, Period(period)));
    Grid::new(days.iter().flat_map(periods).collect(), BTreeSet::new())
}

/// A line without a day holds for the days seen, one with a day stands in its place on that day.
fn grid_of_lines(days: &BTreeSet<Day>, lines: &[PeriodRow]) -> Grid {
    let mut slots = BTreeMap::new();
    for line in lines.iter().filter(|line| line.day.is_none()) {
        slots.extend(days.iter().map(|&day| (Slot::new(day, line.period), line.break_after)));
    }
    for line in lines {
        slots.extend(line.day.map(|day| (Slot::new(day, line.period), line.break_after)));
    }
    let breaks = slots.iter().filter(|&(_, &is_break)| is_break).map(|(&slot, _)| slot);
    Grid::new(slots.keys().copied().collect(), breaks.collect())
}

/// The times of each slot: those of the line with its day, where there is one, else those of the line without a day.
fn bells(days: &BTreeSet<Day>, lines: &[PeriodRow]) -> Bells {
    let hours = |line: &PeriodRow| {
        let (start, end) = (line.times.0?, line.times.1?);
        Hours::new(TimeOfDay(start), TimeOfDay(end))
    };
    let (own, common): (Vec<&PeriodRow>, Vec<&PeriodRow>) =
        lines.iter().partition(|line| line.day.is_some());
    let mut bells = BTreeMap::new();
    for line in common.into_iter().chain(own) {
        let days = line.day.map_or_else(|| days.clone(), |day| BTreeSet::from([day]));
        let slots = days.into_iter().map(|day| Slot::new(day, line.period));
        bells.extend(slots.map(|slot| (slot, hours(line))));
    }
    bells.into_iter().filter_map(|(slot, hours)| Some((slot, hours?))).collect()
}

/// Where ways are counted in minutes, times that cannot be read, run backwards or overlap are no mere blemish.
pub(super) fn require_times(bells: &Bells, findings: &mut Findings) {
    let file = File::Periods.name();
    findings.harden(file, &["time-unreadable", "times-reversed"]);
    let mut pairs = bells.iter().zip(bells.iter().skip(1));
    let overlap = pairs.find(|((slot, hours), (next, later))| {
        slot.day == next.day && (hours.overlaps(**later) || later.start < hours.start)
    });
    if let Some((_, (slot, hours))) = overlap.filter(|_| findings.errors() == 0) {
        let written = format!("{slot}: {hours}");
        findings.report(Fault::TimesReversed { written }, Location::file(file));
        findings.harden(file, &["times-reversed"]);
    }
}

fn read_lines(table: &Table, findings: &mut Findings) -> Vec<PeriodRow> {
    let mut lines: Vec<PeriodRow> = Vec::new();
    let mut seen: BTreeMap<(Option<Day>, Period), usize> = BTreeMap::new();
    table.understand_rows(findings, |row, findings| {
        let line = read_line(&row, findings)?;
        report_times(&row, &line, lines.last(), findings);
        let earlier = seen.get(&(line.day, line.period)).map(|&position| &lines[position]);
        if let Some(earlier) = earlier {
            if (earlier.break_after, earlier.times) != (line.break_after, line.times) {
                let name = line.period.to_string();
                findings
                    .report(Fault::LinesDisagree { name, line: earlier.number }, row.location());
            }
            return Some(());
        }
        seen.insert((line.day, line.period), lines.len());
        lines.push(line);
        Some(())
    });
    lines
}

fn read_line(row: &Row<'_>, findings: &mut Findings) -> Option<PeriodRow> {
    let most = u32::from(LAST_PERIOD);
    let period = row.needed(Column::Period, findings);
    let period = value::number(period.as_ref(), 0, most, findings);
    let day = row.cell(Column::Day).map(|cell| {
        moment::day(&cell.text).map_err(|fault| findings.report(fault, cell.location()))
    });
    let break_after = value::yes(row.cell(Column::BreakAfter).as_ref(), findings);
    let times = (
        value::time(row.cell(Column::Start).as_ref(), findings),
        value::time(row.cell(Column::End).as_ref(), findings),
    );
    let period = Period(u8::try_from(period?).ok()?);
    Some(PeriodRow { number: row.line, day: day.transpose().ok()?, period, break_after, times })
}

/// Reports times that run backwards, within the line or against the line before.
fn report_times(
    row: &Row<'_>,
    line: &PeriodRow,
    before: Option<&PeriodRow>,
    findings: &mut Findings,
) {
    let (start, end) = line.times;
    let reversed = start.zip(end).is_some_and(|(start, end)| end <= start);
    let earlier = before.filter(|before| before.day == line.day && before.period < line.period);
    let overlapping =
        start.zip(earlier.and_then(|line| line.times.1)).is_some_and(|(start, end)| start < end);
    let column = if reversed { Column::End } else { Column::Start };
    if let Some(cell) = row.cell(column).filter(|_| reversed || overlapping) {
        let written = shortened(&cell.text);
        findings.report(Fault::TimesReversed { written }, cell.location());
    }
}
