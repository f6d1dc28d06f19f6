//! Rows: `Σ coefficients of bookings − units of auxiliary columns ≤ right side`, each from a rule.

use super::auxiliary::Auxiliary;
use crate::domain::{Price, Rule, Week, Weeks, common_divisor};
use crate::problem::{Cell, ChooserId, ClassId, ClassUse, DayId, LessonId, RoomId, TeacherId};

/// Which lessons of a class count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Members {
    /// Each of them.
    All,
    /// Those of a clique: with part `chosen[division]` of each division; see [`ClassUse::in_clique`].
    Clique(Vec<u16>),
    /// Those of a clique that are not alone in their slot in every week.
    Sharing(Vec<u16>),
}

impl Members {
    /// Whether a lesson with this use counts.
    #[must_use]
    pub fn count(&self, used: &ClassUse, cycle: Weeks) -> bool {
        match self {
            Self::All => true,
            Self::Clique(chosen) => used.in_clique(chosen),
            Self::Sharing(chosen) => !used.is_alone(cycle) && used.in_clique(chosen),
        }
    }
}

/// A sum of bookings, or a choice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// Bookings that occupy a class in a cell of a week.
    Class(ClassId, Week, Cell, Members),
    /// Bookings that occupy a teacher in a cell of a week.
    Teacher(TeacherId, Week, Cell),
    /// Bookings that occupy a room in a cell of a week.
    Room(RoomId, Week, Cell),
    /// Bookings of a lesson that start on a day.
    Day(LessonId, DayId),
    /// Bookings of a lesson that start in a cell.
    Start(LessonId, Cell),
    /// No booking, but the choice of that number of a chooser.
    Choice(ChooserId, usize),
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A hard rule.
    Rule(Rule),
    /// A kind of points that several lessons cost together.
    Price(Price),
    /// A zero-half cut: half of what other rows and lessons add up to; see [`Combination`](super::Combination).
    ZeroHalf,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// Where it comes from.
    pub origin: Origin,
    /// Sums of bookings with their coefficients. A booking's coefficient is the sum over the terms that it is in.
    pub terms: Vec<(Term, i64)>,
    /// The auxiliary columns whose units are subtracted, and how many times each.
    pub reliefs: Vec<(Auxiliary, i64)>,
    /// The most that the left side may be.
    pub right_side: i64,
}

impl Row {
    /// No booking's coefficient, and no auxiliary column's, is further from 0 than this.
    #[must_use]
    pub fn weight(&self) -> i64 {
        let terms = self.terms.iter().map(|one| one.1.abs());
        terms.chain(self.reliefs.iter().map(|one| one.1.abs())).sum()
    }

    /// Whether choices are in it, and not only bookings.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        self.terms.iter().any(|(term, _)| matches!(term, Term::Choice(..)))
    }

    /// The same row with coefficients that have no divisor in common; sums of whole numbers are whole, so that the right
    /// side is rounded down.
    #[must_use]
    pub fn reduced(mut self) -> Self {
        let terms = self.terms.iter().map(|one| one.1);
        let divisor = common_divisor(terms.chain(self.reliefs.iter().map(|one| one.1)));
        if divisor > 1 {
            for (_, coefficient) in &mut self.terms {
                *coefficient /= divisor;
            }
            for (_, units) in &mut self.reliefs {
                *units /= divisor;
            }
            self.right_side = self.right_side.div_euclid(divisor);
        }
        self
    }
}
