//! The root of a search, solved once, from which several searches begin: what lessons cost here and there.

use std::sync::Arc;

use super::worker::Worker;
use crate::domain::Stop;
use crate::model::{Bound, Scope};
use crate::problem::LessonId;
use crate::solve::lp::Basis;
use crate::solve::master::{Cutting, Program, ReducedCosts};
use crate::solve::nodes::Node;

/// So many rounds are made for a first bound: on schools of thirty classes they take some milliseconds, and leave about a third
/// of what a start costs more than nothing unproven.
const QUICK_ROUNDS: u32 = 8;

/// What is known when the root of a problem has been solved.
pub(in crate::solve) struct Root {
    pub(super) program: Arc<Program>,
    pub(super) basis: Basis,
    bound: Bound,
    reduced_costs: ReducedCosts,
}

impl Root {
    /// No timetable of the problem has fewer points.
    pub(in crate::solve) fn bound(&self) -> i64 {
        self.bound.points()
    }

    /// No timetable has fewer points in which `lesson` starts at its start number `start`.
    pub(in crate::solve) fn least_at(&self, lesson: LessonId, start: usize) -> i64 {
        self.reduced_costs.least_at(lesson, start).max(self.bound).points()
    }
}

impl Worker<'_> {
    /// No timetable of `node` in which `lesson` starts at its start number `start` has fewer points.
    pub(super) fn least_at(
        &mut self,
        (node, root): (&Node, &Root),
        (lesson, start): (LessonId, usize),
        stop: &Stop,
    ) -> i64 {
        let mut scope = self.unordered_scope_of(node);
        for other in (0..self.problem.lesson(lesson).starts.len()).filter(|&other| other != start) {
            scope.close_start(lesson, other);
        }
        self.master.return_to(scope, Program::clone(&root.program));
        self.master.quick_bound(QUICK_ROUNDS, stop).points().max(root.least_at(lesson, start))
    }

    /// Solves the root and no more; `None` if it has no solution, or where `stop` says so.
    ///
    /// Lessons that are alike are in no order yet: who asks for one of them to be here or there asks for an order.
    pub(super) fn root(&mut self, node: &Node, stop: &Stop) -> Option<Root> {
        let scope: Scope = self.unordered_scope_of(node);
        node.start.turn(&mut self.master, scope);
        let mut cutting = Cutting::at_root();
        let mut bound = Bound::AtLeast(0);
        loop {
            let relaxed = self.master.relax(self.known.cutoff, &mut cutting, stop);
            bound = bound.max(relaxed.bound);
            let (_, reduced_costs) = relaxed.solution?;
            if !relaxed.can_rise || stop.is_asked() {
                let (program, basis) = (Arc::new(self.master.program()), self.master.basis());
                return Some(Root { program, basis, bound, reduced_costs });
            }
            cutting.go_on();
        }
    }
}
