//! The nodes of the branch-and-bound tree that are still open, and where their programs start from.

use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, PoisonError, RwLock};

use super::branch::Decision;
use super::choices::OpenChoices;
use super::lp::Basis;
use super::master::{Master, Program};
use crate::model::Scope;

/// So many programs are kept, each of a few megabytes in a large school.
const MOST_KEPT: usize = 32;

/// A node of the tree that is open.
pub(super) struct Node {
    /// The choices that are open to each chooser.
    pub(super) choices: OpenChoices,
    /// What was decided above it.
    pub(super) decisions: Vec<Arc<[Decision]>>,
    /// No timetable in it has fewer points.
    pub(super) bound: i64,
    /// Where its program starts from.
    pub(super) start: Arc<WarmStart>,
    /// Its number in the account of the search; of a child that has none yet, that of its parent.
    pub(super) case: u64,
    /// Which child it is, while it has no number.
    pub(super) child: Option<u64>,
}

/// Where the program of a node starts from: a basis, and for the latest nodes the whole program as it stood.
pub(super) struct WarmStart {
    basis: Basis,
    program: RwLock<Option<Arc<Program>>>,
}

impl WarmStart {
    /// From `basis`, in whatever program there is then.
    pub(super) const fn new(basis: Basis) -> Self {
        Self { basis, program: RwLock::new(None) }
    }

    /// From `program`, as it stood at `basis`.
    pub(super) const fn with(basis: Basis, program: Arc<Program>) -> Self {
        Self { basis, program: RwLock::new(Some(program)) }
    }

    /// Turns `master` to `scope`, starting here.
    pub(super) fn turn(&self, master: &mut Master<'_>, scope: Scope) {
        match self.program() {
            Some(program) => master.return_to(scope, Program::clone(&program)),
            None => master.turn_to(scope, &self.basis),
        }
    }

    fn program(&self) -> Option<Arc<Program>> {
        self.program.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, program: Option<Arc<Program>>) {
        *self.program.write().unwrap_or_else(PoisonError::into_inner) = program;
    }
}

/// Where programs are kept, the oldest first.
#[derive(Default)]
pub(super) struct WarmStarts {
    starts: VecDeque<Arc<WarmStart>>,
}

impl WarmStarts {
    /// Keeps the program that `start` is of, and for it that of the oldest start no longer, if they are too many.
    pub(super) fn keep(&mut self, start: Arc<WarmStart>, program: Program) {
        start.put(Some(Arc::new(program)));
        self.starts.push_back(start);
        if self.starts.len() > MOST_KEPT
            && let Some(oldest) = self.starts.pop_front()
        {
            oldest.put(None);
        }
    }
}

/// Open nodes by bound; among equals the last one first, so that dives go on.
#[derive(Default)]
pub(super) struct NodeQueue {
    nodes: BTreeMap<(i64, Reverse<u64>), Node>,
    count: u64,
}

impl NodeQueue {
    pub(super) fn push(&mut self, node: Node) {
        self.count += 1;
        self.nodes.insert((node.bound, Reverse(self.count)), node);
    }

    pub(super) fn pop(&mut self) -> Option<Node> {
        self.nodes.pop_first().map(|(_, node)| node)
    }

    pub(super) fn bound(&self) -> Option<i64> {
        self.first().map(|node| node.bound)
    }

    /// The node with the least bound.
    pub(super) fn first(&self) -> Option<&Node> {
        self.nodes.first_key_value().map(|(_, node)| node)
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }
}
