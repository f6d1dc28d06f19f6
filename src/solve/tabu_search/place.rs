//! A first place for lessons that have none: one after the other where it costs least, the longest first.

use std::cmp::Reverse;

use super::moves;
use super::state::State;
use crate::model::Booking;
use crate::problem::{IndexedLesson, LessonId};

/// Assigns every lesson without a place anew; a breach weighs so much.
pub(super) fn place_all(state: &mut State<'_>, weight: i64) {
    let problem = state.context.problem;
    let unplaced = problem.lessons.iter().filter(|lesson| lesson.home.is_none());
    let mut lessons: Vec<&IndexedLesson> = unplaced.collect();
    lessons.sort_by_key(|lesson| (Reverse(length(lesson)), lesson.starts.len(), lesson.id));
    // A lesson that a solution has put somewhere stays until its turn; then it may go elsewhere.
    for lesson in lessons {
        place(state, lesson.id, weight);
    }
}

fn length(lesson: &IndexedLesson) -> usize {
    lesson.classes.len()
}

/// Moves a lesson to where it costs least, if that is less than where it is.
fn place(state: &mut State<'_>, lesson: LessonId, weight: i64) {
    let weigh = |state: &State<'_>| state.cost().breaches * weight + state.cost().points;
    let mut least = weigh(state);
    let mut best: Option<Booking> = None;
    moves::try_all(state, lesson, &mut |cost, step| {
        let weighed = cost.breaches * weight + cost.points;
        if let [booking] = step
            && weighed < least
        {
            least = weighed;
            best = Some(booking.clone());
        }
    });
    if let Some(booking) = best {
        state.unassign(lesson);
        state.assign(booking);
    }
}
