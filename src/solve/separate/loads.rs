//! Too much on a day: of a subject for a class, of lessons for a teacher; and days on which a teacher newly comes.

use std::collections::BTreeSet;

use super::{BROKEN, View};
use crate::domain::{Price, Rule, Week};
use crate::model::{Auxiliary, Origin, Row, SubjectDay, Term};
use crate::problem::{DayId, LessonId, TeacherId};

/// By lesson and day: the value of the lesson's bookings on it.
struct DayValues {
    days: usize,
    values: Vec<f64>,
}

impl DayValues {
    fn of(&self, lesson: LessonId, day: DayId) -> f64 {
        self.values[lesson.index() * self.days + day.index()]
    }
}

impl View<'_> {
    /// Rules H9 and H11.
    pub(super) fn loads(&self, rows: &mut Vec<Row>) {
        let on_days = self.day_values();
        let subjects = self.limits.subject_days.iter();
        for subject in subjects.filter(|one| self.disturbed.has_class(one.class.index())) {
            for day in self.problem.frame.days() {
                rows.extend(subject_load(subject, day, &on_days));
            }
        }
        let limits = self.limits.teacher_days.iter();
        for &(teacher, week, day, limit) in
            limits.filter(|one| self.disturbed.has_teacher(one.0.index()))
        {
            rows.extend(self.teacher_load(teacher, week, day, limit));
        }
    }

    /// The row that too many periods of a teacher on `day` break.
    fn teacher_load(&self, teacher: TeacherId, week: Week, day: DayId, limit: i64) -> Option<Row> {
        let cells = || self.problem.frame.cells_of(day);
        let load: f64 = cells().map(|cell| self.usage.teacher(teacher.index(), week, cell)).sum();
        (load > to_float(limit) + BROKEN).then(|| Row {
            origin: Origin::Rule(Rule::TeacherPerDay),
            terms: cells().map(|cell| (Term::Teacher(teacher, week, cell), 1)).collect(),
            reliefs: Vec::new(),
            right_side: limit,
        })
    }

    fn day_values(&self) -> DayValues {
        let days = self.problem.frame.day_count();
        let mut values = vec![0.0; days * self.problem.lessons.len()];
        for (booking, value) in self.solution.lessons().flat_map(|(_, values)| values) {
            let day = self.problem.frame.day(booking.cell(self.problem));
            values[booking.lesson.index() * days + day.index()] += value;
        }
        DayValues { days, values }
    }

    /// Teachers on days that they have free in the baseline.
    pub(super) fn teacher_days(&self, rows: &mut Vec<Row>) {
        let on_days = self.day_values();
        for teacher in self.disturbed.teachers() {
            for day in self.problem.frame.days() {
                if !self.limits.teacher_comes(teacher, day) {
                    self.teacher_day(TeacherId::new(teacher), day, &on_days, rows);
                }
            }
        }
    }

    fn teacher_day(
        &self,
        teacher: TeacherId,
        day: DayId,
        on_days: &DayValues,
        rows: &mut Vec<Row>,
    ) {
        let auxiliary = Auxiliary::TeacherDay(teacher, day);
        let most = (self.units)(auxiliary) + BROKEN;
        let lessons = self.problem.lessons_of_teacher[teacher.index()].iter().copied();
        let present = lessons.filter(|&lesson| on_days.of(lesson, day) > most);
        let by_lesson = present.map(|lesson| Term::Day(lesson, day));
        rows.extend(by_lesson.map(|term| brings_teacher(term, auxiliary)));
        for week in self.weeks() {
            let cells = self.problem.frame.cells_of(day);
            let used = cells.filter(|&cell| self.usage.teacher(teacher.index(), week, cell) > most);
            let by_cell = used.map(|cell| Term::Teacher(teacher, week, cell));
            rows.extend(by_cell.map(|term| brings_teacher(term, auxiliary)));
        }
    }
}

/// Whoever is in `term` makes a teacher come on a day.
fn brings_teacher(term: Term, auxiliary: Auxiliary) -> Row {
    Row {
        origin: Origin::Price(Price::TeacherDay),
        terms: vec![(term, 1)],
        reliefs: vec![(auxiliary, 1)],
        right_side: 0,
    }
}

/// The row that too much of a subject on `day` breaks: the limit itself, or else a cover.
fn subject_load(subject: &SubjectDay, day: DayId, on_days: &DayValues) -> Option<Row> {
    let value = |lesson: LessonId| on_days.of(lesson, day);
    let load: f64 =
        subject.lessons.iter().map(|&(lesson, periods)| value(lesson) * to_float(periods)).sum();
    let (terms, right_side) = if load > to_float(subject.limit) + BROKEN {
        (subject.lessons.clone(), subject.limit)
    } else {
        heavy_cover(subject, value)?
    };
    Some(Row {
        origin: Origin::Rule(Rule::SubjectPerDay),
        terms: terms.into_iter().map(|(lesson, times)| (Term::Day(lesson, day), times)).collect(),
        reliefs: Vec::new(),
        right_side,
    })
}

/// Lessons, each once, of which only so many fit in a day together, although the `value` of those that are on it is more.
///
/// # Source
/// E. Balas: Facets of the knapsack polytope (1975), for covers and their extension.
fn heavy_cover(
    subject: &SubjectDay,
    value: impl Fn(LessonId) -> f64,
) -> Option<(Vec<(LessonId, i64)>, i64)> {
    let cover = minimal_cover(subject, &value)?;
    let most = i64::try_from(cover.len()).unwrap_or(i64::MAX) - 1;
    // Any lesson that is at least as long as all of the cover stands in for one of them.
    let longest = cover.iter().map(|one| one.1).max()?;
    let long = subject.lessons.iter().filter(|one| one.1 >= longest);
    let members: BTreeSet<LessonId> = cover.iter().chain(long).map(|one| one.0).collect();
    let left: f64 = members.iter().map(|&lesson| value(lesson)).sum();
    let is_broken = left > to_float(most) + BROKEN;
    is_broken.then(|| (members.into_iter().map(|lesson| (lesson, 1)).collect(), most))
}

/// Lessons that do not fit in a day together, although they would without any one of them; with their periods.
///
/// They are taken by how much of them is missing for each period that they bring, until they exceed the limit; then those
/// without which the rest still exceeds it are put back, the least valued first.
fn minimal_cover(
    subject: &SubjectDay,
    value: impl Fn(LessonId) -> f64,
) -> Option<Vec<(LessonId, i64)>> {
    let mut cover = first_cover(subject, &value)?;
    let mut load: i64 = cover.iter().map(|one| one.1).sum();
    cover.sort_by(|one, other| value(one.0).total_cmp(&value(other.0)).then(one.cmp(other)));
    cover.retain(|one| {
        let is_spare = load - one.1 > subject.limit;
        load -= if is_spare { one.1 } else { 0 };
        !is_spare
    });
    Some(cover)
}

/// Lessons that do not fit in a day together, those first of which least is missing for each period that they bring.
fn first_cover(
    subject: &SubjectDay,
    value: impl Fn(LessonId) -> f64,
) -> Option<Vec<(LessonId, i64)>> {
    let mut present: Vec<(LessonId, i64)> =
        subject.lessons.iter().copied().filter(|one| value(one.0) > BROKEN).collect();
    let missing = |one: &(LessonId, i64)| (1.0 - value(one.0)) / to_float(one.1);
    present.sort_by(|one, other| missing(one).total_cmp(&missing(other)).then(one.cmp(other)));
    let mut load = 0;
    let mut cover: Vec<(LessonId, i64)> = Vec::new();
    for one in present {
        if load > subject.limit {
            break;
        }
        load += one.1;
        cover.push(one);
    }
    (load > subject.limit).then_some(cover)
}

#[expect(clippy::cast_precision_loss, reason = "limits and periods are small whole numbers")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}
