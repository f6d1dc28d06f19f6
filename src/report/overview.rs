//! What a school looks like, in a few lines.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::text::table::{Side, Table};
use crate::domain::{Alternative, ClassName, Day, Language, Room, RoomKind, School};
use crate::words::labels;

labels! {
    /// The words before the numbers.
    struct Counted {
        schools: "skoler", "skolor", "schools";
        classes: "klasser", "klasser", "classes";
        lessons: "lektioner", "lektioner", "lessons";
        locked: "heraf låste", "varav låsta", "of them locked";
        teachers: "lærere", "lärare", "teachers";
        absent:
            "heraf ikke til stede hele ugen",
            "varav inte på plats hela veckan",
            "of them not there all week";
        rooms: "lokaler", "salar", "rooms";
        apprentices: "elever i praktik", "elever på praktik", "apprentices";
    }
}

/// How large the schools of a district are, together.
#[must_use]
pub fn district(schools: &[&School], language: Language) -> String {
    let words = Counted::of(language);
    let mut numbers = Table::new([Side::Right, Side::Left]);
    numbers.push([&schools.len(), &words.schools]);
    numbers.push([&schools.iter().map(|one| one.classes.len()).sum::<usize>(), &words.classes]);
    numbers.push([&schools.iter().map(|one| one.lessons.len()).sum::<usize>(), &words.lessons]);
    let apprentices = schools.iter().map(|one| one.apprentices.len());
    numbers.push([&apprentices.sum::<usize>(), &words.apprentices]);
    numbers.render("  ")
}

/// The school's name, how many it has of everything, its special rooms, and which classes have apprentices on which days.
#[must_use]
pub fn overview(school: &School, language: Language) -> String {
    let words = Counted::of(language);
    let locked = school.lessons.iter().filter(|lesson| lesson.locked).count();
    let absent = school.teachers.values().filter(|one| !one.unavailable.is_empty()).count();
    let mut numbers = Table::new([Side::Right, Side::Left, Side::Left]);
    numbers.push([&school.classes.len(), &words.classes, &""]);
    numbers.push([&school.lessons.len(), &words.lessons, &""]);
    numbers.push([&locked, &words.locked, &""]);
    numbers.push([&school.teachers.len(), &words.teachers, &""]);
    numbers.push([&absent, &words.absent, &""]);
    numbers.push([&school.rooms.len(), &words.rooms, &special_rooms(school)]);
    numbers.push([&school.apprentices.len(), &words.apprentices, &""]);
    let mut away = Table::new([Side::Left, Side::Right, Side::Left]);
    for (class, (pupils, days)) in apprentices(school) {
        away.push([class, &pupils, &days.iter().join(" ")]);
    }
    let name = school.name.iter().map(|name| format!("{name}\n")).join("");
    format!("{name}{}{}", numbers.render("  "), away.render("      "))
}

/// The kinds of rooms and how many there are.
fn special_rooms(school: &School) -> String {
    let kinds: BTreeSet<&RoomKind> =
        school.rooms.values().filter_map(|room| room.kind.as_ref()).collect();
    let number = |kind: &RoomKind| {
        let own = |room: &&Room| room.kind.as_ref() == Some(kind);
        format!("{kind} {}", school.rooms.values().filter(own).count())
    };
    kinds.into_iter().map(number).join(", ")
}

/// The classes with apprentices: how many, and the days on which they may be away.
fn apprentices(school: &School) -> BTreeMap<&ClassName, (usize, BTreeSet<Day>)> {
    let mut classes: BTreeMap<&ClassName, (usize, BTreeSet<Day>)> = BTreeMap::new();
    for one in &school.apprentices {
        let (pupils, days) = classes.entry(&one.class).or_default();
        *pupils += 1;
        days.extend(one.alternatives.iter().flat_map(Alternative::days));
    }
    classes
}
