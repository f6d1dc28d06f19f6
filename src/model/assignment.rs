//! Rooms for one lesson: each of its rooms is given another of the same kind, no two the same, at the least charge.
//!
//! Rooms of a kind are alike but for what is charged for them, so they are assigned, not enumerated: a lesson with 12 of
//! 20 rooms of a kind has 60 billion mappings, and an assignment is found in a few thousand steps.
//!
//! # Source
//! H. W. Kuhn: The Hungarian method for the assignment problem (1955), as shortest augmenting paths with potentials:
//! R. Jonker, A. Volgenant: A shortest augmenting path algorithm for dense and sparse linear assignment problems (1987).

use std::collections::BTreeSet;

use crate::problem::RoomId;

/// A room that a lesson could be in, and the charge for it, in points × the scale of the charges.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    pub(super) room: RoomId,
    pub(super) charge: i64,
}

/// The cheapest way to give each of a lesson's rooms one of its own offers, no two the same room: the charge in all, and the
/// rooms. `None` if there is no way.
pub(super) fn assign(offers: &[Vec<Offer>]) -> Option<(i64, Vec<RoomId>)> {
    match first_come(offers)? {
        Served::AtLeastCharge(charge, rooms) => Some((charge, rooms)),
        Served::InOneAnothersWay => Assignment::new(offers).solve(),
    }
}

/// What comes of letting each room take the cheapest offer that is left.
enum Served {
    /// Each has the cheapest of its offers: nothing is cheaper.
    AtLeastCharge(i64, Vec<RoomId>),
    InOneAnothersWay,
}

/// Serves one after the other, which is all that is needed unless several want the same room; `None` if one has no offer.
fn first_come(offers: &[Vec<Offer>]) -> Option<Served> {
    let (mut charge, mut rooms) = (0, Vec::with_capacity(offers.len()));
    for offers in offers {
        let least = offers.iter().map(|offer| offer.charge).min()?;
        let cheapest = offers.iter().filter(|offer| offer.charge == least);
        let left = cheapest.map(|offer| offer.room).filter(|room| !rooms.contains(room));
        let Some(room) = left.min() else { return Some(Served::InOneAnothersWay) };
        charge += least;
        rooms.push(room);
    }
    Some(Served::AtLeastCharge(charge, rooms))
}

/// An assignment in the making: every room of the lesson up to some number has one of the offered rooms, at least charge.
struct Assignment {
    rooms: Vec<RoomId>,
    /// By room of the lesson and offered room: the charge, `None` where it is not on offer.
    charges: Vec<Vec<Option<i64>>>,
    /// Potentials: no charge is below the sum of the two, and taken ones are equal to it.
    of_lesson: Vec<i64>,
    of_offered: Vec<i64>,
    /// By offered room: the room of the lesson that it stands in for.
    taken_by: Vec<Option<usize>>,
}

/// The paths from one room of the lesson along which others would have to give way.
struct Paths {
    /// By offered room: the least reduced charge on the way to it, and the offered room before it on that way.
    length: Vec<Option<i64>>,
    before: Vec<Option<usize>>,
    is_done: Vec<bool>,
}

impl Assignment {
    fn new(offers: &[Vec<Offer>]) -> Self {
        let rooms: BTreeSet<RoomId> = offers.iter().flatten().map(|offer| offer.room).collect();
        let rooms: Vec<RoomId> = rooms.into_iter().collect();
        let charges = offers.iter().map(|offers| {
            let charge = |room: &RoomId| {
                offers.iter().find(|offer| offer.room == *room).map(|one| one.charge)
            };
            rooms.iter().map(charge).collect()
        });
        Self {
            charges: charges.collect(),
            of_lesson: vec![0; offers.len()],
            of_offered: vec![0; rooms.len()],
            taken_by: vec![None; rooms.len()],
            rooms,
        }
    }

    fn solve(mut self) -> Option<(i64, Vec<RoomId>)> {
        for used in 0..self.charges.len() {
            let (paths, last) = self.shortest_paths(used)?;
            self.give_way(used, &paths, last);
        }
        let mut given = vec![None; self.charges.len()];
        for (offered, used) in self.taken_by.iter().enumerate() {
            if let Some(used) = *used {
                given[used] = Some(offered);
            }
        }
        let given = given.into_iter().collect::<Option<Vec<usize>>>()?;
        let charge = given.iter().zip(&self.charges).map(|(&offered, charges)| charges[offered]);
        let charge = charge.sum::<Option<i64>>()?;
        Some((charge, given.into_iter().map(|offered| self.rooms[offered]).collect()))
    }

    /// The shortest paths from a room of the lesson to offered rooms, as far as the nearest that is not taken: that one.
    fn shortest_paths(&mut self, used: usize) -> Option<(Paths, usize)> {
        let count = self.rooms.len();
        let mut paths = Paths {
            length: vec![None; count],
            before: vec![None; count],
            is_done: vec![false; count],
        };
        let (mut from, mut at, mut so_far) = (used, None, 0);
        loop {
            self.look_on(from, at, so_far, &mut paths);
            let (length, nearest) = paths.nearest()?;
            paths.is_done[nearest] = true;
            let Some(next) = self.taken_by[nearest] else {
                self.adjust(used, &paths, length);
                return Some((paths, nearest));
            };
            (from, at, so_far) = (next, Some(nearest), length);
        }
    }

    /// Lengthens the paths by what room `from` of the lesson could take instead, `so_far` on the way to it.
    fn look_on(&self, from: usize, at: Option<usize>, so_far: i64, paths: &mut Paths) {
        for (offered, charge) in self.charges[from].iter().enumerate() {
            let Some(charge) = charge.filter(|_| !paths.is_done[offered]) else { continue };
            let length = so_far + charge - self.of_lesson[from] - self.of_offered[offered];
            if paths.length[offered].is_none_or(|known| length < known) {
                paths.length[offered] = Some(length);
                paths.before[offered] = at;
            }
        }
    }

    /// Keeps the potentials true for the paths that are done, the last of them of this `length`.
    fn adjust(&mut self, used: usize, paths: &Paths, length: i64) {
        self.of_lesson[used] += length;
        for offered in (0..self.rooms.len()).filter(|&offered| paths.is_done[offered]) {
            let shorter = length - paths.length[offered].unwrap_or(length);
            self.of_offered[offered] -= shorter;
            if let Some(taker) = self.taken_by[offered] {
                self.of_lesson[taker] += shorter;
            }
        }
    }

    /// Takes the path to `last`: each on it gives way to the one before.
    fn give_way(&mut self, used: usize, paths: &Paths, last: usize) {
        let mut offered = last;
        while let Some(before) = paths.before[offered] {
            self.taken_by[offered] = self.taken_by[before];
            offered = before;
        }
        self.taken_by[offered] = Some(used);
    }
}

impl Paths {
    /// The nearest offered room to which the path is not settled.
    fn nearest(&self) -> Option<(i64, usize)> {
        let lengths = self.length.iter().zip(&self.is_done).enumerate();
        let open = lengths.filter(|(_, (_, is_done))| !**is_done);
        open.filter_map(|(offered, (length, _))| Some(((*length)?, offered))).min()
    }
}

#[cfg(test)]
mod tests {
    use rand_pcg::Pcg32;
    use rand_pcg::rand_core::{Rng, SeedableRng};

    use super::*;

    fn offers(lists: &[&[(usize, i64)]]) -> Vec<Vec<Offer>> {
        let offer = |&(room, charge): &(usize, i64)| Offer { room: RoomId::new(room), charge };
        lists.iter().map(|list| list.iter().map(offer).collect()).collect()
    }

    /// The least charge of all ways, one after the other.
    fn cheapest_of_all(offers: &[Vec<Offer>], taken: &mut Vec<RoomId>) -> Option<i64> {
        let Some(next) = offers.get(taken.len()) else { return Some(0) };
        let mut least: Option<i64> = None;
        for offer in next {
            if !taken.contains(&offer.room) {
                taken.push(offer.room);
                let rest = cheapest_of_all(offers, taken).map(|rest| rest + offer.charge);
                least = least.into_iter().chain(rest).min();
                taken.pop();
            }
        }
        least
    }

    #[test]
    fn each_room_takes_its_cheapest_offer_if_no_other_wants_it() {
        let assigned = assign(&offers(&[&[(0, 5), (1, 2)], &[(0, 1), (2, 1)]]));
        assert_eq!(assigned, Some((3, vec![RoomId::new(1), RoomId::new(0)])));
    }

    #[test]
    fn the_one_gives_way_for_whom_it_costs_less() {
        let assigned = assign(&offers(&[&[(0, 0), (1, 9)], &[(0, 0), (1, 4)]]));
        assert_eq!(assigned, Some((4, vec![RoomId::new(0), RoomId::new(1)])));
    }

    #[test]
    fn there_is_no_way_where_too_few_rooms_are_on_offer() {
        assert_eq!(assign(&offers(&[&[(0, 0), (1, 0)], &[(0, 0), (1, 0)], &[(1, 0)]])), None);
        assert_eq!(assign(&offers(&[&[]])), None);
    }

    #[test]
    fn no_way_at_all_is_cheaper() {
        let mut random = Pcg32::seed_from_u64(4);
        let mut below = |most: u64| random.next_u64() % most;
        for _ in 0..3000 {
            let (used, rooms) = (1 + below(4), 1 + below(6));
            let offers: Vec<Vec<Offer>> = (0..used)
                .map(|_| {
                    let on_offer: Vec<u64> = (0..rooms).filter(|_| below(4) > 0).collect();
                    let offer = |room: u64| Offer {
                        room: RoomId::new(usize::try_from(room).unwrap_or(0)),
                        charge: i64::try_from(below(12)).unwrap_or(0) - 4,
                    };
                    on_offer.into_iter().map(offer).collect()
                })
                .collect();
            let assigned = assign(&offers);
            assert_eq!(
                assigned.as_ref().map(|one| one.0),
                cheapest_of_all(&offers, &mut Vec::new())
            );
            let Some((charge, rooms)) = assigned else { continue };
            let taken = |(offers, room): (&Vec<Offer>, &RoomId)| {
                offers.iter().find(|offer| offer.room == *room).map(|offer| offer.charge)
            };
            assert_eq!(offers.iter().zip(&rooms).map(taken).sum::<Option<i64>>(), Some(charge));
            assert_eq!(rooms.iter().collect::<BTreeSet<_>>().len(), rooms.len());
        }
    }

    #[test]
    fn twelve_of_twenty_rooms_in_one_anothers_way_take_no_time() {
        let charge = |used: usize, room: usize| i64::try_from(room * (used + 1)).unwrap_or(0);
        let of = |used| {
            (0..20).map(move |room| Offer { room: RoomId::new(room), charge: charge(used, room) })
        };
        let assigned = assign(&(0..12).map(|used| of(used).collect()).collect::<Vec<_>>());
        // The room of the highest number in the lesson takes the room of the lowest.
        assert_eq!(
            assigned.map(|one| one.0),
            Some((0..12).map(|room| charge(11 - room, room)).sum())
        );
    }
}
