//! What the baseline allows: gaps, loads and days that rules and prices compare with.

use std::collections::BTreeMap;

use super::booking::Booking;
use super::occupancy::Occupancy;
use crate::domain::{Rule, Week};
use crate::problem::{ClassId, DayId, Id, LessonId, Problem, SubjectId, Table, TeacherId};

/// The limits that follow from the baseline.
#[derive(Clone, Debug)]
pub struct Limits {
    classes: Occupancy<ClassId>,
    teachers: Occupancy<TeacherId>,
    is_settled: Table<ClassId, bool>,
    /// The periods of a day: no day has so many gaps.
    all_periods: u32,
    teacher_comes: Table<(TeacherId, DayId), bool>,
    /// How much of a subject, and how many lessons that belong apart, a class may have on a day.
    pub day_limits: Table<DayLimitId, DayLimit>,
    /// The most periods of a teacher on a day of a week, where there is a limit.
    pub teacher_days: Vec<(TeacherId, Week, DayId, i64)>,
}

/// A limit of what a class has on a day of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayLimitId(usize);

impl Id for DayLimitId {
    fn from_index(index: usize) -> Self {
        Self(index)
    }

    fn to_index(self) -> usize {
        self.0
    }
}

/// The most that a class has of some lessons on any day of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayLimit {
    /// The rule that says so: [`Rule::SubjectPerDay`], which counts periods, or [`Rule::Apart`], which counts lessons.
    pub rule: Rule,
    /// The class.
    pub class: ClassId,
    /// The week.
    pub week: Week,
    /// The most on a day.
    pub limit: i64,
    /// The lessons that count, each with how much it counts.
    pub lessons: Vec<(LessonId, i64)>,
}

impl Limits {
    /// The limits of `problem`.
    #[must_use]
    pub fn of(problem: &Problem) -> Self {
        let home: Vec<Booking> =
            problem.lessons.ids().filter_map(|lesson| Booking::home(problem, lesson)).collect();
        let teachers = Occupancy::of_teachers(problem, &home);
        Self {
            classes: Occupancy::of_classes(problem, &home),
            is_settled: problem.is_settled.clone(),
            all_periods: u32::try_from(problem.frame.periods).unwrap_or(u32::MAX),
            teacher_comes: teacher_comes(problem, &teachers),
            day_limits: subject_days(problem).chain(apart_days(problem)).collect(),
            teacher_days: teacher_days(problem, &teachers),
            teachers,
        }
    }

    /// How many gaps a class may have on `day` of `week`: any number if it has no lesson at all in the baseline.
    #[must_use]
    pub fn class_gaps(&self, class: ClassId, week: Week, day: DayId) -> u32 {
        let had = self.classes.pattern(class, week, day).gaps();
        if self.is_settled[class] { had } else { self.all_periods }
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

/// The lessons of a subject in a class in a week, each with its periods; or with 1, where lessons are counted.
type SubjectLessons = BTreeMap<LessonId, i64>;

fn subject_days(problem: &Problem) -> impl Iterator<Item = DayLimit> {
    subject_lessons(problem).into_iter().map(|((class, subject, week), lessons)| {
        let had = fullest_day(problem, &lessons).max(longest_without_place(problem, &lessons));
        let limit = i64::from(problem.subject_limits[subject]).max(had);
        let lessons = lessons.into_iter().collect();
        DayLimit { rule: Rule::SubjectPerDay, class, week, limit, lessons }
    })
}

fn apart_days(problem: &Problem) -> impl Iterator<Item = DayLimit> {
    problem.apart.iter().map(|apart| {
        let lessons: SubjectLessons = apart.lessons.iter().map(|&lesson| (lesson, 1)).collect();
        let limit = fullest_day(problem, &lessons).max(1);
        let lessons = lessons.into_iter().collect();
        DayLimit { rule: Rule::Apart, class: apart.class, week: apart.week, limit, lessons }
    })
}

/// The most that a lesson without a place counts.
fn longest_without_place(problem: &Problem, lessons: &SubjectLessons) -> i64 {
    let unplaced = lessons.iter().filter(|(lesson, _)| problem.lesson(**lesson).home.is_none());
    unplaced.map(|(_, &periods)| periods).max().unwrap_or(0)
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
        if let Some(home) = problem.lesson(lesson).home {
            by_day[problem.frame.day(home)] += periods;
        }
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
