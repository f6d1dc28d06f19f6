//! The children of a node: by the choices of a chooser, or else by two decisions about a lesson.

use std::sync::Arc;

use super::worker::Worker;
use crate::domain::Stop;
use crate::model::{Booking, Scope};
use crate::problem::{ChooserId, IndexedLesson, LessonId};
use crate::solve::branch::{self, BranchingCandidate, Decision};
use crate::solve::choices::{self, OpenChoices, undecided};
use crate::solve::master::Master;
use crate::solve::nodes::Node;
use crate::solve::separate::Solution;

/// A candidate with at least this value is likelier to hold than not.
const LIKELY: f64 = 0.5;

impl Worker<'_> {
    /// Divides by the choices of one chooser; goes on with the one that suits the solution best.
    pub(super) fn branch_on_choice(
        &mut self,
        node: &Node,
        chooser: ChooserId,
        solution: Option<&Solution>,
    ) -> Option<Node> {
        self.visited.kept = Some((Arc::clone(&node.start), self.master.program()));
        let divided = choices::divide(self.problem, &node.choices, chooser, solution);
        self.note_choices(&divided, chooser);
        let divided = divided.into_iter().zip(0..);
        let mut children = divided.map(|(choices, child)| with_choices(node, choices, child));
        let likeliest = children.next();
        let others: Vec<Node> = children.collect();
        // The last one to be opened is the first to be visited among equals.
        for child in others.into_iter().rev() {
            self.visited.opened.push(child);
        }
        likeliest
    }

    /// The two decisions that divide `scope`: by `solution`, if it has one. `None` if nothing is left to decide.
    pub(super) fn divide(
        &mut self,
        scope: &Scope,
        solution: Option<&Solution>,
        bound: i64,
        stop: &Stop,
    ) -> Option<[Decision; 2]> {
        match solution {
            Some(solution) => self
                .divide_fractional(scope, solution, bound, stop)
                .or_else(|| branch::divide_rest(self.problem, scope, solution)),
            None => branch::divide_any(self.problem, scope),
        }
    }

    /// Divides where it raises the bound most, the likelier child first; `None` if all starts are decided.
    fn divide_fractional(
        &mut self,
        scope: &Scope,
        solution: &Solution,
        bound: i64,
        stop: &Stop,
    ) -> Option<[Decision; 2]> {
        let candidates = branch::branching_candidates(self.problem, solution);
        let most = to_float(self.known.cutoff.saturating_sub(bound));
        let before = self.master.objective();
        let (problem, master) = (self.problem, &mut self.master);
        let gains = |candidate: &BranchingCandidate| {
            let after = objectives(master, candidate.decisions(problem, scope), stop);
            after.map(|objective| (objective - before).clamp(0.0, most))
        };
        let candidate = self.pseudocosts.choose(&candidates, most, gains)?;
        let [yes, no] = candidate.decisions(problem, scope);
        Some(if candidate.value >= LIKELY { [yes, no] } else { [no, yes] })
    }

    /// Opens the children of `node`, whose scope is `scope`; goes on with the likelier.
    pub(super) fn branch_on_decisions(
        &mut self,
        node: &Node,
        decisions: Option<[Decision; 2]>,
        scope: &Scope,
    ) -> Option<Node> {
        let Some([likely, other]) = decisions else {
            // Every lesson has one booking left, and still the program found no whole solution: it stands as it is. So do
            // choices, unless there are several: then they divide.
            if let Some(chooser) = undecided(&node.choices) {
                return self.branch_on_choice(node, chooser, None);
            }
            let left = self.only_bookings(scope);
            self.visited.closed += 1;
            if let Some(choices) = choices::decided(&node.choices) {
                let decided = self.decided_scope(node, &choices);
                self.offer(&decided, left);
            }
            self.account_for_only_one(node);
            return None;
        };
        self.visited.kept = Some((Arc::clone(&node.start), self.master.program()));
        let [first, second] = self.note_decisions(&likely, &other);
        self.visited.opened.push(with_decision(node, other, second));
        self.go_on_with(with_decision(node, likely, first))
    }

    /// While nothing is found the search dives; then it takes the node with the least bound next, among equals this one.
    ///
    /// # Source
    /// T. Achterberg: Constraint Integer Programming (2007), on diving and best-first search.
    fn go_on_with(&mut self, node: Node) -> Option<Node> {
        if !self.known.has_incumbent {
            return Some(node);
        }
        self.visited.opened.push(node);
        None
    }

    fn only_bookings(&self, scope: &Scope) -> Vec<Booking> {
        let lessons = self.problem.lessons();
        lessons.map(|(lesson, indexed)| self.only_booking(scope, lesson, indexed)).collect()
    }

    /// The first booking that is left of a lesson.
    fn only_booking(&self, scope: &Scope, lesson: LessonId, indexed: &IndexedLesson) -> Booking {
        let is_open = |start: &usize| scope.start_points(lesson, *start).is_some();
        let home = Booking::home(self.problem, lesson).map_or(0, |home| home.start);
        let rooms = indexed.rooms.iter().enumerate().map(|(number, used)| {
            scope.rooms(lesson, number, used).first().copied().unwrap_or(used.room)
        });
        Booking {
            lesson,
            start: (0..indexed.starts.len()).find(is_open).unwrap_or(home),
            rooms: rooms.collect(),
        }
    }
}

/// The objectives in points to which each of two decisions leads.
fn objectives(master: &mut Master<'_>, decisions: [Decision; 2], stop: &Stop) -> [f64; 2] {
    decisions.map(|decision| master.strong_branch(&decision, stop))
}

fn with_choices(node: &Node, choices: OpenChoices, child: u64) -> Node {
    let (decisions, start) = (node.decisions.clone(), Arc::clone(&node.start));
    Node { choices, decisions, bound: node.bound, start, case: node.case, child: Some(child) }
}

fn with_decision(node: &Node, decision: Decision, child: u64) -> Node {
    let mut decisions = node.decisions.clone();
    decisions.push(Arc::new([decision]));
    let start = Arc::clone(&node.start);
    let (choices, bound, case) = (node.choices.clone(), node.bound, node.case);
    Node { choices, decisions, bound, start, case, child: Some(child) }
}

#[expect(clippy::cast_precision_loss, reason = "gaps need not be exact")]
const fn to_float(points: i64) -> f64 {
    points as f64
}
