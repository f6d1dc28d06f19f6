//! Where a school's files are, and what is read beside them.

use std::path::Path;

use super::joining::Joining;

/// Whether a question can be answered without apprentices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// `apprentices.csv` must be there.
    Apprentices,
    /// The timetable alone will do; apprentices are read where they are.
    TimetableOnly,
}

/// Where a school's files are.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// In a folder, or as the sheets of a workbook.
    Folder(&'a Path),
    /// Nowhere yet: their names and what they say.
    Files(&'a [(&'static str, String)]),
}

impl<'a> From<&'a Path> for Source<'a> {
    fn from(folder: &'a Path) -> Self {
        Self::Folder(folder)
    }
}

/// What is asked about, and where it stands.
#[derive(Clone, Copy)]
pub(super) enum Futures<'a> {
    Unasked,
    /// A file of scenarios.
    File(&'a Path),
    /// Scenarios as they would stand in a file.
    Written(&'a str),
    /// One scenario, in which apprentices join.
    Said(&'a [Joining]),
    /// A file of meetings.
    Meetings(&'a Path),
    /// The year: who is away when, by the dates of the apprentices' rows.
    Year,
}

/// What is read of a school beside its own files.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) futures: Futures<'a>,
    /// The places that it shares with other schools.
    pub(super) places: Option<&'a Path>,
}

impl<'a> From<Futures<'a>> for Beside<'a> {
    fn from(futures: Futures<'a>) -> Self {
        Self { futures, places: None }
    }
}
