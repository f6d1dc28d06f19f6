//! Ctrl-C: once for the best so far, twice for the end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::exit::Exit;

/// Watches for Ctrl-C from now on; what it returns tells whether it was pressed.
pub(super) fn watch() -> impl Fn() -> bool + Sync {
    let pressed = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&pressed);
    let handler = move || {
        if seen.swap(true, Ordering::Relaxed) {
            leave();
        }
    };
    // Where the system gives no such signal, Ctrl-C ends the program as it always does.
    let _ = ctrlc::set_handler(handler);
    move || pressed.load(Ordering::Relaxed)
}

#[expect(clippy::exit, reason = "asked for twice, the search may not listen")]
fn leave() {
    std::process::exit(Exit::Interrupted as i32)
}
