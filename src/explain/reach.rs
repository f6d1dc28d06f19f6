//! Where a lesson could go as a timetable stands: told at once, by the judge alone, without a search.

use std::collections::BTreeSet;

use crate::check::{Breach, Verdict, check};
use crate::domain::{
    Apprentice, Booking, ClassName, Effort, Lesson, Proposal, School, Slot, Timetable,
};
use crate::pipeline::Held;

/// What is known of a slot before anything is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The lesson can be there while all others stay.
    Free,
    /// It can be there at most if others move.
    OthersMove,
    /// It cannot be there, whatever moves.
    Never,
}

/// A slot in which a lesson could start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The slot.
    pub start: Slot,
    /// Whether it can be there.
    pub fit: Fit,
    /// What would be broken there while all others stay; of a slot that can never be, only what is the reason.
    pub breaches: Vec<Breach>,
    /// How many points more the timetable would then cost than it costs now.
    pub more: i64,
    /// The least that a timetable costs which has the lesson there.
    pub least: i64,
}

/// Looks at every slot in which `lesson` of `school` fits while all others are as in `proposal`. Where `held` are, nothing
/// can move.
#[must_use]
pub fn reaches(
    school: &School,
    proposal: &Proposal,
    (lesson, held): (usize, &[Held]),
    effort: Effort,
) -> Vec<Reach> {
    let Some(own) = school.lessons.get(lesson) else { return Vec::new() };
    let near = near(school, own);
    let part = Proposal {
        timetable: Timetable {
            bookings: (0..)
                .zip(&proposal.timetable.bookings)
                .map(|(index, booking)| booking.clone().filter(|_| near.contains(&index)))
                .collect(),
        },
        away: proposal.away.clone(),
    };
    let neighbours = neighbours(school, &near);
    let before = check(&neighbours, &part, effort);
    let is_fixed = |other: usize| {
        school.is_locked(&school.lessons[other]) || held.iter().any(|held| held.lesson == other)
    };
    let look = |start: Slot| {
        let mut there = part.clone();
        let exchanged = part.timetable.booking(lesson).map(|booking| booking.exchanged.clone());
        let exchanged = exchanged.unwrap_or_default();
        there.timetable.bookings[lesson] = Some(Booking { start, exchanged });
        let after = check(&neighbours, &there, effort);
        reached(school, (lesson, start), (&before, after), &is_fixed)
    };
    let starts = school.grid.slots().filter(|&start| school.grid.fits(start, own.length()));
    starts.map(look).collect()
}

fn reached(
    school: &School,
    (lesson, start): (usize, Slot),
    (before, after): (&Verdict, Verdict),
    is_fixed: &dyn Fn(usize) -> bool,
) -> Reach {
    let mut breaches = after.breaches;
    breaches.retain(|breach| !before.breaches.contains(breach));
    let is_final = |breach: &Breach| is_final(school, lesson, breach, is_fixed);
    let fit = if breaches.is_empty() {
        Fit::Free
    } else if breaches.iter().any(is_final) {
        breaches.retain(is_final);
        Fit::Never
    } else {
        Fit::OthersMove
    };
    let more = after.difference.breakdown.total() - before.difference.breakdown.total();
    let own = after.difference.changes.iter().find(|change| change.lesson == lesson);
    Reach { start, fit, breaches, more, least: own.map_or(0, |change| change.points) }
}

/// Whether a breach remains however all others move.
fn is_final(
    school: &School,
    lesson: usize,
    breach: &Breach,
    is_fixed: &dyn Fn(usize) -> bool,
) -> bool {
    let clashes = |lessons: &[usize]| {
        lessons.contains(&lesson) && lessons.iter().any(|&other| other != lesson && is_fixed(other))
    };
    match breach {
        Breach::Grid { lesson: own, .. }
        | Breach::Locked { lesson: own }
        | Breach::TeacherUnavailable { lesson: own, .. }
        | Breach::Break { lesson: own, .. }
        | Breach::ClassHours { lesson: own, .. }
        | Breach::ClassUnavailable { lesson: own, .. }
        | Breach::Allowed { lesson: own, .. } => *own == lesson,
        Breach::RoomUnavailable { lesson: own, room, .. } => {
            *own == lesson && school.rooms.get(room).is_none_or(|room| room.kind.is_none())
        }
        Breach::ClassClash { lessons, .. } => clashes(lessons),
        Breach::TeacherClash { lessons, .. } => clashes(lessons),
        Breach::RequiredMissed { apprentice, lesson: own, slot, .. } => {
            *own == lesson && is_always_away(&school.apprentices[*apprentice], *slot)
        }
        _ => false,
    }
}

fn is_always_away(apprentice: &Apprentice, slot: Slot) -> bool {
    apprentice.alternatives.iter().all(|away| away.covers(slot))
}

/// The lessons that share a class, a teacher or a room with one, or an apprentice with its classes: where it goes is
/// nothing to all others.
fn near(school: &School, own: &Lesson) -> BTreeSet<usize> {
    let classes = own.classes();
    let meets = |one: &&Apprentice| one.classes().iter().any(|class| classes.contains(class));
    let met = school.apprentices.iter().filter(meets).flat_map(Apprentice::classes);
    let classes: BTreeSet<&ClassName> = met.chain(classes.iter().copied()).collect();
    let (teachers, rooms) = (own.teachers(), own.rooms());
    let is_near = |other: &Lesson| {
        other.pieces.iter().any(|piece| {
            piece.classes.iter().any(|class| classes.contains(class))
                || piece.teachers.iter().any(|teacher| teachers.contains(teacher))
                || piece.rooms.iter().any(|room| rooms.contains(room))
        })
    };
    let all = school.lessons.iter().enumerate().filter(|(_, other)| is_near(other));
    all.map(|(index, _)| index).collect()
}

/// The school in which no other lesson has a place: the judge takes much less time for it, and what it says of those that
/// are near differs by nothing else.
fn neighbours(school: &School, near: &BTreeSet<usize>) -> School {
    let mut neighbours = school.clone();
    for (index, lesson) in neighbours.lessons.iter_mut().enumerate() {
        if !near.contains(&index) {
            lesson.start = None;
        }
    }
    neighbours
}
