//! What the baseline allows: gaps, loads and days that rules and prices compare with.

use std::collections::BTreeMap;

use super::booking::Booking;
use super::evaluate::Occupancy;
use crate::domain::Week;
use crate::problem::{ClassId, DayId, LessonId, Problem, SubjectId, TeacherId};

/// The limits that follow from the baseline.
#[derive(Clone, Debug)]
pub struct Limits {
    classes: Occupancy,
    teachers: Occupancy,
    teacher_comes: Vec<Vec<bool>>,
    /// How much of each subject a class may have on a day, with the lessons that count.
    pub subject_days: Vec<SubjectDay>,
    /// By teacher: the most periods on a day of a week, where there is a limit.
    pub teacher_days: Vec<(TeacherId, Week, DayId, i64)>,
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
            problem.lessons().map(|(lesson, _)| Booking::home(problem, lesson)).collect();
        let teachers = Occupancy::of_teachers(problem, &home);
        let weeks = || problem.cycle().iter().take(problem.frame.weeks);
        let comes = |teacher: usize, day: DayId| {
            weeks().any(|week| teachers.pattern(teacher, week, day).0 != 0)
        };
        let count = problem.lessons_of_teacher.len();
        Self {
            classes: Occupancy::of_classes(problem, &home),
            teacher_comes: (0..count)
                .map(|teacher| problem.frame.days().map(|day| comes(teacher, day)).collect())
                .collect(),
            subject_days: subject_days(problem),
            teacher_days: teacher_days(problem, &teachers),
            teachers,
        }
    }

    /// How many gaps a class may have on `day` of `week`.
    #[must_use]
    pub fn class_gaps(&self, class: usize, week: Week, day: DayId) -> u32 {
        self.classes.pattern(class, week, day).gaps()
    }

    /// How many gaps of a teacher on `day` of `week` cost nothing.
    #[must_use]
    pub fn teacher_gaps(&self, teacher: usize, week: Week, day: DayId) -> u32 {
        self.teachers.pattern(teacher, week, day).gaps()
    }

    /// Whether a teacher has a lesson on `day` in any week of the baseline.
    #[must_use]
    pub fn teacher_comes(&self, teacher: usize, day: DayId) -> bool {
        self.teacher_comes[teacher][day.index()]
    }
}

fn subject_days(problem: &Problem) -> Vec<SubjectDay> {
    let mut lessons: BTreeMap<(ClassId, SubjectId, Week), BTreeMap<LessonId, i64>> =
        BTreeMap::new();
    for (id, lesson) in problem.lessons() {
        for used in &lesson.subjects {
            for week in
                used.weeks.iter().take_while(|week| usize::from(week.0) < problem.frame.weeks)
            {
                let key = (used.class, used.subject, week);
                *lessons.entry(key).or_default().entry(id).or_default() += 1;
            }
        }
    }
    let limit = |subject: SubjectId, lessons: &BTreeMap<LessonId, i64>| {
        let mut by_day = vec![0; problem.frame.day_count()];
        for (&lesson, periods) in lessons {
            by_day[problem.frame.day(problem.lesson(lesson).home).index()] += periods;
        }
        let most = by_day.into_iter().max().unwrap_or(0);
        most.max(i64::from(problem.subject_limits[subject.index()]))
    };
    lessons
        .into_iter()
        .map(|((class, subject, week), lessons)| SubjectDay {
            class,
            subject,
            week,
            limit: limit(subject, &lessons),
            lessons: lessons.into_iter().collect(),
        })
        .collect()
}

fn teacher_days(problem: &Problem, baseline: &Occupancy) -> Vec<(TeacherId, Week, DayId, i64)> {
    let mut limits = Vec::new();
    for (teacher, limit) in problem.teacher_limits.iter().enumerate() {
        let Some(limit) = *limit else { continue };
        for week in problem.cycle().iter().take(problem.frame.weeks) {
            for day in problem.frame.days() {
                let own = baseline.pattern(teacher, week, day).0.count_ones();
                limits.push((TeacherId::new(teacher), week, day, i64::from(limit.max(own))));
            }
        }
    }
    limits
}
