//! What can be done with a lesson: move it, or change it with those that are in its way.

use super::board::{Board, Cost, clash};
use crate::model::Booking;
use crate::problem::{LessonId, RoomId};

/// New bookings of one lesson or more.
pub(super) type Move = Vec<Booking>;

/// Tries every move of `lesson`; each with what the timetable would cost goes to `judge`.
pub(super) fn try_all(
    board: &mut Board<'_>,
    lesson: LessonId,
    judge: &mut dyn FnMut(Cost, &[Booking]),
) {
    let desk = board.desk;
    let old = board.booking(lesson).clone();
    board.lift(lesson);
    for start in 0..desk.problem.lesson(lesson).starts.len() {
        if start == old.start || desk.scope.start_points(lesson, start).is_none() {
            continue;
        }
        try_move(board, lesson, start, judge);
        try_change(board, &old, start, judge);
    }
    board.put(old);
}

/// Moves a lesson that is off the board.
fn try_move(
    board: &mut Board<'_>,
    lesson: LessonId,
    start: usize,
    judge: &mut dyn FnMut(Cost, &[Booking]),
) {
    if let Some(booking) = book(board, lesson, start) {
        board.put(booking);
        judge(board.cost(), std::slice::from_ref(board.booking(lesson)));
        board.lift(lesson);
    }
}

/// Moves a lesson that is off the board, and those in its way to where it was.
fn try_change(
    board: &mut Board<'_>,
    old: &Booking,
    start: usize,
    judge: &mut dyn FnMut(Cost, &[Booking]),
) {
    let lesson = old.lesson;
    let others = in_the_way(board, lesson, start);
    let Some(targets) = targets(board, &others, old, start) else { return };
    let former: Vec<Booking> = others.iter().map(|&other| board.booking(other).clone()).collect();
    for &other in &others {
        board.lift(other);
    }
    let mut step: Move = Vec::new();
    for (lesson, start) in std::iter::once((lesson, start)).chain(targets) {
        let Some(booking) = book(board, lesson, start) else { break };
        step.push(booking.clone());
        board.put(booking);
    }
    if step.len() == others.len() + 1 {
        judge(board.cost(), &step);
    }
    for booking in &step {
        board.lift(booking.lesson);
    }
    for booking in former {
        board.put(booking);
    }
}

/// The lessons with which `lesson` would clash in a class if it started there.
fn in_the_way(board: &Board<'_>, lesson: LessonId, start: usize) -> Vec<LessonId> {
    let indexed = board.desk.problem.lesson(lesson);
    let mut others: Vec<LessonId> = Vec::new();
    for used in &indexed.classes {
        let cell = indexed.starts[start].cell.later(used.offset);
        for week in used.weeks.iter() {
            for &(other, use_of_other) in board.lessons_in(used.class, week, cell) {
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
    board: &Board<'_>,
    others: &[LessonId],
    old: &Booking,
    start: usize,
) -> Option<Vec<(LessonId, usize)>> {
    let problem = board.desk.problem;
    let from = old.cell(problem).place();
    let to = problem.lesson(old.lesson).starts[start].cell.place();
    let target = |&other: &LessonId| {
        let cell = (board.booking(other).cell(problem).place() + from).checked_sub(to)?;
        let starts = &problem.lesson(other).starts;
        let start = starts.binary_search_by_key(&cell, |start| start.cell.place()).ok()?;
        board.desk.scope.start_points(other, start)?;
        Some((other, start))
    };
    if others.is_empty() { None } else { others.iter().map(target).collect() }
}

/// The booking of a lesson that is off the board: in its own rooms where they are free, else in others that are.
fn book(board: &Board<'_>, lesson: LessonId, start: usize) -> Option<Booking> {
    let desk = board.desk;
    let indexed = desk.problem.lesson(lesson);
    let cell = indexed.starts[start].cell;
    let mut rooms: Vec<RoomId> = Vec::with_capacity(indexed.rooms.len());
    for (place, used) in indexed.rooms.iter().enumerate() {
        let open = desk.scope.rooms(lesson, place, used);
        let fits = |room: RoomId| indexed.room_fits(desk.problem, used, room, cell);
        let is_free = |room: RoomId| {
            used.periods.iter().all(|&(offset, weeks)| {
                weeks.iter().all(|week| board.has_space(room, week, cell.later(offset)))
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
