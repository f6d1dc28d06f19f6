//! What the tabu search looks up again and again, gathered once for a scope.

use std::collections::BTreeSet;

use crate::domain::Week;
use crate::model::{Booking, DayLimitId, Limits, Pattern, Scope};
use crate::problem::{
    Cell, ClassId, CorePeriod, DayId, IndexedLesson, LessonId, PeriodId, Problem, RoomId, Table,
    TeacherId,
};

/// The school and the scope that the tabu search works in.
pub(in crate::solve) struct Context<'a> {
    pub(super) problem: &'a Problem,
    pub(super) limits: &'a Limits,
    pub(super) scope: &'a Scope,
    choices: Vec<usize>,
    lessons: Table<LessonId, Resources>,
    /// The most periods of a teacher on a day of a week, where there is a limit.
    teacher_limits: Table<(TeacherId, Week, DayId), Option<i64>>,
    /// Periods that a class does not use on a day of the baseline.
    new_slots: Table<(ClassId, DayId), Pattern>,
}

/// Whom a lesson concerns, each once.
#[derive(Clone, Debug, Default)]
struct Resources {
    classes: Vec<ClassId>,
    teachers: Vec<TeacherId>,
    /// Limits of a day that it counts against, with how much it counts.
    subjects: Vec<(DayLimitId, i64)>,
}

impl<'a> Context<'a> {
    pub(in crate::solve) fn new(
        problem: &'a Problem,
        limits: &'a Limits,
        scope: &'a Scope,
    ) -> Self {
        let (lessons, new_slots) = (resources_of_lessons(problem, limits), new_slots(problem));
        let teacher_limits = teacher_limits(problem, limits);
        let choices = scope.choices();
        Self { problem, limits, scope, choices, lessons, teacher_limits, new_slots }
    }

    pub(super) fn weeks(&self) -> impl Iterator<Item = Week> + use<> {
        self.problem.frame.weeks()
    }

    pub(super) fn classes_of(&self, lesson: LessonId) -> &[ClassId] {
        &self.lessons[lesson].classes
    }

    pub(super) fn teachers_of(&self, lesson: LessonId) -> &[TeacherId] {
        &self.lessons[lesson].teachers
    }

    pub(super) fn subjects(&self, lesson: LessonId) -> &[(DayLimitId, i64)] {
        &self.lessons[lesson].subjects
    }

    pub(super) fn teacher_limit(&self, teacher: TeacherId, week: Week, day: DayId) -> Option<i64> {
        self.teacher_limits[(teacher, week, day)]
    }

    pub(super) fn new_slots(&self, class: ClassId, day: DayId) -> Pattern {
        self.new_slots[(class, day)]
    }

    /// The points of a booking by itself; those outside the scope cost none, for they are never made.
    pub(super) fn points(&self, booking: &Booking) -> i64 {
        self.scope.points(self.problem, booking).unwrap_or(0)
    }

    /// Whether a period is missed where its lesson has that start, whatever the other lessons do.
    pub(super) fn is_away(&self, period: PeriodId, start: usize) -> bool {
        let CorePeriod { lesson, chooser, .. } = self.problem.periods[period];
        let cell = self.problem.lesson(lesson).starts[start].cell;
        self.problem.is_away(period, self.choices[chooser.index()], cell)
    }

    /// What the choices cost.
    pub(super) fn choice_points(&self) -> i64 {
        let chosen = self.problem.choosers.iter().zip(&self.choices);
        chosen.map(|(chooser, &choice)| chooser.choices[choice].points).sum()
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

fn resources_of_lessons(problem: &Problem, limits: &Limits) -> Table<LessonId, Resources> {
    let mut lessons: Table<LessonId, Resources> = problem.lessons.iter().map(resources).collect();
    for (limit, subject) in limits.day_limits.pairs() {
        for &(lesson, periods) in &subject.lessons {
            lessons[lesson].subjects.push((limit, periods));
        }
    }
    lessons
}

fn teacher_limits(
    problem: &Problem,
    limits: &Limits,
) -> Table<(TeacherId, Week, DayId), Option<i64>> {
    let ids = (problem.teachers(), problem.frame.weeks(), problem.frame.days());
    let mut table = Table::filled(&ids, None);
    for &(teacher, week, day, limit) in &limits.teacher_days {
        table[(teacher, week, day)] = Some(limit);
    }
    table
}

fn new_slots(problem: &Problem) -> Table<(ClassId, DayId), Pattern> {
    let frame = &problem.frame;
    let mut new = Table::filled(&(problem.classes(), frame.days()), Pattern::default());
    for class in problem.classes() {
        for cell in frame.cells().filter(|&cell| problem.new_slots[(class, cell)]) {
            let pattern = &mut new[(class, frame.day(cell))];
            *pattern = pattern.with(frame.position_in_day(cell));
        }
    }
    new
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
