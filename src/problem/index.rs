//! From names to ids.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use super::chooser::{self, Chooser};
use super::frame::Frame;
use super::id::{Cell, ChooserId, ClassId, LessonId};
use super::lesson::{Attendance, IndexedLesson};
use super::names::Names;
use super::starts::{self, room_availability};
use super::table::{Id, Ids, Table};
use super::uses::index_lessons;
use crate::domain::{Effort, Level, School};

type Lessons = Table<LessonId, IndexedLesson>;

impl Problem {
    /// Indexes `school`.
    #[must_use]
    pub fn index(school: &School, effort: Effort) -> Self {
        let frame = Frame::around(&school.grid, school.weeks.len());
        let names = Names::of(school);
        let choosers = chooser::gather(school, &frame);
        let mut lessons = index_lessons(school, &frame, &names);
        attend(school, &choosers, &mut lessons);
        let class_occupied = occupied(&frame, Ids::of(names.classes.len()), &lessons);
        let points_of_unit = school.weights.in_common(effort);
        let weights = school.weights.in_units_of(points_of_unit);
        starts::list(school, &weights, &frame, &class_occupied, &mut lessons);
        Self {
            lessons_of_class: lessons_of(&Ids::of(names.classes.len()), &lessons, |lesson| {
                lesson.classes.iter().map(|used| used.class).collect()
            }),
            lessons_of_teacher: lessons_of(&Ids::of(names.teachers.len()), &lessons, |lesson| {
                lesson.teachers.iter().map(|used| used.teacher).collect()
            }),
            lessons_of_room: lessons_of(&Ids::of(names.rooms.len()), &lessons, |lesson| {
                let lone = lesson.rooms.iter().filter(|used| used.choices.len() == 1);
                lone.map(|used| used.room).collect()
            }),
            teacher_limits: school.teachers.values().map(|teacher| teacher.max_per_day).collect(),
            room_capacity: school.rooms.values().map(|room| room.parallel).collect(),
            room_available: room_availability(school, &frame),
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

/// Enters into each lesson who must or should attend it.
fn attend(school: &School, choosers: &Table<ChooserId, Chooser>, lessons: &mut Lessons) {
    for ((lesson, chooser, offset, level), pupils) in count_pupils(school, choosers) {
        let attendance = &mut lessons[lesson].attendance;
        match attendance.last_mut().filter(|last| last.chooser == chooser) {
            Some(last) => last.periods.push((offset, level, pupils)),
            None => {
                attendance.push(Attendance { chooser, periods: vec![(offset, level, pupils)] });
            }
        }
    }
}

/// How many of a chooser's pupils attend a core period of a lesson.
fn count_pupils(
    school: &School,
    choosers: &Table<ChooserId, Chooser>,
) -> BTreeMap<(LessonId, ChooserId, u8, Level), i64> {
    let chooser_of = chooser::chooser_of(choosers);
    let lessons = school.lessons_of_classes();
    let mut counts = BTreeMap::new();
    for (index, apprentice) in school.apprentices.iter().enumerate() {
        for (lesson, offset, level) in chooser::core_periods((school, &lessons), apprentice) {
            let period = (LessonId::new(lesson), chooser_of[&index], offset, level);
            *counts.entry(period).or_default() += 1;
        }
    }
    counts
}

fn occupied(
    frame: &Frame,
    classes: Ids<ClassId>,
    lessons: &Lessons,
) -> Table<(ClassId, Cell), bool> {
    let mut occupied = Table::filled(&(classes, frame.cells()), false);
    for lesson in lessons {
        for used in &lesson.classes {
            occupied[(used.class, lesson.home.later(used.offset))] = true;
        }
    }
    occupied
}

/// The lessons of each of `all`, each lesson once.
fn lessons_of<I: Id + Ord>(
    all: &Ids<I>,
    lessons: &Lessons,
    ids: impl Fn(&IndexedLesson) -> BTreeSet<I>,
) -> Table<I, Vec<LessonId>> {
    let mut lists = Table::filled(all, Vec::new());
    for lesson in lessons {
        for id in ids(lesson) {
            lists[id].push(lesson.id);
        }
    }
    lists
}
