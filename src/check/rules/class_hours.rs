//! H12: a class has no lesson before its earliest or after its latest period, except in slots of its baseline.

use std::collections::BTreeSet;

use crate::check::{Breach, case::Case};
use crate::domain::{Class, ClassName, Period, Slot};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let before = &case.before;
    let had: BTreeSet<(&ClassName, Slot)> = before
        .iter()
        .flat_map(|sitting| sitting.classes().map(|class| (class, sitting.slot)))
        .collect();
    let mut breaches = BTreeSet::new();
    for sitting in &case.after {
        let (lesson, slot) = (sitting.lesson, sitting.slot);
        for class in sitting.classes().filter(|&class| !had.contains(&(class, slot))) {
            if case.school.classes.get(class).is_some_and(|limits| outside(limits, slot.period)) {
                breaches.insert(Breach::ClassHours { class: class.clone(), slot, lesson });
            }
        }
    }
    breaches.into_iter().collect()
}

fn outside(limits: &Class, period: Period) -> bool {
    limits.earliest.is_some_and(|earliest| period < earliest)
        || limits.latest.is_some_and(|latest| period > latest)
}
