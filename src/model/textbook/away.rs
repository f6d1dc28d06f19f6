//! Away: each chooser has one choice.

use super::Origin;
use super::draft::{Draft, sum};
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn away(&mut self) {
        for chosen in self.chosen.clone().into_iter().filter(|chosen| !chosen.is_empty()) {
            self.equal(Origin::Rule(Rule::Away), sum(chosen), 1);
        }
    }
}
