//! GPU001 with the places of a proposal: every line that did not move stays as it was, byte by byte.

use std::ops::Range;

use super::{column, file, lessons, needed, rows};
use crate::domain::RoomName;
use crate::exchange::ledger::Ledger;
use crate::exchange::lines::{Line, Lines, like};
use crate::exchange::names::{Kind, Names};
use crate::exchange::original::Original;
use crate::exchange::placement::Placement;

/// The plan with its rows where `placements` has them, which are in the order of rows.
pub(in crate::exchange) fn export(
    originals: &[Original],
    placements: &[Placement],
    names: &Names,
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let plan = Lines::read(needed(originals, ledger)?, ledger)?;
    let facts = file(originals, 2).and_then(|original| Lines::read(original, ledger));
    let facts = facts.map(|lines| lessons::read(&lines)).unwrap_or_default();
    let used = plan.all().filter(|line| rows::usable(*line, &facts).is_ok());
    let edits = used.zip(placements).flat_map(|(line, placement)| edits(line, placement, names));
    Some(plan.page.edited(edits, like))
}

/// The cells that change, from left to right.
fn edits(line: Line<'_>, placement: &Placement, names: &Names) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    if placement.rooms.iter().any(|(old, new)| old != new) {
        let room = |(_, new): &(_, RoomName)| names.original(Kind::Room, new.as_str()).to_owned();
        let rooms: Vec<String> = placement.rooms.iter().map(room).collect();
        edits.push((column::ROOM, rooms.join("~")));
    }
    if placement.from.day != placement.to.day {
        edits.push((column::DAY, (placement.to.day as usize + 1).to_string()));
    }
    if placement.from.period != placement.to.period {
        edits.push((column::PERIOD, placement.to.period.to_string()));
    }
    edits.into_iter().filter_map(|(at, cell)| Some((line.span_of(at)?, cell))).collect()
}
