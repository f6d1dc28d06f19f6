//! Works on one node of the tree at a time: its relaxation, what it proves and proposes, and its children.
//!
//! A worker knows of the rest of the search what [`Known`] says and tells it what [`Visited`] says, so that several can work
//! at once and find the same whoever is the quicker.

use std::sync::Arc;

use super::{NODES_IN_A_ROUND, Progress};
use crate::domain::Stop;
use crate::model::{Limits, Row, Scope, most_points};
use crate::problem::{Chooser, Problem};
use crate::solve::Found;
use crate::solve::alike;
use crate::solve::choices::{self, OpenChoices, propagated, undecided};
use crate::solve::master::{Cutting, Master, Program, ReducedCosts, Relaxed};
use crate::solve::nodes::{Node, WarmStart};
use crate::solve::pseudocosts::Pseudocosts;
use crate::solve::record::CaseRecord;
use crate::solve::tabu_search::Pace;

/// What a worker is told of the rest of the search before a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Only what costs less is looked for.
    pub(super) cutoff: i64,
    /// Whether any timetable is known.
    pub(super) has_incumbent: bool,
    /// A node whose bound reaches this waits.
    pub(super) target: i64,
    /// The least bound of the other nodes that are open, `i64::MAX` if none is.
    pub(super) others: i64,
    /// Nodes that are closed, and others that are open.
    pub(super) closed: u64,
    pub(super) open: u64,
}

/// What came of a visit to a node.
#[derive(Default)]
pub(super) struct Visited {
    /// The nodes that are open now, in the order in which they were opened.
    pub(super) opened: Vec<Node>,
    /// The child to dive into.
    pub(super) dive: Option<Node>,
    /// How many nodes were closed.
    pub(super) closed: u64,
    /// A timetable below the cutoff, the best of those that were found.
    pub(super) found: Option<Found>,
    /// The program to start the children from.
    pub(super) kept: Option<(Arc<WarmStart>, Program)>,
    /// What was proven, where account is kept.
    pub(super) record: Option<CaseRecord>,
}

/// A worker with a program of its own.
pub(super) struct Worker<'a> {
    pub(super) problem: &'a Problem,
    pub(super) limits: &'a Limits,
    pub(super) master: Master<'a>,
    /// The scope of some choices, before any decision.
    base: (OpenChoices, Scope),
    /// The last scope that was asked for in which all choices are made.
    decided: Option<(Vec<usize>, Scope)>,
    pub(super) known: Known,
    pub(super) visited: Visited,
    pub(super) pace: Pace,
    /// What all workers learnt before this round, and this one in it.
    pub(super) pseudocosts: Pseudocosts,
}

impl<'a> Worker<'a> {
    /// The worker with this number.
    pub(super) fn new(problem: &'a Problem, limits: &'a Limits, number: usize) -> Self {
        let choices = all_choices(problem);
        let scope = Scope::new(problem, choices.clone());
        let master = Master::new(problem, limits, scope.clone(), most_points(problem));
        let known = Known {
            cutoff: i64::MAX,
            has_incumbent: false,
            target: i64::MAX,
            others: i64::MAX,
            closed: 0,
            open: 0,
        };
        Self {
            problem,
            limits,
            master: master.named_apart(number, NODES_IN_A_ROUND),
            base: (choices, scope),
            decided: None,
            known,
            visited: Visited::default(),
            pace: Pace::default(),
            pseudocosts: Pseudocosts::default(),
        }
    }

    /// Visits `node`, of which the search knows what is `known`.
    pub(super) fn visit(
        &mut self,
        node: Node,
        known: Known,
        stop: &Stop,
        emit: &mut dyn FnMut(Progress),
    ) -> Visited {
        self.known = known;
        self.visited.dive = self.work_on(node, stop, emit);
        std::mem::take(&mut self.visited)
    }

    /// Every row that entered its program.
    pub(super) fn recorded(self) -> Vec<Arc<Row>> {
        self.master.recorded()
    }

    fn progress(&self, bound: i64) -> Progress {
        let found = self.visited.found.is_some() || self.known.has_incumbent;
        Progress {
            best: found.then_some(self.known.cutoff),
            bound: bound.min(self.known.cutoff),
            closed: self.known.closed + self.visited.closed,
            open: self.known.open,
        }
    }

    /// Works on one node; the child to dive into, if any.
    fn work_on(&mut self, node: Node, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Option<Node> {
        let scope = self.scope_of(&node);
        node.start.turn(&mut self.master, scope.clone());
        let relaxed = self.relax(&node, stop, emit);
        self.note_relaxed(&node, &relaxed);
        let bound = node.bound.max(relaxed.bound.points());
        if self.closes(bound) {
            return None;
        }
        let start = Arc::new(WarmStart::new(self.master.basis()));
        let Some(choices) = self.choices_left(&node, &relaxed) else {
            self.visited.closed += 1;
            return None;
        };
        let visited = Node { choices, bound, start, ..node };
        if relaxed.solution.is_none() && (stop.is_asked() || bound >= self.known.target) {
            self.visited.opened.push(visited);
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
        let left = reduced_costs.choices_left(&node.choices, self.known.cutoff);
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
        let closes = bound >= self.known.cutoff;
        self.visited.closed += u64::from(closes);
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
            let fixed = reduced_costs.fixed_by_reduced_cost(self.known.cutoff);
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
            let relaxed =
                self.master.relax(self.known.cutoff.min(self.known.target), &mut cutting, stop);
            let Some((solution, _)) = &relaxed.solution else { return relaxed };
            let is_decided = choices::fractional(self.problem, &node.choices, solution).is_none();
            if !relaxed.can_rise || !is_decided || stop.is_asked() {
                return relaxed;
            }
            self.propose_from(node, Some(solution), stop);
            let bound = relaxed.bound.points().max(node.bound);
            emit(self.progress(bound.min(self.known.others)));
            cutting.go_on();
        }
    }

    /// The scope of a node in which these choices are made.
    pub(super) fn decided_scope(&mut self, node: &Node, choices: &[usize]) -> Scope {
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

    pub(super) fn scope_of(&mut self, node: &Node) -> Scope {
        let mut scope = self.unordered_scope_of(node);
        alike::in_order(self.problem, &mut scope);
        scope
    }

    /// What is open in a node, lessons that are alike being in any order.
    pub(super) fn unordered_scope_of(&mut self, node: &Node) -> Scope {
        if self.base.0 != node.choices {
            let scope = Scope::new(self.problem, node.choices.clone());
            self.base = (node.choices.clone(), scope);
        }
        let mut scope = self.base.1.clone();
        for decision in node.decisions.iter().flat_map(|decisions| decisions.iter()) {
            decision.apply(&mut scope);
        }
        scope
    }
}

/// Every choice open to every chooser.
pub(super) fn all_choices(problem: &Problem) -> OpenChoices {
    problem.choosers.iter().map(Chooser::open).collect()
}
