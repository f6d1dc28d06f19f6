//! The parts of the search that are still open.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::branch::Decision;
use super::choices::OpenChoices;
use super::lp::Basis;

/// A part of the search that is open.
pub(super) struct Node {
    /// The choices that are open to each chooser.
    pub(super) choices: OpenChoices,
    /// What was decided above it.
    pub(super) decisions: Vec<Rc<[Decision]>>,
    /// No timetable in it has fewer points.
    pub(super) bound: i64,
    /// Where its program starts from.
    pub(super) basis: Rc<Basis>,
}

/// Open parts by bound; among equals the last one first, so that dives go on.
#[derive(Default)]
pub(super) struct Open {
    nodes: BTreeMap<(i64, Reverse<u64>), Node>,
    count: u64,
}

impl Open {
    pub(super) fn push(&mut self, node: Node) {
        self.count += 1;
        self.nodes.insert((node.bound, Reverse(self.count)), node);
    }

    pub(super) fn pop(&mut self) -> Option<Node> {
        self.nodes.pop_first().map(|(_, node)| node)
    }

    pub(super) fn bound(&self) -> Option<i64> {
        self.nodes.first_key_value().map(|(key, _)| key.0)
    }

    /// The part with the least bound.
    pub(super) fn first(&self) -> Option<&Node> {
        self.nodes.first_key_value().map(|(_, node)| node)
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }
}
