//! How many rooms of each kind a school has, and which of them each lesson gets.

use super::draft::{Draft, Strand, Unit, Venue};
use crate::domain::{Week, Weeks};

/// Gives the school so many rooms of each kind that they are nearly always in use.
pub(super) fn furnish(draft: &mut Draft) {
    for kind in 0..draft.stocks.len() {
        let periods: usize = draft.units.iter().map(|unit| periods_in(unit, kind)).sum();
        let at_once = draft.units.iter().map(|unit| at_once(unit, kind)).max().unwrap_or(0);
        let for_all = periods.div_ceil(2 * draft.day.room_load);
        draft.stocks[kind].rooms = for_all.max(at_once);
    }
}

/// The periods of a unit in rooms of a kind, over both weeks of the cycle.
fn periods_in(unit: &Unit, kind: usize) -> usize {
    let strands = unit.strands.iter().filter(|strand| strand.room == Venue::Special(kind));
    strands.map(|strand| usize::from(unit.length) * strand.weeks.iter().count()).sum()
}

/// The rooms of a kind that a unit needs at once.
fn at_once(unit: &Unit, kind: usize) -> usize {
    let needs =
        |strand: &&Strand, week| strand.room == Venue::Special(kind) && strand.weeks.contains(week);
    let in_week = |week| unit.strands.iter().filter(|strand| needs(strand, week)).count();
    [Week(0), Week(1)].map(in_week).into_iter().max().unwrap_or(0)
}

/// The rooms of one kind while they are given away, with the weeks in which each is taken in each slot.
pub(super) struct Keys {
    taken: Vec<Vec<Weeks>>,
}

impl Keys {
    /// The rooms of a kind, all of them free in each of `slots`.
    pub(super) fn new(rooms: usize, slots: usize) -> Self {
        Self { taken: vec![vec![Weeks::all(0); slots]; rooms] }
    }

    /// Takes a room from slot `first` on for `length` periods; where there was none, one is added.
    pub(super) fn take(&mut self, first: usize, length: u8, weeks: Weeks) -> usize {
        let slots = first..first + usize::from(length);
        let is_free = |room: &Vec<Weeks>| room[slots.clone()].iter().all(|own| !own.meets(weeks));
        let room = self.taken.iter().position(is_free).unwrap_or_else(|| {
            let slots = self.taken.first().map_or(slots.end, Vec::len);
            self.taken.push(vec![Weeks::all(0); slots]);
            self.taken.len() - 1
        });
        for own in &mut self.taken[room][slots] {
            *own = own.union(weeks);
        }
        room
    }
}
