//! What only plans and calendars read: times, dates, places and what is agreed about placements.
//!
//! A cell that cannot be read is reported and left out: the timetable does not need it.

mod absences;
mod agreements;
mod calendar;
mod date;
mod places;

use std::collections::BTreeMap;

pub(super) use agreements::agreement;
pub(crate) use date::date;

use super::Tables;
use super::cells::columns::{Column, File};
use super::cells::findings::Findings;
use super::cells::row::{Row, shortened};
use super::names::Vocabulary;
use super::value;
use crate::diagnostic::Fault;
use crate::domain::{Almanac, Apprentice, Country, Hours, Slot, TimeOfDay, Times, WeekLabel};

/// Reads all of it. `weeks` are those of the cycle, in order.
pub(super) fn read(
    tables: &Tables,
    country: Country,
    bells: BTreeMap<Slot, Hours>,
    (names, weeks, apprentices): (&Vocabulary, &[WeekLabel], &[Apprentice]),
    findings: &mut Findings,
) -> Almanac {
    Almanac {
        country,
        bells,
        places: places::read(
            [tables.get(File::Places), tables.shared.as_ref()],
            &names.places,
            findings,
        ),
        agreements: agreements::read(tables.get(File::Apprentices), findings),
        year: calendar::read(tables.get(File::Calendar), weeks, findings),
        weeks_away: absences::read(
            tables.get(File::Absences),
            &names.classes,
            apprentices,
            findings,
        ),
    }
}

/// The times of a row; an end that is not after the start is reported and does not count.
fn times(row: &Row<'_>, findings: &mut Findings) -> Times {
    let (start, end) = (row.cell(Column::Start), row.cell(Column::End));
    let start = value::time(start.as_ref(), findings).map(TimeOfDay);
    let read = value::time(end.as_ref(), findings).map(TimeOfDay);
    let is_reversed = start.zip(read).is_some_and(|(start, end)| end <= start);
    if let Some(cell) = end.filter(|_| is_reversed) {
        findings.report(Fault::TimesReversed { written: shortened(&cell.text) }, cell.location());
    }
    Times { start, end: read.filter(|_| !is_reversed) }
}
