//! A file of meetings for which a time is wanted: who, how long, when it would suit, and where.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Cell, Row, shortened};
use super::cells::table::Table;
use super::cells::text::{fold, plain};
use super::{moment, turns, value};
use crate::diagnostic::{Fault, Gathering, Invited};
use crate::domain::{
    Grid, Meeting, MeetingName, Participant, RoomName, School, Slot, Span, Week, Weeks,
};

const PUPIL: [&str; 3] = ["pupil", "elev", "student"];
const CLASS: [&str; 3] = ["class", "klasse", "klass"];
const TEACHER: [&str; 4] = ["teacher", "laerer", "lærer", "lärare"];

/// Every meeting that can be understood, in the order of the file.
pub(super) fn read(table: &Table, school: &School, findings: &mut Findings) -> Vec<Meeting> {
    let mut lines: BTreeMap<String, u32> = BTreeMap::new();
    table.understand_rows(findings, |row, findings| {
        let name = row.needed(Column::Meeting, findings);
        if let Some(cell) = &name {
            report_repeated(cell, &mut lines, findings);
        }
        let who = row.needed(Column::Who, findings);
        let who = who.and_then(|cell| participants(&cell, school, findings));
        let room = room(&row, school, findings);
        let weeks = weeks(&row, school, findings);
        let length = length(&row, findings);
        let when = when(&row, length.unwrap_or(1), &school.grid, findings);
        Some(Meeting {
            name: MeetingName::from(name?.text.as_ref()),
            who: who?,
            length: length?,
            when: when.ok()?,
            weeks: weeks?,
            room: room.ok()?,
        })
    })
}

fn report_repeated(cell: &Cell<'_>, lines: &mut BTreeMap<String, u32>, findings: &mut Findings) {
    let line = *lines.entry(fold(&cell.text)).or_insert(cell.line);
    if line != cell.line {
        let meeting = shortened(&cell.text);
        let gathering = Gathering::MeetingRepeated { meeting, line };
        findings.report(Fault::Gathering(gathering), cell.location());
    }
}

/// Those who meet, each once; `None` if any of them is not known.
fn participants(
    cell: &Cell<'_>,
    school: &School,
    findings: &mut Findings,
) -> Option<Vec<Participant>> {
    let (mut who, mut all_known) = (Vec::new(), true);
    for item in cell.text.split('+').map(str::trim) {
        match participant(item, cell, school, findings) {
            Some(one) if who.contains(&one) => {}
            Some(one) => who.push(one),
            None => all_known = false,
        }
    }
    all_known.then_some(who)
}

fn participant(
    item: &str,
    cell: &Cell<'_>,
    school: &School,
    findings: &mut Findings,
) -> Option<Participant> {
    let (kind, name) = item.split_once(':').unwrap_or((item, ""));
    let (kind, name) = (plain(kind), name.trim());
    let is = |words: &[&str]| !name.is_empty() && words.iter().any(|word| plain(word) == kind);
    let seen = (name, cell);
    if is(&PUPIL) {
        let pupils = school.apprentices.iter().map(|one| &one.pupil);
        found(seen, pupils, Invited::Pupil, findings).map(Participant::Pupil)
    } else if is(&CLASS) {
        found(seen, school.classes.keys(), Invited::Class, findings).map(Participant::Class)
    } else if is(&TEACHER) {
        found(seen, school.teachers.keys(), Invited::Teacher, findings).map(Participant::Teacher)
    } else {
        let gathering = Gathering::WhoUnreadable { written: shortened(item) };
        findings.report(Fault::Gathering(gathering), cell.location());
        None
    }
}

/// The meeting's room, if it has one; or that there is no such room.
fn room(row: &Row<'_>, school: &School, findings: &mut Findings) -> Result<Option<RoomName>, ()> {
    let Some(cell) = row.cell(Column::Room) else { return Ok(None) };
    let seen = (cell.text.as_ref(), &cell);
    found(seen, school.rooms.keys(), Invited::Room, findings).map(Some).ok_or(())
}

/// The one of `names` that is written; reports it where there is none.
fn found<'n, Name: Clone + Display + 'n>(
    (written, cell): (&str, &Cell<'_>),
    names: impl Iterator<Item = &'n Name>,
    kind: Invited,
    findings: &mut Findings,
) -> Option<Name> {
    let wanted = fold(written);
    let names: Vec<(String, &Name)> = names.map(|name| (fold(&name.to_string()), name)).collect();
    if let Some((_, name)) = names.iter().find(|(folded, _)| *folded == wanted) {
        return Some((*name).clone());
    }
    let nearest = findings.nearest(&wanted, names.iter().map(|(folded, _)| folded.as_str()));
    let nearest = nearest.and_then(|nearest| names.iter().find(|(folded, _)| folded == nearest));
    let nearest = nearest.map(|(_, name)| name.to_string());
    let gathering = Gathering::InvitedUnknown { kind, name: shortened(written), nearest };
    findings.report(Fault::Gathering(gathering), cell.location());
    None
}

/// How many periods on end; `None` where that cannot be read.
fn length(row: &Row<'_>, findings: &mut Findings) -> Option<u8> {
    let Some(cell) = row.cell(Column::Periods) else { return Some(1) };
    let most = u32::from(moment::LAST_PERIOD);
    value::number(Some(&cell), 1, most, findings).and_then(|periods| u8::try_from(periods).ok())
}

/// The weeks that the meeting must suit.
fn weeks(row: &Row<'_>, school: &School, findings: &mut Findings) -> Option<Weeks> {
    let Some(cell) = row.cell(Column::Week) else { return Some(Weeks::all(school.weeks.len())) };
    let own = turns::label(&cell.text, &school.weeks);
    let week = own.and_then(|own| u8::try_from(own).ok()).map(Week);
    if week.is_none() {
        let known = school.weeks.iter().map(ToString::to_string).filter(|label| !label.is_empty());
        let label = shortened(&cell.text);
        let gathering = Gathering::MeetingWeekUnknown { label, known: known.collect() };
        findings.report(Fault::Gathering(gathering), cell.location());
    }
    week.map(Weeks::only)
}

/// The slots that the meeting may have, `None` for any; or that they cannot be read, or have no room for it.
fn when(
    row: &Row<'_>,
    length: u8,
    grid: &Grid,
    findings: &mut Findings,
) -> Result<Option<BTreeSet<Slot>>, ()> {
    let cell = row.cell(Column::When);
    let errors = findings.errors();
    let spans = cell.as_ref().map(|cell| moment::spans_in(cell, findings));
    let is_known = grid.slots().next().is_some();
    if findings.errors() > errors || !is_known {
        return Err(());
    }
    let own = |slot: &Slot| {
        spans.as_ref().is_none_or(|spans| spans.iter().any(|span| span.covers(*slot)))
    };
    let slots: BTreeSet<Slot> = grid.slots().filter(own).collect();
    let lacks = |span: &Span| !slots.iter().any(|&slot| span.covers(slot));
    if let Some(cell) = cell.as_ref().filter(|_| spans.iter().flatten().any(lacks)) {
        let written = shortened(&cell.text);
        findings.report(Fault::TimeOutsideGrid { written }, cell.location());
    }
    if !slots.iter().any(|&start| has_room(&slots, grid, start, length)) {
        let place = cell.map_or_else(|| row.location(), |cell| cell.location());
        let gathering = Gathering::MeetingTooLong { periods: length };
        findings.report(Fault::Gathering(gathering), place);
        return Err(());
    }
    Ok(spans.map(|_| slots))
}

fn has_room(slots: &BTreeSet<Slot>, grid: &Grid, start: Slot, length: u8) -> bool {
    let in_slots = |offset| start.later(offset).is_some_and(|slot| slots.contains(&slot));
    (0..length).all(in_slots) && !grid.crosses_break(start, length)
}
