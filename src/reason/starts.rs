//! Required lessons that can start nowhere, whatever the other lessons do.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use crate::domain::{
    Apprentice, ClassName, Lesson, Level, Room, RoomKind, RoomName, School, SiteName, Slot,
};

/// Where a lesson can start, whatever the other lessons do.
pub(super) struct Reach<'a> {
    /// Starts at which every rule about it alone holds, and each apprentice, with some alternative, is at school for
    /// what is required.
    pub(super) starts: Vec<Slot>,
    /// The apprentice who takes the last start away, if none is left.
    missed_by: Option<&'a Apprentice>,
}

/// For each lesson, where it can start.
pub(super) fn reaches(school: &School) -> Vec<Reach<'_>> {
    let had = class_slots(school);
    let (pupils, kinds) = (school.apprentices_of_classes(), rooms_of_kinds(school));
    let reach = |lesson: &Lesson| {
        let mut starts = starts(school, lesson, (&had, &kinds));
        let classes = lesson.classes().into_iter();
        let indices: BTreeSet<usize> =
            classes.filter_map(|class| pupils.get(class)).flatten().copied().collect();
        let own = indices.into_iter().map(|index| &school.apprentices[index]);
        let missed_by = own.filter(|pupil| needs(pupil, lesson)).find(|pupil| {
            starts.retain(|&start| can_attend(pupil, lesson, start));
            starts.is_empty()
        });
        Reach { starts, missed_by }
    };
    school.lessons.iter().map(reach).collect()
}

/// Each lesson that has nowhere to start.
pub(super) fn nowhere_to_go(reaches: &[Reach<'_>]) -> Vec<Reason> {
    let missed = reaches.iter().enumerate();
    let missed = missed.filter_map(|(lesson, reach)| Some((lesson, reach.missed_by?)));
    let reason = |(lesson, pupil): (usize, &Apprentice)| {
        let pupil = pupil.pupil.clone();
        Reason::NowhereToGo { lesson, pupil }
    };
    missed.map(reason).collect()
}

/// Each class and slot with a lesson in any week of the baseline.
pub(super) fn class_slots(school: &School) -> BTreeSet<(&ClassName, Slot)> {
    let mut had = BTreeSet::new();
    for lesson in &school.lessons {
        for (class, offset) in lesson.class_periods() {
            let slot = lesson.start.and_then(|start| start.later(offset));
            had.extend(slot.map(|slot| (class, slot)));
        }
    }
    had
}

/// Whether `class` may have a lesson in `slot`: within its hours, or where it `had` one.
pub(super) fn within_hours(
    school: &School,
    had: &BTreeSet<(&ClassName, Slot)>,
    class: &ClassName,
    slot: Slot,
) -> bool {
    let hours = school.classes.get(class);
    let early = hours.and_then(|hours| hours.earliest).is_some_and(|first| slot.period < first);
    let late = hours.and_then(|hours| hours.latest).is_some_and(|last| slot.period > last);
    !(early || late) || had.contains(&(class, slot))
}

fn needs(pupil: &Apprentice, lesson: &Lesson) -> bool {
    let mut pieces = lesson.pieces.iter();
    pieces.any(|piece| pupil.level(&piece.subject) == Some(Level::Required) && pupil.attends(piece))
}

/// Whether some alternative leaves the pupil at school for all that is required of the lesson.
fn can_attend(pupil: &Apprentice, lesson: &Lesson, start: Slot) -> bool {
    let required: BTreeSet<Slot> = lesson
        .pieces
        .iter()
        .filter(|piece| pupil.level(&piece.subject) == Some(Level::Required))
        .filter(|piece| pupil.attends(piece))
        .filter_map(|piece| start.later(piece.offset))
        .collect();
    let mut alternatives = pupil.alternatives.iter();
    alternatives.any(|away| !required.iter().any(|&slot| away.covers(slot)))
}

/// The rooms that stand in for one another.
type Kinds<'a> = BTreeMap<(&'a RoomKind, Option<&'a SiteName>), Vec<&'a Room>>;

fn rooms_of_kinds(school: &School) -> Kinds<'_> {
    let mut kinds = Kinds::new();
    for room in school.rooms.values() {
        if let Some(kind) = &room.kind {
            kinds.entry((kind, room.site.as_ref())).or_default().push(room);
        }
    }
    kinds
}

/// The starts at which every rule about the lesson alone holds. The one that it has, if any, is always among them.
fn starts(
    school: &School,
    lesson: &Lesson,
    (had, kinds): (&BTreeSet<(&ClassName, Slot)>, &Kinds<'_>),
) -> Vec<Slot> {
    let length = lesson.length();
    let elsewhere = school.grid.slots().filter(|&start| {
        !school.is_locked(lesson)
            && Some(start) != lesson.start
            && school.grid.fits(start, length)
            && !school.grid.crosses_break(start, length)
            && people_can(school, lesson, start, had)
            && lesson
                .rooms()
                .into_iter()
                .all(|room| some_room_is_free((school, kinds), lesson, room, start))
    });
    lesson.start.into_iter().chain(elsewhere).collect()
}

/// Whether its classes may have it and its teachers are available when it starts at `start`.
fn people_can(
    school: &School,
    lesson: &Lesson,
    start: Slot,
    had: &BTreeSet<(&ClassName, Slot)>,
) -> bool {
    lesson.pieces.iter().all(|piece| {
        start.later(piece.offset).is_some_and(|slot| {
            let away = |name| {
                school.teachers.get(name).is_some_and(|known| known.unavailable.contains(&slot))
            };
            let closed = |name| {
                school.classes.get(name).is_some_and(|known| known.unavailable.contains(&slot))
            };
            piece.classes.iter().all(|class| within_hours(school, had, class, slot))
                && piece.allowed.as_ref().is_none_or(|allowed| allowed.contains(&slot))
                && !piece.classes.iter().any(closed)
                && !piece.teachers.iter().any(away)
        })
    })
}

/// Whether the room, or another of its kind, is available for all periods that have it.
fn some_room_is_free(
    (school, kinds): (&School, &Kinds<'_>),
    lesson: &Lesson,
    room: &RoomName,
    start: Slot,
) -> bool {
    let pieces = lesson.pieces.iter().filter(|piece| piece.rooms.contains(room));
    let slots: Vec<Slot> = pieces.filter_map(|piece| start.later(piece.offset)).collect();
    let own = school.rooms.get(room);
    let alike = own
        .and_then(|own| kinds.get(&(own.kind.as_ref()?, own.site.as_ref())))
        .into_iter()
        .flatten()
        .copied();
    let mut rooms = own.into_iter().chain(alike);
    rooms.any(|room| !slots.iter().any(|slot| room.unavailable.contains(slot)))
}
