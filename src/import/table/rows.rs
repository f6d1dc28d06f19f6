//! The rows of a mapped table.

use std::collections::BTreeMap;

use super::map::{Map, NEEDED, Named};
use crate::diagnostic::{Field, Foreign, Location};
use crate::domain::{Day, LessonName, Period, Slot};
use crate::import::bells::{Bells, daily, times};
use crate::import::draft::{Draft, DraftRow};
use crate::import::ledger::Ledger;
use crate::import::lines::{Cells, Lines};
use crate::import::names::{Kind, Names, Scribe};
use crate::import::original::{Original, only};
use crate::import::tell_apart;
use crate::input::{fold, is_yes};

/// A table and where its columns are, numbered from 1.
pub(crate) struct Mapped<'m> {
    pub(crate) lines: Lines,
    pub(crate) map: &'m Map,
    columns: BTreeMap<&'m str, usize>,
    /// Whether days are counted from 0, for Monday, and the map does not say otherwise.
    is_from_zero: bool,
}

/// The number that Monday has where days are counted from it; elsewhere no day has it.
pub(crate) const ZERO: &str = "0";

/// The day of a number where Monday is 0.
pub(crate) fn counted(cell: &str) -> Option<Day> {
    Day::ALL.get(cell.parse::<usize>().ok()?).copied()
}

impl<'m> Mapped<'m> {
    pub(crate) fn open(originals: &[Original], map: &'m Map, ledger: &mut Ledger) -> Option<Self> {
        let table = super::as_text(only(originals, ledger)?, ledger)?;
        let lines = Lines::read(&table, ledger)?;
        let headings = lines.all().find(|line| line.number() == map.headings);
        let mut columns = BTreeMap::new();
        for (column, named) in &map.columns {
            let found = match named {
                Named::Number(number) => usize::try_from(*number).ok().filter(|&number| number > 0),
                Named::Heading(heading) => headings.and_then(|line| numbered(line, heading)),
            };
            if let Some(number) = found {
                columns.insert(column.as_str(), number);
            } else {
                let fault = Foreign::PartMissing { part: named.to_string() };
                ledger.note(
                    fault,
                    headings.map_or_else(
                        || Location::line(&lines.page.file, 1),
                        |line| line.location(1),
                    ),
                );
            }
        }
        for column in NEEDED {
            let has_times = column == "period" && columns.contains_key("start");
            if !columns.contains_key(column) && !has_times && !ledger.has_errors() {
                let fault = Foreign::PartMissing { part: column.to_owned() };
                ledger.note(fault, Location::line(&lines.page.file, 1));
            }
        }
        let mut table = Self { lines, map, columns, is_from_zero: false };
        let has_zero = table.body().any(|line| table.cell(line, "day") == ZERO);
        table.is_from_zero = has_zero && !map.has_day(ZERO);
        Some(table).filter(|_| !ledger.has_errors())
    }

    /// The lines beneath the headings.
    pub(crate) fn body(&self) -> impl Iterator<Item = Cells<'_>> {
        self.lines.all().filter(|line| line.number() > self.map.headings)
    }

    pub(crate) fn number(&self, column: &str) -> usize {
        self.columns.get(column).copied().unwrap_or(1)
    }

    pub(crate) fn cell(&self, line: Cells<'_>, column: &str) -> String {
        self.columns.get(column).map_or_else(String::new, |&number| line.cell(number).into_owned())
    }

    pub(crate) fn items(&self, line: Cells<'_>, column: &str) -> Vec<String> {
        let cell = self.cell(line, column);
        let items = cell.split(self.map.separator(column)).map(str::trim);
        items.filter(|item| !item.is_empty()).map(ToOwned::to_owned).collect()
    }

    /// What stands in a line for its periods: their cell, else when they begin and end.
    pub(crate) fn span(&self, line: Cells<'_>) -> String {
        if self.has("period") {
            return self.cell(line, "period");
        }
        span(&self.cell(line, "start"), &self.cell(line, "end"))
    }

    /// When the periods of a line begin and end, if it says so itself.
    fn times(&self, line: Cells<'_>) -> Option<(u32, u32)> {
        times(&span(&self.cell(line, "start"), &self.cell(line, "end")))
            .or_else(|| times(&self.span(line)))
    }

    /// Whether the table has a column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The day that a cell means.
    pub(crate) fn day(&self, cell: &str) -> Option<Day> {
        let counted = counted(cell).filter(|_| self.is_from_zero && !self.map.has_day(cell));
        counted.or_else(|| self.map.day(cell))
    }

    /// Where a line is, or why it is not used and in which column.
    pub(crate) fn usable(&self, line: Cells<'_>) -> Result<(Slot, u8), (Foreign, &'static str)> {
        let (day, period) = (self.cell(line, "day"), self.span(line));
        if day.is_empty() || period.is_empty() {
            return Err((Foreign::RowUnplaced, "day"));
        }
        for (column, field) in [("class", Field::Class), ("subject", Field::Subject)] {
            if self.cell(line, column).is_empty() {
                return Err((Foreign::RowIncomplete { column: field }, column));
            }
        }
        let wrong = |written, field, column| (Foreign::RowWrong { written, column: field }, column);
        let weekday = self.day(&day).ok_or_else(|| wrong(day, Field::Day, "day"))?;
        let week = self.cell(line, "week");
        if self.map.week(&week).is_err() {
            return Err((Foreign::RowSeldom { written: week }, "week"));
        }
        let (first, last) =
            self.map.periods(&period).ok_or_else(|| wrong(period, Field::Period, "period"))?;
        Ok((Slot::new(weekday, first), last.0 - first.0 + 1))
    }
}

/// A beginning and an end as one text.
pub(super) fn span(start: &str, end: &str) -> String {
    if end.is_empty() { start.to_owned() } else { format!("{start}-{end}") }
}

fn numbered(line: Cells<'_>, heading: &str) -> Option<usize> {
    (1..=line.len()).find(|&number| fold(&line.cell(number)) == fold(heading))
}

/// Reads a table.
pub(crate) fn read(originals: &[Original], map: &Map, ledger: &mut Ledger) -> Option<Draft> {
    let table = Mapped::open(originals, map, ledger)?;
    let mut draft = Draft::default();
    let mut used: Vec<Used<'_>> = Vec::new();
    for line in table.body() {
        match table.usable(line) {
            Ok(start) => {
                draft.rows.push(row(&table, line, start, &mut draft.names, ledger));
                used.push((line, start));
            }
            Err((reason, column)) => ledger.reject(reason, line.location(table.number(column))),
        }
    }
    draft.bells = bells(&table, &used);
    tell_apart(&mut draft.rows, |at| used[at].0.location(table.number("class")), ledger);
    report_moved_times(&table, &used, &draft.bells, ledger);
    Some(draft)
}

/// A line that is used, with its first slot and its length.
type Used<'t> = (Cells<'t>, (Slot, u8));

/// When each period begins and ends: as most of its lessons do, on a day of its own if several of them agree there.
fn bells(table: &Mapped<'_>, used: &[Used<'_>]) -> Bells {
    let mut daily_counts: BTreeMap<Period, BTreeMap<(u32, u32), usize>> = BTreeMap::new();
    let mut counts: BTreeMap<Slot, BTreeMap<(u32, u32), usize>> = BTreeMap::new();
    for &(line, (start, _)) in used.iter().filter(|(_, (_, length))| *length == 1) {
        if let Some(times) = table.times(line) {
            *daily_counts.entry(start.period).or_default().entry(times).or_default() += 1;
            *counts.entry(start).or_default().entry(times).or_default() += 1;
        }
    }
    let most = |counts: BTreeMap<(u32, u32), usize>| {
        counts.into_iter().rev().max_by_key(|(_, count)| *count)
    };
    let mut bells: Bells =
        table.map.bells().flat_map(|(period, times)| daily(period, times)).collect();
    for (period, counts) in daily_counts {
        bells.extend(most(counts).into_iter().flat_map(|(times, _)| daily(period, times)));
    }
    for (slot, counts) in counts {
        bells.extend(most(counts).filter(|(_, count)| *count > 1).map(|(times, _)| (slot, times)));
    }
    bells
}

/// Tells of lessons whose own times are not quite those of the periods that they were put on.
fn report_moved_times(table: &Mapped<'_>, used: &[Used<'_>], bells: &Bells, ledger: &mut Ledger) {
    let is_off = |(line, (start, length)): &&Used<'_>| {
        let last = start.later(length.saturating_sub(1));
        let own = bells.get(start).zip(last.and_then(|last| bells.get(&last)));
        let own = own.map(|(first, last)| (first.0, last.1));
        table.times(*line).zip(own).is_some_and(|(times, own)| times != own)
    };
    let off: Vec<&Used<'_>> = used.iter().filter(is_off).collect();
    if let Some((first, _)) = off.first() {
        let column = if table.has("start") { "start" } else { "period" };
        let location = first.location(table.number(column));
        ledger.note(Foreign::TimesRounded { count: off.len() }, location);
    }
}

fn row(
    table: &Mapped<'_>,
    line: Cells<'_>,
    (start, length): (Slot, u8),
    names: &mut Names,
    ledger: &mut Ledger,
) -> DraftRow {
    let location = || line.location(table.number("class"));
    let mut scribe = Scribe { names, ledger, location: &location };
    let some = |column: &str| Some(table.cell(line, column)).filter(|text| !text.is_empty());
    let group = table.cell(line, "group");
    let (division, part) = group.split_once(':').unwrap_or(("", &group));
    let week = table.map.week(&table.cell(line, "week")).unwrap_or_default();
    DraftRow {
        classes: scribe.all(Kind::Class, table.items(line, "class")),
        group: (!part.is_empty()).then(|| scribe.group(division.trim(), part.trim())),
        subject: scribe.one(Kind::Subject, &table.cell(line, "subject")),
        teachers: scribe.all(Kind::Teacher, table.items(line, "teacher")),
        rooms: scribe.all(Kind::Room, table.items(line, "room")),
        start,
        length,
        week: week.as_ref().map(|week| scribe.one(Kind::Week, week)),
        lesson: some("lesson")
            .map(|lesson| scribe.one::<LessonName>(Kind::Lesson, &lesson).to_string()),
        locked: is_yes(&table.cell(line, "locked")),
        allowed: None,
        apart: None,
        source: String::new(),
    }
}
