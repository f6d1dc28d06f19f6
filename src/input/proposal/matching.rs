//! Which row of a proposal is which row of the school.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Fault, Location};
use crate::domain::{Day, Lesson, Period, School};
use crate::input::cells::columns::Column;
use crate::input::cells::findings::Findings;
use crate::input::cells::row::Row;
use crate::input::cells::table::Table;
use crate::input::cells::text::{fold, items};
use crate::input::moment;
use crate::input::sheet::{Sheet, first_offsets};
use crate::input::value;

/// What a row says besides its day, period and rooms: by this it is found again.
type Content = BTreeMap<Column, String>;

/// The columns that stay as they are.
const CONTENT: [Column; 9] = [
    Column::Class,
    Column::Subject,
    Column::Teacher,
    Column::Group,
    Column::Lesson,
    Column::Week,
    Column::Locked,
    Column::Allowed,
    Column::Apart,
];

/// A row of the proposal.
pub(super) struct ProposedRow {
    content: Content,
    /// When it is.
    pub(super) when: When,
    /// Its rooms, as written.
    pub(super) rooms: Vec<String>,
    /// Its line, from 1.
    pub(super) line: u32,
}

/// When a row of a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Then.
    At(Time),
    /// It has no place.
    Nowhere,
    /// That cannot be read, which is reported.
    Unreadable,
}

impl When {
    const fn time(self) -> Option<Time> {
        match self {
            Self::At(time) => Some(time),
            Self::Nowhere | Self::Unreadable => None,
        }
    }
}

/// A day and periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Time {
    pub(super) day: Day,
    pub(super) first: Period,
    pub(super) last: Period,
}

/// For each row of the school the row of the proposal.
pub(super) type Found = BTreeMap<usize, usize>;

/// Reads every row; what cannot be read is reported.
pub(super) fn read_rows(table: &Table, findings: &mut Findings) -> Vec<ProposedRow> {
    table.understand_rows(findings, |row, findings| Some(read_row(&row, findings)))
}

fn read_row(row: &Row<'_>, findings: &mut Findings) -> ProposedRow {
    let rooms = row.cell(Column::Room).map(|cell| distinct(&cell.text)).unwrap_or_default();
    ProposedRow {
        content: content(|column| row.cell(column).map(|cell| cell.text.into_owned())),
        when: when(row, findings),
        rooms,
        line: row.line,
    }
}

fn when(row: &Row<'_>, findings: &mut Findings) -> When {
    if row.cell(Column::Day).is_none() {
        return When::Nowhere;
    }
    let mut read = |column| row.needed(column, findings);
    let (day, periods) = (read(Column::Day), read(Column::Period));
    let day = day.and_then(|cell| {
        moment::day(&cell.text).map_err(|fault| findings.report(fault, cell.location())).ok()
    });
    let periods = periods.and_then(|cell| {
        moment::periods(&cell.text).map_err(|fault| findings.report(fault, cell.location())).ok()
    });
    let time = day.zip(periods).map(|(day, (first, last))| Time { day, first, last });
    time.map_or(When::Unreadable, When::At)
}

fn distinct(list: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    items(list).filter(|item| seen.insert(fold(item))).map(ToOwned::to_owned).collect()
}

fn content(cell: impl Fn(Column) -> Option<String>) -> Content {
    let known = |column| Some((column, comparable(column, &cell(column)?)));
    CONTENT.into_iter().filter_map(known).filter(|(_, text)| !text.is_empty()).collect()
}

/// A cell as it is compared: lists in any order, no and an empty cell alike.
fn comparable(column: Column, written: &str) -> String {
    match column {
        Column::Locked if value::is_yes(written) => "yes".into(),
        Column::Locked => String::new(),
        Column::Class | Column::Teacher => {
            let folded: BTreeSet<String> = items(written).map(fold).collect();
            folded.into_iter().collect::<Vec<_>>().join("+")
        }
        _ => fold(written),
    }
}

/// Finds every row: by its place, if all others say the same there; else by what it says.
pub(super) fn find(school: &School, sheet: &Sheet, rows: &[ProposedRow]) -> Found {
    let cell = |row: &Vec<String>, column| sheet.cell(row, column).map(ToOwned::to_owned);
    let own: Vec<Content> =
        sheet.rows.iter().map(|row| content(|column| cell(row, column))).collect();
    if own.iter().eq(rows.iter().map(|row| &row.content)) {
        return (0..rows.len()).map(|position| (position, position)).collect();
    }
    let mut search = Search::new(&own, rows);
    search.find_unmoved(school);
    search.find_moved(school);
    search.find_torn(school);
    search.found
}

/// A search by content. Whole lessons first, so that a double lesson moved by one period is not mistaken.
struct Search<'a> {
    own: &'a [Content],
    rows: &'a [ProposedRow],
    free: BTreeMap<&'a Content, BTreeSet<(Time, usize)>>,
    found: Found,
}

impl<'a> Search<'a> {
    fn new(own: &'a [Content], rows: &'a [ProposedRow]) -> Self {
        let mut free: BTreeMap<&Content, BTreeSet<(Time, usize)>> = BTreeMap::new();
        for (position, row) in rows.iter().enumerate() {
            free.entry(&row.content)
                .or_default()
                .extend(row.when.time().map(|time| (time, position)));
        }
        Self { own, rows, free, found: Found::new() }
    }

    fn find_unmoved(&mut self, school: &School) {
        for lesson in &school.lessons {
            if let Some(start) = lesson.start {
                self.take(lesson, start.day, start.period);
            }
        }
    }

    /// Longer lessons first: they are the harder to place.
    fn find_moved(&mut self, school: &School) {
        let missing = |lesson: &&Lesson| !self.found.contains_key(&lesson.pieces[0].row);
        let mut lessons: Vec<&Lesson> = school.lessons.iter().filter(missing).collect();
        lessons.sort_by_key(|lesson| std::cmp::Reverse(lesson.pieces.len()));
        for lesson in lessons {
            let starts = self.possible_starts(lesson);
            starts.into_iter().find(|&(day, period)| self.take(lesson, day, period));
        }
    }

    /// Where the lesson would start if a free row were its first.
    fn possible_starts(&self, lesson: &Lesson) -> Vec<(Day, Period)> {
        let piece = &lesson.pieces[0];
        let free = self.own.get(piece.row).and_then(|content| self.free.get(content));
        let start = |&(time, _): &(Time, usize)| {
            Some((time.day, Period(time.first.0.checked_sub(piece.offset)?)))
        };
        free.into_iter().flatten().filter_map(start).collect()
    }

    /// Takes the rows of a lesson that starts there; none if one of them is not there.
    fn take(&mut self, lesson: &Lesson, day: Day, start: Period) -> bool {
        let mut taken: Vec<(usize, (Time, usize))> = Vec::new();
        for (row, time) in times(lesson, day, start) {
            let free = self.own.get(row).and_then(|content| self.free.get_mut(content));
            let entry = free.and_then(|free| {
                let entry = free.range((time, 0)..=(time, usize::MAX)).next().copied()?;
                free.take(&entry)
            });
            let Some(entry) = entry else {
                self.give_back(taken);
                return false;
            };
            taken.push((row, entry));
        }
        self.found.extend(taken.into_iter().map(|(row, (_, position))| (row, position)));
        true
    }

    fn give_back(&mut self, taken: Vec<(usize, (Time, usize))>) {
        for (row, entry) in taken {
            self.free.entry(&self.own[row]).or_default().insert(entry);
        }
    }

    /// The rest: each row the earliest that says the same, so that what is torn apart is reported as that.
    fn find_torn(&mut self, school: &School) {
        let mut used: BTreeSet<usize> = self.found.values().copied().collect();
        let mut left: BTreeMap<&Content, Vec<usize>> = BTreeMap::new();
        for (position, row) in self.rows.iter().enumerate().rev() {
            if used.insert(position) {
                left.entry(&row.content).or_default().push(position);
            }
        }
        for row in school.lessons.iter().flat_map(|lesson| first_offsets(lesson).into_keys()) {
            if !self.found.contains_key(&row) {
                let position = self.own.get(row).and_then(|content| left.get_mut(content)?.pop());
                self.found.extend(position.map(|position| (row, position)));
            }
        }
    }
}

/// When each row of a lesson is that starts there.
fn times(lesson: &Lesson, day: Day, start: Period) -> Vec<(usize, Time)> {
    let length = |row: usize| lesson.pieces.iter().filter(|piece| piece.row == row).count();
    let time = |(row, offset): (usize, u8)| {
        let first = start.0.saturating_add(offset);
        let last = usize::from(first) + length(row) - 1;
        let last = u8::try_from(last).unwrap_or(u8::MAX);
        (row, Time { day, first: Period(first), last: Period(last) })
    };
    first_offsets(lesson).into_iter().map(time).collect()
}

/// Reports rows of either side that the other lacks.
pub(super) fn report_unmatched(
    school: &School,
    table: &Table,
    rows: &[ProposedRow],
    found: &Found,
    findings: &mut Findings,
) {
    let used: BTreeSet<usize> = found.values().copied().collect();
    for row in (0..rows.len()).filter(|row| !used.contains(row)) {
        if let Some(row) = table.row(row) {
            findings.report(Fault::RowUnmatched, row.location());
        }
    }
    let mut lost = BTreeMap::new();
    for piece in school.lessons.iter().flat_map(|lesson| &lesson.pieces) {
        lost.entry(piece.row).or_insert(piece.line);
    }
    for (_, line) in lost.into_iter().filter(|(row, _)| !found.contains_key(row)) {
        findings.report(Fault::RowLost { line }, Location::file(table.file()));
    }
}
