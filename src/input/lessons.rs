//! Entries → lessons: which rows move as one piece.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::shortened;
use super::cells::table::Table;
use super::timetable::{Entry, FIRST};
use crate::diagnostic::{Fault, Placing};
use crate::domain::{
    ClassName, Day, Grid, Group, Lesson, LessonName, Period, Piece, Slot, SubjectCode, TeacherName,
    Week, WeekLabel, Weeks,
};

/// One period of an entry: a row with a range counts as one row for each period.
#[derive(Clone, Copy)]
struct Cell<'e> {
    entry: &'e Entry,
    period: Period,
}

/// When a cell is: only what is in the same week label and on the same day, or all without one, can be one lesson.
type When<'e> = (Option<Day>, Option<&'e WeekLabel>);

/// What makes cells of the same time parts of one lesson.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Tie<'e> {
    /// The id that the rows share.
    Id(String),
    /// The teacher and subject that rows without an id share.
    Joint(&'e TeacherName, &'e SubjectCode),
}

/// What makes a lesson of consecutive periods.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Likeness<'e> {
    Id(String),
    Same(BTreeSet<(&'e ClassName, Option<&'e Group>)>, &'e SubjectCode, BTreeSet<&'e TeacherName>),
}

/// The lessons of the entries, by their first row.
pub(super) fn build(entries: &[Entry], grid: &Grid, weeks: &[WeekLabel]) -> Vec<Lesson> {
    let cells = spread(entries);
    let mut sets = Sets::new(cells.len());
    couple(&cells, &mut sets);
    let moments = sets.members();
    for position in 1..cells.len() {
        if cells[position - 1].entry.row == cells[position].entry.row {
            sets.join(position - 1, position);
        }
    }
    lengthen(&cells, &moments, grid, &mut sets);
    join_unplaced(&cells, &mut sets);
    let make = |members: &Vec<usize>| lesson(&cells, members, grid, weeks);
    let mut lessons: Vec<Lesson> = sets.members().iter().filter_map(make).collect();
    lessons.sort_by_key(|lesson| lesson.pieces.first().map(|piece| piece.row));
    lessons
}

fn spread(entries: &[Entry]) -> Vec<Cell<'_>> {
    let periods = |entry: &Entry| (entry.first.0..=entry.last.0).map(Period);
    entries
        .iter()
        .flat_map(|entry| periods(entry).map(move |period| Cell { entry, period }))
        .collect()
}

/// Joins the cells of one moment: those with one id, and those without that share a teacher and the subject.
fn couple(cells: &[Cell<'_>], sets: &mut Sets) {
    let mut tied: BTreeMap<(Tie<'_>, When<'_>, Period), usize> = BTreeMap::new();
    for (position, cell) in cells.iter().enumerate() {
        for tie in cell.ties() {
            let first = *tied.entry((tie, cell.when(), cell.period)).or_insert(position);
            sets.join(first, position);
        }
    }
}

/// Joins like moments in consecutive periods, but not across a break.
fn lengthen(cells: &[Cell<'_>], moments: &[Vec<usize>], grid: &Grid, sets: &mut Sets) {
    let mut like: BTreeMap<(Likeness<'_>, When<'_>), BTreeMap<Period, usize>> = BTreeMap::new();
    for members in moments {
        let first = cells[members[0]];
        let key = (likeness(cells, members), first.when());
        like.entry(key).or_default().insert(first.period, members[0]);
    }
    for ((_, (day, _)), by_period) in like {
        let Some(day) = day else { continue };
        for (&period, &position) in &by_period {
            let next = by_period.get(&Period(period.0 + 1));
            if let Some(&next) = next.filter(|_| !grid.breaks_after(Slot::new(day, period))) {
                sets.join(position, next);
            }
        }
    }
}

/// Joins the rows of each id that have no place: their periods count within the lesson.
fn join_unplaced(cells: &[Cell<'_>], sets: &mut Sets) {
    let mut first: BTreeMap<(String, When<'_>), usize> = BTreeMap::new();
    for (position, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.entry.day.is_none()) {
        if let Some(id) = cell.entry.folded_id() {
            sets.join(*first.entry((id, cell.when())).or_insert(position), position);
        }
    }
}

/// Reports lessons that have a place in some rows and none in others, and those without one whose periods do not begin
/// with the first.
pub(super) fn report_unplaced(table: &Table, entries: &[Entry], findings: &mut Findings) {
    report_half_placed(table, entries, findings);
    let mut first: BTreeMap<(Result<String, usize>, Option<&WeekLabel>), &Entry> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.day.is_none()) {
        let key = (entry.folded_id().ok_or(entry.row), entry.week.as_ref());
        let earliest = first.entry(key).or_insert(entry);
        if entry.first < earliest.first {
            *earliest = entry;
        }
    }
    for entry in first.into_values().filter(|entry| entry.first != FIRST) {
        let cell = table.row(entry.row).and_then(|row| row.cell(Column::Period));
        if let Some(cell) = cell {
            let written = shortened(&cell.text);
            findings
                .report(Fault::Placing(Placing::PeriodsNotCounted { written }), cell.location());
        }
    }
}

fn report_half_placed(table: &Table, entries: &[Entry], findings: &mut Findings) {
    let mut placed: BTreeMap<String, u32> = BTreeMap::new();
    for entry in entries.iter().rev().filter(|entry| entry.day.is_some()) {
        placed.extend(entry.folded_id().map(|id| (id, entry.line)));
    }
    for entry in entries.iter().filter(|entry| entry.day.is_none()) {
        let line = entry.folded_id().and_then(|id| placed.get(&id));
        if let (Some(&line), Some(row)) = (line, table.row(entry.row)) {
            let lesson = entry.id.clone().unwrap_or_default();
            findings.report(Fault::Placing(Placing::PlaceHalf { lesson, line }), row.location());
        }
    }
}

fn likeness<'e>(cells: &[Cell<'e>], members: &[usize]) -> Likeness<'e> {
    let first = cells[members[0]].entry;
    if let Some(id) = first.folded_id() {
        return Likeness::Id(id);
    }
    let entries = || members.iter().map(|&member| cells[member].entry);
    let attended =
        |entry: &'e Entry| entry.classes.iter().map(move |class| (class, entry.group.as_ref()));
    Likeness::Same(
        entries().flat_map(attended).collect(),
        &first.subject,
        entries().flat_map(|entry| &entry.teachers).collect(),
    )
}

fn lesson(
    cells: &[Cell<'_>],
    members: &[usize],
    grid: &Grid,
    weeks: &[WeekLabel],
) -> Option<Lesson> {
    let own = || members.iter().map(|&member| cells[member]);
    let first = own().next()?.entry;
    let start = own().map(|cell| cell.period).min()?;
    let line = first.line.to_string();
    Some(Lesson {
        name: LessonName::from(first.id.as_deref().unwrap_or(&line)),
        pieces: own().map(|cell| cell.piece(start, grid, weeks)).collect(),
        start: first.day.map(|day| Slot::new(day, start)),
        locked: own().any(|cell| cell.entry.locked),
    })
}

impl<'e> Cell<'e> {
    const fn when(&self) -> When<'e> {
        (self.entry.day, self.entry.week.as_ref())
    }

    fn ties(&self) -> Vec<Tie<'e>> {
        if let Some(id) = self.entry.folded_id() {
            return vec![Tie::Id(id)];
        }
        if self.entry.day.is_none() {
            return Vec::new();
        }
        let joint = |teacher| Tie::Joint(teacher, &self.entry.subject);
        self.entry.teachers.iter().map(joint).collect()
    }

    fn piece(&self, start: Period, grid: &Grid, weeks: &[WeekLabel]) -> Piece {
        let entry = self.entry;
        let covered = |slot: &Slot| entry.allowed.iter().flatten().any(|span| span.covers(*slot));
        Piece {
            row: entry.row,
            line: entry.line,
            offset: self.period.0 - start.0,
            classes: entry.classes.clone(),
            group: entry.group.clone(),
            subject: entry.subject.clone(),
            teachers: entry.teachers.clone(),
            rooms: entry.rooms.clone(),
            weeks: weeks_of(entry.week.as_ref(), weeks),
            allowed: entry.allowed.as_ref().map(|_| grid.slots().filter(covered).collect()),
            apart: entry.apart.clone(),
        }
    }
}

fn weeks_of(label: Option<&WeekLabel>, weeks: &[WeekLabel]) -> Weeks {
    let position = label.and_then(|label| weeks.iter().position(|week| week == label));
    let week = position.and_then(|position| u8::try_from(position).ok()).map(Week);
    week.map_or_else(|| Weeks::all(weeks.len()), Weeks::only)
}

/// Disjoint sets of places.
///
/// # Source
/// R. E. Tarjan, *Efficiency of a good but not linear set union algorithm*, JACM 22 (1975).
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn new(length: usize) -> Self {
        Self { parents: (0..length).collect() }
    }

    fn find(&mut self, mut position: usize) -> usize {
        while self.parents[position] != position {
            self.parents[position] = self.parents[self.parents[position]];
            position = self.parents[position];
        }
        position
    }

    /// Joins two sets; the smaller place stays the one that stands for both.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// The members of every set, in order; the sets by their first member.
    fn members(&mut self) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for position in 0..self.parents.len() {
            sets.entry(self.find(position)).or_default().push(position);
        }
        sets.into_values().collect()
    }
}
