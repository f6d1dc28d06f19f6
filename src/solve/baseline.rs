//! The baseline is the answer wherever no timetable costs less: nothing is moved for nothing. Lessons without a place go where
//! they must, all others stay.

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
    let stays = |one: &Booking| problem.lesson(one.lesson).home.is_none() || one.is_home(problem);
    if best.bookings.iter().all(stays) {
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
    let must_leave = |lesson: &IndexedLesson| lesson.home.is_some_and(|home| !lesson.wants(home));
    if problem.lessons.iter().any(must_leave) {
        return None;
    }
    let mut staying = problem.clone();
    for lesson in staying.lessons.iter_mut().filter(|lesson| lesson.home.is_some()) {
        lesson.held = lesson.home;
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
        Booking::home(staying, lesson)
            .map_or(Some(0), |home| scope.start_points(lesson, home.start))
    };
    staying.lessons().map(at_home).sum()
}
