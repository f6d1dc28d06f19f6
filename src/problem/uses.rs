//! What a lesson occupies, period by period and week by week.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::Frame;
use super::id::{ClassId, LessonId, RoomId};
use super::lesson::{ClassUse, IndexedLesson, RoomUse, SubjectUse, TeacherUse};
use super::names::Names;
use super::table::{Ids, Table};
use crate::domain::{Group, Lesson, Piece, RoomKind, School, SiteName, Week, Weeks};

/// The lessons of a school, without their starts and who attends them.
pub(super) fn index_lessons(
    school: &School,
    frame: &Frame,
    names: &Names<'_>,
) -> Table<LessonId, IndexedLesson> {
    let alike = rooms_alike(school, names);
    // Only of those without a place: else each lesson of the school would go through all before it.
    let alike_before = |id: LessonId, lesson: &Lesson| {
        let mut before = (0..id.index()).rev().filter(|_| lesson.start.is_none());
        before.find(|&other| school.lessons[other].is_alike(lesson)).map(LessonId::new)
    };
    let index = |(id, lesson): (LessonId, &Lesson)| IndexedLesson {
        id,
        home: lesson.start.and_then(|start| frame.cell(start)),
        alike: alike_before(id, lesson),
        classes: class_uses(names, lesson),
        teachers: teacher_uses(names, lesson),
        rooms: room_uses(names, &alike, (lesson, school.is_locked(lesson))),
        room_periods: room_periods(lesson),
        subjects: subject_uses(names, lesson),
        starts: Vec::new(),
        held: None,
        barred: BTreeSet::new(),
        periods: Vec::new(),
        pairs: Vec::new(),
    };
    Ids::of(school.lessons.len()).zip(&school.lessons).map(index).collect()
}

/// Merges uses that differ in their weeks only.
fn merge_weeks<K: Ord>(uses: impl Iterator<Item = (K, Weeks)>) -> BTreeMap<K, Weeks> {
    let mut merged: BTreeMap<K, Weeks> = BTreeMap::new();
    for (key, weeks) in uses {
        merged.entry(key).and_modify(|all| *all = all.union(weeks)).or_insert(weeks);
    }
    merged
}

fn class_uses(names: &Names<'_>, lesson: &Lesson) -> Vec<ClassUse> {
    let by_parts =
        class_pieces(names, lesson).into_iter().map(|((class, offset, week), pieces)| {
            ((class, offset, parts_of(names, &pieces)), Weeks::only(week))
        });
    merge_weeks(by_parts)
        .into_iter()
        .map(|((class, offset, parts), weeks)| ClassUse { class, offset, weeks, parts })
        .collect()
}

/// The pieces of a lesson that a class has at an offset in a week.
fn class_pieces<'a>(
    names: &Names<'_>,
    lesson: &'a Lesson,
) -> BTreeMap<(ClassId, u8, Week), Vec<&'a Piece>> {
    let mut pieces: BTreeMap<(ClassId, u8, Week), Vec<&Piece>> = BTreeMap::new();
    for piece in &lesson.pieces {
        for class in &piece.classes {
            for week in piece.weeks.iter() {
                pieces.entry((names.classes[class], piece.offset, week)).or_default().push(piece);
            }
        }
    }
    pieces
}

/// The only division of the pieces and its parts; `None` where some piece takes the whole class or divisions mix.
fn parts_of(names: &Names<'_>, pieces: &[&Piece]) -> Option<(u16, Vec<u16>)> {
    let groups: Option<BTreeSet<&Group>> =
        pieces.iter().map(|piece| piece.group.as_ref()).collect();
    names.parts_of(&groups?)
}

fn teacher_uses(names: &Names<'_>, lesson: &Lesson) -> Vec<TeacherUse> {
    let uses = lesson.pieces.iter().flat_map(|piece| {
        let at = move |teacher| ((names.teachers[teacher], piece.offset), piece.weeks);
        piece.teachers.iter().map(at)
    });
    merge_weeks(uses)
        .into_iter()
        .map(|((teacher, offset), weeks)| TeacherUse { teacher, offset, weeks })
        .collect()
}

fn subject_uses(names: &Names<'_>, lesson: &Lesson) -> Vec<SubjectUse> {
    let uses = lesson.pieces.iter().flat_map(|piece| {
        let subject = names.subjects[&piece.subject];
        let at = move |class| ((names.classes[class], subject, piece.offset), piece.weeks);
        piece.classes.iter().map(at)
    });
    merge_weeks(uses)
        .into_iter()
        .map(|((class, subject, offset), weeks)| SubjectUse { class, subject, offset, weeks })
        .collect()
}

/// The rooms that can stand in for a room, of its kind and at its site, itself among them.
fn rooms_alike(school: &School, names: &Names<'_>) -> Table<RoomId, Vec<RoomId>> {
    type Kind<'a> = (&'a RoomKind, Option<&'a SiteName>);
    let mut kinds: BTreeMap<Kind<'_>, Vec<RoomId>> = BTreeMap::new();
    for (name, room) in &school.rooms {
        if let Some(kind) = &room.kind {
            kinds.entry((kind, room.site.as_ref())).or_default().push(names.rooms[name]);
        }
    }
    let alike = |(name, room): (_, &crate::domain::Room)| match &room.kind {
        Some(kind) => kinds[&(kind, room.site.as_ref())].clone(),
        None => vec![names.rooms[name]],
    };
    school.rooms.iter().map(alike).collect()
}

fn room_uses(
    names: &Names<'_>,
    alike: &Table<RoomId, Vec<RoomId>>,
    (lesson, is_locked): (&Lesson, bool),
) -> Vec<RoomUse> {
    let uses = lesson.pieces.iter().flat_map(|piece| {
        piece.rooms.iter().map(move |room| ((names.rooms[room], piece.offset), piece.weeks))
    });
    let mut rooms: BTreeMap<RoomId, Vec<(u8, Weeks)>> = BTreeMap::new();
    for ((room, offset), weeks) in merge_weeks(uses) {
        rooms.entry(room).or_default().push((offset, weeks));
    }
    let choices = |room| if is_locked { vec![room] } else { alike[room].clone() };
    rooms
        .into_iter()
        .map(|(room, periods)| RoomUse { room, periods, choices: choices(room) })
        .collect()
}

fn room_periods(lesson: &Lesson) -> i64 {
    let with_room = lesson.pieces.iter().filter(|piece| !piece.rooms.is_empty());
    let offsets: BTreeSet<u8> = with_room.map(|piece| piece.offset).collect();
    i64::try_from(offsets.len()).unwrap_or(i64::MAX)
}
