//! H4: no lesson while one of its teachers is unavailable.
//!
//! In the baseline that is a fault; one that was accepted counts as available while the lesson keeps its start.

use std::collections::BTreeSet;

use crate::check::{Breach, case::Case};
use crate::diff::Sitting;

/// Lessons that moved.
pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    accuse(case, |sitting| case.moved(sitting.lesson))
}

/// Every lesson of a baseline.
pub(super) fn faults(baseline: &Case<'_>) -> Vec<Breach> {
    accuse(baseline, |_| true)
}

/// Every lesson to which the rule `applies` in an unavailable slot of a teacher, each slot once.
fn accuse(case: &Case<'_>, applies: impl Fn(&Sitting<'_>) -> bool) -> Vec<Breach> {
    let mut breaches = BTreeSet::new();
    for sitting in case.after.iter().filter(|sitting| applies(sitting)) {
        let (lesson, slot) = (sitting.lesson, sitting.slot);
        for name in sitting.teachers() {
            let teacher = case.school.teachers.get(name);
            if teacher.is_some_and(|teacher| teacher.unavailable.contains(&slot)) {
                breaches.insert(Breach::TeacherUnavailable { teacher: name.clone(), slot, lesson });
            }
        }
    }
    breaches.into_iter().collect()
}
