//! Who is an apprentice, and when away.

use std::collections::{BTreeMap, BTreeSet};

use super::away::Away;
use super::chance::Chance;
use super::gather::gather;
use super::{Core, Count};
use crate::domain::{
    Alternative, Apprentice, ClassName, Day, Group, Lesson, PlaceName, School, Span, SubjectCode,
    TogetherLabel,
};

/// The pupils of a class.
const PUPILS: usize = 21;

/// The apprentices of a school, spread evenly over `classes`, or those of them that can be away together.
pub(super) fn apprentices(
    school: &School,
    classes: &[ClassName],
    (count, away, core): (Count, Away, Core),
    chance: &mut Chance,
) -> Vec<Apprentice> {
    let mut apprentices = Vec::new();
    let bearing = away.is_shared_and_two().then(|| gather(school, classes, core, chance));
    let wanted = wanted(classes, count);
    for (class, number) in dealt(bearing.as_deref().unwrap_or(classes), wanted, chance) {
        let mut numbers: Vec<usize> = (1..=PUPILS).collect();
        chance.shuffle(&mut numbers);
        numbers.truncate(number);
        numbers.sort_unstable();
        let mut known: Vec<Day> = Vec::new();
        for pupil in numbers {
            let days = away.next(&mut known, chance);
            let line = u32::try_from(apprentices.len() + 2).unwrap_or(u32::MAX);
            let away = (days.as_slice(), away.is_shared());
            apprentices.push(apprentice(school, (class, pupil), away, core, line, chance));
        }
    }
    apprentices
}

/// How many apprentices `classes` are to have.
fn wanted(classes: &[ClassName], count: Count) -> usize {
    match count {
        Count::Percent(percent) => (classes.len() * PUPILS * usize::from(percent) + 50) / 100,
        Count::Pupils(number) => number,
    }
}

/// How many apprentices each class has: as evenly as can be, at least one in all where there is a class.
fn dealt<'a>(
    classes: &'a [ClassName],
    wanted: usize,
    chance: &mut Chance,
) -> Vec<(&'a ClassName, usize)> {
    let wanted = wanted.clamp(1, (classes.len() * PUPILS).max(1));
    let mut order: Vec<usize> = (0..classes.len()).collect();
    chance.shuffle(&mut order);
    let mut dealt: Vec<(&ClassName, usize)> = classes.iter().map(|class| (class, 0)).collect();
    for index in order.into_iter().cycle().take(wanted) {
        dealt[index].1 += 1;
    }
    dealt
}

fn apprentice(
    school: &School,
    (class, number): (&ClassName, usize),
    (days, shared): (&[Day], bool),
    core: Core,
    line: u32,
    chance: &mut Chance,
) -> Apprentice {
    let known = |code: &&str| school.subjects.contains_key(&SubjectCode::from(*code));
    let known = |codes: &[&str]| -> BTreeSet<SubjectCode> {
        codes.iter().filter(|code| known(code)).map(|&code| code.into()).collect()
    };
    let place = PlaceName::from(if shared { "kursus" } else { "virksomhed" });
    Apprentice {
        pupil: format!("{}-{number:02}", class.as_str().replace('.', "")).as_str().into(),
        class: class.clone(),
        alternatives: vec![Alternative {
            written: days.iter().map(|day| day.code()).collect::<Vec<_>>().join("+"),
            spans: days.iter().map(|&day| Span { day, periods: None }).collect(),
            place: Some(place.clone()),
            rank: Some(0),
        }],
        groups: groups(school, class, chance),
        required: known(core.required),
        desired: known(core.desired),
        together: shared.then(|| TogetherLabel::from("kursus")),
        place: Some(place),
        also: Vec::new(),
        skips: BTreeSet::new(),
        line,
    }
}

/// A part of each division that the class has.
fn groups(school: &School, class: &ClassName, chance: &mut Chance) -> BTreeSet<Group> {
    let mut parts: BTreeMap<_, BTreeSet<&Group>> = BTreeMap::new();
    let own = |lesson: &&Lesson| lesson.classes().contains(class);
    for piece in school.lessons.iter().filter(own).flat_map(|lesson| &lesson.pieces) {
        for group in piece.group.iter().filter(|_| piece.classes.contains(class)) {
            parts.entry(&group.division).or_default().insert(group);
        }
    }
    let any = |parts: BTreeSet<&Group>| {
        let parts: Vec<&Group> = parts.into_iter().collect();
        chance.pick(&parts).cloned()
    };
    parts.into_values().filter_map(any).collect()
}
