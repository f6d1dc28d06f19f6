//! What whole timetables cost, counted without rows: who is where, and the points of it.

use std::collections::BTreeSet;

use super::auxiliary::Auxiliary;
use super::booking::Booking;
use super::day_shape::Pattern;
use super::limits::Limits;
use super::occupancy::Occupancy;
use super::scope::Scope;
use crate::domain::Price;
use crate::problem::{
    Cell, Chooser, ClassId, ClassUse, CorePeriod, DayId, IndexedLesson, PeriodId, Problem,
    TeacherId,
};

/// The points of `bookings`, one for each lesson in order, in a [decided](Scope::decided) scope; `None` if one of them is
/// outside the scope, or if together they miss more desired lessons than the problem allows.
#[must_use]
pub fn points(
    problem: &Problem,
    limits: &Limits,
    scope: &Scope,
    bookings: &[Booking],
) -> Option<i64> {
    let choices = scope.choices();
    let for_others = missed_for_others(problem, &choices, bookings);
    if problem
        .allowance
        .is_some_and(|allowance| allowance < desired(problem, scope, bookings, &for_others))
    {
        return None;
    }
    let own = bookings.iter().map(|booking| scope.points(problem, booking));
    let own: i64 = own.sum::<Option<i64>>()?;
    let missed: i64 = for_others.iter().map(|&one| Auxiliary::Missed(one).points(problem)).sum();
    Some(
        own + missed
            + choice_points(problem, &choices)
            + new_slot_points(problem, bookings)
            + teacher_points(problem, limits, bookings),
    )
}

/// The periods that guests miss for other lessons, and not anyway because they are away.
#[must_use]
pub fn missed_for_others(
    problem: &Problem,
    choices: &[usize],
    bookings: &[Booking],
) -> BTreeSet<PeriodId> {
    let mut missed = BTreeSet::new();
    for pair in &problem.pairs {
        let [one, other] = pair.lessons.map(|lesson| &bookings[lesson.index()]);
        let of_pair =
            pair.misses.iter().filter(|miss| pair.is_missed(miss, one.start, other.start));
        missed.extend(of_pair.map(|miss| miss.period));
    }
    missed.retain(|&period| {
        let CorePeriod { lesson, chooser, .. } = problem.periods[period];
        let start = bookings[lesson.index()].cell(problem);
        !problem.is_away(period, choices[chooser.index()], start)
    });
    missed
}

/// How many periods of desired lessons are missed, all together.
fn desired(
    problem: &Problem,
    scope: &Scope,
    bookings: &[Booking],
    for_others: &BTreeSet<PeriodId>,
) -> i64 {
    let away = bookings.iter().map(|one| scope.desired_missed(one.lesson, one.start));
    let others = for_others.iter().map(|&one| Auxiliary::Missed(one).desired_missed(problem));
    away.sum::<i64>() + others.sum::<i64>()
}

/// What the choices cost.
fn choice_points(problem: &Problem, choices: &[usize]) -> i64 {
    let chosen = problem.choosers.iter().zip(choices);
    chosen.filter_map(|(chooser, &choice)| Some(chooser.choices.get(choice)?.points)).sum()
}

/// New slots that lessons may share; those of lessons that are alone are in the points of their starts.
fn new_slot_points(problem: &Problem, bookings: &[Booking]) -> i64 {
    let mut opened: BTreeSet<(ClassId, Cell)> = BTreeSet::new();
    for booking in bookings {
        let shared = |used: &&ClassUse| !used.is_alone(problem.cycle());
        for used in problem.lesson(booking.lesson).classes.iter().filter(shared) {
            let slot = (used.class, booking.cell(problem).later(used.offset));
            if problem.new_slots[slot] {
                opened.insert(slot);
            }
        }
    }
    count(opened.len()) * problem.weights[Price::NewSlot]
}

/// No proposal costs more points than this.
#[must_use]
pub fn most_points(problem: &Problem) -> i64 {
    let weights = &problem.weights;
    let (days, periods) = (count(problem.frame.days().len()), count(problem.frame.periods));
    let teacher_day = weights[Price::TeacherDay] + weights[Price::TeacherGap] * periods;
    let lessons = problem.lessons.iter().map(|lesson| most_points_of(problem, lesson));
    let dearest = |chooser: &Chooser| chooser.choices.iter().map(|choice| choice.points).max();
    let choices = problem.choosers.iter().filter_map(dearest);
    lessons.sum::<i64>()
        + choices.sum::<i64>()
        + count(problem.teachers().len()) * days * teacher_day
        + count(problem.classes().len()) * days * periods * weights[Price::NewSlot]
}

/// No booking of `lesson` costs more points by itself than this.
fn most_points_of(problem: &Problem, lesson: &IndexedLesson) -> i64 {
    let weights = &problem.weights;
    let start = lesson.starts.iter().map(|start| start.points).max().unwrap_or(0);
    let missed = lesson.periods.iter().map(|&one| Auxiliary::Missed(one).points(problem));
    start + missed.sum::<i64>() + weights[Price::Room] * lesson.room_periods
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// Gaps of teachers, and days on which they newly come.
fn teacher_points(problem: &Problem, limits: &Limits, bookings: &[Booking]) -> i64 {
    let occupancy = Occupancy::of_teachers(problem, bookings);
    let mut points = 0;
    for teacher in problem.teachers() {
        for day in problem.frame.days() {
            points += teacher_day_points(problem, limits, &occupancy, (teacher, day));
        }
    }
    points
}

fn teacher_day_points(
    problem: &Problem,
    limits: &Limits,
    occupancy: &Occupancy<TeacherId>,
    (teacher, day): (TeacherId, DayId),
) -> i64 {
    let mut comes = false;
    let mut beyond = 0;
    for week in problem.frame.weeks() {
        let pattern = occupancy.pattern(teacher, week, day);
        comes |= pattern != Pattern::default();
        let free = limits.teacher_gaps(teacher, week, day);
        beyond = beyond.max(pattern.gaps().saturating_sub(free));
    }
    let is_new = comes && !limits.teacher_comes(teacher, day);
    problem.weights[Price::TeacherGap] * i64::from(beyond)
        + if is_new { problem.weights[Price::TeacherDay] } else { 0 }
}
