//! H18: a class has on no day, in no week, more lessons with one `apart` label than one, or than the most on any one day of
//! that week of the baseline.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Breach, case::Case};
use crate::diff::Sitting;
use crate::domain::{ApartLabel, ClassName, Day, Week};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut most_before = BTreeMap::new();
    for ((label, _), lessons) in by_label(&case.before) {
        let most = most_before.entry(label).or_insert(0);
        *most = lessons.len().max(*most);
    }
    let mut breaches = Vec::new();
    for ((label, day), lessons) in by_label(&case.after) {
        let allowed = most_before.get(&label).copied().unwrap_or(0).max(1);
        if lessons.len() > allowed {
            let (class, label, week) = label;
            breaches.push(Breach::Apart {
                class: class.clone(),
                label: label.clone(),
                day,
                week,
                lessons: lessons.into_iter().collect(),
                allowed: u32::try_from(allowed).unwrap_or(u32::MAX),
            });
        }
    }
    breaches
}

type Label<'a> = (&'a ClassName, &'a ApartLabel, Week);

/// The lessons of each class with each label in each week, day by day.
fn by_label<'a>(sittings: &[Sitting<'a>]) -> BTreeMap<(Label<'a>, Day), BTreeSet<usize>> {
    let mut lessons: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
    for sitting in sittings {
        let Some(label) = &sitting.piece.apart else { continue };
        for class in sitting.classes() {
            for week in sitting.piece.weeks.iter() {
                let there = ((class, label, week), sitting.slot.day);
                lessons.entry(there).or_default().insert(sitting.lesson);
            }
        }
    }
    lessons
}
