//! How far the answer to a question is, in one line.

use crate::domain::Language;
use crate::scenario::Step;
use crate::words::say;

/// The line.
#[must_use]
pub fn step(Step { done, of }: Step, language: Language) -> String {
    say!(
        language,
        "{done} af {of} beregninger er færdige",
        "{done} av {of} beräkningar är klara",
        "{done} of {of} calculations done"
    )
}
