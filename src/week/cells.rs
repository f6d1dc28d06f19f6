//! How slots become cells: the lines and columns of a grid, and lessons of several periods in one cell.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::entries::Entry;
use crate::domain::{Alternative, Day, Grid, Period, Slot};

/// A cell: one slot, or several under one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) slot: Slot,
    /// How many lines it is high, from 1.
    pub(super) height: usize,
    /// Whether there is such a slot.
    pub(super) exists: bool,
    /// Whether the pupil whose grid it is is away.
    pub(super) is_away: bool,
    pub(super) entries: Vec<Entry>,
}

/// The periods that any day has, in order.
pub(super) fn periods(grid: &Grid) -> Vec<Period> {
    grid.slots().map(|slot| slot.period).sorted().dedup().collect()
}

/// The cells of a day, downwards.
pub(super) fn column(
    (grid, day): (&Grid, Day),
    entries: &BTreeMap<Slot, Vec<Entry>>,
    away: Option<&Alternative>,
) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for period in periods(grid) {
        let slot = Slot::new(day, period);
        let here = Cell {
            slot,
            height: 1,
            exists: grid.contains(slot),
            is_away: away.is_some_and(|away| away.covers(slot)),
            entries: entries.get(&slot).cloned().unwrap_or_default(),
        };
        match cells.last_mut() {
            Some(above) if above.goes_on(&here) => above.height += 1,
            _ => cells.push(here),
        }
    }
    cells
}

impl Cell {
    /// Whether the cell below shows nothing but what this one shows, one period later.
    fn goes_on(&self, below: &Self) -> bool {
        let later = |entry: &Entry| usize::from(entry.offset) + self.height;
        let same = |(above, below): (&Entry, &Entry)| {
            usize::from(below.offset) == later(above)
                && Entry { offset: above.offset, ..below.clone() } == *above
        };
        let next = usize::from(self.slot.period.0) + self.height;
        let is_next = next == usize::from(below.slot.period.0);
        let is_alike = (self.exists, self.is_away) == (below.exists, below.is_away);
        let is_filled = !self.entries.is_empty() || self.is_away;
        is_next
            && is_alike
            && is_filled
            && self.entries.len() == below.entries.len()
            && self.entries.iter().zip(&below.entries).all(same)
    }
}
