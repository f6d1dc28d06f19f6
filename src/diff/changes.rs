//! What a lesson's own change costs: another day, another period, a class without apprentices, other rooms.

use std::collections::BTreeSet;

use super::{Change, points};
use crate::domain::{Booking, Breakdown, ClassName, Lesson, Price, School, Timetable};

/// The changed lessons, in order; adds what they cost to `breakdown`.
pub(super) fn price(
    school: &School,
    from: &Timetable,
    to: &Timetable,
    breakdown: &mut Breakdown,
) -> Vec<Change> {
    let with_apprentices = school.apprentice_classes();
    let mut changes = Vec::new();
    let booked = school.lessons.iter().zip(&from.bookings).zip(&to.bookings).enumerate();
    for (index, ((lesson, from), to)) in booked {
        let (Some(from), Some(to)) = (from, to) else { continue };
        if !differs(lesson, from, to) {
            continue;
        }
        let own = own_price(school, &with_apprentices, lesson, (from, to));
        for price in Price::ALL {
            breakdown[price] += own[price];
        }
        let moved = if from.start == to.start { 0 } else { lesson.class_periods().len() };
        let class_periods = u32::try_from(moved).unwrap_or(u32::MAX);
        changes.push(Change { lesson: index, class_periods, points: own.total() });
    }
    changes
}

/// The lessons that have a place in `to`, and had none in `from`.
pub(super) fn placed(from: &Timetable, to: &Timetable) -> Vec<usize> {
    let booked = from.bookings.iter().zip(&to.bookings).enumerate();
    booked
        .filter(|(_, (from, to))| from.is_none() && to.is_some())
        .map(|(lesson, _)| lesson)
        .collect()
}

/// Whether the lesson starts elsewhere or has any other room.
fn differs(lesson: &Lesson, from: &Booking, to: &Booking) -> bool {
    from.start != to.start || exchanges_room(lesson, from, to)
}

fn exchanges_room(lesson: &Lesson, from: &Booking, to: &Booking) -> bool {
    lesson.rooms().into_iter().any(|room| from.room(room) != to.room(room))
}

/// What the change of one lesson from one booking to another costs.
fn own_price(
    school: &School,
    with_apprentices: &BTreeSet<&ClassName>,
    lesson: &Lesson,
    (from, to): (&Booking, &Booking),
) -> Breakdown {
    let mut own = Breakdown::default();
    let class_periods = lesson.class_periods();
    if from.start != to.start {
        let kind = if from.start.day == to.start.day { Price::SameDay } else { Price::OtherDay };
        let bystanders =
            class_periods.iter().filter(|(class, _)| !with_apprentices.contains(class)).count();
        own[kind] = school.weights[kind] * points(class_periods.len());
        own[Price::Bystander] = school.weights[Price::Bystander] * points(bystanders);
    }
    if exchanges_room(lesson, from, to) {
        own[Price::Room] = school.weights[Price::Room] * points(periods_with_a_room(lesson));
    }
    own
}

fn periods_with_a_room(lesson: &Lesson) -> usize {
    let pieces = lesson.pieces.iter().filter(|piece| !piece.rooms.is_empty());
    pieces.map(|piece| piece.offset).collect::<BTreeSet<_>>().len()
}
