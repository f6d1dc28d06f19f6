//! `timetable.csv` → entries: one for each row that can be read.

use std::collections::BTreeMap;

use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Cell, Row, shortened};
use super::cells::table::Table;
use super::cells::text::{fold, items};
use super::moment;
use super::names::{Names, Vocabulary};
use super::turns::Turn;
use super::value;
use crate::diagnostic::{Fault, Location, Placing};
use crate::domain::{
    ApartLabel, ClassName, Day, Grid, Group, Period, RoomName, Slot, Span, SubjectCode,
    TeacherName, WeekLabel, Weeks,
};

/// The period with which those of a lesson without a place begin.
pub(super) const FIRST: Period = Period(1);

/// A day is lonely if another has this many times its rows.
const LONELY: usize = 10;

/// What a row of the timetable says.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The row's place among the data rows, from 0.
    pub(super) row: usize,
    /// Its line in the file, from 1.
    pub(super) line: u32,
    /// Where it stands, for messages about the lesson.
    pub(super) classes: Vec<ClassName>,
    pub(super) subject: SubjectCode,
    /// `None`: it has no place yet, and its periods count within the lesson.
    pub(super) day: Option<Day>,
    pub(super) first: Period,
    pub(super) last: Period,
    pub(super) teachers: Vec<TeacherName>,
    pub(super) rooms: Vec<RoomName>,
    pub(super) group: Option<Group>,
    /// The id that couples rows, as written.
    pub(super) id: Option<String>,
    pub(super) week: Option<WeekLabel>,
    pub(super) locked: bool,
    /// When it may be if its lesson moves; `None`: any time.
    pub(super) allowed: Option<Vec<Span>>,
    pub(super) apart: Option<ApartLabel>,
}

impl Entry {
    /// The slots it takes; none while it has no place.
    pub(super) fn slots(&self) -> impl Iterator<Item = Slot> {
        let periods = self.first.0..=self.last.0;
        self.day
            .into_iter()
            .flat_map(move |day| periods.clone().map(move |period| Slot::new(day, Period(period))))
    }

    /// The id as it is compared.
    pub(super) fn folded_id(&self) -> Option<String> {
        self.id.as_deref().map(fold)
    }
}

/// Reads every row; those with a cell that cannot be read are reported and left out.
pub(super) fn read(table: &Table, names: &mut Vocabulary, findings: &mut Findings) -> Vec<Entry> {
    if let Some(location) = swapped(table) {
        let (one, other) = (Column::Day.english(), Column::Period.english());
        findings.report(Fault::ColumnsSwapped { one, other }, location);
        table.refuse_rows(findings);
        return Vec::new();
    }
    let entries = table.understand_rows(findings, |row, findings| entry(&row, names, findings));
    if table.is_bare() {
        findings.report(Fault::NoLessons, Location::file(table.file()));
    } else if !entries.is_empty() && entries.iter().all(|entry| entry.day.is_none()) {
        findings.report(Fault::Placing(Placing::NoDays), Location::file(table.file()));
    }
    report_repeated(table, findings);
    report_lonely_days(table, &entries, findings);
    let weeks = names.weeks.all().count();
    if weeks > Weeks::MOST {
        let fault = Fault::TooManyWeeks { count: weeks, most: Weeks::MOST };
        findings.report(fault, Location::file(table.file()));
    }
    entries
}

/// Where it is seen that days stand under the heading of periods and the other way round, in every row.
fn swapped(table: &Table) -> Option<Location> {
    let is_swapped = |row: &Row<'_>| {
        let (day, period) = (row.cell(Column::Day)?, row.cell(Column::Period)?);
        let is_right = moment::day(&day.text).is_ok() && moment::periods(&period.text).is_ok();
        Some(!is_right && moment::day(&period.text).is_ok() && moment::periods(&day.text).is_ok())
    };
    let mut rows = table.rows();
    let first = rows.next()?.cell(Column::Day)?.location();
    table.rows().all(|row| is_swapped(&row) == Some(true)).then_some(first)
}

/// Reports rows that stand in the file twice, letter by letter.
fn report_repeated(table: &Table, findings: &mut Findings) {
    let mut first: BTreeMap<&str, u32> = BTreeMap::new();
    // Lessons without a place may well be alike.
    let placed = table.rows().filter(|row| row.cell(Column::Day).is_some());
    let mut repeated = placed.filter_map(|row| {
        let line = *first.entry(row.text()).or_insert(row.line);
        (line != row.line).then_some((line, row))
    });
    if let Some((line, row)) = repeated.next() {
        let others = repeated.map(|(_, row)| row.line).collect();
        findings.report(Fault::RowRepeated { line, others }, row.location());
    }
}

fn entry(row: &Row<'_>, names: &mut Vocabulary, findings: &mut Findings) -> Option<Entry> {
    let classes = classes(row, &mut names.classes, findings);
    let teachers = learn_all(row.cell(Column::Teacher).as_ref(), &mut names.teachers, findings);
    let rooms = learn_all(row.cell(Column::Room).as_ref(), &mut names.rooms, findings);
    let subject = row.needed(Column::Subject, findings);
    let subject = subject.map(|cell| names.subjects.learn(&cell.text, &cell, findings));
    let day = day(row, findings);
    let time = periods(row, findings);
    let allowed = row.cell(Column::Allowed).map(|cell| moment::spans_in(&cell, findings));
    let apart = row.cell(Column::Apart);
    let apart = apart.map(|cell| names.apart.learn(&cell.text, &cell, findings));
    let group = group(row, names, findings);
    let week = week(row, &mut names.weeks, findings);
    let locked = value::yes(row.cell(Column::Locked).as_ref(), findings);
    let (first, last) = time?;
    Some(Entry {
        row: row.index,
        line: row.line,
        classes: classes?,
        subject: subject?,
        day: day.ok()?,
        first,
        last,
        teachers,
        rooms,
        group: group.ok()?,
        id: row.cell(Column::Lesson).map(|cell| cell.text.into_owned()),
        week: week.ok()?,
        locked,
        allowed,
        apart,
    })
}

fn classes(
    row: &Row<'_>,
    names: &mut Names<ClassName>,
    findings: &mut Findings,
) -> Option<Vec<ClassName>> {
    let cell = row.needed(Column::Class, findings)?;
    let classes = learn_all(Some(&cell), names, findings);
    if classes.is_empty() {
        findings.report(Fault::CellEmpty, cell.location());
    }
    Some(classes).filter(|classes| !classes.is_empty())
}

/// The names in a cell with a list, each once.
fn learn_all<T>(cell: Option<&Cell<'_>>, names: &mut Names<T>, findings: &mut Findings) -> Vec<T>
where
    T: Clone + PartialEq + std::fmt::Display + for<'a> From<&'a str>,
{
    let mut learnt = Vec::new();
    let Some(cell) = cell else { return learnt };
    for item in items(&cell.text) {
        let name = names.learn(item, cell, findings);
        if !learnt.contains(&name) {
            learnt.push(name);
        }
    }
    learnt
}

/// The row's day, if it has a place; or that its day cannot be read.
fn day(row: &Row<'_>, findings: &mut Findings) -> Result<Option<Day>, ()> {
    let Some(cell) = row.cell(Column::Day) else { return Ok(None) };
    moment::day(&cell.text).map(Some).map_err(|fault| findings.report(fault, cell.location()))
}

/// The row's periods; the first of its lesson where neither day nor period is said.
fn periods(row: &Row<'_>, findings: &mut Findings) -> Option<(Period, Period)> {
    if row.cell(Column::Day).is_none() && row.cell(Column::Period).is_none() {
        return Some((FIRST, FIRST));
    }
    let cell = row.needed(Column::Period, findings)?;
    let report = |fault| findings.report(fault, cell.location());
    moment::periods(&cell.text).map_err(report).ok()
}

/// The row's week, or that it has several.
fn week(
    row: &Row<'_>,
    weeks: &mut Names<WeekLabel>,
    findings: &mut Findings,
) -> Result<Option<WeekLabel>, ()> {
    let Some(cell) = row.cell(Column::Week) else { return Ok(None) };
    if cell.text.contains('+') {
        findings.report(Fault::WeekList { written: shortened(&cell.text) }, cell.location());
        return Err(());
    }
    // Another word for the even weeks, or the odd ones, is the same label.
    let turn = Turn::named(&cell.text);
    let known = weeks.all().find(|label| turn.is_some() && Turn::named(label.as_str()) == turn);
    let known = known.cloned();
    Ok(Some(known.unwrap_or_else(|| weeks.learn(&cell.text, &cell, findings))))
}

/// Reports days with so few rows beside a full week that they are most likely slips.
fn report_lonely_days(table: &Table, entries: &[Entry], findings: &mut Findings) {
    let rows_on = |day| entries.iter().filter(|entry| entry.day == Some(day)).count();
    let others = Day::ALL.into_iter().map(rows_on).max().unwrap_or_default();
    for day in Day::ALL {
        let lessons = rows_on(day);
        let first = entries.iter().find(|entry| entry.day == Some(day));
        let cell = first.and_then(|entry| table.row(entry.row)?.cell(Column::Day));
        if let Some(cell) = cell.filter(|_| lessons * LONELY <= others) {
            findings.report(Fault::DayLonely { day, lessons, others }, cell.location());
        }
    }
}

/// Reports slots that a row may have and the grid lacks.
pub(super) fn report_allowed(
    table: &Table,
    entries: &[Entry],
    grid: &Grid,
    findings: &mut Findings,
) {
    let is_known = grid.slots().next().is_some();
    let lacks = |span: &Span| !grid.slots().any(|slot| span.covers(slot));
    for entry in entries.iter().filter(|_| is_known) {
        let cell = table.row(entry.row).and_then(|row| row.cell(Column::Allowed));
        let outside = entry.allowed.iter().flatten().any(lacks);
        if let Some(cell) = cell.filter(|_| outside) {
            let written = shortened(&cell.text);
            findings.report(Fault::TimeOutsideGrid { written }, cell.location());
        }
    }
}

/// The row's group, or that it has one which cannot be read.
fn group(
    row: &Row<'_>,
    names: &mut Vocabulary,
    findings: &mut Findings,
) -> Result<Option<Group>, ()> {
    let Some(cell) = row.cell(Column::Group) else { return Ok(None) };
    if cell.text.contains('+') {
        findings.report(Fault::GroupList { written: shortened(&cell.text) }, cell.location());
        return Err(());
    }
    value::group(&cell.text, &cell, &mut names.groups, findings).map(Some).ok_or(())
}
