//! Zero-half cuts: what some rows add up to, and half of it, rounded down: a row that no timetable breaks, and that often
//! cuts deeper than all of those that it is made of.
//!
//! Timetables are whole: where rows with whole coefficients add up to `Σ a x ≤ b`, half of that with every coefficient
//! rounded down, `Σ ⌊a / 2⌋ x ≤ b / 2`, holds too, and its left side is whole, so that the right side may be rounded
//! down as well. Each lesson has one booking, so 1 may first be added to all coefficients of a lesson and to `b`.
//!
//! # Source
//! A. Caprara, M. Fischetti: {0, 1/2}-Chvátal-Gomory cuts (1996).

use std::collections::{BTreeMap, BTreeSet};

use super::auxiliary::{Auxiliaries, Auxiliary};
use super::charges::Charges;
use super::row::{Origin, Row, Term};
use crate::problem::{Cell, IndexedLesson, LessonId, Problem};

/// The sum of some rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    lessons: Vec<(LessonId, Vec<i64>)>,
    reliefs: Vec<(Auxiliary, i64)>,
    right_side: i64,
}

impl Combination {
    /// The sum of `rows`, in which there are no choices.
    #[must_use]
    pub fn of(problem: &Problem, rows: &[&Row]) -> Self {
        let once = rows.iter().map(|&row| (row, 1));
        let sums = Charges::of(problem, &Auxiliaries::default(), once);
        let coefficients = |lesson: &IndexedLesson| {
            let starts = lesson.starts.iter().map(|start| start.cell);
            starts.map(|cell| start(problem, &sums, lesson, cell)).collect()
        };
        let concerned = concerned(problem, rows).into_iter();
        let mut reliefs: BTreeMap<Auxiliary, i64> = BTreeMap::new();
        for &(auxiliary, units) in rows.iter().flat_map(|row| &row.reliefs) {
            *reliefs.entry(auxiliary).or_default() += units;
        }
        Self {
            lessons: concerned.map(|one| (one, coefficients(problem.lesson(one)))).collect(),
            reliefs: reliefs.into_iter().collect(),
            right_side: rows.iter().map(|row| row.right_side).sum(),
        }
    }

    /// The lessons in it, each with its coefficients by start.
    #[must_use]
    pub fn lessons(&self) -> &[(LessonId, Vec<i64>)] {
        &self.lessons
    }

    /// Its right side.
    #[must_use]
    pub const fn right_side(&self) -> i64 {
        self.right_side
    }

    /// The zero-half cut of it: half of it and of the lessons for which `raised` says so (by their index in
    /// [`Combination::lessons`]), rounded down.
    #[must_use]
    pub fn zero_half_cut(&self, problem: &Problem, raised: impl Fn(usize) -> bool) -> Row {
        let mut terms = Vec::new();
        let mut right_side = self.right_side;
        let mut moved = 0;
        for (index, (lesson, coefficients)) in self.lessons.iter().enumerate() {
            let more = i64::from(raised(index));
            right_side += more;
            let halves: Vec<i64> =
                coefficients.iter().map(|coefficient| (coefficient + more).div_euclid(2)).collect();
            // What all bookings of a lesson have is better on the right side: the fewer terms the better.
            let common = most_common(&halves);
            moved += common;
            let starts = problem.lesson(*lesson).starts.iter().zip(halves);
            let others = starts.filter(|&(_, half)| half != common);
            terms.extend(others.map(|(at, half)| (Term::Start(*lesson, at.cell), half - common)));
        }
        let reliefs = self.reliefs.iter().map(|&(one, units)| (one, -(-units).div_euclid(2)));
        Row {
            origin: Origin::ZeroHalf,
            terms,
            reliefs: reliefs.filter(|one| one.1 != 0).collect(),
            right_side: right_side.div_euclid(2) - moved,
        }
        .reduced()
    }
}

/// The coefficient of the bookings of `lesson` that start in `cell`, whatever rooms they have: the least of them, which is
/// no more than any may count.
fn start(problem: &Problem, sums: &Charges<'_>, lesson: &IndexedLesson, cell: Cell) -> i64 {
    let rooms = lesson.rooms.iter().filter_map(|used| {
        used.choices.iter().map(|&room| sums.room(room, &used.periods, cell)).min()
    });
    sums.start(lesson, cell, problem.frame.day(cell)) + rooms.sum::<i64>()
}

/// The lessons of which some bookings may have coefficients in `rows`; what rows count of rooms is never below 0, so that
/// lessons may be left out that can be elsewhere.
fn concerned(problem: &Problem, rows: &[&Row]) -> BTreeSet<LessonId> {
    let mut concerned = BTreeSet::new();
    for (term, _) in rows.iter().flat_map(|row| &row.terms) {
        match term {
            Term::Class(class, ..) => concerned.extend(&problem.lessons_of_class[*class]),
            Term::Teacher(teacher, ..) => {
                concerned.extend(&problem.lessons_of_teacher[*teacher]);
            }
            Term::Room(room, ..) => concerned.extend(&problem.lessons_of_room[*room]),
            Term::Day(lesson, _) | Term::Start(lesson, _) => {
                concerned.insert(*lesson);
            }
            Term::Choice(..) => (),
        }
    }
    concerned
}

/// The number that most of `numbers` are; the least of several.
fn most_common(numbers: &[i64]) -> i64 {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for &number in numbers {
        *counts.entry(number).or_default() += 1;
    }
    let most = counts.values().copied().max();
    counts.into_iter().find(|one| Some(one.1) == most).map_or(0, |one| one.0)
}
