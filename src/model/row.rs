//! Rows: `Σ coefficients of bookings − units of an auxiliary column ≤ right side`, each from a rule.

use super::auxiliary::Auxiliary;
use crate::domain::{Price, Rule, Week};
use crate::problem::{Cell, ClassId, DayId, LessonId, RoomId, TeacherId};

/// Which lessons of a class count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Members {
    /// Each of them.
    All,
    /// Those of a clique: with part `chosen[division]` of each division; see [`ClassUse::in_clique`](crate::problem::ClassUse::in_clique).
    Clique(Vec<u16>),
    /// Those of a clique that are not alone in their slot in every week.
    Sharing(Vec<u16>),
}

/// A sum of bookings.
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
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A hard rule.
    Rule(Rule),
    /// A kind of points that several lessons cost together.
    Price(Price),
    /// A decision of the search, valid only below it.
    Decision,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row {
    /// Where it comes from.
    pub origin: Origin,
    /// Sums of bookings with their coefficients. A booking's coefficient is the sum over the terms that it is in.
    pub terms: Vec<(Term, i64)>,
    /// The auxiliary column whose units are subtracted, and how many times.
    pub relief: Option<(Auxiliary, i64)>,
    /// The most that the left side may be.
    pub right_side: i64,
}
