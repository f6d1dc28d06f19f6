//! What is asked about beside a school's files: scenarios of its apprentices, and meetings for which a time is wanted.

use std::path::Path;

use super::cells::columns::File;
use super::cells::findings::Findings;
use super::cells::table::Table;
use super::joining::{self, Joining};
use super::rows::YearRow;
use super::source::Futures;
use super::{Loaded, Need, Source, read_all};
use crate::diagnostic::Location;
use crate::domain::{Meeting, Scenario};

/// What stands for a file where faults are in scenarios that stand in none.
pub(crate) const CHANGES: &str = "…";

/// What was asked about, as it was understood.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) scenarios: Vec<Scenario>,
    pub(super) meetings: Vec<Meeting>,
    pub(super) year: Vec<YearRow>,
}

impl Futures<'_> {
    /// The file's table, and which file it is; `apprentices` are the school's.
    pub(super) fn read(
        self,
        apprentices: Option<&Table>,
        findings: &mut Findings,
    ) -> Option<(File, Table)> {
        let file = if matches!(self, Self::Meetings(_)) { File::Meetings } else { File::Scenarios };
        let table = match self {
            Self::Unasked | Self::Year => None,
            Self::File(path) | Self::Meetings(path) => Table::read_file(path, file, findings),
            Self::Written(text) => Table::read_text(CHANGES, text, file, findings),
            Self::Said(joining) => {
                let text = joining::scenario(joining, apprentices);
                Table::read_text(joining::SAID, &text, file, findings)
            }
        };
        table.map(|table| (file, table))
    }
}

/// Reads a school folder, and a file of scenarios about its apprentices, whose faults stand beside the school's.
///
/// There are scenarios only if there is a school.
#[must_use]
pub fn load_with_scenarios(folder: &Path, scenarios: &Path) -> (Loaded, Vec<Scenario>) {
    let (loaded, asked) = read_all(folder.into(), Need::Apprentices, Futures::File(scenarios));
    (loaded, asked.scenarios)
}

/// The same for scenarios that stand in no file; their faults stand in [`CHANGES`].
pub(crate) fn load_with_changes(folder: &Path, scenarios: &str) -> (Loaded, Vec<Scenario>) {
    let (loaded, asked) = read_all(folder.into(), Need::Apprentices, Futures::Written(scenarios));
    (loaded, asked.scenarios)
}

/// Reads a school with those apprentices besides its own; without any of them, as [`load`](super::load) does.
///
/// Each is called by the class and a number that nobody else is called by.
#[must_use]
pub fn load_with_joining<'s>(
    source: impl Into<Source<'s>>,
    need: Need,
    joining: &[Joining],
) -> Loaded {
    let source = source.into();
    if joining.is_empty() {
        return read_all(source, need, Futures::Unasked).0;
    }
    let (mut loaded, asked) = read_all(source, Need::TimetableOnly, Futures::Said(joining));
    for location in loaded.diagnostics.iter_mut().map(|found| &mut found.location) {
        if location.file == joining::SAID {
            // The first row is the headings.
            let number = location.line.map(|line| line.saturating_sub(1).max(1));
            *location = Location { line: number, ..Location::file(joining::SAID) };
        }
    }
    if let Some((school, Scenario { apprentices, .. })) =
        loaded.school.as_mut().zip(asked.scenarios.into_iter().next_back())
    {
        school.apprentices = apprentices;
    }
    loaded
}

/// Reads a school folder, and a file of meetings for which a time is wanted, whose faults stand beside the school's.
///
/// There are meetings only if there is a school.
#[must_use]
pub fn load_with_meetings(folder: &Path, meetings: &Path) -> (Loaded, Vec<Meeting>) {
    let (loaded, asked) = read_all(folder.into(), Need::Apprentices, Futures::Meetings(meetings));
    (loaded, asked.meetings)
}

/// Reads a school folder for the question of the year: its rows of apprentices, each with its dates, beside the school, in
/// which the rows of one pupil are united where they can be.
///
/// There are rows only if there is a school.
#[must_use]
pub fn load_year(folder: &Path) -> (Loaded, Vec<YearRow>) {
    let (loaded, asked) = read_all(folder.into(), Need::Apprentices, Futures::Year);
    let rows = if loaded.school.is_some() { asked.year } else { Vec::new() };
    (loaded, rows)
}
