//! OTHER PROGRAMS' FILES: read into a school, and written back with a proposal's bookings.
//!
//! One file or folder for each format. What is read becomes a [`School`] whose lessons are the rows of the
//! `timetable.csv` to come, none of them joined: whoever writes it as a folder and reads that folder has the school.
//! Whether the school is any good is not asked here, and nothing is printed.

mod draft;
mod encoding;
mod kept;
mod ledger;
mod lines;
mod names;
mod original;
mod page;
mod placement;
mod untis;
mod xhstt;
mod xml;

pub use kept::kept;
pub use ledger::Ledger;
pub use original::{Original, collect};

use crate::diagnostic::{Diagnostic, Foreign, Place};
use crate::domain::{School, Timetable};
use draft::Draft;
use placement::{Placement, placements};

/// A format of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Untis: GPU001 and its companions.
    Untis,
    /// The archive of high school timetabling problems.
    Xhstt,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Untis, Self::Xhstt];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Untis => "untis",
            Self::Xhstt => "xhstt",
        }
    }
}

/// What a person may choose beside the files.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Which of several timetables in one file.
    pub solution: Option<String>,
}

/// What came of another program's files.
#[derive(Clone, Debug)]
pub struct Import {
    /// The school, each lesson one row; `None` if there is an error or nothing to take over.
    pub school: Option<School>,
    /// What became of each row, and what is wrong.
    pub ledger: Ledger,
}

/// Reads another program's files.
#[must_use]
pub fn import(format: Format, originals: &[Original], choices: &Choices) -> Import {
    let mut ledger = Ledger::default();
    let draft = draft(format, originals, choices, &mut ledger);
    let school = draft.map(|draft| draft.finish(&mut ledger)).filter(|_| !ledger.has_errors());
    Import { school, ledger }
}

fn draft(
    format: Format,
    originals: &[Original],
    choices: &Choices,
    ledger: &mut Ledger,
) -> Option<Draft> {
    match format {
        Format::Untis => untis::read(originals, ledger),
        Format::Xhstt => xhstt::read(originals, choices, ledger),
    }
}

/// Writes a proposal in the format of the files that its school was made from; `originals` are those that were kept.
///
/// # Errors
/// Why it cannot be written: there are no such files, or the school's rows are no longer theirs.
pub fn export(
    format: Format,
    originals: &[Original],
    school: &School,
    timetable: &Timetable,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut ledger = Ledger::default();
    let written = write(format, originals, &placements(school, timetable), &mut ledger);
    written.filter(|_| !ledger.has_errors()).ok_or(ledger.notes)
}

fn write(
    format: Format,
    originals: &[Original],
    placements: &[Placement],
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let Some((about, files)) = kept::open(format, originals) else {
        ledger.note(Foreign::OriginalMissing { format: format.name() }, Place::file("original"));
        return None;
    };
    let draft = draft(format, &files, &about, ledger).filter(|_| !ledger.has_errors())?;
    if let Some(line) = kept::first_difference(&draft, placements) {
        ledger.note(Foreign::OriginalDiffers { line }, Place::line("timetable.csv", line));
        return None;
    }
    match format {
        Format::Untis => untis::export(&files, placements, &draft.names, ledger),
        Format::Xhstt => {
            ledger.note(Foreign::OriginalMissing { format: format.name() }, Place::default());
            None
        }
    }
}
