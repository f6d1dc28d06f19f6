//! Too much on a day: of a subject for a class, of lessons for a teacher; and days on which a teacher newly comes.

use std::collections::BTreeSet;

use super::{BROKEN, View};
use crate::domain::{Price, Rule};
use crate::model::{Auxiliary, Origin, Row, SubjectDay, Term};
use crate::problem::{DayId, LessonId, TeacherId};

/// By lesson and day: how much of the lesson is on it.
struct DayParts {
    days: usize,
    parts: Vec<f64>,
}

impl DayParts {
    fn of(&self, lesson: LessonId, day: DayId) -> f64 {
        self.parts[lesson.index() * self.days + day.index()]
    }
}

impl View<'_> {
    /// Rules H9 and H11.
    pub(super) fn loads(&self, rows: &mut Vec<Row>) {
        let parts = self.day_parts();
        let subjects = self.limits.subject_days.iter();
        for subject in subjects.filter(|one| self.disturbed.has_class(one.class.index())) {
            for day in self.problem.frame.days() {
                rows.extend(subject_load(subject, day, &parts));
            }
        }
        let limits = self.limits.teacher_days.iter();
        for &(teacher, week, day, limit) in
            limits.filter(|one| self.disturbed.has_teacher(one.0.index()))
        {
            let cells = || self.problem.frame.cells_of(day);
            let used: f64 =
                cells().map(|cell| self.usage.teacher(teacher.index(), week, cell)).sum();
            if used > to_float(limit) + BROKEN {
                rows.push(Row {
                    origin: Origin::Rule(Rule::TeacherPerDay),
                    terms: cells().map(|cell| (Term::Teacher(teacher, week, cell), 1)).collect(),
                    reliefs: Vec::new(),
                    right_side: limit,
                });
            }
        }
    }

    /// By lesson and day: how much of the lesson is on it.
    fn day_parts(&self) -> DayParts {
        let days = self.problem.frame.day_count();
        let mut parts = DayParts { days, parts: vec![0.0; days * self.problem.lessons.len()] };
        for (_, bookings) in self.solution.lessons() {
            for (booking, part) in bookings {
                let day = self.problem.frame.day(booking.cell(self.problem));
                parts.parts[booking.lesson.index() * days + day.index()] += part;
            }
        }
        parts
    }

    /// Teachers on days that they have free in the baseline.
    pub(super) fn teacher_days(&self, rows: &mut Vec<Row>) {
        let parts = self.day_parts();
        for teacher in self.disturbed.teachers() {
            for day in self.problem.frame.days() {
                if !self.limits.teacher_comes(teacher, day) {
                    self.teacher_day(TeacherId::new(teacher), day, &parts, rows);
                }
            }
        }
    }

    fn teacher_day(&self, teacher: TeacherId, day: DayId, parts: &DayParts, rows: &mut Vec<Row>) {
        let auxiliary = Auxiliary::TeacherDay(teacher, day);
        let units = (self.units)(auxiliary);
        let row = |term: Term| Row {
            origin: Origin::Price(Price::TeacherDay),
            terms: vec![(term, 1)],
            reliefs: vec![(auxiliary, 1)],
            right_side: 0,
        };
        for &lesson in &self.problem.lessons_of_teacher[teacher.index()] {
            if parts.of(lesson, day) > units + BROKEN {
                rows.push(row(Term::Day(lesson, day)));
            }
        }
        for week in self.weeks() {
            for cell in self.problem.frame.cells_of(day) {
                if self.usage.teacher(teacher.index(), week, cell) > units + BROKEN {
                    rows.push(row(Term::Teacher(teacher, week, cell)));
                }
            }
        }
    }
}

/// The row that too much of a subject on `day` breaks: the limit itself, or else a cover.
fn subject_load(subject: &SubjectDay, day: DayId, parts: &DayParts) -> Option<Row> {
    let part = |lesson: LessonId| parts.of(lesson, day);
    let load: f64 =
        subject.lessons.iter().map(|&(lesson, periods)| part(lesson) * to_float(periods)).sum();
    if load > to_float(subject.limit) + BROKEN {
        let term = |&(lesson, periods): &(LessonId, i64)| (Term::Day(lesson, day), periods);
        return Some(Row {
            origin: Origin::Rule(Rule::SubjectPerDay),
            terms: subject.lessons.iter().map(term).collect(),
            reliefs: Vec::new(),
            right_side: subject.limit,
        });
    }
    let cover = heavy_cover(subject, part)?;
    Some(Row {
        origin: Origin::Rule(Rule::SubjectPerDay),
        right_side: i64::try_from(cover.0).unwrap_or(i64::MAX),
        terms: cover.1.into_iter().map(|lesson| (Term::Day(lesson, day), 1)).collect(),
        reliefs: Vec::new(),
    })
}

/// Lessons of which only so many fit in a day together, although more are on it in part.
///
/// Lessons are taken by how much of them is missing for each period that they bring, until they exceed the limit;
/// then those without which the rest still exceeds it are put back, and any that are longer than all of the cover
/// stand in for one of them (extended cover inequalities: E. Balas, Facets of the knapsack polytope, 1975).
fn heavy_cover(
    subject: &SubjectDay,
    part: impl Fn(LessonId) -> f64,
) -> Option<(usize, BTreeSet<LessonId>)> {
    let mut present: Vec<(LessonId, i64)> =
        subject.lessons.iter().copied().filter(|&(lesson, _)| part(lesson) > BROKEN).collect();
    let missing = |one: &(LessonId, i64)| (1.0 - part(one.0)) / to_float(one.1);
    present.sort_by(|one, other| missing(one).total_cmp(&missing(other)).then(one.cmp(other)));
    let mut load = 0;
    let mut cover: Vec<(LessonId, i64)> = Vec::new();
    for one in present {
        load += one.1;
        cover.push(one);
        if load > subject.limit {
            break;
        }
    }
    if load <= subject.limit {
        return None;
    }
    cover.sort_by(|one, other| part(one.0).total_cmp(&part(other.0)).then(one.cmp(other)));
    let mut minimal = cover.clone();
    for one in cover {
        if load - one.1 > subject.limit {
            load -= one.1;
            minimal.retain(|other| *other != one);
        }
    }
    let right_side = minimal.len() - 1;
    let longest = minimal.iter().map(|one| one.1).max()?;
    let mut members: BTreeSet<LessonId> = minimal.into_iter().map(|one| one.0).collect();
    members.extend(subject.lessons.iter().filter(|one| one.1 >= longest).map(|one| one.0));
    let left: f64 = members.iter().map(|&lesson| part(lesson)).sum();
    let right = u32::try_from(right_side).map_or(f64::INFINITY, f64::from);
    (left > right + BROKEN).then_some((right_side, members))
}

#[expect(clippy::cast_precision_loss, reason = "limits and periods are small whole numbers")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}
