//! The nodes of the branch-and-bound tree that are still open, and where their programs start from.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

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
    pub(super) decisions: Vec<Rc<[Decision]>>,
    /// No timetable in it has fewer points.
    pub(super) bound: i64,
    /// Where its program starts from.
    pub(super) start: Rc<WarmStart>,
}

/// Where the program of a node starts from: a basis, and for the latest nodes the whole program as it stood.
pub(super) struct WarmStart {
    basis: Basis,
    program: RefCell<Option<Program>>,
}

impl WarmStart {
    /// From `basis`, in whatever program there is then.
    pub(super) const fn new(basis: Basis) -> Self {
        Self { basis, program: RefCell::new(None) }
    }

    /// Turns `master` to `scope`, starting here.
    pub(super) fn turn(&self, master: &mut Master<'_>, scope: Scope) {
        match self.program.borrow().as_ref() {
            Some(program) => master.return_to(scope, program.clone()),
            None => master.turn_to(scope, &self.basis),
        }
    }
}

/// Where programs are kept, the oldest first.
#[derive(Default)]
pub(super) struct WarmStarts {
    starts: VecDeque<Rc<WarmStart>>,
}

impl WarmStarts {
    /// Keeps the program that `start` is of, and for it that of the oldest start no longer, if they are too many.
    pub(super) fn keep(&mut self, start: &Rc<WarmStart>, program: Program) {
        start.program.replace(Some(program));
        self.starts.push_back(Rc::clone(start));
        if self.starts.len() > MOST_KEPT
            && let Some(oldest) = self.starts.pop_front()
        {
            oldest.program.take();
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
