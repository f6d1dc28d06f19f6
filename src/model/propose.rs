//! From ids back to names, and from names to ids.

use std::collections::BTreeMap;

use super::booking::Booking;
use crate::domain::{self, Proposal, RoomName, School, Timetable};
use crate::problem::{Chooser, LessonId, Problem, RoomId, Table};

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

/// The bookings, one for each lesson, and the choices, one for each chooser, that `proposal` stands for; `None` where a lesson
/// has none in it, or one that it may not have.
#[must_use]
pub fn proposed(
    school: &School,
    problem: &Problem,
    proposal: &Proposal,
) -> Option<(Vec<Booking>, Vec<usize>)> {
    let names: Table<RoomId, &RoomName> = school.rooms.keys().collect();
    let rooms = Rooms { ids: names.pairs().map(|(id, &name)| (name, id)).collect(), names };
    let bookings = problem.lessons.ids().zip(&proposal.timetable.bookings);
    let bookings =
        bookings.map(|(lesson, booking)| indexed(problem, &rooms, lesson, booking.as_ref()?));
    let mut choices = Vec::with_capacity(problem.choosers.len());
    for chooser in &problem.choosers {
        choices.push(choice(problem, chooser, &choices, proposal)?);
    }
    Some((bookings.collect::<Option<_>>()?, choices))
}

/// The rooms of a school, by id and by name.
struct Rooms<'a> {
    names: Table<RoomId, &'a RoomName>,
    ids: BTreeMap<&'a RoomName, RoomId>,
}

fn indexed(
    problem: &Problem,
    rooms: &Rooms<'_>,
    lesson: LessonId,
    booking: &domain::Booking,
) -> Option<Booking> {
    let own = problem.lesson(lesson);
    let start = own.starts.iter().position(|one| problem.frame.slot(one.cell) == booking.start)?;
    let taken = own.rooms.iter().map(|used| booking.room(rooms.names[used.room]));
    let taken = taken.map(|room| rooms.ids.get(room).copied());
    Some(Booking { lesson, start, rooms: taken.collect::<Option<_>>()? })
}

/// What a chooser chose, those before it having made these `choices`.
fn choice(
    problem: &Problem,
    chooser: &Chooser,
    choices: &[usize],
    proposal: &Proposal,
) -> Option<usize> {
    match (&chooser.days, chooser.apprentices.first()) {
        (Some(days), _) => {
            let all = days.of_choices(problem, choices);
            days.sets.iter().position(|&set| set == all)
        }
        (None, Some(&pupil)) => proposal.away.get(pupil).copied(),
        (None, None) => Some(0),
    }
}
