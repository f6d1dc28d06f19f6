//! The primal side of the search: timetables that are offered, by rounding and tabu search, and the best of them.

use super::worker::{Known, Visited, Worker};
use crate::domain::Stop;
use crate::model::{Booking, Scope, points};
use crate::solve::Found;
use crate::solve::branch;
use crate::solve::choices;
use crate::solve::nodes::Node;
use crate::solve::separate::Solution;
use crate::solve::tabu_search::{Context, FOR_A_FIRST, RoundLimit, tabu_search};

impl Worker<'_> {
    /// A first proposal at the root, near a timetable if one is given, else near the baseline.
    pub(super) fn propose_at(
        &mut self,
        root: &Node,
        near: Option<&Solution>,
        known: Known,
        stop: &Stop,
    ) -> Visited {
        self.known = known;
        self.propose_first(root, near, stop);
        std::mem::take(&mut self.visited)
    }

    /// A tabu search from what is left of a timetable when the choices are made that disturb it least: a first proposal,
    /// at once.
    fn propose_first(&mut self, node: &Node, near: Option<&Solution>, stop: &Stop) {
        let at_home = Solution::at_home(self.problem);
        let near_choices = near.unwrap_or(&at_home);
        let open = choices::nearest(self.problem, &node.choices, near_choices);
        let Some(choices) = open.and_then(|open| choices::decided(&open)) else { return };
        let scope = Scope::decided(self.problem, &choices);
        let Some(bookings) = branch::rounded(self.problem, &scope, near) else { return };
        self.offer_improved(&scope, bookings, FOR_A_FIRST, stop);
    }

    /// Looks for a better timetable near `solution`, which makes all choices: itself, if it is whole. Without one, where the
    /// choices of the node are made.
    pub(super) fn propose_from(&mut self, node: &Node, solution: Option<&Solution>, stop: &Stop) {
        let chosen = solution.and_then(|solution| choices::chosen(self.problem, solution));
        let Some(choices) = chosen.or_else(|| choices::decided(&node.choices)) else { return };
        let scope = self.decided_scope(node, &choices);
        match solution.and_then(branch::integral) {
            Some(bookings) => self.offer(&scope, bookings),
            None => self.improve(&scope, solution, stop),
        }
    }

    /// Looks for a better timetable near `solution`, with the choices that it has most of.
    pub(super) fn propose_near(&mut self, node: &Node, solution: &Solution, stop: &Stop) {
        if !self.pace.is_due(self.master.pivots()) {
            return;
        }
        let Some(open) = choices::nearest(self.problem, &node.choices, solution) else { return };
        let Some(choices) = choices::decided(&open) else { return };
        let scope = self.decided_scope(node, &choices);
        self.improve(&scope, Some(solution), stop);
    }

    /// Now and then, and always while there is no incumbent: a tabu search from the timetable nearest to `solution`.
    fn improve(&mut self, scope: &Scope, solution: Option<&Solution>, stop: &Stop) {
        let any_is_known = self.known.has_incumbent;
        let Some(limit) = self.pace.next(self.master.pivots(), any_is_known) else { return };
        let Some(bookings) = branch::rounded(self.problem, scope, solution) else { return };
        self.offer_improved(scope, bookings, limit, stop);
    }

    fn offer_improved(
        &mut self,
        scope: &Scope,
        bookings: Vec<Booking>,
        limit: RoundLimit,
        stop: &Stop,
    ) {
        let context = Context::new(self.problem, self.limits, scope);
        if let Some(improved) = tabu_search(&context, bookings, self.known.cutoff, limit, stop) {
            self.offer(scope, improved);
        }
    }

    /// Takes a timetable in a decided scope as the best so far if it is one, and better.
    pub(super) fn offer(&mut self, scope: &Scope, bookings: Vec<Booking>) {
        let choices = scope.choices();
        if !self.master.is_timetable(&bookings, &choices) {
            return;
        }
        let Some(points) = points(self.problem, self.limits, scope, &bookings) else { return };
        if points < self.known.cutoff {
            self.known.cutoff = points;
            self.known.has_incumbent = true;
            self.visited.found = Some(Found { bookings, choices, points });
        }
    }
}
