//! From names to ids.

use std::collections::{BTreeMap, BTreeSet};

use super::chooser::{self, Chooser};
use super::frame::Frame;
use super::id::{Cell, ChooserId, ClassId, LessonId, RoomId, SubjectId, TeacherId};
use super::lesson::{Attendance, ClassUse, IndexedLesson, RoomUse, SubjectUse, TeacherUse};
use super::{Problem, starts};
use crate::domain::{
    ClassName, DivisionName, Effort, Group, Lesson, Level, PartName, Piece, RoomKind, RoomName,
    School, SubjectCode, TeacherName, Weeks,
};

/// The ids of a school's names.
pub(super) struct Ids<'a> {
    pub(super) classes: BTreeMap<&'a ClassName, ClassId>,
    pub(super) teachers: BTreeMap<&'a TeacherName, TeacherId>,
    pub(super) rooms: BTreeMap<&'a RoomName, RoomId>,
    pub(super) subjects: BTreeMap<&'a SubjectCode, SubjectId>,
    divisions: BTreeMap<&'a DivisionName, u16>,
    parts: BTreeMap<&'a PartName, u16>,
}

impl Problem {
    /// Indexes `school`.
    #[must_use]
    pub fn index(school: &School, effort: Effort) -> Self {
        let frame = Frame::around(&school.grid, school.weeks.len());
        let ids = Ids::of(school);
        let choosers = chooser::gather(school, &frame);
        let mut lessons = index_lessons(school, &frame, &ids);
        attend(school, &choosers, &mut lessons);
        let class_occupied = occupied(&frame, ids.classes.len(), &lessons);
        let points_of_unit = school.weights.in_common(effort);
        let weights = school.weights.in_units_of(points_of_unit);
        starts::list(school, &weights, &frame, &ids, &class_occupied, &mut lessons);
        Self {
            lessons_of_class: by_id(ids.classes.len(), &lessons, |lesson| {
                lesson.classes.iter().map(|used| used.class.index()).collect()
            }),
            lessons_of_teacher: by_id(ids.teachers.len(), &lessons, |lesson| {
                lesson.teachers.iter().map(|used| used.teacher.index()).collect()
            }),
            lessons_of_room: by_id(ids.rooms.len(), &lessons, |lesson| {
                let lone = lesson.rooms.iter().filter(|used| used.choices.len() == 1);
                lone.map(|used| used.room.index()).collect()
            }),
            teacher_limits: school.teachers.values().map(|teacher| teacher.max_per_day).collect(),
            room_capacity: school.rooms.values().map(|room| room.parallel).collect(),
            room_available: starts::room_availability(school, &frame),
            subject_limits: school.subjects.values().map(|one| one.max_per_day).collect(),
            seats: school.places.values().copied().collect(),
            weights,
            points_of_unit,
            frame,
            lessons,
            choosers,
            class_occupied,
            effort,
            allowance: None,
        }
    }
}

impl<'a> Ids<'a> {
    fn of(school: &'a School) -> Self {
        let groups: BTreeSet<&Group> = school
            .lessons
            .iter()
            .flat_map(|lesson| &lesson.pieces)
            .filter_map(|piece| piece.group.as_ref())
            .collect();
        Self {
            classes: number(school.classes.keys(), ClassId::new),
            teachers: number(school.teachers.keys(), TeacherId::new),
            rooms: number(school.rooms.keys(), RoomId::new),
            subjects: number(school.subjects.keys(), SubjectId::new),
            divisions: number(groups.iter().map(|group| &group.division), small),
            parts: number(groups.iter().map(|group| &group.part), small),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a school names far fewer than 65,536 groups")]
const fn small(place: usize) -> u16 {
    place as u16
}

fn number<'a, N: Ord + 'a, I>(
    names: impl Iterator<Item = &'a N>,
    id: impl Fn(usize) -> I,
) -> BTreeMap<&'a N, I> {
    let distinct: BTreeSet<&N> = names.collect();
    distinct.into_iter().enumerate().map(|(place, name)| (name, id(place))).collect()
}

fn index_lessons(school: &School, frame: &Frame, ids: &Ids<'_>) -> Vec<IndexedLesson> {
    let kinds = rooms_by_kind(school, ids);
    school
        .lessons
        .iter()
        .enumerate()
        .map(|(place, lesson)| IndexedLesson {
            id: LessonId::new(place),
            home: frame.cell(lesson.start).unwrap_or_else(|| Cell::new(0)),
            classes: class_uses(ids, lesson),
            teachers: teacher_uses(ids, lesson),
            rooms: room_uses(ids, &kinds, lesson),
            room_periods: room_periods(lesson),
            subjects: subject_uses(ids, lesson),
            starts: Vec::new(),
            held: None,
            barred: BTreeSet::new(),
            attendance: Vec::new(),
        })
        .collect()
}

/// Merges uses that differ in their weeks only.
fn merge_weeks<K: Ord>(uses: impl Iterator<Item = (K, Weeks)>) -> BTreeMap<K, Weeks> {
    let mut merged: BTreeMap<K, Weeks> = BTreeMap::new();
    for (key, weeks) in uses {
        merged.entry(key).and_modify(|all| *all = all.union(weeks)).or_insert(weeks);
    }
    merged
}

fn class_uses(ids: &Ids<'_>, lesson: &Lesson) -> Vec<ClassUse> {
    let mut pieces: BTreeMap<(ClassId, u8, crate::domain::Week), Vec<&Piece>> = BTreeMap::new();
    for piece in &lesson.pieces {
        for class in &piece.classes {
            for week in piece.weeks.iter() {
                pieces.entry((ids.classes[class], piece.offset, week)).or_default().push(piece);
            }
        }
    }
    let by_parts = pieces.into_iter().map(|((class, offset, week), pieces)| {
        ((class, offset, parts_of(ids, &pieces)), Weeks::only(week))
    });
    merge_weeks(by_parts)
        .into_iter()
        .map(|((class, offset, parts), weeks)| ClassUse { class, offset, weeks, parts })
        .collect()
}

/// The only division of the pieces and its parts; `None` where some piece takes the whole class or divisions mix.
fn parts_of(ids: &Ids<'_>, pieces: &[&Piece]) -> Option<(u16, Vec<u16>)> {
    let groups: BTreeSet<&Group> =
        pieces.iter().map(|piece| piece.group.as_ref()).collect::<Option<_>>()?;
    let division = &groups.first()?.division;
    groups.iter().all(|group| &group.division == division).then(|| {
        (ids.divisions[division], groups.iter().map(|group| ids.parts[&group.part]).collect())
    })
}

fn teacher_uses(ids: &Ids<'_>, lesson: &Lesson) -> Vec<TeacherUse> {
    let uses = lesson.pieces.iter().flat_map(|piece| {
        let at = move |teacher| ((ids.teachers[teacher], piece.offset), piece.weeks);
        piece.teachers.iter().map(at)
    });
    merge_weeks(uses)
        .into_iter()
        .map(|((teacher, offset), weeks)| TeacherUse { teacher, offset, weeks })
        .collect()
}

fn subject_uses(ids: &Ids<'_>, lesson: &Lesson) -> Vec<SubjectUse> {
    let uses = lesson.pieces.iter().flat_map(|piece| {
        let subject = ids.subjects[&piece.subject];
        let at = move |class| ((ids.classes[class], subject, piece.offset), piece.weeks);
        piece.classes.iter().map(at)
    });
    merge_weeks(uses)
        .into_iter()
        .map(|((class, subject, offset), weeks)| SubjectUse { class, subject, offset, weeks })
        .collect()
}

fn rooms_by_kind(school: &School, ids: &Ids<'_>) -> Vec<Vec<RoomId>> {
    let mut kinds: BTreeMap<&RoomKind, Vec<RoomId>> = BTreeMap::new();
    for (name, room) in &school.rooms {
        if let Some(kind) = &room.kind {
            kinds.entry(kind).or_default().push(ids.rooms[name]);
        }
    }
    let alike = |(name, room): (&RoomName, &crate::domain::Room)| match &room.kind {
        Some(kind) => kinds[kind].clone(),
        None => vec![ids.rooms[name]],
    };
    school.rooms.iter().map(alike).collect()
}

fn room_uses(ids: &Ids<'_>, kinds: &[Vec<RoomId>], lesson: &Lesson) -> Vec<RoomUse> {
    let uses = lesson.pieces.iter().flat_map(|piece| {
        piece.rooms.iter().map(move |room| ((ids.rooms[room], piece.offset), piece.weeks))
    });
    let mut rooms: BTreeMap<RoomId, Vec<(u8, Weeks)>> = BTreeMap::new();
    for ((room, offset), weeks) in merge_weeks(uses) {
        rooms.entry(room).or_default().push((offset, weeks));
    }
    let choices =
        |room: RoomId| if lesson.locked { vec![room] } else { kinds[room.index()].clone() };
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

/// Enters into each lesson who must or should attend it.
fn attend(school: &School, choosers: &[Chooser], lessons: &mut [IndexedLesson]) {
    let chooser_of = chooser::chooser_of(choosers);
    let lessons_of_classes = school.lessons_of_classes();
    let mut counts: BTreeMap<(usize, ChooserId, u8, Level), i64> = BTreeMap::new();
    for (place, apprentice) in school.apprentices.iter().enumerate() {
        for (lesson, offset, level) in
            chooser::core_periods((school, &lessons_of_classes), apprentice)
        {
            *counts.entry((lesson, chooser_of[&place], offset, level)).or_default() += 1;
        }
    }
    for ((lesson, chooser, offset, level), pupils) in counts {
        let attendance = &mut lessons[lesson].attendance;
        match attendance.last_mut().filter(|last| last.chooser == chooser) {
            Some(last) => last.periods.push((offset, level, pupils)),
            None => {
                attendance.push(Attendance { chooser, periods: vec![(offset, level, pupils)] });
            }
        }
    }
}

fn occupied(frame: &Frame, classes: usize, lessons: &[IndexedLesson]) -> Vec<Vec<bool>> {
    let mut occupied = vec![vec![false; frame.cell_count()]; classes];
    for lesson in lessons {
        for used in &lesson.classes {
            occupied[used.class.index()][lesson.home.later(used.offset).index()] = true;
        }
    }
    occupied
}

fn by_id(
    count: usize,
    lessons: &[IndexedLesson],
    ids: impl Fn(&IndexedLesson) -> BTreeSet<usize>,
) -> Vec<Vec<LessonId>> {
    let mut lists = vec![Vec::new(); count];
    for lesson in lessons {
        for id in ids(lesson) {
            lists[id].push(lesson.id);
        }
    }
    lists
}
