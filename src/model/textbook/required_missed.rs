//! H7: a choice, or a booking at which it would miss what is required; two bookings beside which a guest would.
//!
//! A chooser with one choice needs no rows: no booking is written out at which it would.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn required_missed(&mut self) {
        for pair in &self.problem.pairs {
            for terms in self.beside(pair, |one, other| pair.misses_required(one, other)) {
                self.at_most(Origin::Rule(Rule::RequiredMissed), terms, 1);
            }
        }
        for period in self.problem.periods.ids() {
            let level = self.problem.periods[period].level;
            if self.problem.price_of_missing(level).is_some() {
                continue;
            }
            for terms in self.missed_under_choices(period) {
                self.at_most(Origin::Rule(Rule::RequiredMissed), terms, 1);
            }
        }
    }
}
