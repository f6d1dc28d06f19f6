//! H16: no lesson that moves, or had no place, is put where one of its classes is unavailable.

use std::collections::BTreeSet;

use crate::check::{Breach, case::Case};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut breaches = BTreeSet::new();
    for sitting in case.after.iter().filter(|sitting| case.moved(sitting.lesson)) {
        let (lesson, slot) = (sitting.lesson, sitting.slot);
        for name in sitting.classes() {
            let class = case.school.classes.get(name);
            if class.is_some_and(|class| class.unavailable.contains(&slot)) {
                breaches.insert(Breach::ClassUnavailable { class: name.clone(), slot, lesson });
            }
        }
    }
    breaches.into_iter().collect()
}
