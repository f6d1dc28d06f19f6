//! Chains of moves, each with its points and whom it touches.

use itertools::Itertools;

use super::super::text::table::{Side, Table};
use super::super::text::{section, stretch};
use super::words::{Explaining, Said, role};
use crate::domain::{Language, Lesson, School};
use crate::explain::{Explanation, Link};
use crate::report::words::Words;
use crate::words::listed;

/// A section for each chain, and what no chain tells.
pub(super) fn told(explained: &Explanation, explaining: Explaining<'_>) -> Vec<String> {
    let chains = explained.chains.iter().enumerate();
    let mut told: Vec<String> =
        chains.map(|(place, chain)| told_chain(place, chain, explaining)).collect();
    let own: i64 = explained.chains.iter().flatten().map(|link| link.points).sum();
    let all = explained.answer.points().unwrap_or(own);
    if all > own {
        told.push(format!("{}\n", explaining.tell(Said::Besides { points: all - own })));
    }
    told
}

fn told_chain(place: usize, chain: &[Link], explaining: Explaining<'_>) -> String {
    let school = explaining.school;
    let lessons = chain.iter().filter_map(|link| school.lessons.get(link.lesson)).collect_vec();
    let mut table = Table::new([Side::Left; 4]);
    for (link, lesson) in chain.iter().zip(&lessons) {
        let points = explaining.words.points(link.points);
        table.push([
            &name(lesson),
            &journey(link, lesson, explaining.words),
            &role(link.role, explaining.language),
            &points,
        ]);
    }
    section(&heading(school, place, chain, explaining.language), &table)
}

/// Which chain it is, from 0, what it costs and whom it touches.
pub(in crate::report) fn heading(
    school: &School,
    place: usize,
    chain: &[Link],
    language: Language,
) -> String {
    let lessons = chain.iter().filter_map(|link| school.lessons.get(link.lesson)).collect_vec();
    let classes = &listed(lessons.iter().flat_map(|lesson| lesson.classes()), ", ");
    let teachers = &listed(lessons.iter().flat_map(|lesson| lesson.teachers()), ", ");
    let points = chain.iter().map(|link| link.points).sum();
    let heading = Said::Chain { number: place + 1, points, classes, teachers };
    Explaining::new(school, language).tell(heading)
}

/// The classes and the subjects of a lesson.
pub(in crate::report) fn name(lesson: &Lesson) -> String {
    let classes = listed(lesson.pieces.iter().flat_map(|piece| &piece.classes), "+");
    let subjects = listed(lesson.pieces.iter().map(|piece| &piece.subject), "+");
    format!("{classes} {subjects}")
}

/// `thu 2 → tue 3`, and rooms that are exchanged.
pub(in crate::report) fn journey(link: &Link, lesson: &Lesson, words: &dyn Words) -> String {
    let at = |start| stretch(start, lesson.length(), words);
    let moved = (lesson.start != link.to.start)
        .then(|| format!("{} → {}", at(lesson.start), at(link.to.start)));
    let rooms = link.to.exchanged.iter().filter(|(old, new)| old != new);
    let rooms = rooms.map(|(old, new)| format!("{old} → {new}"));
    moved.into_iter().chain(rooms).join(", ")
}
