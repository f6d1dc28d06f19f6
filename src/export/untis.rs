//! GPU001 with the places of a proposal: every line that did not move stays as it was, byte by byte.

use std::ops::Range;

use crate::domain::RoomName;
use crate::import::lines::{Cells, Lines, like};
use crate::import::names::{Kind, Names};
use crate::import::rebooked::Rebooked;
use crate::import::untis::{column, file, lessons, needed, rows};
use crate::import::{Ledger, Original};

/// The plan with its rows where `rebooked` has them, which are in the order of rows.
pub(super) fn export(
    originals: &[Original],
    rebooked: &[Rebooked],
    names: &Names,
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let plan = Lines::read(needed(originals, ledger)?, ledger)?;
    let facts = file(originals, 2).and_then(|original| Lines::read(original, ledger));
    let facts = facts.map(|lines| lessons::read(&lines)).unwrap_or_default();
    let used = plan.all().filter(|line| rows::usable(*line, &facts).is_ok());
    let edits = used.zip(rebooked).flat_map(|(line, booked)| edits(line, booked, names));
    Some(plan.page.edited(edits, like))
}

/// The cells that change, from left to right.
fn edits(line: Cells<'_>, booked: &Rebooked, names: &Names) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    if booked.rooms.iter().any(|(old, new)| old != new) {
        let room = |(_, new): &(_, RoomName)| names.original(Kind::Room, new.as_str()).to_owned();
        let rooms: Vec<String> = booked.rooms.iter().map(room).collect();
        edits.push((column::ROOM, rooms.join("~")));
    }
    if booked.from.day != booked.to.day {
        edits.push((column::DAY, (booked.to.day as usize + 1).to_string()));
    }
    if booked.from.period != booked.to.period {
        edits.push((column::PERIOD, booked.to.period.to_string()));
    }
    edits.into_iter().filter_map(|(at, cell)| Some((line.span_of(at)?, cell))).collect()
}
