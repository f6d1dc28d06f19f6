//! Rooms that stand in for one another, found from the sets of rooms that things may be in.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::ledger::Ledger;
use super::names::Kind;
use crate::diagnostic::Location;
use crate::domain::RoomKind;

/// Rooms that are in the same sets are of one kind, which is named by the first of them.
pub(super) fn enter(sets: &[BTreeSet<&str>], draft: &mut Draft) {
    let mut alike: BTreeMap<Vec<usize>, BTreeSet<&str>> = BTreeMap::new();
    let mut within: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (location, room) in sets
        .iter()
        .enumerate()
        .flat_map(|(location, set)| set.iter().map(move |room| (location, room)))
    {
        within.entry(room).or_default().push(location);
    }
    for (room, places) in within {
        alike.entry(places).or_default().insert(room);
    }
    // Rooms whose names had to be changed were told of with their rows.
    let mut told = Ledger::default();
    for rooms in alike.into_values().filter(|rooms| rooms.len() > 1) {
        let kind = rooms.first().map(|room| RoomKind::from(*room));
        for room in rooms {
            let name = draft.names.write(Kind::Room, room, Location::default, &mut told);
            draft.rooms.entry(name.as_str().into()).or_default().kind.clone_from(&kind);
        }
    }
}
