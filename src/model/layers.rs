//! How tables of charges are layered: by week, and all weeks together.
//!
//! Most lessons are there in every week: what they are charged in all weeks is added up once, and not at each booking.

use crate::domain::{Week, Weeks};
use crate::problem::{Id, Ids, Problem};

/// A week, or all weeks of the cycle together, which come last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer(usize);

impl Id for Layer {
    fn from_index(index: usize) -> Self {
        Self(index)
    }

    fn to_index(self) -> usize {
        self.0
    }
}

/// The layers of a cycle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layers {
    weeks: usize,
    cycle: Weeks,
}

impl Layers {
    pub(super) fn of(problem: &Problem) -> Self {
        Self { weeks: problem.frame.weeks().len(), cycle: problem.cycle() }
    }

    pub(super) const fn cycle(self) -> Weeks {
        self.cycle
    }

    pub(super) const fn all(self) -> Ids<Layer> {
        Ids::of(self.weeks + 1)
    }

    /// The layers into which a charge in `week` is entered.
    pub(super) fn with(self, week: Week) -> [Layer; 2] {
        [Layer(week.to_index()), Layer(self.weeks)]
    }

    /// The layers that make up `weeks`.
    pub(super) fn making_up(self, weeks: Weeks) -> impl Iterator<Item = Layer> {
        let is_whole = weeks == self.cycle;
        let single = if is_whole { Weeks::all(0) } else { weeks };
        let together = is_whole.then_some(Layer(self.weeks));
        together.into_iter().chain(single.iter().map(|week| Layer(week.to_index())))
    }
}
