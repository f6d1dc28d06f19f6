//! What ends a search before its proof.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Something that can ask a search to end: a key, a button, a time limit, a page that nobody reads any more.
pub trait Signal: Send + Sync {
    /// Whether it asks. What has asked once goes on asking.
    fn is_given(&self) -> bool;
}

impl Signal for AtomicBool {
    fn is_given(&self) -> bool {
        self.load(Ordering::Relaxed)
    }
}

/// Whether a search is to end with the best that it has. It is asked at every pivot and every round, so that whoever gives a
/// signal is obeyed at once.
#[derive(Clone, Default)]
pub struct Stop {
    signals: Vec<Arc<dyn Signal>>,
}

impl Stop {
    /// Nothing ends the search but its proof.
    #[must_use]
    pub const fn never() -> Self {
        Self { signals: Vec::new() }
    }

    /// `signal` ends it.
    #[must_use]
    pub fn when(signal: Arc<dyn Signal>) -> Self {
        Self { signals: vec![signal] }
    }

    /// `signal` ends it too.
    #[must_use]
    pub fn or(&self, signal: Arc<dyn Signal>) -> Self {
        let mut signals = self.signals.clone();
        signals.push(signal);
        Self { signals }
    }

    /// Whether any signal asks for the end.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.signals.iter().any(|signal| signal.is_given())
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Stop").field("is_asked", &self.is_asked()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_signal_ends_a_search_and_none_does_not() {
        let (button, key) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
        let button_alone = Stop::when(button.clone());
        let either = button_alone.or(key.clone());
        assert!(!either.is_asked() && !Stop::never().is_asked());
        key.store(true, Ordering::Relaxed);
        assert!(either.is_asked() && !button_alone.is_asked());
        button.store(true, Ordering::Relaxed);
        assert!(button_alone.is_asked());
    }
}
