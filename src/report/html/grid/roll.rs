//! Who has what, looked up by name: a school's grids together go through its lessons once, not once for each of them.

use std::collections::BTreeMap;

use super::Whose;
use crate::diff::{Sitting, sittings};
use crate::domain::{ClassName, RoomName, School, TeacherName, Timetable};

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
            Whose::Pupil(place) => school.apprentices.get(place),
            _ => None,
        };
        let own = match whose {
            Whose::Class(name) => self.classes.get(name),
            Whose::Teacher(name) => self.teachers.get(name),
            Whose::Room(name) => self.rooms.get(name),
            Whose::Pupil(_) => pupil.and_then(|pupil| self.classes.get(&pupil.class)),
        };
        let own = own.into_iter().flatten().map(|&place| &self.sittings[place]);
        Box::new(own.filter(move |own| pupil.is_none_or(|pupil| pupil.attends(own.piece))))
    }
}

fn by_name<'a, Name: Ord, Names: Iterator<Item = &'a Name>>(
    sittings: &[Sitting<'a>],
    names: impl Fn(&Sitting<'a>) -> Names,
) -> BTreeMap<&'a Name, Vec<usize>> {
    let mut places: BTreeMap<&Name, Vec<usize>> = BTreeMap::new();
    for (place, sitting) in sittings.iter().enumerate() {
        for name in names(sitting) {
            let known = places.entry(name).or_default();
            // A row that names somebody twice is theirs once.
            if known.last() != Some(&place) {
                known.push(place);
            }
        }
    }
    places
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
            Whose::Pupil(place) => return format!("pupil-{}", place + 1),
        };
        format!("{kind}-{}", rank.copied().unwrap_or(0))
    }
}
