//! Exchange: a lesson's room is exchanged for another of its kind at its site, no two of its rooms for the same.

use crate::check::{Breach, case::Case};
use crate::domain::{Booking, Lesson, RoomKind, RoomName, School, SiteName};

pub(super) fn breaches(case: &Case<'_>) -> Vec<Breach> {
    let booked = case.school.lessons.iter().zip(&case.proposal.timetable.bookings).enumerate();
    let accuse = |(lesson, (has, booking)): (usize, (&Lesson, &Option<Booking>))| {
        let wrong = booking.iter().flat_map(|booking| wrong_exchanges(case.school, has, booking));
        wrong.map(|(from, to)| Breach::Exchange { lesson, from, to }).collect::<Vec<_>>()
    };
    booked.flat_map(accuse).collect()
}

/// The exchanges of one lesson that are not allowed: of a room that it has not, for another kind or at another site, or for
/// a taken room.
fn wrong_exchanges(
    school: &School,
    lesson: &Lesson,
    booking: &Booking,
) -> impl Iterator<Item = (RoomName, RoomName)> {
    let rooms = lesson.rooms();
    let real = booking.exchanged.iter().filter(|(from, to)| from != to);
    let wrong = real.filter(move |&(from, to)| {
        let taken = rooms.iter().any(|&other| other != from && booking.room(other) == to);
        !rooms.contains(from) || taken || !of_one_kind(school, from, to)
    });
    wrong.map(|(from, to)| (from.clone(), to.clone()))
}

fn of_one_kind(school: &School, from: &RoomName, to: &RoomName) -> bool {
    kind(school, from).is_some_and(|kind_of_from| kind(school, to) == Some(kind_of_from))
}

/// What rooms have in common that stand in for one another: their kind, and their site or that they have none.
fn kind<'a>(school: &'a School, room: &RoomName) -> Option<(&'a RoomKind, Option<&'a SiteName>)> {
    let room = school.rooms.get(room)?;
    Some((room.kind.as_ref()?, room.site.as_ref()))
}
