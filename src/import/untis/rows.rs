//! GPU001: a row for each line that is placed.

use std::collections::{BTreeMap, BTreeSet};

use super::column;
use super::lessons::Lessons;
use super::masters::Masters;
use super::slot::slot;
use crate::diagnostic::{Field, Foreign};
use crate::domain::Slot;
use crate::import::draft::{Draft, DraftRow};
use crate::import::ledger::Ledger;
use crate::import::lines::{Cells, Lines};
use crate::import::names::{Kind, Scribe};

/// Writes a row for each line that has a place.
pub(super) fn read(
    plan: &Lines,
    lessons: &Lessons,
    masters: &Masters,
    draft: &mut Draft,
    ledger: &mut Ledger,
) {
    let mut invented: Vec<Cells<'_>> = Vec::new();
    for line in plan.all() {
        match usable(line, lessons) {
            Ok(start) => {
                report_unknown(line, masters, ledger);
                let row = row(line, start, lessons, draft, ledger);
                if line.cell(column::CLASS).is_empty() {
                    invented.push(line);
                }
                draft.rows.push(row);
            }
            Err((reason, at)) => ledger.reject(reason, line.location(at)),
        }
    }
    if let Some(first) = invented.first() {
        ledger.note(
            Foreign::ClassesInvented { count: invented.len() },
            first.location(column::CLASS),
        );
    }
}

/// Finds the divisions of classes. Where all that a class has in a slot is for groups, these divide it.
pub(super) fn learn_divisions(plan: &Lines, lessons: &mut Lessons) {
    let mut slots: BTreeMap<(String, Slot, Option<String>), BTreeSet<Option<String>>> =
        BTreeMap::new();
    for line in plan.all() {
        let Ok(start) = usable(line, lessons) else { continue };
        let number = line.cell(column::LESSON);
        let week = lessons.facts(&number).week;
        for class in line.items(column::CLASS) {
            let part = group(line, &number, &class, lessons).map(ToOwned::to_owned);
            slots.entry((class, start, week.clone())).or_default().insert(part);
        }
    }
    for groups in slots.into_values().filter(|groups| groups.len() > 1 && !groups.contains(&None)) {
        lessons.groups.meet(groups.into_iter().flatten().collect());
    }
    lessons.groups.divide();
}

/// Where a line is, or why it is not used and which of its cells says so.
pub(crate) fn usable(line: Cells<'_>, lessons: &Lessons) -> Result<Slot, (Foreign, usize)> {
    let (day, period) = (line.cell(column::DAY), line.cell(column::PERIOD));
    if day.is_empty() || period.is_empty() || day == "0" {
        return Err((Foreign::RowUnplaced, column::DAY));
    }
    let wrong =
        |at: usize, column| (Foreign::RowWrong { written: line.cell(at).into_owned(), column }, at);
    let minutes = line.cell(column::MINUTES);
    if !matches!(&*minutes, "" | "0") {
        let written = minutes.into_owned();
        return Err((Foreign::RowInMinutes { written }, column::MINUTES));
    }
    let slot = slot(&day, &period).ok_or_else(|| wrong(column::DAY, Field::Slot))?;
    if line.cell(column::SUBJECT).is_empty() {
        return Err((Foreign::RowIncomplete { column: Field::Subject }, column::SUBJECT));
    }
    if lessons.facts(&line.cell(column::LESSON)).is_ignored {
        return Err((Foreign::RowIgnored, column::LESSON));
    }
    Ok(slot)
}

fn report_unknown(line: Cells<'_>, masters: &Masters, ledger: &mut Ledger) {
    let columns = [
        (column::CLASS, Kind::Class, Field::Class),
        (column::TEACHER, Kind::Teacher, Field::Teacher),
        (column::SUBJECT, Kind::Subject, Field::Subject),
        (column::ROOM, Kind::Room, Field::Room),
    ];
    for (at, kind, part) in columns {
        for name in line.items(at).into_iter().filter(|name| masters.lack(kind, name)) {
            let part = part.clone();
            ledger.note(Foreign::ReferenceUnknown { part, name }, line.location(at));
        }
    }
}
fn row(
    line: Cells<'_>,
    start: Slot,
    lessons: &Lessons,
    draft: &mut Draft,
    ledger: &mut Ledger,
) -> DraftRow {
    let number = line.cell(column::LESSON);
    let facts = lessons.facts(&number);
    let location = || line.location(column::CLASS);
    let mut scribe = Scribe { names: &mut draft.names, ledger, location: &location };
    let mut classes = line.items(column::CLASS);
    let part = classes.first().and_then(|class| group(line, &number, class, lessons));
    let group = part.map(|part| (lessons.groups.division(part), part));
    let is_invented = classes.is_empty();
    if is_invented {
        classes.push(format!("x{number}"));
    }
    DraftRow {
        classes: scribe.all(Kind::Class, &classes),
        group: group.map(|(division, part)| scribe.group(division, part)),
        subject: scribe.one(Kind::Subject, &line.cell(column::SUBJECT)),
        teachers: scribe.all(Kind::Teacher, line.items(column::TEACHER)),
        rooms: scribe.all(Kind::Room, line.items(column::ROOM)),
        start,
        length: 1,
        week: facts.week.map(|week| scribe.one(Kind::Week, &week)),
        lesson: Some(number.into_owned()).filter(|number| !number.is_empty()),
        locked: facts.is_fixed || is_invented,
        allowed: None,
        apart: None,
        source: String::new(),
    }
}

/// The student group of a line.
fn group<'l>(line: Cells<'_>, number: &str, class: &str, lessons: &'l Lessons) -> Option<&'l str> {
    let (subject, teacher) = (line.cell(column::SUBJECT), line.cell(column::TEACHER));
    lessons.groups.of([number, class, &teacher, &subject])
}
