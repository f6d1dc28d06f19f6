//! What can be done with a lesson: move it, or change it with those that are in its way.

use super::state::{Cost, State, clash};
use crate::model::Booking;
use crate::problem::{LessonId, RoomId};

/// New bookings of one lesson or more.
pub(super) type Move = Vec<Booking>;

/// Tries every move of `lesson`; each with what the timetable would cost goes to `judge`.
pub(super) fn try_all(
    state: &mut State<'_>,
    lesson: LessonId,
    judge: &mut dyn FnMut(Cost, &[Booking]),
) {
    let context = state.context;
    let old = state.booking(lesson).clone();
    state.unassign(lesson);
    for start in 0..context.problem.lesson(lesson).starts.len() {
        if start == old.start || context.scope.start_points(lesson, start).is_none() {
            continue;
        }
        try_move(state, lesson, start, judge);
        try_swap(state, &old, start, judge);
    }
    state.assign(old);
}

/// Moves a lesson that is unassigned.
fn try_move(
    state: &mut State<'_>,
    lesson: LessonId,
    start: usize,
    judge: &mut dyn FnMut(Cost, &[Booking]),
) {
    if let Some(booking) = book(state, lesson, start) {
        state.assign(booking);
        judge(state.cost(), std::slice::from_ref(state.booking(lesson)));
        state.unassign(lesson);
    }
}

/// Moves a lesson that is unassigned, and those in its way to where it was.
fn try_swap(
    state: &mut State<'_>,
    old: &Booking,
    start: usize,
    judge: &mut dyn FnMut(Cost, &[Booking]),
) {
    let lesson = old.lesson;
    let others = in_the_way(state, lesson, start);
    let Some(targets) = targets(state, &others, old, start) else { return };
    let former: Vec<Booking> = others.iter().map(|&other| state.booking(other).clone()).collect();
    for &other in &others {
        state.unassign(other);
    }
    let mut step: Move = Vec::new();
    for (lesson, start) in std::iter::once((lesson, start)).chain(targets) {
        let Some(booking) = book(state, lesson, start) else { break };
        step.push(booking.clone());
        state.assign(booking);
    }
    if step.len() == others.len() + 1 {
        judge(state.cost(), &step);
    }
    for booking in &step {
        state.unassign(booking.lesson);
    }
    for booking in former {
        state.assign(booking);
    }
}

/// The lessons with which `lesson` would clash in a class if it started there.
fn in_the_way(state: &State<'_>, lesson: LessonId, start: usize) -> Vec<LessonId> {
    let indexed = state.context.problem.lesson(lesson);
    let mut others: Vec<LessonId> = Vec::new();
    for used in &indexed.classes {
        let cell = indexed.starts[start].cell.later(used.offset);
        for week in used.weeks.iter() {
            for &(other, use_of_other) in state.lessons_in(used.class, week, cell) {
                if clash(used, use_of_other) && !others.contains(&other) {
                    others.push(other);
                }
            }
        }
    }
    others
}

/// Where each of `others` would start if it went as far as the lesson comes that takes its place; `None` if there are
/// no others, or one of them may not be there.
fn targets(
    state: &State<'_>,
    others: &[LessonId],
    old: &Booking,
    start: usize,
) -> Option<Vec<(LessonId, usize)>> {
    let problem = state.context.problem;
    let from = old.cell(problem).index();
    let to = problem.lesson(old.lesson).starts[start].cell.index();
    let target = |&other: &LessonId| {
        let cell = (state.booking(other).cell(problem).index() + from).checked_sub(to)?;
        let starts = &problem.lesson(other).starts;
        let start = starts.binary_search_by_key(&cell, |start| start.cell.index()).ok()?;
        state.context.scope.start_points(other, start)?;
        Some((other, start))
    };
    if others.is_empty() { None } else { others.iter().map(target).collect() }
}

/// The booking of a lesson that is unassigned: in its own rooms where they are free, else in others that are.
fn book(state: &State<'_>, lesson: LessonId, start: usize) -> Option<Booking> {
    let context = state.context;
    let indexed = context.problem.lesson(lesson);
    let cell = indexed.starts[start].cell;
    let mut rooms: Vec<RoomId> = Vec::with_capacity(indexed.rooms.len());
    for (place, used) in indexed.rooms.iter().enumerate() {
        let open = context.scope.rooms(lesson, place, used);
        let fits = |room: RoomId| indexed.room_fits(context.problem, used, room, cell);
        let is_free = |room: RoomId| {
            used.periods.iter().all(|&(offset, weeks)| {
                weeks.iter().all(|week| state.has_space(room, week, cell.later(offset)))
            })
        };
        let own = std::iter::once(used.room).filter(|room| open.contains(room));
        let offers = own.chain(open.iter().copied()).filter(|&room| fits(room));
        let mut left = offers.filter(|room| !rooms.contains(room));
        let room = left.clone().find(|&room| is_free(room)).or_else(|| left.next())?;
        rooms.push(room);
    }
    Some(Booking { lesson, start, rooms })
}
