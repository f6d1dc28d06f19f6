//! Lessons: what moves as one piece, and what its rows say of each of its periods.

use std::collections::BTreeSet;
use std::fmt;

use super::calendar::{Slot, Weeks};
use super::name::{
    ApartLabel, ClassName, DivisionName, LessonName, PartName, RoomName, SubjectCode, TeacherName,
};

/// A part of a class: a division and which part of it, e.g. `lang:TYS`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// The division; the empty one where the cell names only a part.
    pub division: DivisionName,
    /// The part.
    pub part: PartName,
}

/// As a cell names it.
impl fmt::Display for Group {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.division.as_str() {
            "" => write!(out, "{}", self.part),
            division => write!(out, "{division}:{}", self.part),
        }
    }
}

/// What moves as one piece: rows with fixed offsets between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its id, else the line number of its first row.
    pub name: LessonName,
    /// One for each row and period, by row and then offset.
    pub pieces: Vec<Piece>,
    /// Where it starts in the baseline; `None`: it has no place yet.
    pub start: Option<Slot>,
    /// Whether its rows say that it keeps its booking. Whether it does, [`School::is_locked`](super::School::is_locked) says.
    pub locked: bool,
}

/// What one row says of one period of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The row's place among the data rows of `timetable.csv`, from 0.
    pub row: usize,
    /// The row's line in the file, from 1.
    pub line: u32,
    /// Periods after the lesson's start.
    pub offset: u8,
    /// The classes, at least one.
    pub classes: Vec<ClassName>,
    /// The part of those classes that attends; `None`: all of them.
    pub group: Option<Group>,
    /// The subject.
    pub subject: SubjectCode,
    /// The teachers.
    pub teachers: Vec<TeacherName>,
    /// The rooms in the baseline.
    pub rooms: Vec<RoomName>,
    /// The weeks in which it happens.
    pub weeks: Weeks,
    /// The slots in which it may be if its lesson moves; `None`: any.
    pub allowed: Option<BTreeSet<Slot>>,
    /// Lessons of one class with the same label belong on different days.
    pub apart: Option<ApartLabel>,
}

impl Lesson {
    /// Its length in periods, counting what lies between its first and its last.
    #[must_use]
    pub fn length(&self) -> u8 {
        self.pieces.iter().map(|piece| piece.offset + 1).max().unwrap_or(1)
    }

    /// Whether neither has a place, and they differ in their names and in where in the file their rows are alone.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        let is_alike = |(own, other): (&Piece, &Piece)| {
            Piece { row: other.row, line: other.line, ..own.clone() } == *other
        };
        let are_free = self.start.is_none() && other.start.is_none();
        are_free
            && self.pieces.len() == other.pieces.len()
            && self.pieces.iter().zip(&other.pieces).all(is_alike)
    }

    /// Its classes.
    #[must_use]
    pub fn classes(&self) -> BTreeSet<&ClassName> {
        self.pieces.iter().flat_map(|piece| &piece.classes).collect()
    }

    /// Its teachers.
    #[must_use]
    pub fn teachers(&self) -> BTreeSet<&TeacherName> {
        self.pieces.iter().flat_map(|piece| &piece.teachers).collect()
    }

    /// Its rooms in the baseline.
    #[must_use]
    pub fn rooms(&self) -> BTreeSet<&RoomName> {
        self.pieces.iter().flat_map(|piece| &piece.rooms).collect()
    }

    /// Its class-periods: the distinct pairs of class and offset.
    #[must_use]
    pub fn class_periods(&self) -> BTreeSet<(&ClassName, u8)> {
        self.pieces
            .iter()
            .flat_map(|piece| piece.classes.iter().map(|class| (class, piece.offset)))
            .collect()
    }

    /// The labels of its rows, each with the classes that have it.
    #[must_use]
    pub fn apart(&self) -> BTreeSet<(&ClassName, &ApartLabel)> {
        let labelled =
            self.pieces.iter().filter_map(|piece| Some((&piece.classes, piece.apart.as_ref()?)));
        labelled
            .flat_map(|(classes, label)| classes.iter().map(move |class| (class, label)))
            .collect()
    }
}
