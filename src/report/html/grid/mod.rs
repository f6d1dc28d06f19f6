//! The week as a grid, before and after in one: of a class, a teacher, a room or a pupil.
//!
//! A lesson that moves stands twice, where it was and where it goes, with the same number at both places. A lesson of
//! several periods is one cell where nothing else is beside it; weeks of a cycle share the grid. What moves, and why, is
//! not decided here.

mod cells;
mod draw;
mod entries;
mod words;

pub use draw::plain;
pub use entries::Entry;

use std::collections::BTreeMap;

use maud::Markup;

use super::super::offer::Offer;
use super::super::words::{Words, words};
use crate::diff::{Sitting, sittings};
use crate::domain::{ClassName, Language, RoomName, School, TeacherName, Timetable};

/// Whose week is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// A class's.
    Class(&'a ClassName),
    /// A teacher's.
    Teacher(&'a TeacherName),
    /// A room's.
    Room(&'a RoomName),
    /// An apprentice's, by the place in [`School::apprentices`].
    Pupil(usize),
}

/// The number under which each changed lesson is told, by the lesson's place in [`School::lessons`].
pub type Numbers = BTreeMap<usize, usize>;

/// The two timetables from which grids are drawn.
pub struct Weeks<'a> {
    offer: Offer<'a>,
    numbers: &'a Numbers,
    before: Vec<Sitting<'a>>,
    after: Vec<Sitting<'a>>,
    words: &'static dyn Words,
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
        let before = sittings(offer.school, baseline);
        let after = sittings(offer.school, &offer.proposal.timetable);
        Self { offer, numbers, before, after, words: words(language), language }
    }

    /// The grid of one of them, in a frame of its own that scrolls where the screen is narrow.
    ///
    /// `lesson` draws what stands in a cell, given how it is drawn usually: [`plain`], unless it is to be clicked.
    #[must_use]
    pub fn grid(&self, whose: Whose<'_>, lesson: &dyn Fn(&Entry, Markup) -> Markup) -> Markup {
        draw::grid(self, whose, lesson)
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
            Self::Pupil(place) => {
                school.apprentices.get(place).map_or("", |one| one.pupil.as_str())
            }
        }
    }

    /// A name for anchors that no other grid of the school has.
    #[must_use]
    pub fn id(self, school: &School) -> String {
        let place = |place: Option<usize>| place.map_or(0, |place| place + 1);
        match self {
            Self::Class(name) => {
                format!("class-{}", place(school.classes.keys().position(|one| one == name)))
            }
            Self::Teacher(name) => {
                format!("teacher-{}", place(school.teachers.keys().position(|one| one == name)))
            }
            Self::Room(name) => {
                format!("room-{}", place(school.rooms.keys().position(|one| one == name)))
            }
            Self::Pupil(pupil) => format!("pupil-{}", pupil + 1),
        }
    }

    /// Whether a row, at one of its periods, is of theirs.
    fn has(self, school: &School, sitting: &Sitting<'_>) -> bool {
        match self {
            Self::Class(name) => sitting.classes().any(|one| one == name),
            Self::Teacher(name) => sitting.teachers().any(|one| one == name),
            Self::Room(name) => sitting.rooms().any(|one| one == name),
            Self::Pupil(place) => {
                let apprentice = school.apprentices.get(place);
                apprentice.is_some_and(|apprentice| apprentice.attends(sitting.piece))
            }
        }
    }
}
