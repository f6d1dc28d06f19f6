//! What a question says when it is asked by a line of `batch`: kept by its thread instead of printed.

use std::cell::RefCell;

use serde_json::{Value, json};

use crate::check::Breach;
use crate::diagnostic::Diagnostic;
use crate::domain::{Language, School};
use crate::report::json::{breaches, errors};

thread_local! {
    /// What the question of this thread has said; `None` while none is captured.
    static CAPTURED: RefCell<Option<Captured>> = const { RefCell::new(None) };
}

/// What a question has said.
#[derive(Debug, Default)]
pub(super) struct Captured {
    /// Its answer.
    pub(super) printed: String,
    /// What is wrong with its input, as `check --json` has it.
    pub(super) faults: Vec<Value>,
}

/// What `ask` gives and says.
pub(super) fn captured<Given>(ask: impl FnOnce() -> Given) -> (Given, Captured) {
    CAPTURED.set(Some(Captured::default()));
    let given = ask();
    (given, CAPTURED.take().unwrap_or_default())
}

/// Keeps what is printed; whether it is to be kept.
pub(super) fn keep_printed(text: &str) -> bool {
    keep(|captured| captured.printed.push_str(text))
}

/// Whether what is told besides answers and faults is to be told to nobody.
pub(super) fn is_unheard() -> bool {
    keep(|_| ())
}

/// Keeps why there is no answer, where no fault says it already; whether it is to be kept.
pub(super) fn keep_trouble(message: &str) -> bool {
    keep(|captured| {
        if captured.faults.is_empty() {
            captured.faults.push(fault(message));
        }
    })
}

/// A fault of what was asked, in the form of those of files.
pub(super) fn fault(message: &str) -> Value {
    json!({ "code": "asking", "message": message, "file": null, "line": null })
}

/// Keeps what is wrong with files; whether it is to be kept.
pub(super) fn keep_faults(found: &[Diagnostic], language: Language) -> bool {
    keep(|captured| captured.faults.extend(errors(found, language)))
}

/// Keeps what is wrong with a timetable; whether it is to be kept.
pub(super) fn keep_breaches(school: &School, found: &[Breach], language: Language) -> bool {
    keep(|captured| captured.faults.extend(breaches(school, found, language)))
}

fn keep(enter: impl FnOnce(&mut Captured)) -> bool {
    CAPTURED.with_borrow_mut(|captured| captured.as_mut().map(enter).is_some())
}
