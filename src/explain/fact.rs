//! The facts of a school that could be otherwise, by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Also, ApartLabel, ClassName, Day, Lesson, PlaceName, RoomKind, RoomName, School, SiteName,
    Span, SubjectCode, TeacherName,
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
    /// Apprentices of a class are guests of another.
    Guest {
        /// The home class.
        class: ClassName,
        /// What they attend.
        also: Also,
    },
    /// A lesson is locked.
    Locked {
        /// The lesson.
        lesson: usize,
    },
    /// A lesson without a place needs one.
    Unplaced {
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
        /// The day; `None`: in all.
        day: Option<Day>,
    },
    /// All who go to a place go on the same days.
    OneDay {
        /// The place.
        place: PlaceName,
    },
    /// A class keeps its lessons where they are.
    ClassLocked {
        /// The class.
        class: ClassName,
    },
    /// A class is unavailable at times of a day.
    ClassAway {
        /// The class.
        class: ClassName,
        /// The day.
        day: Day,
    },
    /// A lesson may be moved to some slots only.
    Allowed {
        /// The lesson.
        lesson: usize,
    },
    /// Lessons of a class with a label are on different days.
    Apart {
        /// The class.
        class: ClassName,
        /// The label.
        label: ApartLabel,
    },
    /// It takes time to get from one site to another, either way.
    Way {
        /// The site with the first name.
        from: SiteName,
        /// The other.
        to: SiteName,
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
    let is_locked = |lesson: &Lesson| lesson.locked && lesson.start.is_some();
    let locked = school.lessons.iter().enumerate().filter(|(_, lesson)| is_locked(lesson));
    facts.extend(locked.map(|(lesson, _)| Fact::Locked { lesson }));
    let unplaced = school.lessons.iter().enumerate().filter(|(_, lesson)| lesson.start.is_none());
    facts.extend(unplaced.map(|(lesson, _)| Fact::Unplaced { lesson }));
    facts.extend(of_lessons(school));
    facts.extend(times_away(school));
    facts.extend(of_places(school));
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
    let mut guests = BTreeSet::new();
    for one in &school.apprentices {
        let class = one.class.clone();
        let alternatives = one.alternatives.iter().map(|away| away.spans.clone()).collect();
        away.insert(Fact::Away { class, alternatives });
        let subject = |subject: &SubjectCode| Fact::Required {
            class: one.class.clone(),
            subject: subject.clone(),
        };
        required.extend(one.required.iter().map(subject));
        let guest = |also: &Also| Fact::Guest { class: one.class.clone(), also: also.clone() };
        guests.extend(one.also.iter().map(guest));
    }
    away.into_iter().chain(required).chain(guests).collect()
}

/// What places take, and on how many days.
fn of_places(school: &School) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (name, place) in &school.places {
        let days = place.pupils.keys().map(|&day| Some(day));
        let limits = days.chain(place.total.map(|_| None));
        facts.extend(limits.map(|day| Fact::PlaceLimit { place: name.clone(), day }));
        facts.extend(place.one_day.then(|| Fact::OneDay { place: name.clone() }));
    }
    facts
}

/// What holds lessons to times: locked classes, slots that rows allow, labels of lessons that are apart, ways.
fn of_lessons(school: &School) -> BTreeSet<Fact> {
    let mut facts = BTreeSet::new();
    let locked = school.classes.iter().filter(|(_, class)| class.locked);
    facts.extend(locked.map(|(name, _)| Fact::ClassLocked { class: name.clone() }));
    for (index, lesson) in school.lessons.iter().enumerate() {
        let limited = lesson.pieces.iter().any(|piece| piece.allowed.is_some());
        facts.extend(limited.then_some(Fact::Allowed { lesson: index }));
        let labels = lesson.apart().into_iter();
        facts.extend(
            labels.map(|(class, label)| Fact::Apart { class: class.clone(), label: label.clone() }),
        );
    }
    let ways = school.travel.minutes.keys().map(|(one, other)| (one.min(other), one.max(other)));
    facts.extend(ways.map(|(from, to)| Fact::Way { from: from.clone(), to: to.clone() }));
    facts
}

fn times_away(school: &School) -> BTreeSet<Fact> {
    let mut facts = BTreeSet::new();
    for (name, class) in &school.classes {
        let away = class.unavailable.iter();
        facts.extend(away.map(|slot| Fact::ClassAway { class: name.clone(), day: slot.day }));
    }
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
