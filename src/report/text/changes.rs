//! The lessons that change, by class: where they go, and what that costs.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use super::table::{Side, Table};
use crate::diff::{Changed, Offer};
use crate::domain::{ClassName, Lesson, Piece, School, Weeks};
use crate::report::words::{Touched, Words, points as points_of};
use crate::words::{listed, stretch};

/// Class, subject, from, to, other room, points, other classes.
pub(super) fn moved(offer: Offer<'_>, words: Words) -> Table<7> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Left, Left, Left, Left, Right, Left]);
    for (class, changed) in by_class(offer, Changed::moves) {
        let length = changed.lesson.length();
        table.push([
            &class,
            &subject(changed, offer.school),
            &stretch(changed.lesson.start, length, words.language),
            &format!("→ {}", stretch(changed.to.start, length, words.language)),
            &exchanged(changed),
            &points(changed, words),
            &others(changed, words),
        ]);
    }
    table
}

/// Class, subject, when, rooms, points, other classes.
pub(super) fn rooms(offer: Offer<'_>, words: Words) -> Table<6> {
    use Side::{Left, Right};
    let mut table = Table::new([Left, Left, Left, Left, Right, Left]);
    for (class, changed) in by_class(offer, |changed| !changed.moves()) {
        table.push([
            &class,
            &subject(changed, offer.school),
            &stretch(changed.lesson.start, changed.lesson.length(), words.language),
            &exchanged(changed),
            &points(changed, words),
            &others(changed, words),
        ]);
    }
    table
}

/// How many classes, teachers and apprentices meet a change, of those who could: what is locked does not count.
/// Nothing if nothing changes.
pub(in crate::report) fn touched(offer: Offer<'_>, words: Words) -> String {
    if offer.difference.changes.is_empty() {
        return String::new();
    }
    let lessons = &offer.school.lessons;
    let changed = offer.changed().map(|changed| changed.lesson).collect_vec();
    let free = lessons.iter().filter(|lesson| !offer.school.is_locked(lesson)).collect_vec();
    let classes = |among: &[&Lesson]| count(among.iter().flat_map(|lesson| lesson.classes()));
    let teachers = |among: &[&Lesson]| count(among.iter().flat_map(|lesson| lesson.teachers()));
    let mut pieces: BTreeMap<&ClassName, Vec<&Piece>> = BTreeMap::new();
    for piece in changed.iter().flat_map(|lesson| &lesson.pieces) {
        piece.classes.iter().for_each(|class| pieces.entry(class).or_default().push(piece));
    }
    let pupils = offer.school.apprentices.iter().filter(|apprentice| {
        let own = apprentice.classes().into_iter().filter_map(|class| pieces.get(class));
        own.flatten().any(|piece| apprentice.attends(piece))
    });
    let touched = Touched {
        classes: (classes(&changed), classes(&free)),
        teachers: (teachers(&changed), teachers(&free)),
        pupils: (pupils.count(), offer.school.apprentices.len()),
    };
    format!("{}\n", words.touched(touched))
}

fn count<T: Ord>(names: impl Iterator<Item = T>) -> usize {
    names.collect::<BTreeSet<T>>().len()
}

/// Some of the changed lessons with their first class, which is named only where it begins: in the order in which the
/// school's file names the classes, then by their old slots.
fn by_class<'a>(
    offer: Offer<'a>,
    which: impl Fn(Changed<'a>) -> bool,
) -> impl Iterator<Item = (String, Changed<'a>)> {
    let pieces = offer.school.lessons.iter().flat_map(|lesson| &lesson.pieces);
    let order = pieces.flat_map(|piece| &piece.classes).unique();
    let order: BTreeMap<&ClassName, usize> = order.zip(0..).collect();
    let rank = |changed: &Changed<'a>| {
        let class = changed.classes().first().and_then(|&class| order.get(class));
        (class, changed.lesson.start)
    };
    let sorted = offer.rebooked().filter(|&changed| which(changed)).sorted_by_cached_key(rank);
    let mut last = None;
    sorted.map(move |changed| {
        let class = changed.classes().first().copied();
        let begins = last.replace(class) != Some(class);
        (class.filter(|_| begins).map(ToString::to_string).unwrap_or_default(), changed)
    })
}

/// The subject, with the group and the week where there is one.
pub(in crate::report) fn subject(changed: Changed<'_>, school: &School) -> String {
    let group = match changed.groups() {
        group if group.is_empty() || group.contains('+') => String::new(),
        group => format!(" ({group})"),
    };
    format!("{}{group}{}", changed.subject(), weeks(changed.lesson, school))
}

fn weeks(lesson: &Lesson, school: &School) -> String {
    let weeks = lesson.pieces.iter().map(|piece| piece.weeks).reduce(Weeks::union);
    let own = school.cycle().filter(|&week| weeks.is_some_and(|weeks| weeks.contains(week)));
    let own = own.collect_vec();
    if own.len() == school.weeks.len() {
        return String::new();
    }
    let labels = own.iter().filter_map(|week| school.weeks.get(usize::from(week.0)));
    format!(" {}", labels.map(ToString::to_string).join("/"))
}

fn exchanged(changed: Changed<'_>) -> String {
    let pairs = changed.to.exchanged.iter().filter(|(old, new)| old != new);
    pairs.map(|(old, new)| format!("{old} → {new}")).join(", ")
}

fn points(changed: Changed<'_>, words: Words) -> String {
    points_of(changed.change.points, words.language)
}

fn others(changed: Changed<'_>, words: Words) -> String {
    match changed.classes().get(1..) {
        None | Some([]) => String::new(),
        Some(others) => format!("{} {}", words.labels().also, listed(others.iter(), ", ")),
    }
}
