//! H13: a placement takes so many apprentices on a day.

use super::Origin;
use super::draft::Draft;
use crate::domain::Rule;
use crate::problem::Table;

impl Draft<'_> {
    pub(super) fn place_full(&mut self) {
        let problem = self.problem;
        let mut seated = Table::filled(&problem.seats.ids(), Vec::new());
        for (id, chooser) in problem.choosers.pairs() {
            for (&column, choice) in self.chosen[id].iter().zip(&chooser.choices) {
                for &(seat, pupils) in &choice.seats {
                    seated[seat].push((column, i64::from(pupils)));
                }
            }
        }
        for (terms, &seats) in seated.into_iter().zip(&problem.seats) {
            self.at_most(Origin::Rule(Rule::PlaceFull), terms, i64::from(seats));
        }
    }
}
