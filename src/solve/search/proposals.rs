//! The primal side of the search: timetables that are offered, by rounding and tabu search, and the best of them.

use super::Search;
use crate::domain::Stop;
use crate::model::{Booking, Scope, points};
use crate::solve::Found;
use crate::solve::branch;
use crate::solve::choices::{self, OpenChoices};
use crate::solve::nodes::Node;
use crate::solve::separate::Solution;
use crate::solve::tabu_search::{Context, FOR_A_FIRST, RoundLimit, tabu_search};

impl Search<'_> {
    /// A tabu search from what is left of the baseline when the choices are made that disturb it least: a first proposal,
    /// at once.
    pub(super) fn propose_first(&mut self, stop: &Stop) {
        let Some(node) = self.open.first() else { return };
        let Some(choices) = choices::least_disturbing(self.problem, &node.choices) else { return };
        let scope = Scope::new(self.problem, choices.clone());
        let Some(bookings) = branch::rounded(self.problem, &scope, None) else { return };
        self.offer_improved(&choices, &scope, bookings, FOR_A_FIRST, stop);
    }

    /// Looks for a better timetable near `solution`: itself, if it is whole.
    pub(super) fn propose_from(
        &mut self,
        node: &Node,
        scope: &Scope,
        solution: Option<&Solution>,
        stop: &Stop,
    ) {
        match solution.and_then(branch::integral) {
            Some(bookings) => self.offer(&node.choices, scope, bookings),
            None => self.improve(&node.choices, scope, solution, stop),
        }
    }

    /// Now and then, and always while there is no incumbent: a tabu search from the timetable nearest to `solution`.
    fn improve(
        &mut self,
        choices: &OpenChoices,
        scope: &Scope,
        solution: Option<&Solution>,
        stop: &Stop,
    ) {
        let any_is_known = self.incumbent.is_some();
        let Some(limit) = self.pace.next(self.master.pivots(), any_is_known) else { return };
        let Some(bookings) = branch::rounded(self.problem, scope, solution) else { return };
        self.offer_improved(choices, scope, bookings, limit, stop);
    }

    fn offer_improved(
        &mut self,
        choices: &OpenChoices,
        scope: &Scope,
        bookings: Vec<Booking>,
        limit: RoundLimit,
        stop: &Stop,
    ) {
        let context = Context::new(self.problem, self.limits, scope);
        if let Some(improved) = tabu_search(&context, bookings, self.cutoff, limit, stop) {
            self.offer(choices, scope, improved);
        }
    }

    /// Takes a timetable as the best so far if it is one, and better.
    pub(super) fn offer(&mut self, choices: &OpenChoices, scope: &Scope, bookings: Vec<Booking>) {
        if !self.master.is_timetable(&bookings) {
            return;
        }
        let Some(points) = points(self.problem, self.limits, scope, &bookings) else { return };
        if points < self.cutoff {
            let chosen = choices.iter().map(|open| first_open(open)).collect();
            self.cutoff = points;
            self.incumbent = Some(Found { bookings, choices: chosen, points });
        }
    }
}

fn first_open(open: &[bool]) -> usize {
    open.iter().position(|&open| open).unwrap_or(0)
}
