//! H7: no apprentice misses a lesson of a required core subject; with best effort, a price instead.

use crate::check::{Breach, case::Case};
use crate::diff::Missed;
use crate::domain::{Effort, Level};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    match case.effort {
        Effort::Best => Vec::new(),
        Effort::Strict => {
            let required = case.missed.iter().filter(|missed| missed.level == Level::Required);
            required.map(accuse).collect()
        }
    }
}

fn accuse(missed: &Missed) -> Breach {
    Breach::RequiredMissed {
        apprentice: missed.apprentice,
        lesson: missed.lesson,
        slot: missed.slot,
        subject: missed.subject.clone(),
        because: missed.because,
    }
}
