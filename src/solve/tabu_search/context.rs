//! What the tabu search looks up again and again, gathered once for a scope.

use std::collections::BTreeSet;

use crate::domain::Week;
use crate::model::{Booking, Limits, Pattern, Scope};
use crate::problem::{Cell, ClassId, DayId, IndexedLesson, LessonId, Problem, RoomId, TeacherId};

/// The school and the scope that the tabu search works in.
pub(in crate::solve) struct Context<'a> {
    pub(super) problem: &'a Problem,
    pub(super) limits: &'a Limits,
    pub(super) scope: &'a Scope,
    pub(super) cells: usize,
    pub(super) days: usize,
    lessons: Vec<Resources>,
    /// By teacher, week and day: the most periods, where there is a limit.
    teacher_limits: Vec<Option<i64>>,
    /// By class and day: periods that the class does not use in the baseline.
    new_slots: Vec<Pattern>,
}

/// Whom a lesson concerns, each once.
#[derive(Clone, Debug, Default)]
struct Resources {
    classes: Vec<ClassId>,
    teachers: Vec<TeacherId>,
    /// Limits of subjects that it counts against, with its periods.
    subjects: Vec<(usize, i64)>,
}

impl<'a> Context<'a> {
    pub(in crate::solve) fn new(
        problem: &'a Problem,
        limits: &'a Limits,
        scope: &'a Scope,
    ) -> Self {
        Self {
            problem,
            limits,
            scope,
            cells: problem.frame.cell_count(),
            days: problem.frame.day_count(),
            lessons: gather_resources(problem, limits),
            teacher_limits: spread_limits(problem, limits),
            new_slots: new_slots(problem),
        }
    }

    pub(super) fn weeks(&self) -> impl Iterator<Item = Week> + use<> {
        self.problem.cycle().iter().take(self.problem.frame.weeks)
    }

    pub(super) fn classes_of(&self, lesson: LessonId) -> &[ClassId] {
        &self.lessons[lesson.index()].classes
    }

    pub(super) fn teachers_of(&self, lesson: LessonId) -> &[TeacherId] {
        &self.lessons[lesson.index()].teachers
    }

    pub(super) fn subjects(&self, lesson: LessonId) -> &[(usize, i64)] {
        &self.lessons[lesson.index()].subjects
    }

    pub(super) fn teacher_limit(&self, teacher: TeacherId, week: Week, day: DayId) -> Option<i64> {
        let weeks = self.problem.frame.weeks;
        let at = (teacher.index() * weeks + usize::from(week.0)) * self.days + day.index();
        self.teacher_limits[at]
    }

    pub(super) fn new_slots(&self, class: ClassId, day: DayId) -> Pattern {
        self.new_slots[class.index() * self.days + day.index()]
    }

    /// The points of a booking by itself; those outside the scope cost none, for they are never made.
    pub(super) fn points(&self, booking: &Booking) -> i64 {
        self.scope.points(self.problem, booking).unwrap_or(0)
    }

    /// Where and when a booking takes rooms.
    pub(super) fn rooms<'b>(
        &'b self,
        booking: &'b Booking,
    ) -> impl Iterator<Item = (RoomId, Week, Cell)> + use<'b, 'a> {
        let lesson = self.problem.lesson(booking.lesson);
        let cell = booking.cell(self.problem);
        lesson.rooms.iter().zip(&booking.rooms).flat_map(move |(used, &room)| {
            used.periods.iter().flat_map(move |&(offset, weeks)| {
                weeks.iter().map(move |week| (room, week, cell.later(offset)))
            })
        })
    }
}

fn gather_resources(problem: &Problem, limits: &Limits) -> Vec<Resources> {
    let mut lessons: Vec<Resources> = problem.lessons.iter().map(resources).collect();
    for (number, subject) in limits.subject_days.iter().enumerate() {
        for &(lesson, periods) in &subject.lessons {
            lessons[lesson.index()].subjects.push((number, periods));
        }
    }
    lessons
}

/// By teacher, week and day: the most periods, where there is a limit.
fn spread_limits(problem: &Problem, limits: &Limits) -> Vec<Option<i64>> {
    let (weeks, days) = (problem.frame.weeks, problem.frame.day_count());
    let mut spread = vec![None; problem.lessons_of_teacher.len() * weeks * days];
    for &(teacher, week, day, limit) in &limits.teacher_days {
        let at = (teacher.index() * weeks + usize::from(week.0)) * days + day.index();
        spread[at] = Some(limit);
    }
    spread
}

/// By class and day: periods that the class does not use in the baseline.
fn new_slots(problem: &Problem) -> Vec<Pattern> {
    let occupied = problem.class_occupied.iter();
    occupied
        .flat_map(|occupied| problem.frame.days().map(|day| free_periods(problem, occupied, day)))
        .collect()
}

fn free_periods(problem: &Problem, occupied: &[bool], day: DayId) -> Pattern {
    let free = problem.frame.cells_of(day).filter(|cell| !occupied[cell.index()]);
    let periods = free.map(|cell| problem.frame.place_in_day(cell));
    periods.fold(Pattern::default(), Pattern::with)
}

fn resources(lesson: &IndexedLesson) -> Resources {
    Resources {
        classes: distinct(lesson.classes.iter().map(|used| used.class)),
        teachers: distinct(lesson.teachers.iter().map(|used| used.teacher)),
        subjects: Vec::new(),
    }
}

/// Each once, in order.
fn distinct<Id: Ord>(ids: impl Iterator<Item = Id>) -> Vec<Id> {
    let all: BTreeSet<Id> = ids.collect();
    all.into_iter().collect()
}
