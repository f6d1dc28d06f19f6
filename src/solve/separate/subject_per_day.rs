//! H9: a class with more periods of a subject on a day than the limit.

use std::collections::BTreeSet;

use super::{BROKEN, View, to_float};
use crate::domain::Rule;
use crate::model::{Origin, Row, SubjectDay, Term};
use crate::problem::{DayId, LessonId};

/// For each limit of a subject and each day, the limit itself where it is exceeded, or else a cover.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    let subjects = view.limits.subject_days.iter();
    for subject in subjects.filter(|one| view.disturbed.has_class(one.class)) {
        for day in view.problem.frame.days() {
            let part = |lesson| view.day_parts[(lesson, day)];
            rows.extend(limit(subject, day, part).or_else(|| cover(subject, day, part)));
        }
    }
}

/// A lesson and its periods of the subject.
type Counted = (LessonId, i64);

/// The limit, if the lessons exceed it of which `part` is on the day.
fn limit(subject: &SubjectDay, day: DayId, part: impl Fn(LessonId) -> f64) -> Option<Row> {
    let counted = subject.lessons.iter();
    let load: f64 = counted.map(|&(lesson, periods)| part(lesson) * to_float(periods)).sum();
    let term = |&(lesson, periods): &Counted| (Term::Day(lesson, day), periods);
    (load > to_float(subject.limit) + BROKEN).then(|| Row {
        origin: Origin::Rule(Rule::SubjectPerDay),
        terms: subject.lessons.iter().map(term).collect(),
        reliefs: Vec::new(),
        right_side: subject.limit,
    })
}

/// Lessons of which only so many fit in a day together, although more are on it in part: an extended cover inequality.
///
/// # Source
/// E. Balas: Facets of the knapsack polytope (1975).
fn cover(subject: &SubjectDay, day: DayId, part: impl Fn(LessonId) -> f64) -> Option<Row> {
    let minimal = minimal_cover(subject, heavy_cover(subject, &part)?, &part);
    let most = i64::try_from(minimal.len() - 1).unwrap_or(i64::MAX);
    let members = extended(subject, &minimal)?;
    let left: f64 = members.iter().map(|&lesson| part(lesson)).sum();
    (left > to_float(most) + BROKEN).then(|| Row {
        origin: Origin::Rule(Rule::SubjectPerDay),
        right_side: most,
        terms: members.into_iter().map(|lesson| (Term::Day(lesson, day), 1)).collect(),
        reliefs: Vec::new(),
    })
}

/// Lessons that exceed the limit, taken by how much of each is missing for each period that it brings.
fn heavy_cover(subject: &SubjectDay, part: impl Fn(LessonId) -> f64) -> Option<Vec<Counted>> {
    let is_present = |&&(lesson, _): &&Counted| part(lesson) > BROKEN;
    let mut present: Vec<Counted> = subject.lessons.iter().filter(is_present).copied().collect();
    let missing = |one: &Counted| (1.0 - part(one.0)) / to_float(one.1);
    present.sort_by(|one, other| missing(one).total_cmp(&missing(other)).then(one.cmp(other)));
    let mut load = 0;
    let mut cover: Vec<Counted> = Vec::new();
    for one in present {
        load += one.1;
        cover.push(one);
        if load > subject.limit {
            return Some(cover);
        }
    }
    None
}

/// The cover without those without which the rest still exceeds the limit, the least present first.
fn minimal_cover(
    subject: &SubjectDay,
    mut cover: Vec<Counted>,
    part: impl Fn(LessonId) -> f64,
) -> Vec<Counted> {
    let mut load: i64 = cover.iter().map(|one| one.1).sum();
    cover.sort_by(|one, other| part(one.0).total_cmp(&part(other.0)).then(one.cmp(other)));
    cover.retain(|one| {
        let is_needed = load - one.1 <= subject.limit;
        if !is_needed {
            load -= one.1;
        }
        is_needed
    });
    cover
}

/// The lessons of a minimal cover, and all that are as long as the longest of them: each stands in for one of it.
fn extended(subject: &SubjectDay, minimal: &[Counted]) -> Option<BTreeSet<LessonId>> {
    let longest = minimal.iter().map(|one| one.1).max()?;
    let as_long = subject.lessons.iter().filter(|one| one.1 >= longest);
    Some(minimal.iter().chain(as_long).map(|one| one.0).collect())
}
