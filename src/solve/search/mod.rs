//! Branch and bound over scopes: dives for good proposals, and closes what cannot hold a better one.
//!
//! The tree is visited in rounds of a few nodes, each by a worker of its own, which may work at once: what a round finds is
//! put together in the order of its nodes, so that the answer does not depend on how many threads there are.
//!
//! # Source
//! T. Ralphs, Y. Shinano, T. Berthold, T. Koch: Parallel solvers for mixed integer linear optimization (2018), on searches
//! that are synchronised to find the same again.

mod account;
mod children;
mod proposals;
mod root;
mod rounds;
mod worker;

use std::sync::Arc;

use super::choices::propagated;
use super::nodes::{Node, NodeQueue, WarmStart, WarmStarts};
use super::price_level::PriceLevel;
use super::pseudocosts::Pseudocosts;
use super::record::Recorder;
use super::separate::Solution;
use super::{Found, Outcome, Progress};
use crate::domain::Stop;
use crate::model::{Limits, Row, most_points};
use crate::problem::{LessonId, Problem};
pub(super) use root::Root;
use worker::{Known, Visited, Worker};

/// The first target, in points, where prices are usual.
const FIRST_TARGET: i64 = 500;
/// The target becomes so many times the least bound, so that it is raised a few times only: the nodes that wait are visited
/// again from the start.
const TARGET_GROWTH: i64 = 3;
/// So many nodes are visited in a round: enough for the cores of a small machine to be busy though some nodes take longer,
/// and few enough that hardly any is visited that a search of one after another would not have visited.
const NODES_IN_A_ROUND: usize = 4;

/// The search of one problem.
pub(super) struct Search<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    /// The worker of each node of a round, as far as there were so many.
    workers: Vec<Worker<'a>>,
    /// How many of them may work at once.
    threads: usize,
    open: NodeQueue,
    incumbent: Option<Found>,
    /// Where the first proposal is looked for; `None`: near the baseline.
    nearby: Option<Solution>,
    cutoff: i64,
    /// Nodes whose bound reaches this wait until all others are closed: most of them hold no timetable at all.
    target: i64,
    closed: u64,
    warm_starts: WarmStarts,
    pseudocosts: Pseudocosts,
    /// Who keeps account of what is proven, and how many cases there are in it.
    recorder: Option<&'a mut dyn Recorder>,
    cases: u64,
}

impl<'a> Search<'a> {
    /// The search of `problem`, with the root open unless its choices cannot all be made.
    pub(super) fn new(problem: &'a Problem, limits: &'a Limits) -> Self {
        let first = Worker::new(problem, limits, 0);
        let worst = most_points(problem);
        let mut search = Self {
            problem,
            limits,
            workers: vec![first],
            threads: 1,
            open: NodeQueue::default(),
            incumbent: None,
            nearby: None,
            cutoff: worst.saturating_add(1),
            target: PriceLevel::of(problem).scaled(FIRST_TARGET),
            closed: 0,
            warm_starts: WarmStarts::default(),
            pseudocosts: Pseudocosts::default(),
            recorder: None,
            cases: 1,
        };
        search.open_root();
        search
    }

    fn open_root(&mut self) {
        let choices = worker::all_choices(self.problem);
        if let Some(choices) = propagated(self.problem, choices) {
            let start = Arc::new(WarmStart::new(self.workers[0].master.basis()));
            let decisions = Vec::new();
            self.open.push(Node { choices, decisions, bound: 0, start, case: 0, child: None });
        }
    }

    /// Begins where `root` ended, which is that of the same problem, or of one in which more may be.
    pub(super) fn from(mut self, root: &Root) -> Self {
        if let Some(mut node) = self.open.pop() {
            node.start = Arc::new(WarmStart::with(root.basis.clone(), Arc::clone(&root.program)));
            node.bound = root.bound();
            self.open.push(node);
        }
        self
    }

    /// For each of the starts of `lesson`, below how many points there is no timetable in which it starts there.
    pub(super) fn least_at_each(mut self, root: &Root, lesson: LessonId, stop: &Stop) -> Vec<i64> {
        let Some(node) = self.open.pop() else { return Vec::new() };
        let starts = 0..self.problem.lesson(lesson).starts.len();
        let least = |start| self.workers[0].least_at((&node, root), (lesson, start), stop);
        starts.map(least).collect()
    }

    /// Looks for the first proposal near `nearby`.
    pub(super) fn near(mut self, nearby: Option<Solution>) -> Self {
        self.nearby = nearby;
        self
    }

    /// Solves the root and no more; `None` if it has no solution, or `stop` says so.
    pub(super) fn into_root(mut self, stop: &Stop) -> Option<Root> {
        let node = self.open.pop()?;
        self.workers[0].known.cutoff = self.cutoff;
        self.workers[0].root(&node, stop)
    }

    /// Looks only for what costs less than `cutoff`.
    pub(super) fn below(mut self, cutoff: i64) -> Self {
        self.cutoff = self.cutoff.min(cutoff);
        self
    }

    /// Works on so many `threads`, at least 1.
    pub(super) const fn on(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Searches until nothing is open or `stop` says so.
    pub(super) fn run(mut self, stop: &Stop, emit: &mut dyn FnMut(Progress)) -> Outcome {
        self.visit_all(stop, emit);
        self.finish()
    }

    /// Every row that enters a program while it searches.
    pub(super) fn rows(mut self, stop: &Stop) -> Vec<Arc<Row>> {
        self.employ(NODES_IN_A_ROUND);
        for worker in &mut self.workers {
            worker.master.record();
        }
        self.visit_all(stop, &mut |_| ());
        self.workers.into_iter().flat_map(Worker::recorded).collect()
    }

    /// Sees to it that there are at least so many workers.
    fn employ(&mut self, count: usize) {
        for number in self.workers.len()..count {
            self.workers.push(Worker::new(self.problem, self.limits, number));
        }
    }

    fn visit_all(&mut self, stop: &Stop, emit: &mut dyn FnMut(Progress)) {
        if !stop.is_asked() {
            self.propose_first(stop);
        }
        let mut dives = Vec::new();
        loop {
            let nodes = self.next_round(dives);
            let Some(bound) = nodes.iter().map(|node| node.bound).min() else { break };
            let bound = self.open.bound().unwrap_or(bound).min(bound);
            emit(self.progress(bound));
            if stop.is_asked() {
                for node in nodes {
                    self.open.push(node);
                }
                break;
            }
            dives = self.visit_round(nodes, stop, emit);
        }
    }

    /// A first proposal, by the first worker.
    fn propose_first(&mut self, stop: &Stop) {
        let known = self.known(&[], 0);
        let Some(root) = self.open.first() else { return };
        let first = self.workers[0].propose_at(root, self.nearby.as_ref(), known, stop);
        self.take(first);
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

    /// What the worker of the node at `index` of a round is told.
    fn known(&self, round: &[Node], index: usize) -> Known {
        let beside = round.iter().enumerate().filter(|&(other, _)| other != index);
        let beside = beside.map(|(_, node)| node.bound);
        Known {
            cutoff: self.cutoff,
            has_incumbent: self.incumbent.is_some(),
            target: self.target,
            others: beside.chain(self.open.bound()).min().unwrap_or(i64::MAX),
            closed: self.closed,
            open: self.open.len() as u64,
        }
    }

    /// Takes over what came of a visit; the child to dive into, if any.
    fn take(&mut self, mut visited: Visited) -> Option<Node> {
        self.account_for(&mut visited);
        self.closed += visited.closed;
        if let Some(found) = visited.found.filter(|found| found.points < self.cutoff) {
            self.cutoff = found.points;
            self.incumbent = Some(found);
        }
        for node in visited.opened {
            self.open.push(node);
        }
        if let Some((start, program)) = visited.kept {
            self.warm_starts.keep(start, program);
        }
        visited.dive
    }
}
