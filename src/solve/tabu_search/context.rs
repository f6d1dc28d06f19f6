//! What the tabu search looks up again and again, gathered once for a scope.

use crate::domain::Week;
use crate::model::{Booking, Limits, Pattern, Scope};
use crate::problem::{Cell, ClassId, DayId, LessonId, Problem, RoomId, TeacherId};

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
        let mut lessons: Vec<Resources> = problem.lessons.iter().map(resources).collect();
        for (number, subject) in limits.subject_days.iter().enumerate() {
            for &(lesson, periods) in &subject.lessons {
                lessons[lesson.index()].subjects.push((number, periods));
            }
        }
        let (weeks, days) = (problem.frame.weeks, problem.frame.day_count());
        let mut teacher_limits = vec![None; problem.lessons_of_teacher.len() * weeks * days];
        for &(teacher, week, day, limit) in &limits.teacher_days {
            let at = (teacher.index() * weeks + usize::from(week.0)) * days + day.index();
            teacher_limits[at] = Some(limit);
        }
        let occupied = problem.class_occupied.iter();
        let new_slots = occupied.flat_map(|occupied| {
            problem.frame.days().map(|day| {
                let new = |cell: &Cell| !occupied[cell.index()];
                let new = problem.frame.cells_of(day).filter(new);
                let places = new.map(|cell| problem.frame.place_in_day(cell));
                places.fold(Pattern::default(), Pattern::with)
            })
        });
        Self {
            problem,
            limits,
            scope,
            cells: problem.frame.cell_count(),
            days,
            lessons,
            teacher_limits,
            new_slots: new_slots.collect(),
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

fn resources(lesson: &crate::problem::IndexedLesson) -> Resources {
    let mut resources = Resources {
        classes: lesson.classes.iter().map(|used| used.class).collect(),
        teachers: lesson.teachers.iter().map(|used| used.teacher).collect(),
        subjects: Vec::new(),
    };
    resources.classes.sort_unstable();
    resources.classes.dedup();
    resources.teachers.sort_unstable();
    resources.teachers.dedup();
    resources
}
