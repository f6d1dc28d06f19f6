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
    /// The lessons: indexes in [`School::lessons`], of one subject.
    pub lessons: Vec<usize>,
    /// Who comes when they are held the second time, as indexes in [`School::apprentices`]; all others come the first time.
    pub second: BTreeSet<usize>,
}

/// What holding lessons twice might help against `conflict`: required lessons that some of its pupils miss where they are, for
/// those who miss them; and required lessons without a place whose pupils are away at different times, for those of one time.
///
/// Lessons for a part of a class only are left out: whoever is in one of its parts is so in all its lessons.
pub(super) fn candidates(school: &School, conflict: &Conflict) -> Vec<Twice> {
    let classes = classes(conflict);
    let is_meant = |pupil: usize| classes.contains(&school.apprentices[pupil].class);
    let mut sets: BTreeMap<(Option<&SubjectCode>, BTreeSet<usize>), Vec<usize>> = BTreeMap::new();
    for (lesson, second) in missed_by(school).into_iter().chain(unplaced_for(school)) {
        let is_whole = school.lessons[lesson].pieces.iter().all(|piece| piece.group.is_none());
        if is_whole && second.iter().any(|&pupil| is_meant(pupil)) {
            let subject = school.lessons[lesson].pieces.first().map(|piece| &piece.subject);
            sets.entry((subject, second)).or_default().push(lesson);
        }
    }
    let ways = sets.into_iter().flat_map(|((_, second), lessons)| {
        let all = (lessons.len() > 1).then(|| lessons.clone());
        let singly = lessons.into_iter().map(|lesson| vec![lesson]);
        let own = singly.chain(all).map(move |lessons| (lessons, second.clone()));
        own.collect_vec()
    });
    let ways = ways.map(|(lessons, second)| Twice { lessons, second });
    ways.take(MOST).collect()
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

/// The lessons of required subjects without a place, each with those of its pupils who are away at one time, for each time
/// but the first. Of lessons that differ in their names only, the first.
fn unplaced_for(school: &School) -> Vec<(usize, BTreeSet<usize>)> {
    let mut told = Vec::new();
    let mut known: Vec<Vec<Piece>> = Vec::new();
    for (index, lesson) in school.lessons.iter().enumerate().filter(|(_, one)| one.start.is_none())
    {
        let rows = lesson.pieces.iter().map(|piece| Piece { row: 0, line: 0, ..piece.clone() });
        let rows = rows.collect_vec();
        if known.contains(&rows) {
            continue;
        }
        known.push(rows);
        let mut times: BTreeMap<Vec<&[Span]>, BTreeSet<usize>> = BTreeMap::new();
        let attending = school.apprentices.iter().enumerate();
        for (pupil, one) in attending.filter(|(_, one)| needs(one, lesson)) {
            let own = one.alternatives.iter().map(|away| away.spans.as_slice());
            times.entry(own.collect()).or_default().insert(pupil);
        }
        told.extend(times.into_values().skip(1).map(|second| (index, second)));
    }
    told
}

/// Whether a pupil attends a lesson of a subject that is required of him or her.
fn needs(pupil: &Apprentice, lesson: &Lesson) -> bool {
    let is_required = |piece: &&Piece| pupil.level(&piece.subject) == Some(Level::Required);
    lesson.pieces.iter().filter(is_required).any(|piece| pupil.attends(piece))
}

/// The school in which they are held twice: each lesson for one part of its classes, and again for the other, with the same
/// teachers and rooms, wherever there is room. The second times are the last lessons, in the order of [`Twice::lessons`].
pub(super) fn held_twice(school: &School, twice: &Twice) -> School {
    let mut more = school.clone();
    for (number, &index) in twice.lessons.iter().enumerate() {
        let [first, second] = ["1", "2"].map(|part| Group {
            division: DivisionName::from(format!("twice {}", number + 1).as_str()),
            part: PartName::from(part),
        });
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
