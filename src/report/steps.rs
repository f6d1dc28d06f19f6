//! How far the answer to a question is, in one line.

use crate::domain::Language;
use crate::scenario::Step;

/// The line.
#[must_use]
pub fn step(step: Step, language: Language) -> String {
    let Step { done, of } = step;
    match language {
        Language::Danish => format!("{done} af {of} beregninger er færdige"),
        Language::Swedish => format!("{done} av {of} beräkningar är klara"),
        Language::English => format!("{done} of {of} calculations done"),
    }
}
