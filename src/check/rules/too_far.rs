//! H14: between two rows of different lessons that share a teacher, or a class, in a common week it is not too far, unless
//! both lessons start where they do in the baseline. Parts of a class that are side by side share nobody.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::side_by_side;
use crate::check::{Breach, Traveller, case::Case};
use crate::diff::Sitting;
use crate::domain::{Day, Week};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    if case.school.travel.minutes.is_empty() {
        return Vec::new();
    }
    let mut breaches = BTreeSet::new();
    for ((who, week, _), here) in by_traveller(&case.after) {
        for [one, other] in here.into_iter().array_combinations() {
            if shares_people(&who, one, other)
                && is_new(case, one, other)
                && is_too_far(case, one, other)
            {
                let (one, other) = if one.slot < other.slot { (one, other) } else { (other, one) };
                breaches.insert(Breach::TooFar {
                    who: who.clone(),
                    week,
                    lessons: [one.lesson, other.lesson],
                    slots: [one.slot, other.slot],
                });
            }
        }
    }
    breaches.into_iter().collect()
}

/// What each teacher and each class has on each day of each week.
fn by_traveller<'a, 'b>(
    sittings: &'b [Sitting<'a>],
) -> BTreeMap<(Traveller, Week, Day), Vec<&'b Sitting<'a>>> {
    let mut days: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for sitting in sittings {
        let teachers = sitting.teachers().cloned().map(Traveller::Teacher);
        for who in teachers.chain(sitting.classes().cloned().map(Traveller::Class)) {
            for week in sitting.piece.weeks.iter() {
                days.entry((who.clone(), week, sitting.slot.day)).or_default().push(sitting);
            }
        }
    }
    days
}

/// Whether somebody has both rows, of different lessons.
fn shares_people(who: &Traveller, one: &Sitting<'_>, other: &Sitting<'_>) -> bool {
    let groups = || (one.piece.group.as_ref(), other.piece.group.as_ref());
    one.lesson != other.lesson
        && match who {
            Traveller::Teacher(_) => true,
            Traveller::Class(_) => !side_by_side(groups().0, groups().1),
        }
}

/// Whether either lesson starts elsewhere than in the baseline.
fn is_new(case: &Case<'_>, one: &Sitting<'_>, other: &Sitting<'_>) -> bool {
    case.moved(one.lesson) || case.moved(other.lesson)
}

fn is_too_far(case: &Case<'_>, one: &Sitting<'_>, other: &Sitting<'_>) -> bool {
    let (here, there) = (case.school.site_of(one.piece), case.school.site_of(other.piece));
    case.school.travel.is_too_far((one.slot, here), (other.slot, there))
}
