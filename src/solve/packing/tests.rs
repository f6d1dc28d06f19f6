//! The cheapest choice beside that of trying all.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

use super::{Item, Packed, Packing, pack};
use crate::domain::Stop;

struct Chance(Pcg32);

impl Chance {
    fn below(&mut self, most: u32) -> u32 {
        self.0.next_u32() % most
    }

    fn packing(&mut self) -> Packing {
        let (groups, cells) = (1 + self.below(4), 1 + self.below(6));
        let count = 1 + self.below(11);
        let items = (0..count).map(|_| {
            let own = (0..cells).filter(|_| self.below(3) == 0).map(|cell| cell as usize).collect();
            let cost = i64::from(self.below(13)) - 6;
            Item { group: self.below(groups) as usize, cells: own, cost }
        });
        Packing { items: items.collect(), ..Packing::default() }
    }
}

/// Every choice that keeps to all of it.
fn choices(packing: &Packing) -> impl Iterator<Item = (Vec<usize>, i64)> {
    let subsets = 0_u32..1 << packing.items.len();
    subsets.filter_map(|subset| {
        let chosen: Vec<usize> =
            (0..packing.items.len()).filter(|item| subset >> item & 1 == 1).collect();
        packing.cost(&chosen).map(|cost| (chosen, cost))
    })
}

#[test]
fn no_choice_is_cheaper_than_the_one_that_is_proven() {
    let mut chance = Chance(Pcg32::seed_from_u64(7));
    let mut with_needs = 0;
    for _ in 0..400 {
        let mut packing = chance.packing();
        let (some, _) = choices(&packing).nth(chance.below(4) as usize).unwrap_or_default();
        if chance.below(2) == 0 {
            packing.needed = some.iter().map(|&item| packing.items[item].group).collect();
            with_needs += usize::from(!packing.needed.is_empty());
        }
        let least = choices(&packing).map(|(_, cost)| cost).min().unwrap();
        let Packed { chosen, is_proven } = pack(&packing, &some, &Stop::never());
        assert!(is_proven);
        assert_eq!(packing.cost(&chosen), Some(least), "{packing:?}");
    }
    assert!(with_needs > 50, "{with_needs}");
}

#[test]
fn odd_rings_in_which_the_program_halves_everything_are_searched_to_the_end() {
    // Item i takes the cells i and i + 1 of a ring: of seven at most three fit, and the program thinks of three and a half.
    let item = |at: usize| Item { group: at, cells: vec![at, (at + 1) % 7], cost: -1 };
    let packing = Packing { items: (0..7).map(item).collect(), ..Packing::default() };
    let packed = pack(&packing, &[], &Stop::never());
    assert_eq!((packing.cost(&packed.chosen), packed.is_proven), (Some(-3), true));
}

#[test]
fn a_search_that_is_stopped_gives_what_it_knew() {
    let item = |group| Item { group, cells: vec![0], cost: -1 };
    let packing = Packing { items: vec![item(0), item(1)], ..Packing::default() };
    let stop = Stop::when(Arc::new(AtomicBool::new(true)));
    assert_eq!(pack(&packing, &[], &stop), Packed { chosen: vec![], is_proven: false });
}
