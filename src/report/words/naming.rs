//! How lessons, slots and weeks are named in a sentence, whatever the language.

use std::fmt::Display;
use std::hash::Hash;

use itertools::Itertools;

use super::Words;
use crate::domain::{Day, Lesson, School, Slot, Week};

/// A school and the words in which its lessons are named.
pub(crate) struct Naming<'a> {
    pub(crate) school: &'a School,
    pub(crate) words: &'static dyn Words,
}

impl Naming<'_> {
    /// A lesson by its place among the school's lessons, e.g. `8.A MAT (line 12)`.
    pub(crate) fn lesson(&self, place: usize) -> String {
        self.school.lessons.get(place).map_or_else(String::new, |lesson| self.named(lesson))
    }

    /// Several lessons by their places.
    pub(crate) fn lessons(&self, places: &[usize]) -> String {
        places.iter().map(|&place| self.lesson(place)).join(", ")
    }

    /// An apprentice by the place among the school's apprentices.
    pub(crate) fn pupil(&self, place: usize) -> &str {
        self.school.apprentices.get(place).map_or("", |apprentice| apprentice.pupil.as_str())
    }

    /// A slot.
    pub(crate) fn slot(&self, slot: Slot) -> String {
        self.words.slot(slot)
    }

    /// A day of a week; the week is silent where the school has one.
    pub(crate) fn day(&self, day: Day, week: Week) -> String {
        format!("{}{}", self.words.weekday(day), self.week(week))
    }

    /// A slot of a week; the week is silent where the school has one.
    pub(crate) fn moment(&self, slot: Slot, week: Week) -> String {
        format!("{}{}", self.slot(slot), self.week(week))
    }

    /// ` in week A`, or nothing where the school has one week.
    pub(crate) fn week(&self, week: Week) -> String {
        match self.school.weeks.get(usize::from(week.0)) {
            Some(label) if !label.as_str().is_empty() => format!(" {}", self.words.week(label)),
            _ => String::new(),
        }
    }

    fn named(&self, lesson: &Lesson) -> String {
        let classes = listed(lesson.pieces.iter().flat_map(|piece| &piece.classes), "+");
        let subjects = listed(lesson.pieces.iter().map(|piece| &piece.subject), "+");
        let line = lesson.pieces.first().map_or(0, |piece| piece.line);
        format!("{classes} {subjects} ({} {line})", self.words.labels().line)
    }
}

/// The different names, in their order; of many only the first three are named and the others counted, so that an
/// assembly of the whole school does not fill the screen.
pub(crate) fn listed<T: Display + Clone + Eq + Hash>(
    names: impl Iterator<Item = T>,
    between: &str,
) -> String {
    const MOST: usize = 3;
    let names = names.unique().collect_vec();
    let first = names.iter().take(MOST).join(between);
    match names.len().saturating_sub(MOST) {
        0 => first,
        others => format!("{first} … (+{others})"),
    }
}
