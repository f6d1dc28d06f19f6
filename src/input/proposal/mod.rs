//! A proposal that the program or a person's hand made: the school's `timetable.csv` with other days, periods and
//! rooms, and which alternative each apprentice is given.

mod bookings;
mod chosen;
mod matching;

use std::path::Path;

use super::cells::columns::File;
use super::cells::findings::Findings;
use super::cells::folder::Folder;
use super::cells::table::Table;
use super::sheet::Sheet;
use crate::diagnostic::{Diagnostic, Fault, Location};
use crate::domain::{Proposal, School, Timetable};

/// The folder that stands in an answer's while its files come to their places, and stays if that is not ended.
pub const UNFINISHED: &str = ".mesterskema-unfinished";

/// Reads `folder`'s `timetable.csv`, and its `solution.json` where that is, as a proposal for `school`, whose own
/// timetable is `sheet`. The file may have another delimiter, encoding or order of rows, and other names for days.
///
/// There is a proposal only if there is no error: every row found again, no lesson torn apart, no room lost. Faults are
/// placed in `folder`'s files by its path, so that nobody looks for them in the school's. An answer that was not written to
/// its end, or that another took the place of meanwhile, is refused; one that somebody changed by hand is not.
#[must_use]
pub fn load_proposal(
    school: &School,
    sheet: &Sheet,
    folder: &Path,
) -> (Option<Proposal>, Vec<Diagnostic>) {
    let mut findings = Findings::default();
    let Some(folder) = Folder::open(folder, &mut findings) else {
        return (None, findings.sorted());
    };
    let before = chosen::written(&folder);
    let proposal = read(school, sheet, &folder, &mut findings);
    if folder.has(UNFINISHED) || folder.has_now(UNFINISHED) || chosen::written(&folder) != before {
        findings.report(Fault::AnswerUnfinished, Location::file(chosen::FILE));
    }
    let proposal = proposal.filter(|_| findings.errors() == 0);
    let mut diagnostics = findings.sorted();
    for Diagnostic { location, .. } in &mut diagnostics {
        location.file = folder.path_to(&location.file);
    }
    (proposal, diagnostics)
}

fn read(
    school: &School,
    sheet: &Sheet,
    folder: &Folder,
    findings: &mut Findings,
) -> Option<Proposal> {
    let away = chosen::read(school, folder, findings);
    let timetable = read_timetable(school, sheet, folder, findings)?;
    Some(Proposal { timetable, away: away? })
}

fn read_timetable(
    school: &School,
    sheet: &Sheet,
    folder: &Folder,
    findings: &mut Findings,
) -> Option<Timetable> {
    let name = File::Timetable.name();
    folder.report_missing(name, findings);
    let table = Table::read(folder, File::Timetable, findings)?;
    let rows = matching::read_rows(&table, findings);
    let found = matching::find(school, sheet, &rows);
    matching::report_unmatched(school, &table, &rows, &found, findings);
    bookings::read(school, &table, &rows, &found, findings)
}
