//! Things that belong together: whatever is joined to one of several joined things is joined to all of them.

use std::collections::BTreeMap;

/// Things, each joined to some others.
pub(super) struct Joined<Thing> {
    places: BTreeMap<Thing, usize>,
    leaders: Vec<usize>,
}

impl<Thing> Default for Joined<Thing> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), leaders: Vec::new() }
    }
}

impl<Thing: Ord + Clone> Joined<Thing> {
    /// Joins things to one another; one alone becomes known.
    pub(super) fn join(&mut self, things: impl IntoIterator<Item = Thing>) {
        let mut first = None;
        for thing in things {
            let position = self.enter(thing);
            let leader = self.leader(position);
            let common = self.leader(*first.get_or_insert(leader));
            let (low, high) = (common.min(leader), common.max(leader));
            self.leaders[high] = low;
        }
    }

    /// The sets of things that belong together, each in order, by the first that was entered of each.
    pub(super) fn sets(mut self) -> Vec<Vec<Thing>> {
        let mut sets: BTreeMap<usize, Vec<Thing>> = BTreeMap::new();
        for (thing, position) in std::mem::take(&mut self.places) {
            sets.entry(self.leader(position)).or_default().push(thing);
        }
        sets.into_values().collect()
    }

    fn enter(&mut self, thing: Thing) -> usize {
        let next = self.leaders.len();
        let position = *self.places.entry(thing).or_insert(next);
        if position == next {
            self.leaders.push(next);
        }
        position
    }

    fn leader(&mut self, mut position: usize) -> usize {
        while self.leaders[position] != position {
            self.leaders[position] = self.leaders[self.leaders[position]];
            position = self.leaders[position];
        }
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_joined_to_one_is_joined_to_all() {
        let mut joined = Joined::default();
        for pair in [[1, 2], [3, 4], [5, 5], [4, 1]] {
            joined.join(pair);
        }
        assert_eq!(joined.sets(), [vec![1, 2, 3, 4], vec![5]]);
    }
}
