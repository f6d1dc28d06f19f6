//! H7: a choice, or a booking at which it would miss what is required. What guests would miss for another lesson stands in
//! `pairs`.
//!
//! A chooser with one choice needs no rows: no booking is written out at which it would.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;

impl Draft<'_> {
    pub(super) fn required_missed(&mut self) {
        self.required_missed_for_others();
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
