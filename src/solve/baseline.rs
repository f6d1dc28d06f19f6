//! The baseline is the answer wherever no timetable costs less: nothing is moved for nothing.

use super::search::Search;
use super::{Found, Outcome};
use crate::domain::Stop;
use crate::model::{Booking, Limits, Scope};
use crate::problem::{IndexedLesson, LessonId, Problem};

/// The same outcome, but with the baseline as the best where it costs no more.
pub(super) fn preferred(
    problem: &Problem,
    limits: &Limits,
    outcome: Outcome,
    stop: &Stop,
) -> Outcome {
    let Some(best) = &outcome.best else { return outcome };
    let is_home = |booking: &Booking| *booking == Booking::home(problem, booking.lesson);
    if best.bookings.iter().all(is_home) {
        return outcome;
    }
    match stay(problem, limits, best.points, stop) {
        Some(found) => Outcome { best: Some(found), ..outcome },
        None => outcome,
    }
}

/// The baseline with the choices of days that make it cost least, if that is at most so many `points`.
fn stay(problem: &Problem, limits: &Limits, points: i64, stop: &Stop) -> Option<Found> {
    let staying = staying(problem)?;
    if least_points(&staying)? > points {
        return None;
    }
    Search::new(&staying, limits).below(points.saturating_add(1)).run(stop, &mut |_| ()).best
}

/// The problem in which every lesson keeps its booking; `None` if one of them must not.
fn staying(problem: &Problem) -> Option<Problem> {
    if problem.lessons.iter().any(|lesson| !lesson.wants(lesson.home)) {
        return None;
    }
    let mut staying = problem.clone();
    for lesson in &mut staying.lessons {
        lesson.held = Some(lesson.home);
        for used in &mut lesson.rooms {
            used.choices = vec![used.room];
        }
    }
    Some(staying)
}

/// No choices of days make the baseline cost less than this; `None` if it is none under any.
fn least_points(staying: &Problem) -> Option<i64> {
    let open = staying.choosers.iter().map(|chooser| vec![true; chooser.choices.len()]);
    let scope = Scope::new(staying, open.collect());
    let at_home = |(lesson, _): (LessonId, &IndexedLesson)| {
        scope.start_points(lesson, Booking::home(staying, lesson).start)
    };
    staying.lessons().map(at_home).sum()
}
