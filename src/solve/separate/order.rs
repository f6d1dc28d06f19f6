//! The order in which broken rows enter the program.
//!
//! Which of several equally cheap timetables is found first depends on it. It must not depend on the order in which rules are
//! named: with one rule more, schools that do not use it would be answered otherwise.

use crate::model::{Row, Term};
use crate::problem::{Cell, Id, Problem};

/// Rows that enter together: rule by rule, and in some groups day by day before that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// What cannot be at once; day by day, the rooms of a week after its days.
    Clashes,
    /// Slots that are new.
    NewSlots,
    /// Too much on a day.
    Loads,
    /// Days on which teachers newly come.
    TeacherDays,
    /// Gaps, day by day.
    Gaps,
    /// What choices do not go with, and lessons that get in each other's way by guests and ways.
    Choices,
}

/// Puts rows that were found rule by rule into their order; those with the same day stay as they were found.
pub(super) fn put_in_order(problem: &Problem, found: &mut [(Group, Row)]) {
    found.sort_by_key(|(group, row)| match group {
        Group::Clashes | Group::Gaps => (*group, day(problem, row)),
        Group::NewSlots | Group::Loads | Group::TeacherDays | Group::Choices => (*group, None),
    });
}

/// The week and the day of the first term of a row; of a room, the end of the week.
fn day(problem: &Problem, row: &Row) -> Option<(usize, usize)> {
    let day_of = |cell: Cell| problem.frame.day(cell).to_index();
    match row.terms.first()?.0 {
        Term::Class(_, week, cell, _) | Term::Teacher(_, week, cell) => {
            Some((week.to_index(), day_of(cell)))
        }
        Term::Room(_, week, _) => Some((week.to_index(), usize::MAX)),
        Term::Day(..) | Term::Start(..) | Term::Choice(..) => None,
    }
}
