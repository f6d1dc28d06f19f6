//! What can be done with a lesson: move it, or swap it with those that are in its way.

use super::state::{Cost, State, clash};
use crate::model::Booking;
use crate::problem::{Cell, LessonId, RoomId, RoomUse};

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
    let others = in_the_way(state, old.lesson, start);
    let Some(targets) = targets(state, &others, old, start) else { return };
    let former: Vec<Booking> = others.iter().map(|&other| state.booking(other).clone()).collect();
    for &other in &others {
        state.unassign(other);
    }
    let step = assign_all(state, std::iter::once((old.lesson, start)).chain(targets));
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

/// Assigns lessons to starts, for as long as there are rooms; the bookings that were made.
fn assign_all(state: &mut State<'_>, starts: impl Iterator<Item = (LessonId, usize)>) -> Move {
    let mut step: Move = Vec::new();
    for (lesson, start) in starts {
        let Some(booking) = book(state, lesson, start) else { break };
        step.push(booking.clone());
        state.assign(booking);
    }
    step
}

/// The lessons with which `lesson` would clash in a class if it started there.
fn in_the_way(state: &State<'_>, lesson: LessonId, start: usize) -> Vec<LessonId> {
    let indexed = state.context.problem.lesson(lesson);
    let mut others: Vec<LessonId> = Vec::new();
    for used in &indexed.classes {
        let cell = indexed.starts[start].cell.later(used.offset);
        for week in used.weeks.iter() {
            let there = state.lessons_in(used.class, week, cell).iter();
            for &(other, _) in there.filter(|(_, use_of_other)| clash(used, use_of_other)) {
                add_once(&mut others, other);
            }
        }
    }
    others
}

fn add_once(lessons: &mut Vec<LessonId>, lesson: LessonId) {
    if !lessons.contains(&lesson) {
        lessons.push(lesson);
    }
}

/// Where each of `others` would start if it went as far as the lesson comes that takes its place; `None` if there are
/// no others, or one of them may not be there.
fn targets(
    state: &State<'_>,
    others: &[LessonId],
    old: &Booking,
    start: usize,
) -> Option<Vec<(LessonId, usize)>> {
    if others.is_empty() {
        return None;
    }
    let problem = state.context.problem;
    let from = old.cell(problem).index();
    let to = problem.lesson(old.lesson).starts[start].cell.index();
    let moved = |other: LessonId| {
        let cell = (state.booking(other).cell(problem).index() + from).checked_sub(to)?;
        Some((other, start_in(state, other, cell)?))
    };
    others.iter().map(|&other| moved(other)).collect()
}

/// The start of `lesson` in cell number `cell`, if it may start there.
fn start_in(state: &State<'_>, lesson: LessonId, cell: usize) -> Option<usize> {
    let starts = &state.context.problem.lesson(lesson).starts;
    let start = starts.binary_search_by_key(&cell, |start| start.cell.index()).ok()?;
    state.context.scope.start_points(lesson, start).map(|_| start)
}

/// The booking of a lesson that is unassigned: in its own rooms where they are free, else in others that are.
fn book(state: &State<'_>, lesson: LessonId, start: usize) -> Option<Booking> {
    let context = state.context;
    let indexed = context.problem.lesson(lesson);
    let cell = indexed.starts[start].cell;
    let mut rooms: Vec<RoomId> = Vec::with_capacity(indexed.rooms.len());
    for (number, used) in indexed.rooms.iter().enumerate() {
        let open = context.scope.rooms(lesson, number, used);
        let own = std::iter::once(used.room).filter(|room| open.contains(room));
        let mut left = own
            .chain(open.iter().copied())
            .filter(|&room| indexed.room_fits(context.problem, used, room, cell))
            .filter(|room| !rooms.contains(room));
        let free = left.clone().find(|&room| is_free(state, used, room, cell));
        let room = free.or_else(|| left.next())?;
        rooms.push(room);
    }
    Some(Booking { lesson, start, rooms })
}

/// Whether `room` has space for all that a lesson that starts in `cell` uses of one.
fn is_free(state: &State<'_>, used: &RoomUse, room: RoomId, cell: Cell) -> bool {
    let periods = used.periods.iter();
    let mut taken =
        periods.flat_map(|&(offset, weeks)| weeks.iter().map(move |week| (offset, week)));
    taken.all(|(offset, week)| state.has_space(room, week, cell.later(offset)))
}
