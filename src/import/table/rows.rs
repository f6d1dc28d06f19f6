//! The rows of a mapped table.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::dates::{Often, date, often};
use super::map::{Map, NEEDED, Named};
use crate::diagnostic::{Field, Foreign, Location};
use crate::domain::{Date, Day, LessonName, Period, Slot};
use crate::import::bells::{Bells, daily, times};
use crate::import::draft::{Draft, DraftRow};
use crate::import::ledger::Ledger;
use crate::import::lines::{Cells, Lines};
use crate::import::names::{Kind, Names, Scribe};
use crate::import::original::{Original, only};
use crate::import::tell_apart;
use crate::import::weekday::country_of;
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
        let headings = headings(&lines, map);
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

    /// The headings of columns that are no part of a timetable, as far as anything stands beneath them.
    pub(super) fn unused(&self) -> Option<(Cells<'_>, Vec<String>)> {
        let headings = headings(&self.lines, self.map)?;
        let is_filled = |number: usize| self.body().any(|line| !line.cell(number).is_empty());
        let unused = (1..=headings.len()).filter(|number| {
            !self.columns.values().any(|known| known == number) && is_filled(*number)
        });
        let names = unused.map(|number| headings.cell(number).into_owned());
        Some((headings, names.filter(|name| !name.is_empty()).collect()))
    }

    /// Whether the table has a column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The day that a cell means.
    pub(crate) fn day(&self, cell: &str) -> Option<Day> {
        let counted = counted(cell).filter(|_| self.is_from_zero && !self.map.has_day(cell));
        counted.or_else(|| self.map.day(cell)).or_else(|| date(cell).map(Date::weekday))
    }

    /// What the lines list, and the lines that are not used, each with the reason and the column of it. Where days are
    /// dates, the lines of one lesson are one.
    pub(crate) fn listed(&self) -> (Vec<Listed<'_>>, Vec<Unused<'_>>) {
        let mut listed: Vec<Listed<'_>> = Vec::new();
        let mut unused: Vec<Unused<'_>> = Vec::new();
        let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for line in self.body() {
            match self.usable(line) {
                Ok((start, length)) => {
                    let is_dated = date(&self.cell(line, "day")).is_some();
                    let key = is_dated.then(|| self.lesson_of(line, start));
                    if let Some(&at) = key.as_ref().and_then(|key| known.get(key)) {
                        listed[at].lines.push(line);
                        continue;
                    }
                    known.extend(key.map(|key| (key, listed.len())));
                    let week = self.map.week(&self.cell(line, "week")).unwrap_or_default();
                    listed.push(Listed { lines: vec![line], start, length, week });
                }
                Err((reason, column)) => unused.push((line, reason, column)),
            }
        }
        if !known.is_empty() {
            self.tell_weeks(&mut listed, &mut unused);
        }
        (listed, unused)
    }

    /// What the lines of one lesson have in common.
    fn lesson_of(&self, line: Cells<'_>, start: Slot) -> Vec<String> {
        const SAME: [&str; 6] = ["class", "subject", "teacher", "room", "group", "week"];
        let cells = SAME.iter().map(|column| self.cell(line, column));
        cells.chain([start.to_string(), self.span(line)]).collect()
    }

    /// Tells in which weeks lessons are that have dates; those of few weeks are not used.
    fn tell_weeks<'t>(&'t self, listed: &mut Vec<Listed<'t>>, unused: &mut Vec<Unused<'t>>) {
        let dates = |listed: &Listed<'_>| -> BTreeSet<Date> {
            listed.lines.iter().filter_map(|line| date(&self.cell(*line, "day"))).collect()
        };
        // A class's lessons of a day are there in the weeks in which it has any.
        let class = |listed: &Listed<'_>| (self.cell(listed.lines[0], "class"), listed.start.day);
        let mut all: BTreeMap<(String, Day), BTreeSet<Date>> = BTreeMap::new();
        for one in &*listed {
            all.entry(class(one)).or_default().extend(dates(one));
        }
        let [even, odd] = self.turns();
        listed.retain_mut(|one| {
            let own = dates(one);
            match often(&own, &all[&class(one)]) {
                Often::Weekly => {}
                Often::Even => one.week = one.week.take().or_else(|| Some(even.to_owned())),
                Often::Odd => one.week = one.week.take().or_else(|| Some(odd.to_owned())),
                Often::Seldom => {
                    let weeks = own.iter().map(|date| date.week_number().to_string());
                    let reason = Foreign::RowSeldom { written: weeks.dedup().join(", ") };
                    unused.extend(one.lines.iter().map(|line| (*line, reason.clone(), "day")));
                    return false;
                }
            }
            true
        });
    }

    /// What even and odd weeks are called, in the language of the heading of dates.
    fn turns(&self) -> [&'static str; 2] {
        let heading =
            headings(&self.lines, self.map).map(|line| fold(&line.cell(self.number("day"))));
        match heading.as_deref() {
            Some("datum") => ["jämn", "udda"],
            Some("dato") => ["lige", "ulige"],
            _ => ["even", "odd"],
        }
    }

    /// Where a line is, or why it is not used and in which column.
    fn usable(&self, line: Cells<'_>) -> Result<(Slot, u8), (Foreign, &'static str)> {
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

/// A row of the list: its lines, one for each date where days are dates.
pub(crate) struct Listed<'t> {
    pub(crate) lines: Vec<Cells<'t>>,
    start: Slot,
    /// In periods.
    length: u8,
    week: Option<String>,
}

impl<'t> Listed<'t> {
    fn first(&self) -> Cells<'t> {
        self.lines[0]
    }
}

/// A line that is not used, why, and which of its columns is the reason.
type Unused<'t> = (Cells<'t>, Foreign, &'static str);

/// A beginning and an end as one text.
pub(super) fn span(start: &str, end: &str) -> String {
    if end.is_empty() { start.to_owned() } else { format!("{start}-{end}") }
}

/// The line of the headings, where there is one.
fn headings<'l>(lines: &'l Lines, map: &Map) -> Option<Cells<'l>> {
    lines.all().find(|line| line.number() == map.headings)
}

fn numbered(line: Cells<'_>, heading: &str) -> Option<usize> {
    (1..=line.len()).find(|&number| fold(&line.cell(number)) == fold(heading))
}

/// Reads a table.
pub(crate) fn read(originals: &[Original], map: &Map, ledger: &mut Ledger) -> Option<Draft> {
    let table = Mapped::open(originals, map, ledger)?;
    let mut draft = Draft::default();
    if let Some((headings, names)) =
        table.unused().filter(|(_, names)| map.is_proposed && !names.is_empty())
    {
        ledger.note(Foreign::ColumnsUnused { names }, headings.location(1));
    }
    let (listed, unused) = table.listed();
    for (line, reason, column) in unused {
        ledger.reject(reason, line.location(table.number(column)));
    }
    for one in &listed {
        draft.rows.push(row(&table, one, &mut draft.names, ledger));
    }
    draft.used = Some(listed.iter().map(|one| one.lines.len()).sum());
    draft.bells = bells(&table, &listed);
    let days: Vec<String> = listed.iter().map(|one| table.cell(one.first(), "day")).collect();
    draft.country = country_of(days.iter().map(String::as_str));
    tell_apart(&mut draft.rows, |at| listed[at].first().location(table.number("class")), ledger);
    report_moved_times(&table, &listed, &draft.bells, ledger);
    Some(draft)
}

/// When each period begins and ends: as most of its lessons do, on a day of its own if several of them agree there.
fn bells(table: &Mapped<'_>, listed: &[Listed<'_>]) -> Bells {
    let mut daily_counts: BTreeMap<Period, BTreeMap<(u32, u32), usize>> = BTreeMap::new();
    let mut counts: BTreeMap<Slot, BTreeMap<(u32, u32), usize>> = BTreeMap::new();
    for one in listed.iter().filter(|one| one.length == 1) {
        if let Some(times) = table.times(one.first()) {
            *daily_counts.entry(one.start.period).or_default().entry(times).or_default() += 1;
            *counts.entry(one.start).or_default().entry(times).or_default() += 1;
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
fn report_moved_times(
    table: &Mapped<'_>,
    listed: &[Listed<'_>],
    bells: &Bells,
    ledger: &mut Ledger,
) {
    let is_off = |one: &&Listed<'_>| {
        let last = one.start.later(one.length.saturating_sub(1));
        let own = bells.get(&one.start).zip(last.and_then(|last| bells.get(&last)));
        let own = own.map(|(first, last)| (first.0, last.1));
        table.times(one.first()).zip(own).is_some_and(|(times, own)| times != own)
    };
    let off: Vec<&Listed<'_>> = listed.iter().filter(is_off).collect();
    if let Some(first) = off.first() {
        let column = if table.has("start") { "start" } else { "period" };
        let location = first.first().location(table.number(column));
        ledger.note(Foreign::TimesRounded { count: off.len() }, location);
    }
}

fn row(
    table: &Mapped<'_>,
    listed: &Listed<'_>,
    names: &mut Names,
    ledger: &mut Ledger,
) -> DraftRow {
    let line = listed.first();
    let location = || line.location(table.number("class"));
    let mut scribe = Scribe { names, ledger, location: &location };
    let some = |column: &str| Some(table.cell(line, column)).filter(|text| !text.is_empty());
    let group = table.cell(line, "group");
    let (division, part) = group.split_once(':').unwrap_or(("", &group));
    DraftRow {
        classes: scribe.all(Kind::Class, table.items(line, "class")),
        group: (!part.is_empty()).then(|| scribe.group(division.trim(), part.trim())),
        subject: scribe.one(Kind::Subject, &table.cell(line, "subject")),
        teachers: scribe.all(Kind::Teacher, table.items(line, "teacher")),
        rooms: scribe.all(Kind::Room, table.items(line, "room")),
        start: listed.start,
        length: listed.length,
        week: listed.week.as_ref().map(|week| scribe.one(Kind::Week, week)),
        lesson: some("lesson")
            .map(|lesson| scribe.one::<LessonName>(Kind::Lesson, &lesson).to_string()),
        locked: is_yes(&table.cell(line, "locked")),
        allowed: None,
        apart: None,
        source: String::new(),
    }
}
