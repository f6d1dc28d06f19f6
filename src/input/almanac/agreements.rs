//! What `apprentices.csv` says of each placement: times, dates, whom to call.

use std::collections::BTreeMap;

use super::super::cells::columns::Column;
use super::super::cells::findings::Findings;
use super::super::cells::row::{Row, shortened};
use super::super::cells::table::Table;
use super::{date, times};
use crate::diagnostic::{Fault, Undated};
use crate::domain::{Agreement, PupilKey};

/// What is agreed about each pupil, by the key as it is written.
pub(super) fn read(
    table: Option<&Table>,
    findings: &mut Findings,
) -> BTreeMap<PupilKey, Agreement> {
    let mut agreements = BTreeMap::new();
    for row in table.into_iter().flat_map(Table::rows) {
        let agreement = agreement(&row, findings);
        let pupil = row.cell(Column::Pupil).map(|cell| PupilKey::from(cell.text.as_ref()));
        let Some(pupil) = pupil else { continue };
        match agreements.remove(&pupil) {
            Some(earlier) => agreements.insert(pupil, of_both(earlier, &agreement)),
            None => agreements.insert(pupil, agreement),
        };
    }
    agreements
}

/// What is agreed of a pupil with several rows: from the first date of any to the last of any, with the first row's times.
fn of_both(first: Agreement, other: &Agreement) -> Agreement {
    let from = first.from.zip(other.from).map(|(one, other)| one.min(other));
    let until = first.until.zip(other.until).map(|(one, other)| one.max(other));
    Agreement { from, until, ..first }
}

/// What a row says of its placement.
pub(in crate::input) fn agreement(row: &Row<'_>, findings: &mut Findings) -> Agreement {
    let times = times(row, findings);
    let mut read = |column| row.cell(column).and_then(|cell| date::read(&cell, findings));
    let (from, until) = (read(Column::From), read(Column::Until));
    let is_reversed = from.zip(until).is_some_and(|(from, until)| until < from);
    if let Some(cell) = row.cell(Column::Until).filter(|_| is_reversed) {
        let undated = Undated::DatesReversed { written: shortened(&cell.text) };
        findings.report(Fault::Undated(undated), cell.location());
    }
    let contact = row.cell(Column::Contact).map(|cell| cell.text.into_owned());
    Agreement { times, from, until: until.filter(|_| !is_reversed), contact }
}
