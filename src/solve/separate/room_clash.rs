//! H3: a room that is used by more lessons at once than it holds.

use super::{BROKEN, View};
use crate::domain::{Rule, Week};
use crate::model::{Origin, Row, Term};
use crate::problem::{Cell, RoomId};

/// For each room and cell, all lessons there, if they are too many. A cell that is used as in an earlier week needs no row of
/// its own.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for week in view.problem.frame.weeks() {
        for room in view.disturbed.rooms() {
            let cells = view.problem.frame.cells();
            rows.extend(cells.filter_map(|cell| row(view, room, week, cell)));
        }
    }
}

fn row(view: &View<'_>, room: RoomId, week: Week, cell: Cell) -> Option<Row> {
    let capacity = view.problem.room_capacity[room];
    let used = view.usage.room(room, week, cell);
    let is_broken = used > f64::from(capacity) + BROKEN;
    (is_broken && !view.usage.room_repeats(room, week, cell)).then(|| Row {
        origin: Origin::Rule(Rule::RoomClash),
        terms: vec![(Term::Room(room, week, cell), 1)],
        reliefs: Vec::new(),
        right_side: i64::from(capacity),
    })
}
