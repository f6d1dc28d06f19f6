//! Branch and bound over scopes: dives for good proposals, and closes what cannot hold a better one.

mod children;
mod proposals;

use std::rc::Rc;

use super::alike;
use super::choices::{self, OpenChoices, propagated, undecided};
use super::master::{Cutting, Master, ReducedCosts, Relaxed};
use super::nodes::{Node, NodeQueue, WarmStart, WarmStarts};
use super::price_level::PriceLevel;
use super::pseudocosts::Pseudocosts;
use super::tabu_search::Pace;
use super::{Found, Outcome, Progress};
use crate::domain::Stop;
use crate::model::{Limits, Row, Scope, most_points};
use crate::problem::Problem;

/// The first target, in points, where prices are usual.
const FIRST_TARGET: i64 = 500;
/// The target becomes so many times the least bound, so that it is raised a few times only: the nodes that wait are visited
/// again from the start.
const TARGET_GROWTH: i64 = 3;

/// The search of one problem.
pub(super) struct Search<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    master: Master<'a>,
    /// The scope of some choices, before any decision.
    base: (OpenChoices, Scope),
    /// The last scope that was asked for in which all choices are made.
    decided: Option<(Vec<usize>, Scope)>,
    open: NodeQueue,
    incumbent: Option<Found>,
    cutoff: i64,
    /// Nodes whose bound reaches this wait until all others are closed: most of them hold no timetable at all.
    target: i64,
    closed: u64,
    pace: Pace,
    warm_starts: WarmStarts,
    pseudocosts: Pseudocosts,
}

impl<'a> Search<'a> {
    /// The search of `problem`, with the root open unless its choices cannot all be made.
    pub(super) fn new(problem: &'a Problem, limits: &'a Limits) -> Self {
        let choices: OpenChoices =
            problem.choosers.iter().map(|chooser| vec![true; chooser.choices.len()]).collect();
        let scope = Scope::new(problem, choices.clone());
        let worst = most_points(problem);
        let mut search = Self {
            problem,
            limits,
            master: Master::new(problem, limits, scope.clone(), worst),
            base: (choices.clone(), scope),
            decided: None,
            open: NodeQueue::default(),
            incumbent: None,
            cutoff: worst.saturating_add(1),
            target: PriceLevel::of(problem).scaled(FIRST_TARGET),
            closed: 0,
            pace: Pace::default(),
            warm_starts: WarmStarts::default(),
            pseudocosts: Pseudocosts::default(),
        };
        search.open_root(choices);
        search
    }

    fn open_root(&mut self, choices: OpenChoices) {
        if let Some(choices) = propagated(self.problem, choices) {
            let start = Rc::new(WarmStart::new(self.master.basis()));
            self.open.push(Node { choices, decisions: Vec::new(), bound: 0, start });
        }
    }

    /// Looks only for what costs less than `cutoff`.
    pub(super) fn below(mut self, cutoff: i64) -> Self {
        self.cutoff = self.cutoff.min(cutoff);
        self
    }

    /// Searches until nothing is open or `stop` says so.
    pub(super) fn run(mut self, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Outcome {
        self.visit_all(stop, emit);
        self.finish()
    }

    /// Every row that enters the program while it searches.
    pub(super) fn rows(mut self, stop: &Stop) -> Vec<Rc<Row>> {
        self.master.record();
        self.visit_all(stop, &mut |_| ());
        self.master.recorded()
    }

    fn visit_all(&mut self, stop: &Stop, emit: &mut dyn FnMut(Progress)) {
        if !stop.is_asked() {
            self.propose_first(stop);
        }
        let mut dive = self.open.pop();
        while let Some(node) = dive.take().or_else(|| self.open.pop()) {
            if self.closes(node.bound) {
                continue;
            }
            let bound = node.bound.min(self.open.bound().unwrap_or(node.bound));
            emit(self.progress(bound));
            if stop.is_asked() {
                self.open.push(node);
                break;
            }
            if node.bound >= self.target {
                self.target = node.bound.saturating_mul(TARGET_GROWTH);
            }
            dive = self.visit(node, stop, emit);
        }
        if let Some(node) = dive {
            self.open.push(node);
        }
    }

    fn progress(&self, bound: i64) -> Progress {
        Progress {
            best: self.incumbent.as_ref().map(|best| best.points),
            bound: bound.min(self.cutoff),
            closed: self.closed,
            open: self.open.len() as u64,
        }
    }

    fn finish(self) -> Outcome {
        let open = self.open.bound().filter(|&bound| bound < self.cutoff);
        let best = self.incumbent.as_ref().map(|best| best.points);
        Outcome { complete: open.is_none(), bound: open.or(best), best: self.incumbent }
    }

    /// Works on one node; the child to dive into, if any.
    fn visit(&mut self, node: Node, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Option<Node> {
        let scope = self.scope_of(&node);
        node.start.turn(&mut self.master, scope.clone());
        let relaxed = self.relax(&node, stop, emit);
        let bound = node.bound.max(relaxed.bound.points());
        if self.closes(bound) {
            return None;
        }
        let start = Rc::new(WarmStart::new(self.master.basis()));
        let Some(choices) = self.choices_left(&node, &relaxed) else {
            self.closed += 1;
            return None;
        };
        let visited = Node { choices, bound, start, ..node };
        if relaxed.solution.is_none() && (stop.is_asked() || bound >= self.target) {
            self.open.push(visited);
            return None;
        }
        let solution = relaxed.solution.as_ref().map(|(solution, _)| solution);
        let open = match solution {
            Some(solution) => choices::fractional(self.problem, &visited.choices, solution),
            None => undecided(&visited.choices),
        };
        match open {
            Some(chooser) => {
                if let Some(solution) = solution {
                    self.propose_near(&visited, solution, stop);
                }
                self.branch_on_choice(&visited, chooser, solution)
            }
            None => self.visit_decided(visited, scope, relaxed, stop),
        }
    }

    /// The choices that are left to a node after its relaxation; `None` if a chooser has none left.
    fn choices_left(&self, node: &Node, relaxed: &Relaxed) -> Option<OpenChoices> {
        let Some((_, reduced_costs)) = &relaxed.solution else { return Some(node.choices.clone()) };
        let left = reduced_costs.choices_left(&node.choices, self.cutoff);
        if left == node.choices { Some(left) } else { propagated(self.problem, left) }
    }

    /// Goes on with a node whose choices are made by its solution, after its relaxation: a proposal, and unless that closes
    /// it, fixing and branching.
    fn visit_decided(
        &mut self,
        node: Node,
        scope: Scope,
        relaxed: Relaxed,
        stop: &Stop,
    ) -> Option<Node> {
        let (solution, reduced_costs) = relaxed.solution.unzip();
        self.propose_from(&node, solution.as_ref(), stop);
        let bound = node.bound;
        if self.closes(bound) {
            return None;
        }
        let (fixed, left) = self.fix(node, scope, reduced_costs.as_ref());
        let decisions = self.divide(&left, solution.as_ref(), bound, stop);
        self.branch_on_decisions(&fixed, decisions, &left)
    }

    /// Whether a node with this `bound` holds nothing better than what is known; it is closed then.
    fn closes(&mut self, bound: i64) -> bool {
        let closes = bound >= self.cutoff;
        self.closed += u64::from(closes);
        closes
    }

    /// Closes the starts below `node` that cost more than the gap; the node and what is left of its scope.
    fn fix(
        &self,
        mut node: Node,
        mut scope: Scope,
        reduced_costs: Option<&ReducedCosts>,
    ) -> (Node, Scope) {
        if let Some(reduced_costs) = reduced_costs {
            let fixed = reduced_costs.fixed_by_reduced_cost(self.cutoff);
            for decision in &fixed {
                decision.apply(&mut scope);
            }
            alike::in_order(self.problem, &mut scope);
            node.decisions.push(fixed.into());
        }
        (node, scope)
    }

    /// Solves the relaxation of one node; at the root with a look for a better timetable now and then, for the better the
    /// best is, the sooner it ends.
    fn relax(&mut self, node: &Node, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Relaxed {
        let is_root = node.decisions.is_empty();
        let mut cutting = if is_root { Cutting::at_root() } else { Cutting::below() };
        loop {
            let relaxed = self.master.relax(self.cutoff.min(self.target), &mut cutting, stop);
            let Some((solution, _)) = &relaxed.solution else { return relaxed };
            let is_decided = choices::fractional(self.problem, &node.choices, solution).is_none();
            if !relaxed.can_rise || !is_decided || stop.is_asked() {
                return relaxed;
            }
            self.propose_from(node, Some(solution), stop);
            let bound = relaxed.bound.points().max(node.bound);
            emit(self.progress(bound.min(self.open.bound().unwrap_or(bound))));
            cutting.go_on();
        }
    }

    /// The scope of a node in which these choices are made.
    fn decided_scope(&mut self, node: &Node, choices: &[usize]) -> Scope {
        let known = self.decided.take().filter(|(known, _)| known == choices);
        let (made, scope) =
            known.unwrap_or_else(|| (choices.to_vec(), Scope::decided(self.problem, choices)));
        let mut decided = scope.clone();
        self.decided = Some((made, scope));
        for decision in node.decisions.iter().flat_map(|decisions| decisions.iter()) {
            decision.apply(&mut decided);
        }
        decided
    }

    fn scope_of(&mut self, node: &Node) -> Scope {
        if self.base.0 != node.choices {
            let scope = Scope::new(self.problem, node.choices.clone());
            self.base = (node.choices.clone(), scope);
        }
        let mut scope = self.base.1.clone();
        for decision in node.decisions.iter().flat_map(|decisions| decisions.iter()) {
            decision.apply(&mut scope);
        }
        alike::in_order(self.problem, &mut scope);
        scope
    }
}

#[expect(clippy::cast_precision_loss, reason = "penalties and gaps need not be exact")]
const fn to_float(points: i64) -> f64 {
    points as f64
}
