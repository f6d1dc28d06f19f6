//! Who has what, looked up by name: a school's grids together go through its lessons once, not once for each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use itertools::Itertools as _;

use super::Whose;
use crate::diff::{Sitting, sittings};
use crate::domain::{Apprentice, ClassName, RoomName, School, TeacherName, Timetable};

/// The rows of a timetable at each of their periods, and in which of them a class, teacher or room is.
pub(super) struct Roll<'a> {
    sittings: Vec<Sitting<'a>>,
    classes: BTreeMap<&'a ClassName, Vec<usize>>,
    teachers: BTreeMap<&'a TeacherName, Vec<usize>>,
    rooms: BTreeMap<&'a RoomName, Vec<usize>>,
}

impl<'a> Roll<'a> {
    /// That of `timetable`.
    pub(super) fn new(school: &'a School, timetable: &'a Timetable) -> Self {
        let sittings = sittings(school, timetable);
        Self {
            classes: by_name(&sittings, Sitting::classes),
            teachers: by_name(&sittings, Sitting::teachers),
            rooms: by_name(&sittings, Sitting::rooms),
            sittings,
        }
    }

    /// What is theirs, in the school's order.
    pub(super) fn of<'b>(
        &'b self,
        school: &'b School,
        whose: Whose<'_>,
    ) -> Box<dyn Iterator<Item = &'b Sitting<'a>> + 'b> {
        let pupil = match whose {
            Whose::Pupil(index) => school.apprentices.get(index),
            _ => None,
        };
        let own: BTreeSet<usize> = match whose {
            Whose::Class(name) => all(self.classes.get(name)),
            Whose::Teacher(name) => all(self.teachers.get(name)),
            Whose::Room(name) => all(self.rooms.get(name)),
            Whose::Pupil(_) => {
                let classes = pupil.into_iter().flat_map(Apprentice::classes);
                all(classes.filter_map(|class| self.classes.get(class)))
            }
        };
        let own = own.into_iter().map(|index| &self.sittings[index]);
        Box::new(own.filter(move |own| pupil.is_none_or(|pupil| pupil.attends(own.piece))))
    }
}

fn all<'b>(indexes: impl IntoIterator<Item = &'b Vec<usize>>) -> BTreeSet<usize> {
    indexes.into_iter().flatten().copied().collect()
}

fn by_name<'a, Name: Ord + Hash, Names: Iterator<Item = &'a Name>>(
    sittings: &[Sitting<'a>],
    names: impl Fn(&Sitting<'a>) -> Names,
) -> BTreeMap<&'a Name, Vec<usize>> {
    let mut indexes: BTreeMap<&Name, Vec<usize>> = BTreeMap::new();
    for (index, sitting) in sittings.iter().enumerate() {
        // A row that names somebody twice is theirs once.
        for name in names(sitting).unique() {
            indexes.entry(name).or_default().push(index);
        }
    }
    indexes
}

/// Which of its kind each name is, from 1.
pub(super) struct Ranks<'a> {
    classes: BTreeMap<&'a ClassName, usize>,
    teachers: BTreeMap<&'a TeacherName, usize>,
    rooms: BTreeMap<&'a RoomName, usize>,
}

impl<'a> Ranks<'a> {
    /// Those of a school.
    pub(super) fn new(school: &'a School) -> Self {
        Self {
            classes: school.classes.keys().zip(1..).collect(),
            teachers: school.teachers.keys().zip(1..).collect(),
            rooms: school.rooms.keys().zip(1..).collect(),
        }
    }

    /// A name for anchors that no other grid of the school has.
    pub(super) fn id(&self, whose: Whose<'_>) -> String {
        let (kind, rank) = match whose {
            Whose::Class(name) => ("class", self.classes.get(name)),
            Whose::Teacher(name) => ("teacher", self.teachers.get(name)),
            Whose::Room(name) => ("room", self.rooms.get(name)),
            Whose::Pupil(index) => return format!("pupil-{}", index + 1),
        };
        format!("{kind}-{}", rank.copied().unwrap_or(0))
    }
}
