//! What `places.csv` says of each place besides how many it takes: where it is and when pupils meet.

use std::collections::BTreeMap;

use super::super::cells::columns::Column;
use super::super::cells::findings::Findings;
use super::super::cells::row::Row;
use super::super::cells::table::Table;
use super::super::moment;
use super::super::names::Names;
use super::times;
use crate::diagnostic::{Fault, Undated};
use crate::domain::{PlaceName, PlaceNotes, Times};

/// What is known of each place, a school's own or shared. A row with a day has that day's times, one without those of all other days.
pub(super) fn read(
    tables: [Option<&Table>; 2],
    names: &Names<PlaceName>,
    findings: &mut Findings,
) -> BTreeMap<PlaceName, PlaceNotes> {
    let mut places: BTreeMap<PlaceName, (u32, PlaceNotes)> = BTreeMap::new();
    for row in tables.into_iter().flatten().flat_map(Table::rows) {
        let Some(name) = row.cell(Column::Place).and_then(|cell| names.find(&cell.text)) else {
            continue;
        };
        let (line, notes) = places.entry(name.clone()).or_insert((row.line, PlaceNotes::default()));
        if !complete(notes, &row, findings) {
            let undated = Undated::NotesDisagree { name: name.to_string(), line: *line };
            findings.report(Fault::Undated(undated), row.location());
        }
    }
    places.into_iter().map(|(name, (_, site))| (name, site)).collect()
}

/// Adds what a row says; says whether nothing else was known.
fn complete(notes: &mut PlaceNotes, row: &Row<'_>, findings: &mut Findings) -> bool {
    let address = row.cell(Column::Address).map(|cell| cell.text.into_owned());
    let is_new = address.is_none() || notes.address.is_none() || notes.address == address;
    notes.address = notes.address.take().or(address);
    // A day that is none was reported where the numbers of pupils are read.
    let day = row.cell(Column::Day).map(|cell| moment::day(&cell.text));
    let Ok(day) = day.transpose() else { return is_new };
    let said = times(row, findings);
    if said == Times::default() {
        return is_new;
    }
    *notes.times.entry(day).or_insert(said) == said && is_new
}
