//! A PROPOSAL FOR OTHER PROGRAMS: written back into the files that the school was made from, or as a workbook or as
//! events of a calendar.
//!
//! One file for each format. Every cell that does not change stays as it was, byte by byte. Nothing is judged here.

mod apprentices;
pub mod arrived;
mod asc;
mod calendar;
pub mod csv;
mod fet;
pub mod folder;
mod grid;
pub mod hours;
mod marked;
pub mod meetings;
mod names;
pub mod plans;
mod ss12000;
pub mod stretch;
mod table;
mod tag;
pub mod template;
mod untis;
mod workbook;
mod xhstt;

pub use crate::domain::Date;
pub use ss12000::CalendarWeek;

use crate::diagnostic::{Diagnostic, Foreign, Location};
use crate::domain::{Proposal, School};
use crate::import::draft::Draft;
use crate::import::rebooked::{Rebooked, rebooked};
use crate::import::table::map as import_map;
use crate::import::{Format, Ledger, Original, draft, kept};
use crate::input::{RawSheet, Sheet};
use csv::Lines;

/// A format that a proposal can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A file of the format that the school was made from, with the proposal's places.
    Original(Format),
    /// A workbook with the changed cells marked.
    Workbook,
    /// The events of weeks with who is away, for Swedish administrations.
    Ss12000,
}

impl Target {
    /// Every format that can be written.
    pub const ALL: [Self; 8] = [
        Self::Original(Format::Untis),
        Self::Original(Format::Fet),
        Self::Original(Format::Asc),
        Self::Original(Format::Xhstt),
        Self::Original(Format::Table),
        Self::Original(Format::Grid),
        Self::Workbook,
        Self::Ss12000,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Original(format) => format.name(),
            Self::Workbook => "xlsx",
            Self::Ss12000 => "ss12000",
        }
    }
}

/// What is to be written.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The school.
    pub school: &'a School,
    /// Its timetable as read.
    pub sheet: &'a Sheet,
    /// What is offered.
    pub proposal: &'a Proposal,
    /// What was kept when the school was imported, if it was.
    pub originals: &'a [Original],
    /// The school's files, the timetable first.
    pub sheets: &'a [RawSheet],
    /// What changes.
    pub changes: &'a Lines,
    /// Which alternative each apprentice is given, if anything was chosen.
    pub away: Option<&'a Lines>,
    /// The weeks whose events are wanted, where a format has dates.
    pub weeks: &'a [CalendarWeek],
}

/// Writes a proposal: the file, and what stands beside it, by the end of its name.
///
/// # Errors
/// Why it cannot be written: the school was not made from such files, or its rows are no longer theirs.
pub fn export(target: Target, request: &Request<'_>) -> Result<Exported, Vec<Diagnostic>> {
    let mut ledger = Ledger::default();
    let written = match target {
        Target::Original(format) => write_back(format, request, &mut ledger),
        Target::Workbook => workbook::write(request, &mut ledger).map(Exported::alone),
        Target::Ss12000 => ss12000::write(request, &mut ledger).map(Exported::alone),
    };
    written.filter(|_| !ledger.has_errors()).ok_or(ledger.notes)
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub file: Vec<u8>,
    /// Others, each with what its name ends in.
    pub beside: Vec<(&'static str, Vec<u8>)>,
}

impl Exported {
    const fn alone(file: Vec<u8>) -> Self {
        Self { file, beside: Vec::new() }
    }
}

fn write_back(format: Format, request: &Request<'_>, ledger: &mut Ledger) -> Option<Exported> {
    let Some((choices, files)) = kept::open(format, request.originals) else {
        ledger.note(Foreign::OriginalMissing { format: format.name() }, Location::file("original"));
        return None;
    };
    let rows = rebooked(request.school, &request.proposal.timetable);
    let draft = draft(format, &files, &choices, ledger).filter(|_| !ledger.has_errors())?;
    if let Some(line) = first_difference(&draft, &rows) {
        ledger.note(Foreign::OriginalDiffers { line }, Location::line("timetable.csv", line));
        return None;
    }
    let names = &draft.names;
    match format {
        Format::Untis => untis::export(&files, &rows, names, ledger).map(Exported::alone),
        Format::Fet => {
            let (file, timetable) = fet::export(&files, &draft, &rows, ledger)?;
            Some(Exported { file, beside: vec![("_timetable.csv", timetable)] })
        }
        Format::Asc => asc::export(&files, &draft, &rows, ledger).map(Exported::alone),
        Format::Table => {
            let map = import_map(&files, &choices, ledger)?;
            table::export(&files, &map, &rows, names, ledger).map(Exported::alone)
        }
        Format::Xhstt => {
            let written = xhstt::export(&files, &choices, &draft, &rows, ledger);
            written.map(Exported::alone)
        }
        Format::Grid => grid::export(&files, &choices, &rows, names, ledger),
        Format::OneRoster => None,
    }
}

/// The first line of `timetable.csv` that says something else than the originals.
fn first_difference(draft: &Draft, rebooked: &[Rebooked]) -> Option<u32> {
    let longest = draft.rows.len().max(rebooked.len());
    let is_same = |position: &usize| {
        let pair = draft.rows.get(*position).zip(rebooked.get(*position));
        pair.is_some_and(|(row, other)| {
            row.start == other.from
                && row.length == other.length
                && row.subject == other.subject
                && row.classes == other.classes
                && row.rooms.iter().eq(other.rooms.iter().map(|(old, _)| old))
        })
    };
    let different = (0..longest).find(|position| !is_same(position))?;
    u32::try_from(different + 2).ok()
}
