//! Where a proposal has the rows of a timetable.

use std::collections::BTreeMap;

use crate::domain::{ClassName, Piece, RoomName, School, Slot, SubjectCode, Timetable, Weeks};

/// Where a row is and where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rebooked {
    pub(crate) from: Slot,
    pub(crate) to: Slot,
    /// Each room as it was and as it is, in the order of the row.
    pub(crate) rooms: Vec<(RoomName, RoomName)>,
    /// In periods.
    pub(crate) length: u8,
    pub(crate) subject: SubjectCode,
    pub(crate) classes: Vec<ClassName>,
    pub(crate) locked: bool,
    /// The label of its week, in a cycle of several.
    pub(crate) week: Option<String>,
}

impl Rebooked {
    /// Whether the row is elsewhere than it was.
    pub(crate) fn is_changed(&self) -> bool {
        self.from != self.to || self.rooms.iter().any(|(old, new)| old != new)
    }
}

/// The rows of a school's timetable in their order, each with its first period.
pub(crate) fn rebooked(school: &School, timetable: &Timetable) -> Vec<Rebooked> {
    let mut rows: BTreeMap<usize, Rebooked> = BTreeMap::new();
    let booked = school.lessons.iter().zip(&timetable.bookings);
    let booked = booked.filter_map(|(lesson, to)| Some((lesson, lesson.start?, to.as_ref()?)));
    for (lesson, start, booking) in booked {
        for piece in &lesson.pieces {
            let slots = start.later(piece.offset).zip(booking.start.later(piece.offset));
            let Some((from, to)) = slots else { continue };
            let rooms = piece.rooms.iter().map(|room| (room.clone(), booking.room(room).clone()));
            let known = rows.entry(piece.row).or_insert_with(|| Rebooked {
                from,
                to,
                rooms: rooms.collect(),
                length: 0,
                subject: piece.subject.clone(),
                classes: piece.classes.clone(),
                locked: school.is_locked(lesson),
                week: week(school, piece),
            });
            known.length += 1;
            if from < known.from {
                (known.from, known.to) = (from, to);
            }
        }
    }
    rows.into_values().collect()
}

fn week(school: &School, piece: &Piece) -> Option<String> {
    let is_every = piece.weeks == Weeks::all(school.weeks.len());
    let mut weeks = piece.weeks.iter().filter_map(|week| school.weeks.get(usize::from(week.0)));
    weeks.next().filter(|_| !is_every).map(ToString::to_string)
}
