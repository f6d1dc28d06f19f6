//! `check`: what is wrong with a timetable, and what apprentices miss in it.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::joining::Apprentices;
use super::options::{Strictness, Telling};
use super::school::{Opened, Unusable, opened, usable};
use super::terminal::answer;
use crate::check;
use crate::diff::as_things_stand;
use crate::domain::Level;
use crate::input::{Need, load_proposal};
use crate::pipeline::{Faults, settle};
use crate::report::{Asked, Inspection, json, text};

/// The options of `check`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Finder fejl i skemaet, og hvad elever i praktik går glip af",
    "Hittar fel i schemat, och vad elever på praktik missar",
    "Finds faults of the timetable, and what apprentices miss in it"
))]
pub(super) struct Check {
    #[arg(help = said!(
        "Skolen: en mappe med timetable.csv og apprentices.csv, eller en projektmappe",
        "Skolan: en mapp med timetable.csv och apprentices.csv, eller en arbetsbok",
        "The school: a folder with timetable.csv and apprentices.csv, or a workbook"
    ))]
    school: PathBuf,
    #[arg(long, value_name = "DIR", help = said!(
        "En mappe med et ændret timetable.csv, af solve eller lavet i hånden",
        "En mapp med en ändrad timetable.csv, av solve eller för hand",
        "A folder with a changed timetable.csv, by solve or by hand"
    ))]
    proposal: Option<PathBuf>,
    #[command(flatten)]
    apprentices: Apprentices,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, judges, tells.
pub(super) fn run(options: &Check) -> Result<Exit, Exit> {
    let refused = |unusable| refuse(&unusable, options.telling);
    let loaded =
        options.apprentices.load(&options.school, Need::TimetableOnly, options.telling.language);
    let Opened { school: read, sheet, language } =
        opened(loaded, options.telling.language).map_err(refused)?;
    let settled = settle(&read, options.strictness.faults());
    let (school, faults) = settled.unwrap_or_else(|faults| (read.clone(), faults));
    let (asked, proposal) = match &options.proposal {
        None => (Asked::Baseline, as_things_stand(&school)),
        Some(folder) => {
            let (proposal, diagnostics) = load_proposal(&school, &sheet, folder);
            (Asked::Proposal, usable(proposal, diagnostics, language).map_err(refused)?)
        }
    };
    let verdict = check::check(&school, &proposal, options.strictness.effort());
    let (read, faults, school) = (&read, &faults, &school);
    let (proposal, verdict) = (&proposal, &verdict);
    let inspection = Inspection { read, faults, school, asked, proposal, verdict };
    let render = if options.telling.json { json::inspection } else { text::inspection };
    answer(&render(inspection, language)).map_err(|trouble| trouble.tell(language))?;
    Ok(exit(inspection, options.strictness))
}

/// A script that asked for JSON reads there too why there is no answer.
fn refuse(unusable: &Unusable, telling: Telling) -> Exit {
    let Unusable { diagnostics, language } = unusable;
    if telling.json
        && let Err(trouble) = answer(&json::unusable(diagnostics, *language))
    {
        return trouble.tell(*language);
    }
    Exit::BadInput
}

/// No, if there is a fault that was not accepted, a breach, or a required lesson that is missed.
fn exit(inspection: Inspection<'_>, strictness: Strictness) -> Exit {
    let faulty = !inspection.faults.is_empty() && strictness.faults() == Faults::Refuse;
    let missed = inspection.missed(Level::Required) > 0;
    if faulty || missed || !inspection.breaches().is_empty() { Exit::No } else { Exit::Answered }
}
