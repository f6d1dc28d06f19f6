//! A school in which some facts no longer hold.

use super::fact::Fact;
use crate::domain::{ApartLabel, Class, ClassName, Grid, School, TeacherName};

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
        Fact::Guest { class, also } => {
            for one in school.apprentices.iter_mut().filter(|one| one.class == *class) {
                one.also.retain(|own| own != also);
            }
        }
        Fact::Locked { lesson } => school.lessons[*lesson].locked = false,
        Fact::Unplaced { lesson } => leave_out(school, *lesson),
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
            if let Some(place) = school.places.get_mut(place) {
                match day {
                    Some(day) => drop(place.pupils.remove(day)),
                    None => place.total = None,
                }
            }
        }
        Fact::OneDay { place } => {
            if let Some(place) = school.places.get_mut(place) {
                place.one_day = false;
            }
        }
        Fact::ClassLocked { class } => of_class(school, class, |class| class.locked = false),
        Fact::ClassAway { class, day } => {
            of_class(school, class, |class| class.unavailable.retain(|slot| slot.day != *day));
        }
        Fact::Allowed { lesson } => {
            let pieces = school.lessons[*lesson].pieces.iter_mut();
            pieces.for_each(|piece| piece.allowed = None);
        }
        Fact::Apart { class, label } => lift_apart(school, class, label),
        Fact::Way { from, to } => {
            school.travel.minutes.remove(&(from.clone(), to.clone()));
            school.travel.minutes.remove(&(to.clone(), from.clone()));
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
        Fact::ClassHours { class } => of_class(school, class, |class| {
            (class.earliest, class.latest) = (None, None);
        }),
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

/// Makes a lesson one that asks nothing of anybody; the others keep their indexes.
fn leave_out(school: &mut School, lesson: usize) {
    let nobody = ClassName::from(format!("nobody #{lesson}").as_str());
    let pieces = &mut school.lessons[lesson].pieces;
    pieces.truncate(1);
    for piece in pieces {
        (piece.offset, piece.classes, piece.group) = (0, vec![nobody.clone()], None);
        (piece.teachers, piece.rooms) = (Vec::new(), Vec::new());
        (piece.allowed, piece.apart) = (None, None);
    }
    school.classes.insert(nobody, Class::default());
}

fn of_class(school: &mut School, class: &ClassName, lift: impl FnOnce(&mut Class)) {
    if let Some(class) = school.classes.get_mut(class) {
        lift(class);
    }
}

/// Takes a label from the rows of a class; where a row has others too, from theirs as well.
fn lift_apart(school: &mut School, class: &ClassName, label: &ApartLabel) {
    let pieces = school.lessons.iter_mut().flat_map(|lesson| &mut lesson.pieces);
    for piece in pieces.filter(|piece| piece.classes.contains(class)) {
        piece.apart = piece.apart.take().filter(|own| own != label);
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
