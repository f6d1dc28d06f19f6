//! `plans`: a plan for each apprentice, a sheet for each class team and teacher, and everybody's calendar.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::options::{Strictness, Telling};
use super::outputs::create_folder;
use super::school::{Opened, opened, settled, usable};
use super::terminal::{answer, shown, tell_breaches};
use crate::check::{Verdict, check};
use crate::diagnostic::Severity;
use crate::diff::{Offer, as_things_stand};
use crate::domain::{Almanac, Language, Proposal, School};
use crate::export::plans::{Plans, conceal, files, json, text};
use crate::input::{Need, Sheet, load, load_proposal};
use crate::pipeline::today;

/// The options of `plans`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Skriver planer, ark og kalendere for elever, klasser, lærere",
    "Skriver planer, blad och kalendrar för elever, klasser, lärare",
    "Writes plans, sheets and calendars for pupils and teachers"
))]
pub(super) struct Planning {
    #[arg(help = said!(
        "Skolen: en mappe med timetable.csv og apprentices.csv, eller en projektmappe",
        "Skolan: en mapp med timetable.csv och apprentices.csv, eller en arbetsbok",
        "The school: a folder with timetable.csv and apprentices.csv, or a workbook"
    ))]
    school: PathBuf,
    #[arg(long, value_name = "DIR", help = said!(
        "Forslagets mappe, af solve eller lavet i hånden [ellers: skemaet, som det er]",
        "Förslagets mapp, av solve eller för hand [annars: schemat som det är]",
        "The folder of the proposal, by solve or by hand [default: the timetable as it is]"
    ))]
    proposal: Option<PathBuf>,
    #[arg(long, value_name = "DIR", help = said!(
        "Mappen til planerne; den skal være tom eller ikke findes. Den, der kan læse den, ser, hvornår et barn er hvor",
        "Mappen för planerna; den ska vara tom eller inte finnas. Den som kan läsa den ser när ett barn är var",
        "The folder for the plans; it must be empty or missing. Whoever can read it sees when a child is where"
    ))]
    out: PathBuf,
    #[arg(long, help = said!(
        "Udelad kontakter, adresser og steders navne",
        "Utelämna kontakter, adresser och platsers namn",
        "Leave out contacts, addresses and the names of places"
    ))]
    pseudonyms: bool,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, judges, writes, tells.
pub(super) fn run(options: &Planning) -> Result<Exit, Exit> {
    let loaded = load(&options.school, Need::Apprentices);
    let almanac = loaded.almanac.clone();
    let Opened { school, sheet, language } = opened(loaded, options.telling.language)?;
    let school = settled(&school, options.strictness.faults(), language)?;
    let proposal = proposal(options, (&school, &sheet), language)?;
    let verdict = check(&school, &proposal, options.strictness.effort());
    if !verdict.breaches.is_empty() {
        tell_breaches(&school, &verdict.breaches, Severity::Error, language);
        return Ok(Exit::No);
    }
    if options.pseudonyms {
        let (school, almanac) = conceal(&school, &almanac, language);
        return write(options, (&school, &almanac), (&proposal, &verdict), language);
    }
    write(options, (&school, &almanac), (&proposal, &verdict), language)
}

/// The proposal that the plans are for; without one, the timetable as it is.
fn proposal(
    options: &Planning,
    (school, sheet): (&School, &Sheet),
    language: Language,
) -> Result<Proposal, Exit> {
    let Some(folder) = &options.proposal else { return Ok(as_things_stand(school)) };
    let (proposal, diagnostics) = load_proposal(school, sheet, folder);
    Ok(usable(proposal, diagnostics, language)?)
}

fn write(
    options: &Planning,
    (school, almanac): (&School, &Almanac),
    (proposal, verdict): (&Proposal, &Verdict),
    language: Language,
) -> Result<Exit, Exit> {
    let offer = Offer { school, proposal, difference: &verdict.difference };
    let plans = Plans { offer, almanac, language, printed: today() };
    let files = files(plans);
    let told = if options.telling.json {
        json(plans, &files)
    } else {
        text(plans, &shown(&options.out), &files)
    };
    let files: Vec<(String, Vec<u8>)> =
        files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    let written = create_folder(&options.out, &files).and_then(|()| answer(&told));
    written.map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}
