//! Lessons that are alike in everything: of two the later never has to start before the earlier.
//!
//! Whoever has both where the order says otherwise exchanges their bookings, and nothing that anybody counts is different. So
//! one of the two orders is left to the search, which else would prove everything twice, and with three lessons six times.
//!
//! # Source
//! H. D. Sherali, J. C. Smith: Improving Discrete Model Representations via Symmetry Considerations (2001): constraints that
//! put identical objects in an order.

use crate::model::Scope;
use crate::problem::{LessonId, Problem};

/// Closes what the order of lessons that are alike leaves them no more, given what is open.
pub(super) fn in_order(problem: &Problem, scope: &mut Scope) {
    loop {
        let mut closed = false;
        for (later, lesson) in problem.lessons() {
            if let Some(earlier) = lesson.alike.filter(|&earlier| is_alike(problem, earlier, later))
            {
                closed |= put_in_order(problem, scope, earlier, later);
            }
        }
        if !closed {
            return;
        }
    }
}

/// Whether nobody wants the one elsewhere than the other.
fn is_alike(problem: &Problem, earlier: LessonId, later: LessonId) -> bool {
    let [earlier, later] = [earlier, later].map(|lesson| problem.lesson(lesson));
    (earlier.held, &earlier.barred) == (later.held, &later.barred)
}

fn put_in_order(problem: &Problem, scope: &mut Scope, earlier: LessonId, later: LessonId) -> bool {
    let starts = 0..problem.lesson(later).starts.len();
    let is_open = |scope: &Scope, lesson, start: usize| scope.start_points(lesson, start).is_some();
    let first = starts.clone().find(|&start| is_open(scope, earlier, start));
    let last = starts.clone().rfind(|&start| is_open(scope, later, start));
    let (Some(first), Some(last)) = (first, last) else { return false };
    let too_early = (0..first).map(|start| (later, start));
    let too_late = (last + 1..starts.end).map(|start| (earlier, start));
    let mut closed = false;
    for (lesson, start) in too_early.chain(too_late) {
        if is_open(scope, lesson, start) {
            scope.close_start(lesson, start);
            closed = true;
        }
    }
    closed
}
