//! GPU001: a row for each line that is placed.

use super::column;
use super::lessons::Lessons;
use super::masters::Masters;
use crate::diagnostic::Foreign;
use crate::domain::{Day, Group, Period, Slot};
use crate::exchange::draft::{Draft, Row};
use crate::exchange::ledger::Ledger;
use crate::exchange::lines::{Line, Lines};
use crate::exchange::names::Kind;

/// Writes a row for each line that has a place.
pub(super) fn read(
    plan: &Lines,
    lessons: &Lessons,
    masters: &Masters,
    draft: &mut Draft,
    ledger: &mut Ledger,
) {
    let mut invented: Vec<Line<'_>> = Vec::new();
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
            Err((reason, at)) => ledger.reject(reason, line.place(at)),
        }
    }
    if let Some(first) = invented.first() {
        ledger.note(Foreign::ClassesInvented { count: invented.len() }, first.place(column::CLASS));
    }
}

/// Where a line is, or why it is not used and which of its cells says so.
pub(super) fn usable(line: Line<'_>, lessons: &Lessons) -> Result<Slot, (Foreign, usize)> {
    let (day, period) = (line.cell(column::DAY), line.cell(column::PERIOD));
    if day.is_empty() || period.is_empty() || day == "0" {
        return Err((Foreign::RowUnplaced, column::DAY));
    }
    let wrong =
        |at: usize, column| (Foreign::RowWrong { written: line.cell(at).into_owned(), column }, at);
    let minutes = line.cell(column::MINUTES);
    if !matches!(&*minutes, "" | "0") {
        return Err(wrong(column::MINUTES, "minutes"));
    }
    let slot = slot(&day, &period).ok_or_else(|| wrong(column::DAY, "day"))?;
    if line.cell(column::SUBJECT).is_empty() {
        return Err((Foreign::RowIncomplete { column: "subject" }, column::SUBJECT));
    }
    if lessons.facts(&line.cell(column::LESSON)).is_ignored {
        return Err((Foreign::RowIgnored, column::LESSON));
    }
    Ok(slot)
}

/// Day 1 is Monday; a period is a number from 0.
pub(super) fn slot(day: &str, period: &str) -> Option<Slot> {
    let day: usize = day.parse().ok()?;
    let period: u8 = period.parse().ok().filter(|&period| period <= 99)?;
    Some(Slot::new(*Day::ALL.get(day.checked_sub(1)?)?, Period(period)))
}

fn report_unknown(line: Line<'_>, masters: &Masters, ledger: &mut Ledger) {
    let columns = [
        (column::CLASS, Kind::Class, "class"),
        (column::TEACHER, Kind::Teacher, "teacher"),
        (column::SUBJECT, Kind::Subject, "subject"),
        (column::ROOM, Kind::Room, "room"),
    ];
    for (at, kind, part) in columns {
        for name in line.items(at).into_iter().filter(|name| masters.lack(kind, name)) {
            ledger.note(Foreign::ReferenceUnknown { part, name }, line.place(at));
        }
    }
}

fn row(
    line: Line<'_>,
    start: Slot,
    lessons: &Lessons,
    draft: &mut Draft,
    ledger: &mut Ledger,
) -> Row {
    let number = line.cell(column::LESSON);
    let facts = lessons.facts(&number);
    let mut write = |kind: Kind, name: &str, at: usize| {
        draft.names.write(kind, name, || line.place(at), ledger)
    };
    let mut classes: Vec<String> = line
        .items(column::CLASS)
        .iter()
        .map(|name| write(Kind::Class, name, column::CLASS))
        .collect();
    let is_invented = classes.is_empty();
    if is_invented {
        classes.push(write(Kind::Class, &format!("x{number}"), column::CLASS));
    }
    let (subject, teacher) = (line.cell(column::SUBJECT), line.cell(column::TEACHER));
    let group = line.items(column::CLASS).first().and_then(|class| {
        let (division, part) = lessons.groups.of([&number, class, &teacher, &subject])?;
        Some((division.to_owned(), part.to_owned()))
    });
    let group = group.map(|(division, part)| Group {
        division: write(Kind::Division, &division, column::CLASS).as_str().into(),
        part: write(Kind::Part, &part, column::CLASS).as_str().into(),
    });
    Row {
        classes: classes.iter().map(|name| name.as_str().into()).collect(),
        group,
        subject: write(Kind::Subject, &subject, column::SUBJECT).as_str().into(),
        teachers: line
            .items(column::TEACHER)
            .iter()
            .map(|name| write(Kind::Teacher, name, column::TEACHER).as_str().into())
            .collect(),
        rooms: line
            .items(column::ROOM)
            .iter()
            .map(|name| write(Kind::Room, name, column::ROOM).as_str().into())
            .collect(),
        start,
        length: 1,
        week: facts.week.map(|week| write(Kind::Week, &week, column::LESSON).as_str().into()),
        lesson: Some(number.into_owned()).filter(|number| !number.is_empty()),
        locked: facts.is_fixed || is_invented,
        source: String::new(),
    }
}
