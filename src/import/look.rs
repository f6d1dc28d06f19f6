//! What a school looks like that was imported, in numbers.
//!
//! A wrong import that looks right is the danger, so this is told of the school as the program reads it back.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::diagnostic::Fault;
use crate::domain::{ClassName, Lesson, School, Slot, Week, Weeks};
use crate::input::Loaded;

/// What a school has, in numbers.
pub(crate) struct Look {
    /// Classes that are the school's own, see [`Look::periods`].
    pub(crate) classes: usize,
    /// Teachers.
    pub(crate) teachers: usize,
    /// Rooms.
    pub(crate) rooms: usize,
    /// Lessons.
    pub(crate) lessons: usize,
    /// Lessons over several periods.
    pub(crate) doubles: usize,
    /// Lessons of which several rows happen at once.
    pub(crate) bands: usize,
    /// Lessons that are locked.
    pub(crate) locked: usize,
    /// Each class's periods with a lesson, week by week.
    pub(crate) periods: Vec<(ClassName, Vec<usize>)>,
}

impl Look {
    /// What `school` has.
    pub(crate) fn of(school: &School) -> Self {
        let periods = periods(school);
        let count =
            |is: fn(&Lesson) -> bool| school.lessons.iter().filter(|&lesson| is(lesson)).count();
        Self {
            classes: periods.len(),
            teachers: school.teachers.len(),
            rooms: school.rooms.len(),
            lessons: school.lessons.len(),
            doubles: count(|lesson| lesson.length() > 1),
            bands: count(is_band),
            locked: count(|lesson| lesson.locked),
            periods,
        }
    }
}

/// Whether several rows happen at once.
fn is_band(lesson: &Lesson) -> bool {
    !lesson.pieces.iter().map(|piece| piece.offset).all_unique()
}

/// Each class's periods with a lesson, week by week. Classes with nothing but one locked lesson are none of a school's.
fn periods(school: &School) -> Vec<(ClassName, Vec<usize>)> {
    let mut slots: BTreeMap<&ClassName, BTreeSet<(Week, Option<Slot>)>> = BTreeMap::new();
    let mut lessons: BTreeMap<&ClassName, (usize, bool)> = BTreeMap::new();
    for lesson in &school.lessons {
        for class in lesson.classes() {
            let known = lessons.entry(class).or_insert((0, true));
            *known = (known.0 + 1, known.1 && lesson.locked);
        }
        for piece in &lesson.pieces {
            for class in &piece.classes {
                let slot = lesson.start.and_then(|start| start.later(piece.offset));
                let weeks = piece.weeks.iter().map(|week| (week, slot));
                slots.entry(class).or_default().extend(weeks);
            }
        }
    }
    let is_real = |class: &ClassName| lessons.get(class).is_some_and(|&known| known != (1, true));
    let count = |slots: &BTreeSet<(Week, Option<Slot>)>, week: Week| {
        slots.iter().filter(|(own, _)| *own == week).count()
    };
    let weeks: Vec<Week> = Weeks::all(school.weeks.len()).iter().collect();
    let real = slots.into_iter().filter(|(class, _)| is_real(class));
    real.map(|(class, slots)| {
        (class.clone(), weeks.iter().map(|&week| count(&slots, week)).collect())
    })
    .collect()
}

/// The codes of which nobody said whether they are core subjects.
pub(crate) fn undecided(loaded: &Loaded) -> Vec<String> {
    let codes = loaded.diagnostics.iter().filter_map(|found| match &found.fault {
        Fault::SubjectsUnknown { codes, .. } => Some(codes.clone()),
        _ => None,
    });
    codes.flatten().collect()
}
