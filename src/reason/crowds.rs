//! Lessons that need the same class, teacher or rooms, and have fewer places for it than periods.
//!
//! # Source
//! Philip Hall, "On Representatives of Subsets", 1935. The crowd is found as Harold Kuhn, "The Hungarian Method for the
//! Assignment Problem", 1955, finds a matching: from a period that has no place, along those that would have to leave theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::starts::Reach;
use super::{Reason, Shared, number};
use crate::domain::{DivisionName, PartName, Piece, Room, RoomName, School, Slot, Week, Weeks};

/// One period of a lesson: the lesson's place, and the offset.
type Sitting = (usize, u8);

/// For each class, teacher and kind of rooms in each week, a crowd that does not fit into the slots left to it.
pub(super) fn crowded(school: &School, reaches: &[Reach<'_>]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for week in school.cycle() {
        for (need, sittings) in needs(school, week) {
            let possible = |&(lesson, _): &Sitting| !reaches[lesson].starts.is_empty();
            let sittings: Vec<Sitting> = sittings.into_iter().filter(possible).collect();
            let allowed = |slot| allowed(school, &need, slot);
            if let Some((crowd, slots)) = crowd(&sittings, reaches, &allowed) {
                let lessons: BTreeSet<usize> = crowd.iter().map(|&(lesson, _)| lesson).collect();
                reasons.push(Reason::Crowded {
                    weeks: Weeks::only(week),
                    lessons: lessons.into_iter().collect(),
                    periods: number(crowd.len()),
                    allowed: number(slots.iter().map(|&slot| allowed(slot)).sum()),
                    slots: slots.into_iter().collect(),
                    need,
                });
            }
        }
    }
    reasons
}

/// What needs a place of its own, for everything that is shared.
fn needs(school: &School, week: Week) -> BTreeMap<Shared, BTreeSet<Sitting>> {
    let mut needs: BTreeMap<Shared, BTreeSet<Sitting>> = BTreeMap::new();
    let mut need = |shared, sitting| needs.entry(shared).or_default().insert(sitting);
    for (lesson, has) in school.lessons.iter().enumerate() {
        for piece in has.pieces.iter().filter(|piece| piece.weeks.contains(week)) {
            let sitting = (lesson, piece.offset);
            for teacher in &piece.teachers {
                need(Shared::Teacher(teacher.clone()), sitting);
            }
            for room in &piece.rooms {
                let kind = school.rooms.get(room).and_then(|room| room.kind.clone());
                need(kind.map_or_else(|| Shared::Room(room.clone()), Shared::Rooms), sitting);
            }
        }
    }
    for class in school.classes.keys() {
        let theirs = |piece: &Piece| piece.weeks.contains(week) && piece.classes.contains(class);
        needs.insert(Shared::Class(class.clone()), one_after_the_other(school, theirs));
    }
    needs
}

/// Of some pieces of a class, those that cannot be side by side: the whole class's, and each division's busiest part's.
fn one_after_the_other(school: &School, which: impl Fn(&Piece) -> bool) -> BTreeSet<Sitting> {
    let mut sittings = BTreeSet::new();
    let mut divisions: BTreeMap<&DivisionName, BTreeMap<&PartName, BTreeSet<Sitting>>> =
        BTreeMap::new();
    for (lesson, has) in school.lessons.iter().enumerate() {
        for piece in has.pieces.iter().filter(|piece| which(piece)) {
            let parts = piece.group.as_ref().map(|group| {
                divisions.entry(&group.division).or_default().entry(&group.part).or_default()
            });
            parts.unwrap_or(&mut sittings).insert((lesson, piece.offset));
        }
    }
    let busiest =
        divisions.into_values().filter_map(|parts| parts.into_values().max_by_key(BTreeSet::len));
    sittings.extend(busiest.flatten());
    sittings
}

/// How many lessons can have what they need in `slot` at once.
fn allowed(school: &School, need: &Shared, slot: Slot) -> usize {
    let parallel = |(name, room): (&RoomName, &Room)| {
        let open = !room.unavailable.contains(&slot) || has_one_already(school, name, slot);
        if open { room.parallel as usize } else { 0 }
    };
    let rooms = school.rooms.iter();
    match need {
        Shared::Class(_) | Shared::Teacher(_) => 1,
        Shared::Room(own) => rooms.filter(|(name, _)| *name == own).map(parallel).sum(),
        Shared::Rooms(kind) => {
            rooms.filter(|(_, room)| room.kind.as_ref() == Some(kind)).map(parallel).sum()
        }
    }
}

/// Whether the baseline has a lesson there, which may stay.
fn has_one_already(school: &School, room: &RoomName, slot: Slot) -> bool {
    school.lessons.iter().any(|lesson| {
        lesson.pieces.iter().any(|piece| {
            piece.rooms.contains(room) && lesson.start.later(piece.offset) == Some(slot)
        })
    })
}

/// Periods with fewer places than there are of them, and the slots of those places.
fn crowd(
    sittings: &[Sitting],
    reaches: &[Reach<'_>],
    allowed: &dyn Fn(Slot) -> usize,
) -> Option<(Vec<Sitting>, BTreeSet<Slot>)> {
    let slots = |&(lesson, offset): &Sitting| {
        reaches[lesson].starts.iter().filter_map(|start| start.later(offset)).collect()
    };
    let reach: Vec<Vec<Slot>> = sittings.iter().map(slots).collect();
    let mut seating = Seating { reach: &reach, allowed, seated: BTreeMap::new() };
    (0..sittings.len()).find_map(|next| {
        let mut asked = BTreeSet::new();
        if seating.seat(next, &mut asked) {
            return None;
        }
        let seated = asked.iter().filter_map(|slot| seating.seated.get(slot)).flatten();
        let crowd: BTreeSet<usize> = seated.copied().chain([next]).collect();
        Some((crowd.into_iter().map(|place| sittings[place]).collect(), asked))
    })
}

/// Who has a place where.
struct Seating<'a> {
    reach: &'a [Vec<Slot>],
    allowed: &'a dyn Fn(Slot) -> usize,
    seated: BTreeMap<Slot, Vec<usize>>,
}

impl Seating<'_> {
    /// Finds a place for `next`, others moving up as they must; no slot is `asked` twice.
    fn seat(&mut self, next: usize, asked: &mut BTreeSet<Slot>) -> bool {
        self.reach[next].iter().any(|&slot| asked.insert(slot) && self.seat_in(slot, next, asked))
    }

    fn seat_in(&mut self, slot: Slot, next: usize, asked: &mut BTreeSet<Slot>) -> bool {
        let here = self.seated.get(&slot).cloned().unwrap_or_default();
        if here.len() < (self.allowed)(slot) {
            self.seated.entry(slot).or_default().push(next);
            return true;
        }
        let leaves = here.into_iter().find(|&other| self.seat(other, asked));
        if let (Some(other), Some(here)) = (leaves, self.seated.get_mut(&slot)) {
            here.retain(|&one| one != other);
            here.push(next);
        }
        leaves.is_some()
    }
}
