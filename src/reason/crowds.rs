//! Lessons that need the same class, teacher or rooms, and have fewer slots for it than periods.
//!
//! # Source
//! Philip Hall, "On Representatives of Subsets", 1935. The crowd is found as Harold Kuhn, "The Hungarian Method for the
//! Assignment Problem", 1955, finds a matching: from a period that has no slot, along those that would have to leave theirs.

use std::collections::{BTreeMap, BTreeSet};

use super::starts::Reach;
use super::{Reason, Shared, number};
use crate::domain::{
    ClassName, DivisionName, PartName, Piece, RoomKind, RoomName, School, Slot, Week, Weeks,
};

/// One period of a lesson: the lesson's index, and the offset.
type Sitting = (usize, u8);

/// For each class, teacher and kind of rooms in each week, a crowd that does not fit into the slots left to it.
pub(super) fn crowded(school: &School, reaches: &[Reach<'_>]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let seats = Seats::new(school);
    let lessons = school.lessons_of_classes();
    for week in school.cycle() {
        for (need, sittings) in needs(school, &lessons, week) {
            let possible = |&(lesson, _): &Sitting| !reaches[lesson].starts.is_empty();
            let sittings: Vec<Sitting> = sittings.into_iter().filter(possible).collect();
            let allowed = seats.allowed(&need);
            let allowed = |slot| {
                allowed.as_ref().map_or(1, |allowed| allowed.get(&slot).copied().unwrap_or(0))
            };
            let crowd = crowd(&sittings, reaches, &allowed);
            reasons.extend(crowd.map(|crowd| reason(need, week, crowd, &allowed)));
        }
    }
    reasons
}

/// What is told of a crowd and the slots that are left to it.
fn reason(
    need: Shared,
    week: Week,
    (crowd, slots): (Vec<Sitting>, BTreeSet<Slot>),
    allowed: &dyn Fn(Slot) -> usize,
) -> Reason {
    let lessons: BTreeSet<usize> = crowd.iter().map(|&(lesson, _)| lesson).collect();
    Reason::Crowded {
        weeks: Weeks::only(week),
        lessons: lessons.into_iter().collect(),
        periods: number(crowd.len()),
        allowed: number(slots.iter().map(|&slot| allowed(slot)).sum()),
        slots: slots.into_iter().collect(),
        need,
    }
}

/// What needs a slot of its own, for everything that is shared.
fn needs(
    school: &School,
    lessons: &BTreeMap<&ClassName, Vec<usize>>,
    week: Week,
) -> BTreeMap<Shared, BTreeSet<Sitting>> {
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
        let lessons = lessons.get(class).map_or(&[][..], Vec::as_slice);
        needs.insert(Shared::Class(class.clone()), one_after_the_other(school, lessons, theirs));
    }
    needs
}

/// Of some pieces of a class, those that cannot be side by side: the whole class's, and each division's busiest part's.
fn one_after_the_other(
    school: &School,
    lessons: &[usize],
    which: impl Fn(&Piece) -> bool,
) -> BTreeSet<Sitting> {
    let mut sittings = BTreeSet::new();
    let mut divisions: BTreeMap<&DivisionName, BTreeMap<&PartName, BTreeSet<Sitting>>> =
        BTreeMap::new();
    for &lesson in lessons {
        for piece in school.lessons[lesson].pieces.iter().filter(|piece| which(piece)) {
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

/// How many lessons can be in rooms at once, counted once for each room and kind.
struct Seats<'a> {
    rooms: BTreeMap<&'a RoomName, BTreeMap<Slot, usize>>,
    kinds: BTreeMap<&'a RoomKind, BTreeMap<Slot, usize>>,
}

impl<'a> Seats<'a> {
    fn new(school: &'a School) -> Self {
        let had = room_slots(school);
        let slots: BTreeSet<Slot> =
            school.grid.slots().chain(had.iter().map(|&(_, slot)| slot)).collect();
        let mut seats = Self { rooms: BTreeMap::new(), kinds: BTreeMap::new() };
        for (name, room) in &school.rooms {
            let open = |slot: &Slot| {
                // Where the baseline has a lesson there, it may stay.
                !room.unavailable.contains(slot) || had.contains(&(name, *slot))
            };
            let own = match &room.kind {
                Some(kind) => seats.kinds.entry(kind).or_default(),
                None => seats.rooms.entry(name).or_default(),
            };
            for slot in slots.iter().filter(|slot| open(slot)) {
                *own.entry(*slot).or_default() += room.parallel as usize;
            }
        }
        seats
    }

    /// How many lessons can have what they need in each slot at once, none where it says nothing; without it, one
    /// everywhere.
    fn allowed(&self, need: &Shared) -> Option<&BTreeMap<Slot, usize>> {
        match need {
            Shared::Class(_) | Shared::Teacher(_) => None,
            Shared::Room(room) => self.rooms.get(room),
            Shared::Rooms(kind) => self.kinds.get(kind),
        }
    }
}

/// When each room has a lesson in the baseline.
fn room_slots(school: &School) -> BTreeSet<(&RoomName, Slot)> {
    let mut had = BTreeSet::new();
    for lesson in &school.lessons {
        for piece in &lesson.pieces {
            let slot = lesson.start.and_then(|start| start.later(piece.offset));
            had.extend(piece.rooms.iter().filter_map(|room| Some((room, slot?))));
        }
    }
    had
}

/// Periods with fewer slots than there are of them, and those slots.
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
        Some((crowd.into_iter().map(|index| sittings[index]).collect(), asked))
    })
}

/// Who sits where.
struct Seating<'a> {
    reach: &'a [Vec<Slot>],
    allowed: &'a dyn Fn(Slot) -> usize,
    seated: BTreeMap<Slot, Vec<usize>>,
}

impl Seating<'_> {
    /// Finds a seat for `next`, others moving up as they must; no slot is `asked` twice.
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
