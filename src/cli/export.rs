//! `export`: a proposal in the format that its school came from.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::options::Telling;
use super::outputs::write_files;
use super::school::{Opened, open, usable};
use super::terminal::{answer, tell};
use super::trouble::Trouble;
use crate::check;
use crate::domain::{Effort, Proposal};
use crate::exchange::{self, Format};
use crate::input::{Need, load_proposal};
use crate::report::diagnostics::diagnostics;
use crate::report::{Offer, as_things_stand, csv};

/// Writes a proposal in the format of the program that the school's timetable came from
#[derive(Args, Debug)]
pub(super) struct Export {
    /// The format
    #[arg(long, value_name = "FORMAT")]
    to: Format,
    /// The folder of the proposal, or a school's own folder
    proposal: PathBuf,
    /// The school that the proposal is for [default: the folder that the proposal's is in, or is]
    #[arg(long, value_name = "SCHOOL")]
    school: Option<PathBuf>,
    /// The file to write; a list of what moved is written beside it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, writes, tells.
pub(super) fn run(options: &Export) -> Result<Exit, Exit> {
    let folder = options.school.clone().unwrap_or_else(|| school_of(&options.proposal));
    let Opened { school, sheet, language } =
        open(&folder, Need::TimetableOnly, options.telling.language)?;
    let proposal: Proposal = if folder == options.proposal {
        as_things_stand(&school)
    } else {
        let (proposal, found) = load_proposal(&school, &sheet, &options.proposal);
        usable(proposal, found, language)?
    };
    let refuse = |faults: Vec<_>| {
        tell(&diagnostics(&faults, language));
        Exit::BadInput
    };
    let originals = exchange::collect(&[folder.join("original")]).map_err(refuse)?;
    let bytes =
        exchange::export(options.to, &originals, &school, &proposal.timetable).map_err(refuse)?;
    let verdict = check::check(&school, &proposal, Effort::Strict);
    let offer = Offer { school: &school, proposal: &proposal, difference: &verdict.difference };
    let moves = csv::changes(offer, &sheet);
    let list = beside(&options.out);
    let files = [(options.out.as_path(), bytes), (list.as_path(), moves.clone().into_bytes())];
    let written = write_files(&files).and_then(|()| answer(moves.trim_start_matches('\u{feff}')));
    written.map_err(|trouble: Trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}

/// The school that a proposal is in, or that it is.
fn school_of(proposal: &Path) -> PathBuf {
    let is_school = |folder: &&Path| folder.join("original").is_dir();
    proposal.ancestors().take(2).find(is_school).unwrap_or(proposal).to_owned()
}

/// The list of moves beside a file: `GPU001.TXT` → `GPU001-moves.csv`.
fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().unwrap_or(OsStr::new("export")).to_string_lossy();
    file.with_file_name(format!("{stem}-moves.csv"))
}
