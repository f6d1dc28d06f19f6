//! The facts of a school that could be otherwise, by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    ClassName, Day, PlaceName, RoomKind, RoomName, School, Span, SubjectCode, TeacherName,
};

/// Something that a school says, and could say otherwise. A `lesson` is an index in [`School::lessons`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Apprentices of a class are away at one of these times.
    Away {
        /// The class.
        class: ClassName,
        /// Their alternatives.
        alternatives: Vec<Vec<Span>>,
    },
    /// Apprentices of a class must not miss a subject.
    Required {
        /// The class.
        class: ClassName,
        /// The subject.
        subject: SubjectCode,
    },
    /// A lesson is locked.
    Locked {
        /// The lesson.
        lesson: usize,
    },
    /// A teacher is unavailable at times of a day.
    TeacherAway {
        /// The teacher.
        teacher: TeacherName,
        /// The day.
        day: Day,
    },
    /// A room is unavailable at times of a day.
    RoomAway {
        /// The room.
        room: RoomName,
        /// The day.
        day: Day,
    },
    /// A place takes only so many apprentices on a day.
    PlaceLimit {
        /// The place.
        place: PlaceName,
        /// The day.
        day: Day,
    },
    /// A subject has a limit on a day.
    SubjectLimit {
        /// The subject.
        subject: SubjectCode,
    },
    /// A teacher has a limit on a day.
    TeacherLimit {
        /// The teacher.
        teacher: TeacherName,
    },
    /// A class has a first or a last period.
    ClassHours {
        /// The class.
        class: ClassName,
    },
    /// A room takes only so many lessons at once, and none stands in for it.
    RoomFull {
        /// The room.
        room: RoomName,
    },
    /// The rooms of a kind take only so many lessons at once.
    RoomsFull {
        /// The kind.
        kind: RoomKind,
    },
    /// A teacher has one lesson at a time.
    TeacherOnce {
        /// The teacher.
        teacher: TeacherName,
    },
    /// No lesson runs across a break.
    Breaks,
}

/// Every fact of a school, those first that people name first.
#[must_use]
pub fn facts(school: &School) -> Vec<Fact> {
    let mut facts = of_apprentices(school);
    let locked = school.lessons.iter().enumerate().filter(|(_, lesson)| lesson.locked);
    facts.extend(locked.map(|(lesson, _)| Fact::Locked { lesson }));
    facts.extend(times_away(school));
    let places = school.places.keys();
    facts.extend(places.map(|(place, day)| Fact::PlaceLimit { place: place.clone(), day: *day }));
    facts.extend(limits(school));
    facts.extend(rooms(school));
    let taught = lessons_of_teachers(school).into_iter().filter(|&(_, lessons)| lessons > 1);
    facts.extend(taught.map(|(teacher, _)| Fact::TeacherOnce { teacher: teacher.clone() }));
    if school.grid.slots().any(|slot| school.grid.breaks_after(slot)) {
        facts.push(Fact::Breaks);
    }
    facts
}

fn of_apprentices(school: &School) -> Vec<Fact> {
    let (mut away, mut required) = (BTreeSet::new(), BTreeSet::new());
    for one in &school.apprentices {
        let class = one.class.clone();
        let alternatives = one.alternatives.iter().map(|away| away.spans.clone()).collect();
        away.insert(Fact::Away { class, alternatives });
        let subject = |subject: &SubjectCode| Fact::Required {
            class: one.class.clone(),
            subject: subject.clone(),
        };
        required.extend(one.required.iter().map(subject));
    }
    away.into_iter().chain(required).collect()
}

fn times_away(school: &School) -> BTreeSet<Fact> {
    let mut facts = BTreeSet::new();
    for (name, teacher) in &school.teachers {
        let away = teacher.unavailable.iter();
        facts.extend(away.map(|slot| Fact::TeacherAway { teacher: name.clone(), day: slot.day }));
    }
    for (name, room) in &school.rooms {
        let away = room.unavailable.iter();
        facts.extend(away.map(|slot| Fact::RoomAway { room: name.clone(), day: slot.day }));
    }
    facts
}

fn limits(school: &School) -> Vec<Fact> {
    let subjects = school.subjects.keys();
    let subjects = subjects.map(|subject| Fact::SubjectLimit { subject: subject.clone() });
    let teachers = school.teachers.iter().filter(|(_, one)| one.max_per_day.is_some());
    let teachers = teachers.map(|(name, _)| Fact::TeacherLimit { teacher: name.clone() });
    let hours = |class: &crate::domain::Class| class.earliest.is_some() || class.latest.is_some();
    let classes = school.classes.iter().filter(|(_, class)| hours(class));
    let classes = classes.map(|(name, _)| Fact::ClassHours { class: name.clone() });
    subjects.chain(teachers).chain(classes).collect()
}

/// The rooms that more than one lesson has, or might have.
fn rooms(school: &School) -> BTreeSet<Fact> {
    let mut users: BTreeMap<Fact, usize> = BTreeMap::new();
    for lesson in &school.lessons {
        let facts: BTreeSet<Fact> =
            lesson.rooms().into_iter().map(|name| full(school, name)).collect();
        for fact in facts {
            *users.entry(fact).or_default() += 1;
        }
    }
    users.into_iter().filter(|&(_, users)| users > 1).map(|(fact, _)| fact).collect()
}

fn full(school: &School, room: &RoomName) -> Fact {
    let kind = school.rooms.get(room).and_then(|room| room.kind.clone());
    kind.map_or_else(|| Fact::RoomFull { room: room.clone() }, |kind| Fact::RoomsFull { kind })
}

fn lessons_of_teachers(school: &School) -> BTreeMap<&TeacherName, usize> {
    let mut lessons = BTreeMap::new();
    for teacher in school.lessons.iter().flat_map(crate::domain::Lesson::teachers) {
        *lessons.entry(teacher).or_default() += 1;
    }
    lessons
}
