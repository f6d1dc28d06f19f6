//! Ctrl-C: once for the best so far, twice for the end.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use super::exit::Exit;
use crate::domain::Stop;
use crate::pipeline::Deadline;

/// Watches for Ctrl-C from now on; what it returns is true once it was pressed. Whoever asks again is told of the same.
pub(super) fn watch() -> Arc<AtomicBool> {
    static PRESSED: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    Arc::clone(PRESSED.get_or_init(|| {
        let pressed = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&pressed);
        let handler = move || {
            if seen.swap(true, Ordering::Relaxed) {
                leave();
            }
        };
        // Where the system gives no such signal, Ctrl-C ends the program as it always does.
        let _ = ctrlc::set_handler(handler);
        pressed
    }))
}

/// What ends a command that may take so long, from now on: Ctrl-C, or the end of that time.
pub(super) fn stop_after(limit: Duration) -> Stop {
    let late = Deadline::after(limit);
    Stop::when(watch()).or(Arc::new(late))
}

#[expect(clippy::exit, reason = "asked for twice, the search may not listen")]
fn leave() {
    std::process::exit(Exit::Interrupted as i32)
}
