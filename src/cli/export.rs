//! `export`: a proposal in the format that its school came from.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::help::said;
use super::options::Telling;
use super::originals::{ORIGINAL, kept, tell_broken};
use super::outputs::{Outputs, write_files};
use super::school::{Opened, opened, usable};
use super::terminal::{answer, shown, tell_breaches, tell_faults};
use super::trouble::Trouble;
use crate::account::departure;
use crate::check;
use crate::diagnostic::{Diagnostic, Severity};
use crate::diff::{Offer, as_things_stand};
use crate::domain::{Effort, Language, Proposal, School, Week};
use crate::export::{self, CalendarWeek, Date, Exported, Request, Target, csv as tables};
use crate::import;
use crate::import::lines::delimiter;
use crate::input::{Joining, Loaded, Need, load, load_proposal, load_with_joining, raw_sheets};

/// The options of `export`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Skriver forslaget i det program, som skemaet kom fra",
    "Skriver förslaget i formatet för programmet schemat kom från",
    "Writes the proposal back for the program that it came from"
))]
pub(super) struct Export {
    #[arg(long, value_name = "FORMAT", help = said!(
        "Formatet",
        "Formatet",
        "The format"
    ))]
    to: Target,
    #[arg(help = said!(
        "Forslagets mappe, eller en skoles egen mappe",
        "Förslagets mapp, eller en skolas egen mapp",
        "The folder of the proposal, or a school's own folder"
    ))]
    proposal: PathBuf,
    #[arg(long, value_name = "SCHOOL", help = said!(
        "Skolen, som forslaget er til [ellers: den mappe, som forslagets ligger i eller er]",
        "Skolan som förslaget är för [annars: mappen som förslagets ligger i eller är]",
        "The school that the proposal is for [default: the folder that the proposal's is in, or is]"
    ))]
    school: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = said!(
        "Filen, der skrives; en liste over, hvad der flyttede, skrives ved siden af",
        "Filen som skrivs; en lista över vad som flyttade skrivs bredvid",
        "The file to write; a list of what moved is written beside it"
    ))]
    out: PathBuf,
    #[arg(long = "week", value_name = "DATE[=LABEL]", help = said!(
        "For ss12000: en uge, ved en dato i den; ved flere uger i turnus med ugens navn, 2026-08-17=A",
        "För ss12000: en vecka, genom ett datum i den; vid flera veckor i cykeln med veckans namn, 2026-08-17=A",
        "For ss12000: a week, by any date in it; in a cycle of several weeks with its label, 2026-08-17=A"
    ))]
    weeks: Vec<String>,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, writes, tells.
pub(super) fn run(options: &Export) -> Result<Exit, Exit> {
    let folder = options.school.clone().unwrap_or_else(|| school_of(&options.proposal));
    let Opened { school, sheet, language } =
        opened(loaded(&folder, &options.proposal), options.telling.language)?;
    let proposal: Proposal = if folder == options.proposal {
        as_things_stand(&school)
    } else {
        let (proposal, found) = load_proposal(&school, &sheet, &options.proposal);
        usable(proposal, found, language)?
    };
    let verdict = check::check(&school, &proposal, Effort::Strict);
    if folder != options.proposal {
        tell_breaches(&school, &verdict.breaches, Severity::Warning, language);
    }
    let offer = Offer { school: &school, proposal: &proposal, difference: &verdict.difference };
    let changes = tables::changes(offer, &sheet);
    let is_chosen = folder != options.proposal;
    let away = is_chosen.then(|| tables::away(offer));
    let originals = kept(&folder).map_err(|faults| refuse(&faults, language))?;
    let back = matches!(options.to, Target::Original(_)).then(|| import::constraints(&originals));
    if let Some(constraints) = back.flatten() {
        tell_broken(&constraints, (&school, &proposal), language);
    }
    let request = Request {
        school: &school,
        sheet: &sheet,
        proposal: &proposal,
        originals: &originals,
        sheets: &raw_sheets(&folder),
        changes: &changes,
        away: away.as_ref(),
        weeks: &weeks(&options.weeks, &school).map_err(|trouble| trouble.tell(language))?,
    };
    let exported =
        export::export(options.to, &request).map_err(|faults| refuse(&faults, language))?;
    let changes = changes.written(&sheet);
    let lessons = verdict.difference.changes.len();
    let kept: Vec<PathBuf> = [folder.clone(), folder.join(ORIGINAL)]
        .into_iter()
        .chain(Outputs::of_answer(&options.proposal))
        .collect();
    let told = write(&options.out, exported, &changes, &kept).and_then(|files| {
        let file = shown(&options.out);
        let json = || departure::json(&files, lessons);
        let text = || departure::text(&file, lessons, &changes, language);
        answer(&if options.telling.json { json() } else { text() })
    });
    told.map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}

/// The school, with the apprentices of its own files, else with those that the proposal was made for: what is said of a
/// move depends on them.
fn loaded(folder: &Path, proposal: &Path) -> Loaded {
    let own = load(folder, Need::TimetableOnly);
    let is_alone = own.school.as_ref().is_none_or(|school| school.apprentices.is_empty());
    let placed = if is_alone { placed(proposal) } else { Vec::new() };
    if placed.is_empty() {
        return own;
    }
    // What is wrong with the school's own files is told; of the others it was told with the proposal.
    let joined = load_with_joining(folder, Need::TimetableOnly, &placed);
    if joined.school.is_some() { Loaded { diagnostics: own.diagnostics, ..joined } } else { own }
}

/// The apprentices of an answer, each once: class and when away.
fn placed(proposal: &Path) -> Vec<Joining> {
    let text = fs::read_to_string(proposal.join("pupils.csv")).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = u8::try_from(delimiter(text)).unwrap_or(b';');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let rows = reader.records().filter_map(Result::ok);
    let pupils: BTreeMap<String, String> = rows
        .filter_map(|row| {
            let of = |at: usize| row.get(at).map(ToOwned::to_owned);
            Some((of(0)?, format!("{};{};", of(1)?, of(2)?)))
        })
        .collect();
    pupils.values().filter_map(|written| Joining::read(written)).collect()
}

/// The weeks that are asked for.
fn weeks(asked: &[String], school: &School) -> Result<Vec<CalendarWeek>, Trouble> {
    let week = |written: &String| {
        let (date, label) = written.split_once('=').unwrap_or((written, ""));
        let position = school.weeks.iter().position(|week| week.as_str() == label);
        let position = position.or_else(|| (school.weeks.len() == 1).then_some(0))?;
        Some(CalendarWeek { date: Date::read(date)?, week: Week(u8::try_from(position).ok()?) })
    };
    let read = asked
        .iter()
        .map(|written| week(written).ok_or_else(|| Trouble::WeekUnknown(written.clone())));
    read.collect()
}

fn refuse(faults: &[Diagnostic], language: Language) -> Exit {
    tell_faults(faults, language);
    Exit::BadInput
}

/// Writes the file and those beside it, none of them over what is `kept`; their names.
fn write(
    out: &Path,
    exported: Exported,
    changes: &str,
    kept: &[PathBuf],
) -> Result<Vec<String>, Trouble> {
    let mut files = vec![(out.to_owned(), exported.file)];
    let others = exported.beside.into_iter().map(|(end, bytes)| (beside(out, end), bytes));
    files.extend(others);
    files.push((beside(out, "-moves.csv"), changes.as_bytes().to_vec()));
    write_files(&files, kept)?;
    Ok(files.iter().map(|(path, _)| shown(path)).collect())
}

/// The school that a proposal is in, or that it is.
fn school_of(proposal: &Path) -> PathBuf {
    let is_school = |folder: &&Path| folder.join(ORIGINAL).is_dir();
    proposal.ancestors().take(2).find(is_school).unwrap_or(proposal).to_owned()
}

/// A file beside another: `GPU001.TXT` → `GPU001-moves.csv`.
fn beside(file: &Path, end: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or(OsStr::new("export")).to_string_lossy();
    file.with_file_name(format!("{stem}{end}"))
}

impl ValueEnum for Target {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}
