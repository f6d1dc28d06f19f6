//! Lessons that clash in an accepted baseline are coupled: they move as one from then on.
//!
//! Which lessons clash is for the judge to say; here they are only made one.

use super::calendar::Slot;
use super::lesson::{Lesson, Piece};
use super::school::School;

impl School {
    /// The school with the lessons of each clash made one, with the offsets that they have; clashes with a lesson in
    /// common make one lesson of all.
    ///
    /// The new lesson starts where the earliest of them starts, is locked if any of them is, and has the name and the
    /// place of the one with the first row. Lessons of different days never clash and are left apart.
    #[must_use]
    pub fn coupled<'a>(&self, clashes: impl IntoIterator<Item = &'a [usize]>) -> Self {
        let mut leader: Vec<usize> = (0..self.lessons.len()).collect();
        for clash in clashes {
            for pair in clash.windows(2) {
                let day = |lesson: usize| self.lessons[lesson].start.map(|start| start.day);
                if day(pair[0]) == day(pair[1]) {
                    follow(&mut leader, pair[0], pair[1]);
                }
            }
        }
        let mut led: Vec<Vec<&Lesson>> = vec![Vec::new(); self.lessons.len()];
        for (index, lesson) in self.lessons.iter().enumerate() {
            led[first_of(&mut leader, index)].push(lesson);
        }
        let led = self.lessons.iter().zip(&led).filter(|(_, led)| !led.is_empty());
        let mut lessons: Vec<Lesson> = led.map(|(first, led)| one_lesson(first, led)).collect();
        lessons.sort_by_key(|lesson| lesson.pieces.first().map(|piece| piece.row));
        Self { lessons, ..self.clone() }
    }
}

/// Gives both lessons, and all that have the same leaders, one leader: the earlier in the school.
fn follow(leader: &mut [usize], one: usize, other: usize) {
    let (one, other) = (first_of(leader, one), first_of(leader, other));
    leader[one.max(other)] = one.min(other);
}

/// The lesson that all led together with `lesson` follow in the end.
///
/// # Source
/// Robert Tarjan, "Efficiency of a Good But Not Linear Set Union Algorithm", 1975; the way there is halved each time.
fn first_of(leader: &mut [usize], mut lesson: usize) -> usize {
    while leader[lesson] != lesson {
        leader[lesson] = leader[leader[lesson]];
        lesson = leader[lesson];
    }
    lesson
}

/// Several lessons of one day as one; `first` is the one with the first row.
fn one_lesson(first: &Lesson, all: &[&Lesson]) -> Lesson {
    let start = all.iter().filter_map(|lesson| lesson.start).min();
    let mut pieces = Vec::new();
    let period = |start: Option<Slot>| start.map_or(0, |start| start.period.0);
    for lesson in all {
        let later = period(lesson.start) - period(start);
        let shifted = |piece: &Piece| Piece { offset: piece.offset + later, ..piece.clone() };
        pieces.extend(lesson.pieces.iter().map(shifted));
    }
    pieces.sort_by_key(|piece| (piece.row, piece.offset));
    let locked = all.iter().any(|lesson| lesson.locked);
    Lesson { name: first.name.clone(), pieces, start, locked }
}
