//! What a proposal does to a school, in numbers: whom it touches, what is missed, how full special rooms become.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Verdict;
use crate::diff::sittings;
use crate::domain::{Day, Lesson, Level, Proposal, RoomKind, School, Timetable};

/// What a proposal does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Its points.
    pub points: i64,
    /// Lessons that change.
    pub changed_lessons: usize,
    /// Classes with a lesson that changes.
    pub classes: usize,
    /// Teachers with a lesson that changes.
    pub teachers: usize,
    /// Periods of desired lessons that apprentices miss.
    pub desired_missed: usize,
    /// The rooms of a kind on a day, where the proposal changes how full they are; by kind and day.
    pub rooms: Vec<RoomLoad>,
}

/// How full the rooms of a kind are on a day, in the fullest week of the cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomLoad {
    /// The kind.
    pub kind: RoomKind,
    /// The day.
    pub day: Day,
    /// Periods in the baseline.
    pub before: u32,
    /// Periods in the proposal.
    pub load: u32,
    /// Periods for which there is room.
    pub capacity: u32,
}

/// What `proposal` does to `school`.
#[must_use]
pub fn effect(school: &School, proposal: &Proposal, verdict: &Verdict) -> Effect {
    let difference = &verdict.difference;
    let changed = || difference.changes.iter().filter_map(|one| school.lessons.get(one.lesson));
    Effect {
        points: difference.breakdown.total(),
        changed_lessons: difference.changes.len(),
        classes: changed().flat_map(Lesson::classes).collect::<BTreeSet<_>>().len(),
        teachers: changed().flat_map(Lesson::teachers).collect::<BTreeSet<_>>().len(),
        desired_missed: difference.missed_of(Level::Desired),
        rooms: room_loads(school, &proposal.timetable),
    }
}

type Loads<'a> = BTreeMap<(&'a RoomKind, Day), u32>;

fn room_loads(school: &School, timetable: &Timetable) -> Vec<RoomLoad> {
    let baseline = school.baseline();
    let (before, after) = (loads(school, &baseline), loads(school, timetable));
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
    let load = |(kind, day): (&RoomKind, Day)| RoomLoad {
        kind: kind.clone(),
        day,
        before: before.get(&(kind, day)).copied().unwrap_or(0),
        load: after.get(&(kind, day)).copied().unwrap_or(0),
        capacity: capacity(school, kind, day),
    };
    keys.into_iter().map(load).filter(|load| load.before != load.load).collect()
}

/// Periods in rooms of each kind on each day, in the week that has most; a lesson's rows in one room count once.
fn loads<'a>(school: &'a School, timetable: &'a Timetable) -> Loads<'a> {
    let mut taken = BTreeSet::new();
    for sitting in sittings(school, timetable) {
        for room in sitting.rooms() {
            let kind = school.rooms.get(room).and_then(|room| room.kind.as_ref());
            for (week, kind) in sitting.piece.weeks.iter().zip(std::iter::repeat(kind)) {
                taken.extend(kind.map(|kind| (kind, sitting.slot, week, room, sitting.lesson)));
            }
        }
    }
    let mut weekly: BTreeMap<_, u32> = BTreeMap::new();
    for (kind, slot, week, ..) in taken {
        *weekly.entry((kind, slot.day, week)).or_default() += 1;
    }
    let mut loads = Loads::new();
    for ((kind, day, _), load) in weekly {
        let most = loads.entry((kind, day)).or_default();
        *most = load.max(*most);
    }
    loads
}

fn capacity(school: &School, kind: &RoomKind, day: Day) -> u32 {
    let slots = || school.grid.slots().filter(|slot| slot.day == day);
    let rooms = school.rooms.values().filter(|room| room.kind.as_ref() == Some(kind));
    let of_room = |room: &crate::domain::Room| -> u32 {
        slots().filter(|slot| !room.unavailable.contains(slot)).map(|_| room.parallel).sum()
    };
    rooms.map(of_room).sum()
}
