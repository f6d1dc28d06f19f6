//! `teachers.csv`, `rooms.csv` and `classes.csv`: what the timetable's names can and cannot do.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Row, shortened};
use super::cells::table::Table;
use super::keyed::{self, Merge};
use super::moment::{LAST_PERIOD, spans_in};
use super::names::Vocabulary;
use super::value;
use crate::diagnostic::Fault;
use crate::domain::{
    Class, ClassName, Grid, Period, Room, RoomKind, RoomName, SiteName, Slot, Span, Teacher,
    TeacherName,
};

/// The most of anything at once: lessons in a room, pupils at a place.
pub(super) const MOST: u32 = 10_000;

struct TeacherLine {
    unavailable: Option<Vec<Span>>,
    max_per_day: Option<u32>,
}

impl Merge for TeacherLine {
    fn merge(&mut self, other: Self) -> bool {
        self.unavailable.merge(other.unavailable) & self.max_per_day.merge(other.max_per_day)
    }
}

/// Every teacher of the timetable, with what `teachers.csv` says.
pub(super) fn teachers(
    table: Option<&Table>,
    names: &Vocabulary,
    grid: &Grid,
    default_most: Option<u32>,
    findings: &mut Findings,
) -> BTreeMap<TeacherName, Teacher> {
    let lines = keyed::read(table, findings, |row, findings| {
        let cell = row.needed(Column::Teacher, findings)?;
        let line = TeacherLine {
            unavailable: unavailable(row, grid, findings),
            max_per_day: periods_per_day(row, findings),
        };
        Some((names.teachers.expect(&cell.text, &cell, findings), line))
    });
    let unlimited = Teacher { max_per_day: default_most, ..Teacher::default() };
    let mut teachers = all(names.teachers.all(), &unlimited);
    for (name, line) in lines {
        let unavailable = slots(line.unavailable, grid);
        let max_per_day = line.max_per_day.or(default_most);
        teachers.insert(name, Teacher { unavailable, max_per_day });
    }
    teachers
}

struct RoomLine {
    kind: Option<RoomKind>,
    unavailable: Option<Vec<Span>>,
    parallel: Option<u32>,
    site: Option<SiteName>,
}

impl Merge for RoomLine {
    fn merge(&mut self, other: Self) -> bool {
        self.kind.merge(other.kind)
            & self.unavailable.merge(other.unavailable)
            & self.parallel.merge(other.parallel)
            & self.site.merge(other.site)
    }
}

/// Every room of the timetable and every spare one, with what `rooms.csv` says.
pub(super) fn rooms(
    table: Option<&Table>,
    names: &mut Vocabulary,
    grid: &Grid,
    findings: &mut Findings,
) -> BTreeMap<RoomName, Room> {
    let nothing_known = names.rooms.is_empty();
    let lines = keyed::read(table, findings, |row, findings| {
        let cell = row.needed(Column::Room, findings)?;
        let kind = row.cell(Column::Kind);
        let kind = kind.map(|cell| names.kinds.learn(&cell.text, &cell, findings));
        let name = if kind.is_some() || nothing_known {
            names.rooms.learn(&cell.text, &cell, findings)
        } else {
            names.rooms.expect(&cell.text, &cell, findings)
        };
        let parallel = row.cell(Column::Parallel);
        let line = RoomLine {
            kind,
            unavailable: unavailable(row, grid, findings),
            parallel: value::number(parallel.as_ref(), 1, MOST, findings),
            site: site(row, names, findings),
        };
        Some((name, line))
    });
    let mut rooms = all(names.rooms.all(), &Room::default());
    for (name, line) in lines {
        let unavailable = slots(line.unavailable, grid);
        let parallel = line.parallel.unwrap_or(1);
        rooms.insert(name, Room { kind: line.kind, unavailable, parallel, site: line.site });
    }
    rooms
}

struct ClassLine {
    earliest: Option<Period>,
    latest: Option<Period>,
    unavailable: Option<Vec<Span>>,
    site: Option<SiteName>,
    locked: Option<bool>,
}

impl Merge for ClassLine {
    fn merge(&mut self, other: Self) -> bool {
        self.earliest.merge(other.earliest)
            & self.latest.merge(other.latest)
            & self.unavailable.merge(other.unavailable)
            & self.site.merge(other.site)
            & self.locked.merge(other.locked)
    }
}

/// Every class of the timetable, with what `classes.csv` says. A class that only this file has counts too: it is one
/// without lessons.
pub(super) fn classes(
    table: Option<&Table>,
    names: &mut Vocabulary,
    grid: &Grid,
    findings: &mut Findings,
) -> BTreeMap<ClassName, Class> {
    let lines = keyed::read(table, findings, |row, findings| {
        let cell = row.needed(Column::Class, findings)?;
        let earliest = period(row, Column::Earliest, findings);
        let latest = period(row, Column::Latest, findings);
        if earliest.zip(latest).is_some_and(|(earliest, latest)| earliest > latest) {
            let class = cell.text.to_string();
            findings.report(Fault::HoursReversed { class }, row.location());
        }
        let name = names.classes.adopt(&cell.text, &cell, findings);
        let locked = row.cell(Column::Locked);
        let line = ClassLine {
            earliest,
            latest,
            unavailable: unavailable(row, grid, findings),
            site: site(row, names, findings),
            locked: locked.map(|cell| value::yes(Some(&cell), findings)),
        };
        Some((name, line))
    });
    let mut classes = all(names.classes.all(), &Class::default());
    for (name, line) in lines {
        let ClassLine { earliest, latest, site, .. } = line;
        let unavailable = slots(line.unavailable, grid);
        let locked = line.locked.unwrap_or(false);
        classes.insert(name, Class { earliest, latest, unavailable, site, locked });
    }
    classes
}

fn all<'n, K: Clone + Ord + 'n, T: Clone>(
    names: impl Iterator<Item = &'n K>,
    value: &T,
) -> BTreeMap<K, T> {
    names.map(|name| (name.clone(), value.clone())).collect()
}

fn unavailable(row: &Row<'_>, grid: &Grid, findings: &mut Findings) -> Option<Vec<Span>> {
    let cell = row.cell(Column::Unavailable)?;
    let spans = spans_in(&cell, findings);
    let has_slot = |span: &Span| grid.slots().any(|slot| span.covers(slot));
    if grid.slots().next().is_some() && !spans.iter().all(has_slot) {
        let written = shortened(&cell.text);
        findings.report(Fault::TimeOutsideGrid { written }, cell.location());
    }
    Some(spans)
}

/// The site in a row.
pub(super) fn site(
    row: &Row<'_>,
    names: &mut Vocabulary,
    findings: &mut Findings,
) -> Option<SiteName> {
    let cell = row.cell(Column::Site)?;
    Some(names.sites.learn(&cell.text, &cell, findings))
}

/// The slots of some stretches; a whole day is every slot that the grid has on it.
fn slots(spans: Option<Vec<Span>>, grid: &Grid) -> BTreeSet<Slot> {
    let slots_of = |span: Span| grid.slots().filter(move |&slot| span.covers(slot));
    spans.into_iter().flatten().flat_map(slots_of).collect()
}

fn period(row: &Row<'_>, column: Column, findings: &mut Findings) -> Option<Period> {
    let number = value::number(row.cell(column).as_ref(), 0, LAST_PERIOD.into(), findings)?;
    u8::try_from(number).ok().map(Period)
}

/// The number in `max_per_day`, in periods.
pub(super) fn periods_per_day(row: &Row<'_>, findings: &mut Findings) -> Option<u32> {
    let most = u32::from(LAST_PERIOD) + 1;
    value::number(row.cell(Column::MaxPerDay).as_ref(), 0, most, findings)
}
