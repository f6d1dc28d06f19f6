//! A lesson held twice: once for those who can come when it is, and once for those who cannot.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::conflict::Conflict;
use super::fact::Fact;
use crate::diff::{as_things_stand, missed};
use crate::domain::{
    Apprentice, ClassName, DivisionName, Group, Lesson, LessonName, Level, PartName, Piece, School,
    Span, SubjectCode,
};

/// The most ways of holding something twice that are tried.
const MOST: usize = 24;

/// Lessons that are held twice, in a school whose other lessons are as they were.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Twice {
    /// The lessons: indexes in [`School::lessons`].
    pub lessons: Vec<usize>,
    /// Who comes when they are held the second time, as indexes in [`School::apprentices`]; all others come the first time.
    pub second: BTreeSet<usize>,
}

/// What holding lessons twice might help against `conflict`: required lessons that some of its pupils miss where they are, for
/// those who miss them; and required lessons without a place whose pupils are away at different times, for those of one time.
/// One lesson, all such lessons of a subject, or all of those pupils.
///
/// Lessons for a part of a class only are left out: whoever is in one of its parts is so in all its lessons.
pub(super) fn candidates(school: &School, conflict: &Conflict) -> Vec<Twice> {
    let classes = classes(conflict);
    let is_meant = |pupil: usize| classes.contains(&school.apprentices[pupil].class);
    let mut lessons_for: BTreeMap<BTreeSet<usize>, Vec<usize>> = BTreeMap::new();
    for (lesson, second) in missed_by(school).into_iter().chain(unplaced_for(school)) {
        let is_whole = school.lessons[lesson].pieces.iter().all(|piece| piece.group.is_none());
        if is_whole && second.iter().any(|&pupil| is_meant(pupil)) {
            lessons_for.entry(second).or_default().push(lesson);
        }
    }
    let ways = lessons_for.into_iter().flat_map(|(second, lessons)| {
        let sets = sets(school, &lessons).into_iter();
        sets.map(move |lessons| Twice { lessons, second: second.clone() }).collect_vec()
    });
    ways.take(MOST).collect()
}

/// Each of some lessons by itself, those of each subject together, and all; of lessons without a place that differ in their
/// names only, only the first is tried by itself.
fn sets(school: &School, lessons: &[usize]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for (place, &lesson) in lessons.iter().enumerate() {
        let is_alike = |&other: &usize| school.lessons[other].is_alike(&school.lessons[lesson]);
        if !lessons[..place].iter().any(is_alike) {
            sets.push(vec![lesson]);
        }
    }
    let subject = |lesson: &usize| school.lessons[*lesson].pieces.first().map(|one| &one.subject);
    let mut of_subjects: BTreeMap<Option<&SubjectCode>, Vec<usize>> = BTreeMap::new();
    for lesson in lessons {
        of_subjects.entry(subject(lesson)).or_default().push(*lesson);
    }
    sets.extend(of_subjects.into_values().filter(|own| own.len() > 1));
    sets.push(lessons.to_vec());
    sets.into_iter().unique().collect()
}

/// The classes whose apprentices a conflict is about.
fn classes(conflict: &Conflict) -> BTreeSet<&ClassName> {
    let classes = conflict.facts.iter().filter_map(|fact| match fact {
        Fact::Away { class, .. } | Fact::Required { class, .. } | Fact::Guest { class, .. } => {
            Some(class)
        }
        _ => None,
    });
    classes.collect()
}

/// The lessons of required subjects that somebody misses as things stand, each with those who miss it.
fn missed_by(school: &School) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut pupils: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let all = missed(school, &as_things_stand(school));
    for one in all.iter().filter(|one| one.level == Level::Required) {
        pupils.entry(one.lesson).or_default().insert(one.apprentice);
    }
    pupils
}

/// The lessons of required subjects without a place whose pupils are away at several times, each with those of one time.
fn unplaced_for(school: &School) -> Vec<(usize, BTreeSet<usize>)> {
    let mut told = Vec::new();
    let unplaced = school.lessons.iter().enumerate().filter(|(_, lesson)| lesson.start.is_none());
    for (index, lesson) in unplaced {
        let mut times: BTreeMap<Vec<&[Span]>, BTreeSet<usize>> = BTreeMap::new();
        let attending = school.apprentices.iter().enumerate();
        for (pupil, one) in attending.filter(|(_, one)| needs(one, lesson)) {
            let own = one.alternatives.iter().map(|away| away.spans.as_slice());
            times.entry(own.collect()).or_default().insert(pupil);
        }
        // With two times it is the same which of them comes second.
        let tried = match times.len() {
            0 | 1 => 0,
            2 => 1,
            many => many,
        };
        told.extend(times.into_values().rev().take(tried).map(|second| (index, second)));
    }
    told
}

/// Whether a pupil attends a lesson of a subject that is required of him or her.
fn needs(pupil: &Apprentice, lesson: &Lesson) -> bool {
    let is_required = |piece: &&Piece| pupil.level(&piece.subject) == Some(Level::Required);
    lesson.pieces.iter().filter(is_required).any(|piece| pupil.attends(piece))
}

/// The school in which they are held twice: each lesson for one part of its classes, and again for the other, with the same
/// teachers and rooms, wherever there is room; the parts are the same in all lessons. The second times are the last lessons,
/// in the order of [`Twice::lessons`].
pub(super) fn held_twice(school: &School, twice: &Twice) -> School {
    let mut more = school.clone();
    let [first, second] = ["1", "2"].map(|part| Group {
        division: DivisionName::from("held twice"),
        part: PartName::from(part),
    });
    for &index in &twice.lessons {
        let lesson = &school.lessons[index];
        for (pupil, one) in more.apprentices.iter_mut().enumerate() {
            if lesson.pieces.iter().any(|piece| one.attends(piece)) {
                let is_second = twice.second.contains(&pupil);
                one.groups.insert(if is_second { second.clone() } else { first.clone() });
            }
        }
        let again = Lesson {
            name: LessonName::from(format!("{} (2)", lesson.name).as_str()),
            pieces: of_group(lesson, &second),
            start: None,
            locked: false,
        };
        more.lessons[index].pieces = of_group(lesson, &first);
        more.lessons.push(again);
    }
    more
}

fn of_group(lesson: &Lesson, group: &Group) -> Vec<Piece> {
    let pieces = lesson.pieces.iter();
    pieces.map(|piece| Piece { group: Some(group.clone()), ..piece.clone() }).collect()
}
