//! A fence around the libraries that take files apart: where one of them panics, the file cannot be read, and nothing
//! else happens.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// Whether this thread is inside the fence.
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// What `read` gives; `None` if it panics, of which nothing is printed.
///
/// What `read` changed of what it borrows is to be thrown away then.
pub(crate) fn fenced<Read>(read: impl FnOnce() -> Read) -> Option<Read> {
    silence_inside();
    let before = IS_INSIDE.replace(true);
    let read = panic::catch_unwind(AssertUnwindSafe(read));
    IS_INSIDE.set(before);
    read.ok()
}

/// Lets the program's own panics be told as before, and those inside the fence not at all.
fn silence_inside() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |told| {
            if !IS_INSIDE.try_with(Cell::get).unwrap_or(false) {
                usual(told);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::panic, reason = "a library's panic is what the fence is for")]
    fn a_panic_inside_gives_nothing_and_one_outside_is_told_as_before() {
        assert_eq!(fenced(|| fenced::<u8>(|| panic!("within"))), Some(None));
        assert_eq!(fenced(|| 3), Some(3));
        assert!(!IS_INSIDE.get());
    }
}
