//! Rounds: a few nodes at a time, each visited by the worker that has its number, on as many threads as there may be.

use std::sync::{Mutex, PoisonError};
use std::thread;

use super::worker::{Known, Visited, Worker};
use super::{NODES_IN_A_ROUND, Progress, Search, TARGET_GROWTH};
use crate::domain::Stop;
use crate::solve::nodes::Node;

/// A node that waits for its worker.
struct Task<'w, 'a> {
    worker: &'w mut Worker<'a>,
    node: Node,
    known: Known,
    visited: &'w mut Option<Visited>,
}

impl Task<'_, '_> {
    fn run(self, stop: &Stop, emit: &mut dyn FnMut(Progress)) {
        *self.visited = Some(self.worker.visit(self.node, self.known, stop, emit));
    }
}

impl Search<'_> {
    /// The nodes of the next round: those to dive into, then those with the least bounds; none if none is open.
    pub(super) fn next_round(&mut self, dives: Vec<Node>) -> Vec<Node> {
        let mut nodes = Vec::with_capacity(NODES_IN_A_ROUND);
        let mut dives = dives.into_iter();
        while nodes.len() < NODES_IN_A_ROUND {
            let Some(node) = dives.next().or_else(|| self.open.pop()) else { break };
            if node.bound >= self.cutoff {
                self.closed += 1;
                continue;
            }
            if node.bound >= self.target {
                if !nodes.is_empty() {
                    self.open.push(node);
                    break;
                }
                self.target = node.bound.saturating_mul(TARGET_GROWTH);
            }
            nodes.push(node);
        }
        for node in dives {
            self.open.push(node);
        }
        nodes
    }

    /// Visits the nodes of a round; the children to dive into.
    pub(super) fn visit_round(
        &mut self,
        nodes: Vec<Node>,
        stop: &Stop,
        emit: &mut dyn FnMut(Progress),
    ) -> Vec<Node> {
        let count = nodes.len();
        let known: Vec<Known> = (0..count).map(|index| self.known(&nodes, index)).collect();
        self.employ(count);
        for worker in &mut self.workers[..count] {
            worker.pseudocosts = self.pseudocosts.clone();
        }
        let mut visits: Vec<Option<Visited>> = (0..count).map(|_| None).collect();
        let workers = self.workers.iter_mut().zip(&mut visits);
        let tasks = workers.zip(nodes.into_iter().zip(known));
        let tasks =
            tasks.map(|((worker, visited), (node, known))| Task { worker, node, known, visited });
        work(tasks, count.min(self.threads), stop, emit);
        for worker in &mut self.workers[..count] {
            self.pseudocosts.take_over(&mut worker.pseudocosts);
        }
        visits.into_iter().flatten().filter_map(|visited| self.take(visited)).collect()
    }
}

/// Does `tasks` on so many threads; on one alone it is told how they get on.
fn work<'w, 'a: 'w>(
    tasks: impl Iterator<Item = Task<'w, 'a>> + Send,
    threads: usize,
    stop: &Stop,
    emit: &mut dyn FnMut(Progress),
) {
    if threads <= 1 {
        for task in tasks {
            task.run(stop, emit);
        }
        return;
    }
    let tasks = Mutex::new(tasks);
    let next = || tasks.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(task) = next() {
                    task.run(stop, &mut |_| ());
                }
            });
        }
    });
}
