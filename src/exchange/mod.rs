//! OTHER PROGRAMS' FILES: read into a school, and written back with a proposal's bookings.
//!
//! One file or folder for each format. What is read becomes a [`School`] whose lessons are the rows of the
//! `timetable.csv` to come, none of them joined: whoever writes it as a folder and reads that folder has the school.
//! Whether the school is any good is not asked here, and nothing is printed.

mod asc;
mod bells;
mod cycle;
mod draft;
mod encoding;
mod fet;
mod joined;
mod kept;
mod kinds;
mod ledger;
mod lines;
mod names;
mod oneroster;
mod original;
mod page;
mod placement;
mod ss12000;
mod table;
mod tag;
mod untis;
mod weekday;
mod workbook;
mod xhstt;
mod xml;

pub use crate::domain::Date;
pub use bells::Bells;
pub use kept::kept;
pub use ledger::Ledger;
pub use oneroster::class_lists;
pub use original::{Original, collect};
pub use ss12000::CalendarWeek;
pub(crate) use ss12000::id as uuid;
pub use table::propose;

use crate::diagnostic::{Diagnostic, Foreign, Place};
use crate::domain::{Proposal, School};
use crate::input::{RawSheet, Sheet};
use draft::Draft;
use placement::placements;
use table::Map;

/// A format of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Untis: GPU001 and its companions.
    Untis,
    /// FET.
    Fet,
    /// aSc Timetables.
    Asc,
    /// Any table, with a map.
    Table,
    /// `OneRoster`'s CSV: class lists only, see [`class_lists`].
    OneRoster,
    /// The archive of high school timetabling problems.
    Xhstt,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Untis, Self::Fet, Self::Asc, Self::Table, Self::OneRoster, Self::Xhstt];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Untis => "untis",
            Self::Fet => "fet",
            Self::Asc => "asc",
            Self::Table => "table",
            Self::OneRoster => "oneroster",
            Self::Xhstt => "xhstt",
        }
    }
}

/// What a person may choose beside the files.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Which of several timetables in one file.
    pub solution: Option<String>,
    /// The map of a table.
    pub map: Option<Original>,
}

/// What came of another program's files.
#[derive(Clone, Debug)]
pub struct Import {
    /// The school, each lesson one row; `None` if there is an error or nothing to take over.
    pub school: Option<School>,
    /// When its periods begin and end, as far as the files say.
    pub bells: Bells,
    /// What became of each row, and what is wrong.
    pub ledger: Ledger,
}

/// Reads another program's files.
#[must_use]
pub fn import(format: Format, originals: &[Original], choices: &Choices) -> Import {
    let mut ledger = Ledger::default();
    let mut draft = draft(format, originals, choices, &mut ledger);
    let bells = draft.as_mut().map(|draft| std::mem::take(&mut draft.bells)).unwrap_or_default();
    let school = draft.map(|draft| draft.finish(&mut ledger)).filter(|_| !ledger.has_errors());
    Import { school, bells, ledger }
}

fn draft(
    format: Format,
    originals: &[Original],
    choices: &Choices,
    ledger: &mut Ledger,
) -> Option<Draft> {
    match format {
        Format::Untis => untis::read(originals, ledger),
        Format::Fet => fet::read(originals, ledger),
        Format::Asc => asc::read(originals, ledger),
        Format::Table => {
            let Some(map) = &choices.map else {
                ledger.note(Foreign::FileNeeded { name: "map.toml" }, Place::default());
                return None;
            };
            table::read(originals, &Map::read(map, ledger)?, ledger)
        }
        Format::OneRoster => {
            ledger.note(Foreign::NothingPlaced, Place::default());
            None
        }
        Format::Xhstt => xhstt::read(originals, choices, ledger),
    }
}

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
    pub const ALL: [Self; 7] = [
        Self::Original(Format::Untis),
        Self::Original(Format::Fet),
        Self::Original(Format::Asc),
        Self::Original(Format::Xhstt),
        Self::Original(Format::Table),
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
    /// `changes.csv` of the proposal.
    pub changes: &'a str,
    /// CSV that says which alternative each apprentice is given; empty if nothing was chosen.
    pub away: &'a str,
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
        ledger.note(Foreign::OriginalMissing { format: format.name() }, Place::file("original"));
        return None;
    };
    let placements = placements(request.school, &request.proposal.timetable);
    let draft = draft(format, &files, &choices, ledger).filter(|_| !ledger.has_errors())?;
    if let Some(line) = kept::first_difference(&draft, &placements) {
        ledger.note(Foreign::OriginalDiffers { line }, Place::line("timetable.csv", line));
        return None;
    }
    let names = &draft.names;
    match format {
        Format::Untis => untis::export(&files, &placements, names, ledger).map(Exported::alone),
        Format::Fet => {
            let (file, timetable) = fet::export(&files, &draft, &placements, ledger)?;
            Some(Exported { file, beside: vec![("_timetable.csv", timetable)] })
        }
        Format::Asc => asc::export(&files, &draft, &placements, ledger).map(Exported::alone),
        Format::Table => {
            let map = Map::read(choices.map.as_ref()?, ledger)?;
            table::export(&files, &map, &placements, names, ledger).map(Exported::alone)
        }
        Format::Xhstt => {
            let written = xhstt::export(&files, &choices, &draft, &placements, ledger);
            written.map(Exported::alone)
        }
        Format::OneRoster => None,
    }
}
