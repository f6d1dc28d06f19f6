//! H9: a class has on no day more periods of a subject than the subject's limit, or than its fullest day of that week of
//! the baseline or its longest lesson without a place if that is more. Parts of one lesson at one offset count once, two lessons side by side count two.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Breach, case::Case};
use crate::diff::Sitting;
use crate::domain::{ClassName, Day, Piece, School, SubjectCode, Week};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let fullest = fullest_days(&case.before);
    let longest = longest_without_place(case.school);
    let mut breaches = Vec::new();
    for ((class, subject, week, day), periods) in periods_per_day(&case.after) {
        let limit = case.school.subjects.get(subject).cloned().unwrap_or_default().max_per_day;
        let of_week = (class, subject, week);
        let had = fullest.get(&of_week).copied().unwrap_or(0);
        let needed = longest.get(&of_week).copied().unwrap_or(0);
        let allowed = limit.max(had).max(needed);
        if periods > allowed {
            let (class, subject) = (class.clone(), subject.clone());
            breaches.push(Breach::SubjectPerDay { class, subject, day, week, periods, allowed });
        }
    }
    breaches
}

/// How many pairs of lesson and period each class has of each subject on each day of each week.
fn periods_per_day<'a>(
    sittings: &[Sitting<'a>],
) -> BTreeMap<(&'a ClassName, &'a SubjectCode, Week, Day), u32> {
    let mut pairs = BTreeSet::new();
    for sitting in sittings {
        for (class, week) in of_each_week(sitting.piece) {
            let (subject, slot) = (&sitting.piece.subject, sitting.slot);
            pairs.insert((class, subject, week, slot.day, sitting.lesson, slot.period));
        }
    }
    let mut counts = BTreeMap::new();
    for (class, subject, week, day, ..) in pairs {
        *counts.entry((class, subject, week, day)).or_default() += 1;
    }
    counts
}

/// How many periods the longest lesson without a place has of each subject that each class has in each week.
fn longest_without_place(school: &School) -> BTreeMap<(&ClassName, &SubjectCode, Week), u32> {
    let mut longest = BTreeMap::new();
    for lesson in school.lessons.iter().filter(|lesson| lesson.start.is_none()) {
        let mut offsets: BTreeMap<_, BTreeSet<u8>> = BTreeMap::new();
        for piece in &lesson.pieces {
            for (class, week) in of_each_week(piece) {
                offsets.entry((class, &piece.subject, week)).or_default().insert(piece.offset);
            }
        }
        for (key, offsets) in offsets {
            let most = longest.entry(key).or_insert(0);
            *most = u32::try_from(offsets.len()).unwrap_or(u32::MAX).max(*most);
        }
    }
    longest
}

fn of_each_week(piece: &Piece) -> impl Iterator<Item = (&ClassName, Week)> {
    piece.classes.iter().flat_map(|class| piece.weeks.iter().map(move |week| (class, week)))
}

/// The most periods of each subject that each class has on any day of each week.
fn fullest_days<'a>(
    sittings: &[Sitting<'a>],
) -> BTreeMap<(&'a ClassName, &'a SubjectCode, Week), u32> {
    let mut fullest = BTreeMap::new();
    for ((class, subject, week, _), periods) in periods_per_day(sittings) {
        let most = fullest.entry((class, subject, week)).or_insert(periods);
        *most = periods.max(*most);
    }
    fullest
}
