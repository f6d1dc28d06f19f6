//! The textbook model: the whole law as one explicit program of columns and rows, for any solver.
//!
//! There is one 0/1 column for each lesson, start and rooms, and one for each alternative of those who choose. Every
//! other column only counts what these bring about, so it need not be said that it is whole: see [`Kind`]. All
//! columns and all rows are written out, which takes room and time that [`crate::solve::solve`] does not need; in
//! return they can be read beside the law, one file for each rule and price that has rows. The model is a second opinion: it shares
//! the [`Problem`] and the limits of the baseline with the search, and none of its rows.
//!
//! What is not here: any solver, any number that is not whole, and rules about one lesson alone, which
//! [`IndexedLesson::starts`](crate::problem::IndexedLesson::starts) holds already.

mod away;
mod bookings;
mod class_clash;
mod class_gaps;
mod class_table;
mod draft;
mod encoding;
mod gaps;
mod missed;
mod new_slot;
mod one_day;
mod pairs;
mod per_day;
mod place_full;
mod required_missed;
mod room_clash;
mod tables;
mod teacher_clash;
mod teacher_day;
mod teacher_gap;
mod teacher_per_day;
mod teacher_table;
mod too_far;

use super::booking::Booking;
use crate::domain::{Price, Rule};
use crate::problem::{ChooserId, ClassId, LessonId, Problem};
use draft::Draft;
use tables::Tables;

/// A mixed-integer program, to be minimised. Every column is at least 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formulation {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Constraint>,
}

/// The index of a column in [`Formulation::columns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub usize);

/// What can be decided, or follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What one unit costs, in points.
    pub points: i64,
    /// The most units there can be.
    pub upper: i64,
    /// What it stands for.
    pub kind: Kind,
}

/// What a column stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A lesson has this booking: 0 or 1.
    Booked(Booking),
    /// A chooser takes the choice of this number: 0 or 1.
    Chosen(ChooserId, usize),
    /// Something that bookings and choices bring about. Where those are whole, the least that it can be is whole.
    Consequence,
}

impl Kind {
    /// Whether a solver has to be told that the column is whole.
    #[must_use]
    pub const fn is_decision(&self) -> bool {
        !matches!(self, Self::Consequence)
    }
}

/// `Σ coefficients × columns`, compared with the right side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// Columns, each once, with their coefficients.
    pub terms: Vec<(ColumnId, i64)>,
    /// How they compare.
    pub sense: Sense,
    /// What they compare with.
    pub right_side: i64,
    /// Where the row comes from.
    pub origin: Origin,
}

/// How the two sides of a row compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// The left side is the right side.
    Equal,
    /// The left side is at most the right side.
    AtMost,
}

/// Where a row comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Each lesson has one booking.
    Timetable,
    /// A hard rule.
    Rule(Rule),
    /// A kind of points.
    Price(Price),
}

/// What makes a school too large to be written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// A lesson has more than [`Formulation::MOST_BOOKINGS`] bookings, by its rooms.
    Bookings(LessonId),
    /// A class has more than [`Formulation::MOST_CLIQUES`] combinations of parts, one of each division.
    Parts(ClassId),
}

impl Formulation {
    /// The most bookings of a lesson that are written out.
    pub const MOST_BOOKINGS: usize = 5_000;
    /// The most combinations of parts of a class that are written out.
    pub const MOST_CLIQUES: usize = 1_000;

    /// Writes `problem` out.
    ///
    /// # Errors
    /// [`TooLarge`] where that takes too many columns or rows.
    pub fn of(problem: &Problem) -> Result<Self, TooLarge> {
        let mut draft = Draft::new(problem);
        draft.book_lessons()?;
        draft.choose();
        let tables = Tables::of(&draft)?;
        for rule in Rule::ALL {
            draft.keep(&tables, rule);
        }
        for price in Price::ALL {
            draft.count(&tables, price);
        }
        Ok(draft.formulation)
    }

    /// The bookings of the lessons and the choices of the choosers, each in order, that the columns `taken` say.
    pub fn read(&self, taken: impl Fn(ColumnId) -> bool) -> (Vec<Booking>, Vec<usize>) {
        let (mut bookings, mut choices) = (Vec::new(), Vec::new());
        for (index, column) in self.columns.iter().enumerate() {
            match &column.kind {
                Kind::Booked(booking) if taken(ColumnId(index)) => bookings.push(booking.clone()),
                Kind::Chosen(_, choice) if taken(ColumnId(index)) => choices.push(*choice),
                _ => (),
            }
        }
        (bookings, choices)
    }
}
