//! A school in which some facts no longer hold.

use super::fact::Fact;
use crate::domain::{Class, Grid, School, TeacherName};

/// More than any timetable needs.
const ENOUGH: u32 = 10_000;

/// The school without some of its facts.
#[must_use]
pub fn lifted<'a>(school: &School, facts: impl IntoIterator<Item = &'a Fact>) -> School {
    let mut school = school.clone();
    for fact in facts {
        lift(&mut school, fact);
    }
    school
}

fn lift(school: &mut School, fact: &Fact) {
    match fact {
        Fact::Away { class, alternatives } => school.apprentices.retain(|one| {
            let own = one.alternatives.iter().map(|away| &away.spans);
            one.class != *class || !own.eq(alternatives)
        }),
        Fact::Required { class, subject } => {
            for one in school.apprentices.iter_mut().filter(|one| one.class == *class) {
                one.required.remove(subject);
            }
        }
        Fact::Locked { lesson } => school.lessons[*lesson].locked = false,
        Fact::TeacherAway { teacher, day } => {
            if let Some(teacher) = school.teachers.get_mut(teacher) {
                teacher.unavailable.retain(|slot| slot.day != *day);
            }
        }
        Fact::RoomAway { room, day } => {
            if let Some(room) = school.rooms.get_mut(room) {
                room.unavailable.retain(|slot| slot.day != *day);
            }
        }
        Fact::PlaceLimit { place, day } => {
            school.places.remove(&(place.clone(), *day));
        }
        Fact::SubjectLimit { subject } => {
            if let Some(subject) = school.subjects.get_mut(subject) {
                subject.max_per_day = ENOUGH;
            }
        }
        Fact::TeacherLimit { teacher } => {
            if let Some(teacher) = school.teachers.get_mut(teacher) {
                teacher.max_per_day = None;
            }
        }
        Fact::ClassHours { class } => {
            school.classes.insert(class.clone(), Class::default());
        }
        Fact::RoomFull { room } => {
            if let Some(room) = school.rooms.get_mut(room) {
                room.parallel = ENOUGH;
            }
        }
        Fact::RoomsFull { kind } => {
            let own = school.rooms.values_mut().filter(|room| room.kind.as_ref() == Some(kind));
            own.for_each(|room| room.parallel = ENOUGH);
        }
        Fact::TeacherOnce { teacher } => divide(school, teacher),
        Fact::Breaks => {
            school.grid =
                Grid::new(school.grid.slots().collect(), std::collections::BTreeSet::new());
        }
    }
}

/// Gives each lesson of a teacher a teacher of its own with the same times.
fn divide(school: &mut School, teacher: &TeacherName) {
    let Some(known) = school.teachers.get(teacher).cloned() else { return };
    for (index, lesson) in school.lessons.iter_mut().enumerate() {
        let own = TeacherName::from(format!("{teacher} #{index}").as_str());
        let taught = lesson.pieces.iter_mut().flat_map(|piece| &mut piece.teachers);
        let mut named = taught.filter(|name| **name == *teacher).peekable();
        if named.peek().is_some() {
            school.teachers.insert(own.clone(), known.clone());
            named.for_each(|name| *name = own.clone());
        }
    }
}
