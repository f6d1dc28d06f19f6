//! Who is an apprentice, and when away.

use std::collections::{BTreeMap, BTreeSet};

use super::chance::Chance;
use super::{AwayDays, Count};
use crate::domain::{
    Alternative, Apprentice, ClassName, Day, Group, Lesson, PlaceName, School, Span, SubjectCode,
    TogetherLabel,
};

/// The pupils of a class.
const PUPILS: usize = 21;
/// The most days on which pupils of one class are away: with three, hardly more slots are left than core lessons.
const MOST_DAYS: usize = 2;

/// The subjects that an apprentice needs.
#[derive(Clone, Copy)]
pub(super) struct Core {
    /// Of which no lesson may be missed.
    pub(super) required: &'static [&'static str],
    /// Of which none should be.
    pub(super) desired: &'static [&'static str],
}

/// The apprentices of a school, spread evenly over `classes`.
pub(super) fn apprentices(
    school: &School,
    classes: &[ClassName],
    (count, days, core): (Count, AwayDays, Core),
    chance: &mut Chance,
) -> Vec<Apprentice> {
    let mut apprentices = Vec::new();
    let shared = any_day(chance);
    for (class, number) in dealt(classes, count, chance) {
        let mut numbers: Vec<usize> = (1..=PUPILS).collect();
        chance.shuffle(&mut numbers);
        numbers.truncate(number);
        numbers.sort_unstable();
        let mut known: Vec<Day> = Vec::new();
        for pupil in numbers {
            let day = match days {
                AwayDays::Shared => shared,
                AwayDays::PerClass => *known.first().unwrap_or(&any_day(chance)),
                AwayDays::Spread if known.len() == MOST_DAYS => {
                    chance.pick(&known).unwrap_or(shared)
                }
                AwayDays::Spread => any_day(chance),
            };
            if !known.contains(&day) {
                known.push(day);
            }
            let line = u32::try_from(apprentices.len() + 2).unwrap_or(u32::MAX);
            let away = (day, days);
            apprentices.push(apprentice(school, (class, pupil), away, core, line, chance));
        }
    }
    apprentices
}

fn any_day(chance: &mut Chance) -> Day {
    let days = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri];
    days[chance.below(days.len())]
}

/// How many apprentices each class has: as evenly as can be, at least one in all where there is a class.
fn dealt<'a>(
    classes: &'a [ClassName],
    count: Count,
    chance: &mut Chance,
) -> Vec<(&'a ClassName, usize)> {
    let pupils = classes.len() * PUPILS;
    let wanted = match count {
        Count::Percent(percent) => (pupils * usize::from(percent) + 50) / 100,
        Count::Pupils(number) => number,
    };
    let wanted = wanted.clamp(1, pupils.max(1));
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
    (day, days): (Day, AwayDays),
    core: Core,
    line: u32,
    chance: &mut Chance,
) -> Apprentice {
    let shared = days == AwayDays::Shared;
    let known = |code: &&str| school.subjects.contains_key(&SubjectCode::from(*code));
    let known = |codes: &[&str]| -> BTreeSet<SubjectCode> {
        codes.iter().filter(|code| known(code)).map(|&code| code.into()).collect()
    };
    let place = PlaceName::from(if shared { "kursus" } else { "virksomhed" });
    Apprentice {
        pupil: format!("{}-{number:02}", class.as_str().replace('.', "")).as_str().into(),
        class: class.clone(),
        alternatives: vec![Alternative {
            written: day.code().to_owned(),
            spans: vec![Span { day, periods: None }],
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
