//! What became of a school since somebody saw it: so that nobody overwrites what another window did.

use std::collections::{BTreeMap, BTreeSet};

use super::situation::Situation;
use crate::diagnostic::Diagnostic;
use crate::domain::{Apprentice, ClassName, PupilKey, Slot};

/// Why a change was not made.
#[derive(Debug)]
pub(super) enum Unchanged {
    /// It is wrong in itself.
    Wrong(Vec<Diagnostic>),
    /// What it is about was changed by somebody else since it was seen; no list where that is too long ago to tell.
    Overtaken(Vec<Changed>),
    /// The copy of the school's files is gone, in which the change would have to be looked up.
    CopyGone,
}

/// What somebody else changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Changed {
    /// A pupil is an apprentice now, or none any more, or away otherwise: the classes before and after.
    Pupil { pupil: PupilKey, before: Option<ClassName>, after: Option<ClassName> },
    /// Something else is wished of a lesson, by its place.
    Lesson(usize),
    /// Whether required lessons must be kept.
    Effort,
    /// Which ways out were gone.
    Reliefs,
}

/// What a change is about: what nobody else may have changed since it was seen.
#[derive(Clone, Debug)]
pub(super) enum About {
    /// A pupil by the key.
    Pupil(String),
    /// All apprentices of a class.
    Class(String),
    Lesson(usize),
    Effort,
    /// The school as it stood.
    Everything,
}

impl About {
    /// Whether it is about something that was changed.
    pub(super) fn concerns(&self, changed: &Changed) -> bool {
        match (self, changed) {
            (Self::Everything, _) | (Self::Effort, Changed::Effort) => true,
            (Self::Pupil(key), Changed::Pupil { pupil, .. }) => key.trim() == pupil.as_str(),
            (Self::Class(class), Changed::Pupil { before, after, .. }) => {
                [before, after].into_iter().flatten().any(|own| own.as_str() == class)
            }
            (Self::Lesson(own), Changed::Lesson(lesson)) => own == lesson,
            _ => false,
        }
    }
}

/// What differs between what was `seen` and what is `now`, in the order of the pupils and lessons.
pub(super) fn between(seen: &Situation, now: &Situation) -> Vec<Changed> {
    let (before, after) = (apprentices(seen), apprentices(now));
    let pupils: BTreeSet<&PupilKey> = before.keys().chain(after.keys()).copied().collect();
    let class = |one: Option<&Apprentice>| one.map(|one| one.class.clone());
    let pupils = pupils.into_iter().filter_map(|pupil| {
        let (before, after) = (before.get(pupil), after.get(pupil));
        let (pupil, is_other) = (pupil.clone(), before != after);
        is_other.then(|| Changed::Pupil { pupil, before: class(before), after: class(after) })
    });
    let lessons: BTreeSet<usize> = lessons(seen).chain(lessons(now)).collect();
    let lessons = lessons.into_iter().filter(|&lesson| wished(seen, lesson) != wished(now, lesson));
    let effort = (seen.effort != now.effort).then_some(Changed::Effort);
    let reliefs = (seen.reliefs != now.reliefs).then_some(Changed::Reliefs);
    pupils.chain(lessons.map(Changed::Lesson)).chain(effort).chain(reliefs).collect()
}

/// The apprentices by their keys, without their rows: where one stands is no change of what it says.
fn apprentices(situation: &Situation) -> BTreeMap<&PupilKey, Apprentice> {
    let all = situation.school.apprentices.iter();
    all.map(|one| (&one.pupil, Apprentice { line: 0, ..one.clone() })).collect()
}

/// The lessons of which something is wished.
fn lessons(situation: &Situation) -> impl Iterator<Item = usize> {
    situation.held.keys().copied().chain(situation.barred.iter().map(|held| held.lesson))
}

/// Where a lesson must be, and where it must not be.
fn wished(situation: &Situation, lesson: usize) -> (Option<Slot>, Vec<Slot>) {
    let barred = situation.barred.iter().filter(|held| held.lesson == lesson);
    (situation.held.get(&lesson).copied(), barred.map(|held| held.start).collect())
}
