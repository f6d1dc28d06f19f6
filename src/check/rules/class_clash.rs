//! H1: lessons that share a class do not overlap, unless different parts of one division attend them.

use std::collections::BTreeSet;

use crate::check::{
    Breach,
    case::{Case, by_moment},
};
use crate::diff::Sitting;
use crate::domain::Group;

/// Of more rows at once only so many pairs are told as join those that clash: a timetable with such a slot is no timetable
/// yet, and all its pairs might fill the memory.
const MOST_AT_ONCE: usize = 64;

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for ((class, slot, week), here) in by_moment(&case.after, Sitting::classes) {
        let pairs =
            if here.len() > MOST_AT_ONCE { joining_pairs(&here) } else { clashing_pairs(&here) };
        breaches.extend(pairs.into_iter().map(|lessons| Breach::ClassClash {
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
        let clashing = here.iter().filter(|other| one.lesson < other.lesson && clash(one, other));
        pairs.extend(clashing.map(|other| [one.lesson, other.lesson]));
    }
    pairs
}

/// As many of the clashing pairs as it takes to lead from each lesson to all that it clashes with, over others if need
/// be: fewer than there are rows.
fn joining_pairs(here: &[&Sitting<'_>]) -> BTreeSet<[usize; 2]> {
    let mut pairs = BTreeSet::new();
    let mut circles: Vec<Vec<&Sitting<'_>>> = Vec::new();
    for &one in here {
        let mut circle = vec![one];
        circles.retain_mut(|others| {
            let met = others.iter().find(|other| other.lesson == one.lesson || clash(one, other));
            let Some(met) = met else { return true };
            if met.lesson != one.lesson {
                pairs.insert([met.lesson.min(one.lesson), met.lesson.max(one.lesson)]);
            }
            // What clashed first stays first: most of what comes later clashes with that.
            others.append(&mut circle);
            std::mem::swap(others, &mut circle);
            false
        });
        circles.push(circle);
    }
    pairs
}

fn clash(one: &Sitting<'_>, other: &Sitting<'_>) -> bool {
    one.lesson != other.lesson
        && !side_by_side(one.piece.group.as_ref(), other.piece.group.as_ref())
}

/// Whether nobody can be in both groups: different parts of the same division.
pub(crate) fn side_by_side(one: Option<&Group>, other: Option<&Group>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.division == other.division && one.part != other.part,
        _ => false,
    }
}
