//! How many solves run at once: a few; the others stand in line, and are told how many are before them.
//!
//! Whoever waits asks again now and then; a page that is closed does not, and loses its place.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::pipeline::Deadline;

/// How long a place in the line is kept for somebody who does not ask.
const PATIENCE: Duration = Duration::from_secs(10);

/// The line before the solves.
pub(super) struct Queue {
    most: usize,
    line: Mutex<Turns>,
}

#[derive(Default)]
struct Turns {
    running: usize,
    /// Tickets, the next one first, and until when somebody has to ask again.
    waiting: VecDeque<(u64, Deadline)>,
    last: u64,
}

/// Leave to run a solve, given back when it is dropped.
pub(super) struct Leave(Arc<Queue>);

/// A place in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticket {
    /// Its number, to ask again with.
    pub(super) number: u64,
    /// How many are before it.
    pub(super) ahead: usize,
}

impl Queue {
    /// A queue before `most` solves at once.
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { most: most.max(1), line: Mutex::default() })
    }

    /// Leave to begin, or else a place in the line: the one of `ticket`, if that still stands in it.
    pub(super) fn enter(self: &Arc<Self>, ticket: Option<u64>) -> Result<Leave, Ticket> {
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        let number = line.take_place(ticket);
        let ahead = line.waiting.iter().take_while(|(other, _)| *other != number).count();
        if line.running + ahead >= self.most {
            return Err(Ticket { number, ahead: ahead + 1 });
        }
        line.waiting.remove(ahead);
        line.running += 1;
        drop(line);
        Ok(Leave(Arc::clone(self)))
    }
}

impl Turns {
    /// The number of the place that somebody has from now on.
    fn take_place(&mut self, ticket: Option<u64>) -> u64 {
        self.waiting.retain(|(number, until)| Some(*number) == ticket || !until.is_over());
        let until = Deadline::after(PATIENCE);
        if let Some((number, own)) =
            self.waiting.iter_mut().find(|(number, _)| Some(*number) == ticket)
        {
            *own = until;
            return *number;
        }
        self.last += 1;
        self.waiting.push_back((self.last, until));
        self.last
    }
}

impl Drop for Leave {
    fn drop(&mut self) {
        let mut line = self.0.line.lock().unwrap_or_else(PoisonError::into_inner);
        line.running = line.running.saturating_sub(1);
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn those_who_wait_begin_in_the_order_in_which_they_came() {
        let queue = Queue::new(1);
        let running = queue.enter(None).ok().unwrap();
        let first = queue.enter(None).err().unwrap();
        let second = queue.enter(None).err().unwrap();
        assert_eq!((first.ahead, second.ahead), (1, 2));
        drop(running);
        assert_eq!(queue.enter(Some(second.number)).err().unwrap().ahead, 2);
        let next = queue.enter(Some(first.number)).ok().unwrap();
        assert_eq!(queue.enter(Some(second.number)).err().unwrap().ahead, 1);
        drop(next);
        assert!(queue.enter(Some(second.number)).is_ok());
    }

    #[test]
    fn who_no_longer_asks_loses_the_place() {
        let queue = Queue::new(1);
        let running = queue.enter(None).ok().unwrap();
        let first = queue.enter(None).err().unwrap();
        let second = queue.enter(None).err().unwrap();
        queue.line.lock().unwrap().waiting[0].1 = Deadline::after(Duration::ZERO);
        drop(running);
        assert!(queue.enter(Some(second.number)).is_ok(), "{first:?} is gone");
    }
}
