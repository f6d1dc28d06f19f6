//! Chains of moves, each with its points and whom it touches.

use itertools::Itertools;

use super::super::text::section;
use super::super::text::table::{Side, Table};
use super::words;
use crate::domain::{Language, Lesson, School, Slot};
use crate::explain::{Explanation, Link};
use crate::report::words::{Naming, Words, points};
use crate::words::{listed, stretch};

/// A section for each chain, and what no chain tells.
pub(super) fn told(explained: &Explanation, naming: &Naming<'_>) -> Vec<String> {
    let chains = explained.chains.iter().enumerate();
    let mut told: Vec<String> =
        chains.map(|(index, chain)| told_chain(index, chain, naming)).collect();
    let own: i64 = explained.chains.iter().flatten().map(|link| link.points).sum();
    let all = explained.answer.points().unwrap_or(own);
    if all > own {
        told.push(words::besides(all - own, naming.words.language) + "\n");
    }
    told
}

fn told_chain(index: usize, chain: &[Link], naming: &Naming<'_>) -> String {
    let (school, language) = (naming.school, naming.words.language);
    let mut table = Table::new([Side::Left; 4]);
    for link in chain {
        let Some(lesson) = school.lessons.get(link.lesson) else { continue };
        table.push([
            &name(lesson),
            &journey(link, lesson, naming.words),
            &words::role(link.role, language),
            &points(link.points, language),
        ]);
    }
    section(&heading(school, index, chain, language), &table)
}

/// Which chain it is, from 0, what it costs and whom it touches.
pub(in crate::report) fn heading(
    school: &School,
    index: usize,
    chain: &[Link],
    language: Language,
) -> String {
    let lessons = chain.iter().filter_map(|link| school.lessons.get(link.lesson)).collect_vec();
    let classes = listed(lessons.iter().flat_map(|lesson| lesson.classes()), ", ");
    let teachers = listed(lessons.iter().flat_map(|lesson| lesson.teachers()), ", ");
    let points = chain.iter().map(|link| link.points).sum();
    words::chain(index + 1, points, &classes, &teachers, language)
}

/// The classes and the subjects of a lesson.
pub(in crate::report) fn name(lesson: &Lesson) -> String {
    let classes = listed(lesson.pieces.iter().flat_map(|piece| &piece.classes), "+");
    let subjects = listed(lesson.pieces.iter().map(|piece| &piece.subject), "+");
    format!("{classes} {subjects}")
}

/// `thu 2 → tue 3`, and rooms that are exchanged.
pub(in crate::report) fn journey(link: &Link, lesson: &Lesson, words: Words) -> String {
    let at = |start: Option<Slot>| stretch(start, lesson.length(), words.language);
    let moved = (lesson.start != Some(link.to.start))
        .then(|| format!("{} → {}", at(lesson.start), at(Some(link.to.start))));
    let rooms = link.to.exchanged.iter().filter(|(old, new)| old != new);
    let rooms = rooms.map(|(old, new)| format!("{old} → {new}"));
    moved.into_iter().chain(rooms).join(", ")
}
