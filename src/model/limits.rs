//! What the baseline allows: gaps, loads and days that rules and prices compare with.

use std::collections::BTreeMap;

use super::booking::Booking;
use super::occupancy::Occupancy;
use crate::domain::Week;
use crate::problem::{ClassId, DayId, Id, LessonId, Problem, SubjectId, Table, TeacherId};

/// The limits that follow from the baseline.
#[derive(Clone, Debug)]
pub struct Limits {
    classes: Occupancy<ClassId>,
    teachers: Occupancy<TeacherId>,
    teacher_comes: Table<(TeacherId, DayId), bool>,
    /// How much of each subject a class may have on a day, with the lessons that count.
    pub subject_days: Table<SubjectDayId, SubjectDay>,
    /// The most periods of a teacher on a day of a week, where there is a limit.
    pub teacher_days: Vec<(TeacherId, Week, DayId, i64)>,
}

/// A limit of a subject in a class in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SubjectDayId(usize);

impl Id for SubjectDayId {
    fn from_index(index: usize) -> Self {
        Self(index)
    }

    fn to_index(self) -> usize {
        self.0
    }
}

/// A class's limit of a subject on any day of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectDay {
    /// The class.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The week.
    pub week: Week,
    /// The most periods on a day.
    pub limit: i64,
    /// The lessons that count, each with its periods.
    pub lessons: Vec<(LessonId, i64)>,
}

impl Limits {
    /// The limits of `problem`.
    #[must_use]
    pub fn of(problem: &Problem) -> Self {
        let home: Vec<Booking> =
            problem.lessons.ids().map(|lesson| Booking::home(problem, lesson)).collect();
        let teachers = Occupancy::of_teachers(problem, &home);
        Self {
            classes: Occupancy::of_classes(problem, &home),
            teacher_comes: teacher_comes(problem, &teachers),
            subject_days: subject_days(problem),
            teacher_days: teacher_days(problem, &teachers),
            teachers,
        }
    }

    /// How many gaps a class may have on `day` of `week`.
    #[must_use]
    pub fn class_gaps(&self, class: ClassId, week: Week, day: DayId) -> u32 {
        self.classes.pattern(class, week, day).gaps()
    }

    /// How many gaps of a teacher on `day` of `week` cost nothing.
    #[must_use]
    pub fn teacher_gaps(&self, teacher: TeacherId, week: Week, day: DayId) -> u32 {
        self.teachers.pattern(teacher, week, day).gaps()
    }

    /// Whether a teacher has a lesson on `day` in any week of the baseline.
    #[must_use]
    pub fn teacher_comes(&self, teacher: TeacherId, day: DayId) -> bool {
        self.teacher_comes[(teacher, day)]
    }
}

fn teacher_comes(
    problem: &Problem,
    baseline: &Occupancy<TeacherId>,
) -> Table<(TeacherId, DayId), bool> {
    let mut comes = Table::filled(&(problem.teachers(), problem.frame.days()), false);
    for teacher in problem.teachers() {
        for day in problem.frame.days() {
            let mut weeks = problem.frame.weeks();
            comes[(teacher, day)] = weeks.any(|week| baseline.pattern(teacher, week, day).0 != 0);
        }
    }
    comes
}

/// The lessons of a subject in a class in a week, each with its periods.
type SubjectLessons = BTreeMap<LessonId, i64>;

fn subject_days(problem: &Problem) -> Table<SubjectDayId, SubjectDay> {
    let limit = |((class, subject, week), lessons): ((_, SubjectId, _), SubjectLessons)| {
        let limit = i64::from(problem.subject_limits[subject]).max(fullest_day(problem, &lessons));
        SubjectDay { class, subject, week, limit, lessons: lessons.into_iter().collect() }
    };
    subject_lessons(problem).into_iter().map(limit).collect()
}

fn subject_lessons(problem: &Problem) -> BTreeMap<(ClassId, SubjectId, Week), SubjectLessons> {
    let mut lessons: BTreeMap<_, SubjectLessons> = BTreeMap::new();
    for (id, lesson) in problem.lessons() {
        for used in &lesson.subjects {
            for week in used.weeks.iter() {
                let key = (used.class, used.subject, week);
                *lessons.entry(key).or_default().entry(id).or_default() += 1;
            }
        }
    }
    lessons
}

/// The most periods of `lessons` on a day of the baseline.
fn fullest_day(problem: &Problem, lessons: &SubjectLessons) -> i64 {
    let mut by_day = Table::filled(&problem.frame.days(), 0);
    for (&lesson, periods) in lessons {
        by_day[problem.frame.day(problem.lesson(lesson).home)] += periods;
    }
    by_day.into_iter().max().unwrap_or(0)
}

fn teacher_days(
    problem: &Problem,
    baseline: &Occupancy<TeacherId>,
) -> Vec<(TeacherId, Week, DayId, i64)> {
    let mut limits = Vec::new();
    for (teacher, limit) in problem.teacher_limits.pairs() {
        let Some(limit) = *limit else { continue };
        for week in problem.frame.weeks() {
            for day in problem.frame.days() {
                let own = baseline.pattern(teacher, week, day).0.count_ones();
                limits.push((teacher, week, day, i64::from(limit.max(own))));
            }
        }
    }
    limits
}
