//! H9 and H18: a class with more periods of a subject on a day, or more lessons that belong apart, than the limit.

use std::collections::BTreeSet;

use super::{BROKEN, View, to_float};
use crate::domain::Rule;
use crate::model::{DayLimit, Origin, Row, Term};
use crate::problem::{DayId, LessonId};

/// The rows of limits of subjects.
pub(super) fn subjects(view: &View<'_>, rows: &mut Vec<Row>) {
    rows_of(view, Rule::SubjectPerDay, rows);
}

/// The rows of lessons that belong apart.
pub(super) fn apart(view: &View<'_>, rows: &mut Vec<Row>) {
    rows_of(view, Rule::Apart, rows);
}

/// For each limit of a rule and each day, the limit itself where it is exceeded, or else a cover.
fn rows_of(view: &View<'_>, rule: Rule, rows: &mut Vec<Row>) {
    let limits = view.limits.day_limits.iter().filter(|one| one.rule == rule);
    for one in limits.filter(|one| view.disturbed.has_class(one.class)) {
        for day in view.problem.frame.days() {
            let value = |lesson| view.day_values[(lesson, day)];
            rows.extend(limit(one, day, value).or_else(|| cover(one, day, value)));
        }
    }
}

/// A lesson and its periods of the limited.
type Counted = (LessonId, i64);

/// The limit, if the lessons exceed it that are on the day by their `value`.
fn limit(limited: &DayLimit, day: DayId, value: impl Fn(LessonId) -> f64) -> Option<Row> {
    let counted = limited.lessons.iter();
    let load: f64 = counted.map(|&(lesson, periods)| value(lesson) * to_float(periods)).sum();
    let term = |&(lesson, periods): &Counted| (Term::Day(lesson, day), periods);
    (load > to_float(limited.limit) + BROKEN).then(|| Row {
        origin: Origin::Rule(limited.rule),
        terms: limited.lessons.iter().map(term).collect(),
        reliefs: Vec::new(),
        right_side: limited.limit,
    })
}

/// Lessons of which only so many fit in a day together, although the `value` of those that are on it is more: an extended cover inequality.
///
/// # Source
/// E. Balas: Facets of the knapsack polytope (1975).
fn cover(limited: &DayLimit, day: DayId, value: impl Fn(LessonId) -> f64) -> Option<Row> {
    let minimal = minimal_cover(limited, heavy_cover(limited, &value)?, &value);
    let most = i64::try_from(minimal.len() - 1).unwrap_or(i64::MAX);
    let members = extended(limited, &minimal)?;
    let left: f64 = members.iter().map(|&lesson| value(lesson)).sum();
    (left > to_float(most) + BROKEN).then(|| Row {
        origin: Origin::Rule(limited.rule),
        right_side: most,
        terms: members.into_iter().map(|lesson| (Term::Day(lesson, day), 1)).collect(),
        reliefs: Vec::new(),
    })
}

/// Lessons that exceed the limit, taken by how much of each is missing for each period that it brings.
fn heavy_cover(limited: &DayLimit, value: impl Fn(LessonId) -> f64) -> Option<Vec<Counted>> {
    let is_present = |&&(lesson, _): &&Counted| value(lesson) > BROKEN;
    let mut present: Vec<Counted> = limited.lessons.iter().filter(is_present).copied().collect();
    let missing = |one: &Counted| (1.0 - value(one.0)) / to_float(one.1);
    present.sort_by(|one, other| missing(one).total_cmp(&missing(other)).then(one.cmp(other)));
    let mut load = 0;
    let mut cover: Vec<Counted> = Vec::new();
    for one in present {
        load += one.1;
        cover.push(one);
        if load > limited.limit {
            return Some(cover);
        }
    }
    None
}

/// The cover without those without which the rest still exceeds the limit, the least present first.
fn minimal_cover(
    limited: &DayLimit,
    mut cover: Vec<Counted>,
    value: impl Fn(LessonId) -> f64,
) -> Vec<Counted> {
    let mut load: i64 = cover.iter().map(|one| one.1).sum();
    cover.sort_by(|one, other| value(one.0).total_cmp(&value(other.0)).then(one.cmp(other)));
    cover.retain(|one| {
        let is_needed = load - one.1 <= limited.limit;
        if !is_needed {
            load -= one.1;
        }
        is_needed
    });
    cover
}

/// The lessons of a minimal cover, and all that are as long as the longest of them: each stands in for one of it.
fn extended(limited: &DayLimit, minimal: &[Counted]) -> Option<BTreeSet<LessonId>> {
    let longest = minimal.iter().map(|one| one.1).max()?;
    let as_long = limited.lessons.iter().filter(|one| one.1 >= longest);
    Some(minimal.iter().chain(as_long).map(|one| one.0).collect())
}
