//! `import`: another program's files become a school folder.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::options::Telling;
use super::outputs::create_folder;
use super::terminal::{answer, tell};
use super::trouble::Trouble;
use crate::check;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, School};
use crate::exchange::{self, Choices, Format, Import as Imported, Original};
use crate::input::{Loaded, Need, load};
use crate::report::arrival::{self, Arrival};
use crate::report::diagnostics::diagnostics;
use crate::report::folder;

/// Makes a school's folder of the files of another program
#[derive(Args, Debug)]
pub(super) struct Import {
    /// The format of the files
    #[arg(long, value_name = "FORMAT")]
    from: Format,
    /// The files, or a folder with them
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The folder for the school; it must be empty or missing
    #[arg(long, value_name = "SCHOOL")]
    out: PathBuf,
    /// Which timetable, where a file has several [default: the best by its own report]
    #[arg(long, value_name = "ID")]
    solution: Option<String>,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, writes, reads again, tells.
pub(super) fn run(options: &Import) -> Result<Exit, Exit> {
    let language = options.telling.language.unwrap_or_default();
    let originals = exchange::collect(&options.files).map_err(|faults| {
        tell(&diagnostics(&faults, language));
        Exit::BadInput
    })?;
    let imported = exchange::import(options.from, &originals, &choices(options));
    let found: Vec<Diagnostic> = imported.ledger.diagnostics().cloned().collect();
    tell(&diagnostics(&found, language));
    let Some(school) = &imported.school else { return Err(refuse(&imported, options.telling)) };
    let written = write(options, school, &originals);
    written.map_err(|trouble| trouble.tell(language))?;
    inspect(options, &imported, language).map_err(|trouble| trouble.tell(language))
}

fn choices(options: &Import) -> Choices {
    Choices { solution: options.solution.clone() }
}

fn refuse(imported: &Imported, telling: Telling) -> Exit {
    let language = telling.language.unwrap_or_default();
    if telling.json
        && let Err(trouble) = answer(&arrival::refused(&imported.ledger, language))
    {
        return trouble.tell(language);
    }
    Exit::BadInput
}

fn write(options: &Import, school: &School, originals: &[Original]) -> Result<(), Trouble> {
    let mut files: Vec<(String, Vec<u8>)> = folder::imported(school)
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .collect();
    let kept = exchange::kept(options.from, originals, &choices(options)).into_iter();
    files.extend(kept.map(|one| (format!("original/{}", one.name), one.bytes)));
    create_folder(&options.out, &files)
}

/// Reads the folder as any other, and says what it looks like.
fn inspect(options: &Import, imported: &Imported, language: Language) -> Result<Exit, Trouble> {
    let loaded: Loaded = load(&options.out, Need::TimetableOnly);
    tell(&diagnostics(&loaded.diagnostics, language));
    let faults = loaded.outline.as_ref().map(check::faults).unwrap_or_default();
    let shown = options.out.display().to_string();
    let arrival =
        Arrival { folder: &shown, ledger: &imported.ledger, loaded: &loaded, faults: &faults };
    let render = if options.telling.json { arrival::json } else { arrival::text };
    answer(&render(arrival, language))?;
    let has_error = loaded.diagnostics.iter().any(|found| found.severity == Severity::Error);
    Ok(if has_error || !faults.is_empty() { Exit::No } else { Exit::Answered })
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}
