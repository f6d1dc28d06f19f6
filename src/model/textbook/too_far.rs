//! H14: two bookings between which there is no time for the way.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;

impl Draft<'_> {
    /// For each booking of a pair's first lesson, those of the second to which it is too far.
    pub(super) fn too_far(&mut self) {
        for pair in &self.problem.pairs {
            for terms in self.beside(pair, |one, other| pair.is_too_far(one, other)) {
                self.at_most(Origin::Rule(Rule::TooFar), terms, 1);
            }
        }
    }
}
