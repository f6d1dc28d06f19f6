//! H1: lessons that share a class do not overlap, unless different parts of one division attend them.

use std::collections::BTreeSet;

use crate::check::{
    Breach,
    case::{Case, by_moment},
};
use crate::diff::Sitting;
use crate::domain::Group;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for ((class, slot, week), here) in by_moment(&case.after, Sitting::classes) {
        breaches.extend(clashing_pairs(&here).into_iter().map(|lessons| Breach::ClassClash {
            class: class.clone(),
            slot,
            week,
            lessons,
        }));
    }
    breaches
}

/// The pairs of lessons of which any two parts clash; parts of one lesson never do.
fn clashing_pairs(here: &[&Sitting<'_>]) -> BTreeSet<[usize; 2]> {
    let mut pairs = BTreeSet::new();
    for one in here {
        for other in here.iter().filter(|other| one.lesson < other.lesson) {
            if !side_by_side(one.piece.group.as_ref(), other.piece.group.as_ref()) {
                pairs.insert([one.lesson, other.lesson]);
            }
        }
    }
    pairs
}

/// Whether nobody can be in both groups: different parts of the same division.
pub(crate) fn side_by_side(one: Option<&Group>, other: Option<&Group>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.division == other.division && one.part != other.part,
        _ => false,
    }
}
