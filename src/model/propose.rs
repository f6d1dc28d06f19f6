//! From ids back to names.

use super::booking::Booking;
use crate::domain::{self, Proposal, RoomName, School, Timetable};
use crate::problem::{Problem, RoomId, Table};

/// The proposal that `bookings`, one for each lesson of `school` in order, and `choices`, one for each chooser, stand for.
#[must_use]
pub fn propose(
    school: &School,
    problem: &Problem,
    bookings: &[Booking],
    choices: &[usize],
) -> Proposal {
    let rooms: Table<RoomId, &RoomName> = school.rooms.keys().collect();
    let name = |booking: &Booking| {
        let used = problem.lesson(booking.lesson).rooms.iter().map(|used| used.room);
        let exchanged = used.zip(booking.rooms.iter().copied()).filter(|(from, to)| from != to);
        let names = exchanged.map(|(from, to)| (rooms[from].clone(), rooms[to].clone()));
        let start = problem.frame.slot(booking.cell(problem));
        domain::Booking { start, exchanged: names.collect() }
    };
    let mut away = vec![0; school.apprentices.len()];
    for (chooser, &choice) in problem.choosers.iter().zip(choices) {
        for &apprentice in &chooser.apprentices {
            away[apprentice] = choice;
        }
    }
    Proposal {
        timetable: Timetable { bookings: bookings.iter().map(|one| Some(name(one))).collect() },
        away,
    }
}
