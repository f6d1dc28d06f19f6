//! A WEEK DRAWN: the week as a grid, before and after in one: of a class, a teacher, a room or a pupil.
//!
//! A lesson that moves stands twice, where it was and where it goes, with the same number at both places. A lesson of
//! several periods is one cell where nothing else is beside it; weeks of a cycle share the grid. What moves, and why, is
//! not decided here.

mod board;
mod cells;
mod clean;
mod draw;
mod entries;
mod roll;
mod words;

pub use board::Board;
pub use clean::Clean;
pub use draw::plain;
pub use entries::Entry;

use std::collections::BTreeMap;

use maud::Markup;

use crate::diff::Offer;
use crate::domain::{ClassName, Language, RoomName, School, TeacherName, Timetable};
use roll::{Ranks, Roll};

/// Whose week is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// A class's.
    Class(&'a ClassName),
    /// A teacher's.
    Teacher(&'a TeacherName),
    /// A room's.
    Room(&'a RoomName),
    /// An apprentice's, by the index in [`School::apprentices`].
    Pupil(usize),
}

/// The number under which each changed lesson is told, by the lesson's index in [`School::lessons`].
pub type Numbers = BTreeMap<usize, usize>;

/// The two timetables from which grids are drawn.
pub struct Weeks<'a> {
    offer: Offer<'a>,
    numbers: &'a Numbers,
    before: Roll<'a>,
    after: Roll<'a>,
    ranks: Ranks<'a>,
    /// The apprentices of each class.
    pupils: BTreeMap<&'a ClassName, Vec<usize>>,
    language: Language,
}

impl<'a> Weeks<'a> {
    /// The weeks of `baseline`, the school's own timetable, beside those of what is offered.
    #[must_use]
    pub fn new(
        offer: Offer<'a>,
        baseline: &'a Timetable,
        numbers: &'a Numbers,
        language: Language,
    ) -> Self {
        let school = offer.school;
        Self {
            offer,
            numbers,
            before: Roll::new(school, baseline),
            after: Roll::new(school, &offer.proposal.timetable),
            ranks: Ranks::new(school),
            pupils: school.apprentices_of_classes(),
            language,
        }
    }

    /// The grid of one of them, in a frame of its own that scrolls where the screen is narrow.
    ///
    /// `lesson` draws what stands in a cell, given how it is drawn usually: [`plain`], unless it is to be clicked.
    #[must_use]
    pub fn grid(&self, whose: Whose<'_>, lesson: &dyn Fn(&Entry, Markup) -> Markup) -> Markup {
        draw::grid(self, whose, lesson)
    }

    /// The grid of one of them where people work on it: with the times of periods, subjects in colours, the time in which
    /// apprentices of a class are away as a band, and what apprentices miss.
    #[must_use]
    pub fn board(&self, whose: Whose<'_>, board: &Board<'_>) -> Markup {
        draw::on_board(self, whose, board)
    }

    /// The week of one of them as it is from now on, for those who only want to know where to be: nothing of what was, no
    /// signs, subjects by their names. On narrow screens it is a list of days, so that nothing is cut.
    #[must_use]
    pub fn clean(&self, whose: Whose<'_>, clean: &Clean<'_>) -> Markup {
        clean::clean(self, whose, clean)
    }

    /// Whether the grid of one of them shows a change, or a lesson that is missed.
    #[must_use]
    pub fn is_touched(&self, whose: Whose<'_>) -> bool {
        entries::entries(self, whose).values().flatten().any(Entry::is_changed)
    }
}

impl<'a> Whose<'a> {
    /// What is drawn, as the school writes it.
    #[must_use]
    pub fn name(self, school: &'a School) -> &'a str {
        match self {
            Self::Class(name) => name.as_str(),
            Self::Teacher(name) => name.as_str(),
            Self::Room(name) => name.as_str(),
            Self::Pupil(index) => {
                school.apprentices.get(index).map_or("", |one| one.pupil.as_str())
            }
        }
    }
}
