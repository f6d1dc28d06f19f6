//! One item of each of some groups, no two of which take the same cell, at the lowest cost in all: a small problem beside
//! timetables, for whoever seats a handful of things in what is free.
//!
//! Branch and bound over a linear program: every bound is recomputed in whole numbers from the multipliers of the program,
//! and a choice is taken only after its cells were compared.
//!
//! # Source
//! E. Balas, M. W. Padberg: Set Partitioning: A Survey (1976), for the program; A. Neumaier, O. Shcherbina: Safe bounds in
//! linear and mixed-integer linear programming (2004), for bounds that do not rest on floats.

mod bound;
mod node;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::domain::Stop;
use node::Search;

/// What can be taken: an item of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its group, from 0: at most one item of each is taken.
    pub group: usize,
    /// The cells that it takes, from 0, none twice.
    pub cells: Vec<usize>,
    /// What it costs; less than nothing where it is wanted.
    pub cost: i64,
}

/// What can be taken, and what must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packing {
    /// The items.
    pub items: Vec<Item>,
    /// The groups of which one item is taken in any case.
    pub needed: BTreeSet<usize>,
}

/// What is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The items, by their places among all, in order.
    pub chosen: Vec<usize>,
    /// Whether nothing costs less, and not only was nothing found before the search was stopped.
    pub is_proven: bool,
}

impl Packing {
    /// What `chosen` costs; `None` if two of them are of one group or take one cell, or a group is without one that it needs.
    #[must_use]
    pub fn cost(&self, chosen: &[usize]) -> Option<i64> {
        let (mut groups, mut cells, mut cost) = (BTreeSet::new(), BTreeSet::new(), 0);
        for item in chosen.iter().map(|&index| &self.items[index]) {
            let is_free =
                groups.insert(item.group) && item.cells.iter().all(|&cell| cells.insert(cell));
            if !is_free {
                return None;
            }
            cost += item.cost;
        }
        self.needed.is_subset(&groups).then_some(cost)
    }

    /// How many groups there are.
    fn groups(&self) -> usize {
        let last = self.items.iter().map(|item| item.group).chain(self.needed.iter().copied());
        last.max().map_or(0, |last| last + 1)
    }

    /// How many cells there are.
    fn cells(&self) -> usize {
        self.items.iter().flat_map(|item| &item.cells).max().map_or(0, |&last| last + 1)
    }
}

/// The cheapest choice, or the best that was found before `stop`; of equals `known`, a choice that keeps to all of it.
///
/// # Panics
/// If `known` is no such choice.
#[must_use]
pub fn pack(packing: &Packing, known: &[usize], stop: &Stop) -> Packed {
    let cost = packing.cost(known);
    assert!(cost.is_some(), "what is known keeps to all of it");
    let mut search = Search::new(packing, (known, cost.unwrap_or(0)), stop);
    search.branch();
    search.ended()
}
