//! What was before, and what was taken back.

use std::collections::VecDeque;
use std::sync::Arc;

use super::situation::Situation;

/// The most situations that are remembered; the oldest are forgotten.
const MOST: usize = 200;

/// Situations in the order in which they came, and which of them is now.
#[derive(Debug)]
pub(super) struct History {
    situations: Vec<Arc<Situation>>,
    /// Those that were taken back and then left for another: some window may still show one.
    left: VecDeque<Arc<Situation>>,
    now: usize,
    last: u64,
}

impl History {
    /// A history that begins with `first`.
    pub(super) fn new(first: Situation) -> Self {
        Self {
            last: first.number,
            situations: vec![Arc::new(first)],
            left: VecDeque::new(),
            now: 0,
        }
    }

    /// What is now.
    pub(super) fn now(&self) -> Arc<Situation> {
        Arc::clone(&self.situations[self.now])
    }

    /// Goes on with `next`; what was taken back before is forgotten.
    pub(super) fn go_on(&mut self, next: Situation) {
        self.last += 1;
        self.left.extend(self.situations.drain(self.now + 1..));
        self.situations.push(Arc::new(Situation { number: self.last, ..next }));
        let forgotten = self.situations.len().saturating_sub(MOST);
        self.situations.drain(..forgotten);
        let forgotten = self.left.len().saturating_sub(MOST);
        self.left.drain(..forgotten);
        self.now = self.situations.len() - 1;
    }

    /// The situation of a number, if it is remembered.
    pub(super) fn remembered(&self, number: u64) -> Option<Arc<Situation>> {
        let mut all = self.situations.iter().chain(&self.left);
        all.find(|one| one.number == number).cloned()
    }

    /// Puts an answered situation in the place of the one with its number, if that is remembered and knows nothing
    /// better.
    pub(super) fn answer(&mut self, answered: Situation) {
        let own = self.situations.iter_mut().find(|one| one.number == answered.number);
        if let Some(own) = own.filter(|own| own.worth() <= answered.worth()) {
            *own = Arc::new(answered);
        }
    }

    /// Whether anything can be taken back.
    pub(super) const fn can_undo(&self) -> bool {
        self.now > 0
    }

    /// Whether anything that was taken back can be done again.
    pub(super) fn can_redo(&self) -> bool {
        self.now + 1 < self.situations.len()
    }

    /// Takes the last change back.
    pub(super) const fn undo(&mut self) {
        self.now = self.now.saturating_sub(1);
    }

    /// Does again what was taken back.
    pub(super) fn redo(&mut self) {
        self.now = (self.now + 1).min(self.situations.len() - 1);
    }
}
