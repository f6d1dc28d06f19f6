//! Columns for lessons: where each starts, in which rooms, and what that costs for itself.

use super::draft::{Booked, Draft, sum};
use super::missed::least_missed;
use super::{Formulation, Origin, TooLarge};
use crate::domain::Price;
use crate::model::Booking;
use crate::problem::{Cell, IndexedLesson, Problem, RoomId};

impl Draft<'_> {
    /// One column for each booking of each lesson, of which one is taken.
    pub(super) fn book_lessons(&mut self) -> Result<(), TooLarge> {
        let problem = self.problem;
        for lesson in &problem.lessons {
            let booked = self.book(lesson)?;
            self.equal(Origin::Timetable, sum(booked.iter().map(|one| one.column)), 1);
            self.booked[lesson.id] = booked;
        }
        Ok(())
    }

    fn book(&mut self, lesson: &IndexedLesson) -> Result<Vec<Booked>, TooLarge> {
        let problem = self.problem;
        let mut booked = Vec::new();
        for (start, at) in lesson.starts.iter().enumerate() {
            let Some(missed) = least_missed(problem, lesson, at.cell) else { continue };
            for rooms in mappings(problem, lesson, at.cell)? {
                let booking = Booking { lesson: lesson.id, start, rooms };
                let exchange = exchange_points(problem, lesson, &booking);
                booked.push(self.booking(at.points + missed + exchange, booking));
            }
        }
        if booked.len() > Formulation::MOST_BOOKINGS {
            return Err(TooLarge::Bookings(lesson.id));
        }
        Ok(booked)
    }
}

fn exchange_points(problem: &Problem, lesson: &IndexedLesson, booking: &Booking) -> i64 {
    let is_change = lesson.home.is_some() && booking.exchanges(problem);
    if is_change { problem.weights[Price::Room] * lesson.room_periods } else { 0 }
}

/// Every way to give each room of `lesson` one that can stand in for it from `cell` on, no two the same.
fn mappings(
    problem: &Problem,
    lesson: &IndexedLesson,
    cell: Cell,
) -> Result<Vec<Vec<RoomId>>, TooLarge> {
    let mut mappings = vec![Vec::new()];
    for used in &lesson.rooms {
        let fitting: Vec<RoomId> = used
            .choices
            .iter()
            .copied()
            .filter(|&room| lesson.room_fits(problem, used, room, cell))
            .collect();
        mappings = extend(&mappings, &fitting);
        if mappings.len() > Formulation::MOST_BOOKINGS {
            return Err(TooLarge::Bookings(lesson.id));
        }
    }
    Ok(mappings)
}

fn extend(mappings: &[Vec<RoomId>], fitting: &[RoomId]) -> Vec<Vec<RoomId>> {
    let longer = |taken: &Vec<RoomId>| {
        let free: Vec<RoomId> =
            fitting.iter().copied().filter(|room| !taken.contains(room)).collect();
        let taken = taken.clone();
        free.into_iter().map(move |room| [&taken[..], &[room]].concat())
    };
    mappings.iter().flat_map(longer).collect()
}
