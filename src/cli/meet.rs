//! `meet`: when to meet, beside a timetable that stays as it is.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::options::{Searching, Strictness, Telling};
use super::outputs::{create_folder, try_empty};
use super::school::{Opened, opened, settled, usable};
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::{Almanac, Date, Language, Meeting, School};
use crate::export::meetings::{Held, files, first_date};
use crate::input::{load_proposal, load_with_meetings};
use crate::report::agenda::{Appointed, json, text};
use crate::scenario::{Agenda, Beside, meet};

/// The options of `meet`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Finder tider til samtaler og møder, hvor mindst går tabt",
    "Hittar tider för samtal och möten då minst missas",
    "Finds times for talks and meetings at which least is missed"
))]
pub(super) struct Meet {
    #[arg(help = said!(
        "Skolen: en mappe med timetable.csv og apprentices.csv, eller en projektmappe",
        "Skolan: en mapp med timetable.csv och apprentices.csv, eller en arbetsbok",
        "The school: a folder with timetable.csv and apprentices.csv, or a workbook"
    ))]
    school: PathBuf,
    #[arg(help = said!(
        "Møderne: en fil med kolonnerne meeting, who (pupil:8A-03, class:8.A, teacher:AB, med + imellem), periods, when, week, room",
        "Mötena: en fil med kolumnerna meeting, who (pupil:8A-03, class:8.A, teacher:AB, med + emellan), periods, when, week, room",
        "The meetings: a file with the columns meeting, who (pupil:8A-03, class:8.A, teacher:AB, joined by +), periods, when, week, room"
    ))]
    meetings: PathBuf,
    #[arg(long, value_name = "DIR", help = said!(
        "Forslagets mappe, af solve eller lavet i hånden [ellers: skemaet, som det er, og hver elev væk i alle alternativer]",
        "Förslagets mapp, av solve eller för hand [annars: schemat som det är, och varje elev borta i alla alternativ]",
        "The folder of the proposal, by solve or by hand [default: the timetable as it is, each apprentice away in every alternative]"
    ))]
    proposal: Option<PathBuf>,
    #[arg(long, value_name = "DIR", help = said!(
        "En mappe til en kalenderfil for hvert møde; den skal være tom eller ikke findes",
        "En mapp för en kalenderfil för varje möte; den ska vara tom eller inte finnas",
        "A folder for a calendar file of each meeting; it must be empty or missing"
    ))]
    out: Option<PathBuf>,
    #[arg(long, value_name = "DATE", requires = "out", value_parser = date, help = said!(
        "Den første dato, som en kalenderfil må have [ellers: den første skoledag i calendar.csv]",
        "Det första datum som en kalenderfil får ha [annars: den första skoldagen i calendar.csv]",
        "The first date that a calendar file may have [default: the first school day of calendar.csv]"
    ))]
    from: Option<Date>,
    #[command(flatten)]
    searching: Searching,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, searches, writes, tells.
pub(super) fn run(options: &Meet) -> Result<Exit, Exit> {
    let (loaded, meetings) = load_with_meetings(&options.school, &options.meetings);
    let almanac = loaded.almanac.clone();
    let Opened { school, sheet, language } = opened(loaded, options.telling.language)?;
    let school = settled(&school, options.strictness.faults(), language)?;
    let read = options.proposal.as_ref().map(|folder| load_proposal(&school, &sheet, folder));
    let proposal = read.map(|(proposal, found)| usable(proposal, found, language)).transpose()?;
    let begun = options.out.as_ref().map(|folder| begin(folder, options.from, &almanac));
    let from = begun.transpose().map_err(|trouble| trouble.tell(language))?;
    let beside = Beside { school: &school, proposal: proposal.as_ref() };
    let agenda = meet(beside, &meetings, &options.searching.stop());
    let appointed = Appointed { school: &school, meetings: &meetings, agenda: &agenda };
    if let Some((folder, from)) = options.out.as_ref().zip(from) {
        let held = held(&meetings, &agenda);
        leave(folder, &held, (&school, &almanac), from)
            .map_err(|trouble| trouble.tell(language))?;
    }
    tell(appointed, options.telling.json, language)?;
    Ok(if agenda.is_complete() { Exit::Answered } else { Exit::No })
}

/// Tries whether files can be written, and from which date on meetings can be.
fn begin(folder: &Path, from: Option<Date>, almanac: &Almanac) -> Result<Date, Trouble> {
    try_empty(folder)?;
    from.or_else(|| first_date(almanac)).ok_or(Trouble::FirstDateMissing)
}

fn held<'a>(meetings: &'a [Meeting], agenda: &Agenda) -> Vec<Held<'a>> {
    let times = agenda.meetings.iter().map(|one| one.time.as_ref().map(|time| time.start));
    meetings.iter().zip(times).filter_map(|(meeting, start)| Some((meeting, start?))).collect()
}

fn leave(
    folder: &Path,
    held: &[Held<'_>],
    (school, almanac): (&School, &Almanac),
    from: Date,
) -> Result<(), Trouble> {
    let files = files(held, (school, almanac), from);
    let files = files.map_err(|meeting| Trouble::MeetingUndated(meeting.to_string()))?;
    let files: Vec<_> = files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    create_folder(folder, &files)
}

fn tell(appointed: Appointed<'_>, is_json: bool, language: Language) -> Result<(), Exit> {
    let told = if is_json { json(appointed) } else { text(appointed, language) };
    answer(&told).map_err(|trouble| trouble.tell(language))
}

/// # Errors
/// What can be written instead.
fn date(written: &str) -> Result<Date, String> {
    crate::input::date(written).ok_or_else(|| "write for example 2026-10-01".to_owned())
}
