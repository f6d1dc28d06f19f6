//! `year`: what changes when, as placements begin and end.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use itertools::Itertools as _;

use super::delivery::answer_files;
use super::exit::Exit;
use super::help::said;
use super::outputs::{create_folder, try_empty};
use super::question::Question;
use super::school::opened;
use crate::domain::{Almanac, Apprentice, Date, Language, PupilKey, School, Stretch, Timetable};
use crate::export::hours::hours;
use crate::export::plans::{YearPart, year_calendars};
use crate::export::stretch::{Stretched, files};
use crate::input::{RawSheet, Sheet, YearRow, load_year, raw_sheets, stretches_of, together_in};
use crate::pipeline::{Status, today};
use crate::placement::{Attending, PupilYear, Spell, pupil_year};
use crate::report::Report;
use crate::report::year::{Told, html, json, text};
use crate::scenario::{self, Link, Season};

/// The options of `year`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Følger skoleåret: hvad ændres hvornår, når praktik begynder",
    "Följer läsåret: vad ändras när, då praktik börjar och slutar",
    "Follows the year: what changes when placements begin and end"
))]
pub(super) struct Year {
    #[command(flatten)]
    question: Question,
    #[arg(long, value_name = "DIR", help = said!(
        "En mappe til year.html, year.csv og en mappe for hvert stræk; den skal være tom eller ikke findes",
        "En mapp för year.html, year.csv och en mapp för varje sträcka; den ska vara tom eller inte finnas",
        "A folder for year.html, year.csv and a folder for each stretch; it must be empty or missing"
    ))]
    out: Option<PathBuf>,
}

/// What was read.
struct Read {
    school: School,
    sheet: Sheet,
    almanac: Almanac,
    rows: Vec<YearRow>,
    language: Language,
}

/// Reads, asks, writes, tells.
pub(super) fn run(options: &Year) -> Result<Exit, Exit> {
    let question = &options.question;
    let (loaded, rows) = load_year(&question.school);
    let almanac = loaded.almanac.clone();
    let opened = opened(loaded, question.telling.language)?;
    let sheet = opened.sheet.clone();
    let (school, language) = question.settle(opened)?;
    let read = Read { school, sheet, almanac, rows, language };
    if let Some(out) = &options.out {
        try_empty(out).map_err(|trouble| trouble.tell(language))?;
    }
    let seasons = seasons(&read);
    let year = question.ask(language, |asking, progress| {
        scenario::year(&read.school, &seasons, asking, &mut |step| progress.step(step))
    })?;
    let hours = all_hours(&read, &year.links);
    let told = Told { school: &read.school, year: &year, hours: &hours };
    if let Some(out) = &options.out {
        let files = all_files(&read, told, &question.school);
        create_folder(out, &files).map_err(|trouble| trouble.tell(language))?;
    }
    question.print(language, || json(told, language), || text(told, language))?;
    Ok(ends(&year))
}

/// No, if there is a stretch without a timetable; stopped, if it is not known whether there is one.
fn ends(year: &scenario::Year) -> Exit {
    let has = |status| year.links.iter().any(|link| link.answer.status == status);
    if has(Status::Infeasible) {
        Exit::No
    } else if has(Status::Undecided) {
        Exit::Stopped
    } else {
        Exit::Answered
    }
}

fn seasons(read: &Read) -> Vec<Season> {
    let stretches = stretches_of(&read.rows, (&read.school, &read.almanac)).into_iter();
    let season = |stretch: Stretch| {
        let apprentices = together_in(&read.rows, &stretch);
        Season { stretch, apprentices }
    };
    stretches.map(season).collect()
}

/// The hours of each pupil, in the order of the rows.
fn all_hours(read: &Read, links: &[Link]) -> Vec<PupilYear> {
    let baselines: Vec<Timetable> = links.iter().map(|link| link.school.baseline()).collect();
    let hours = |one: &Apprentice| hours_of(read, (links, &baselines), &one.pupil);
    pupils(read).filter_map(hours).collect()
}

/// Each pupil once, as the first row says.
fn pupils(read: &Read) -> impl Iterator<Item = &Apprentice> {
    read.rows.iter().map(|row| &row.apprentice).unique_by(|one| &one.pupil)
}

fn hours_of(
    read: &Read,
    (links, baselines): (&[Link], &[Timetable]),
    pupil: &PupilKey,
) -> Option<PupilYear> {
    let own: Vec<&YearRow> =
        read.rows.iter().filter(|row| row.apprentice.pupil == *pupil).collect();
    let dates: Vec<(Date, Date)> = own.iter().map(|row| (row.from, row.until)).collect();
    let first = &own.first()?.apprentice;
    let spells = links.iter().zip(baselines).map(|(link, baseline)| {
        let offered = link.answer.proposal();
        let timetable = offered.map_or(baseline, |proposal| &proposal.timetable);
        let Stretch { from, until, .. } = link.stretch;
        let place = link.school.apprentices.iter().position(|one| one.pupil == *pupil);
        let apprentice = place.map_or(first, |place| &link.school.apprentices[place]);
        let given = place
            .zip(offered)
            .and_then(|(place, proposal)| apprentice.alternatives.get(*proposal.away.get(place)?));
        let away = given.map(|given| (given, dates.clone()));
        let spell = Spell { school: &link.school, timetable, from, until };
        (spell, Attending { apprentice, away })
    });
    pupil_year(&read.almanac, &spells.collect::<Vec<_>>())
}

/// Every file, by its path below the folder.
fn all_files(read: &Read, told: Told<'_>, folder: &Path) -> Vec<(String, Vec<u8>)> {
    let (language, country) = (read.language, read.almanac.country);
    let lines = hours(told.hours, country, language);
    let mut all = vec![
        ("year.html".to_owned(), html(told, country, language)),
        ("year.csv".to_owned(), lines.written(&read.sheet)),
        ("year.json".to_owned(), json(told, language)),
    ];
    let raw = raw_sheets(folder);
    let settings = fs::read_to_string(folder.join("school.toml")).ok();
    let mut sheet = read.sheet.clone();
    for link in &told.year.links {
        let (files, own) = of_stretch(read, link, &sheet, (&raw, settings.as_deref()));
        let path = |name: String| format!("{}/{name}", link.stretch.from);
        all.extend(files.into_iter().map(|(name, text)| (path(name), text)));
        sheet = match &link.answer.offered {
            Some((proposal, _)) => own.rebook(&link.school, &proposal.timetable),
            None => own,
        };
    }
    let calendars = calendars(read, &told.year.links).into_iter();
    all.extend(calendars.map(|(path, text)| (format!("calendars/{path}"), text)));
    all.into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
}

/// Everybody's calendar of the year.
fn calendars(read: &Read, links: &[Link]) -> Vec<(String, String)> {
    let part = |link: &'_ Link| {
        let rows = link.stretch.placements.iter().map(|&row| &read.rows[row]);
        let agreed = rows.map(|row| (row.apprentice.pupil.clone(), row.agreement.clone()));
        agreed.collect()
    };
    let parts: Vec<YearPart<'_>> = links
        .iter()
        .filter_map(|link| {
            let (proposal, _) = link.answer.offered.as_ref()?;
            let (school, stretch) = (&link.school, &link.stretch);
            Some(YearPart { school, proposal, stretch, agreements: part(link) })
        })
        .collect();
    let pupils: Vec<Apprentice> = pupils(read).cloned().collect();
    year_calendars(&parts, &read.almanac, &pupils, read.language)
}

/// The answer of a stretch and, in a folder of its own, the school that it is an answer for.
fn of_stretch(
    read: &Read,
    link: &Link,
    sheet: &Sheet,
    (raw, settings): (&[RawSheet], Option<&str>),
) -> (Vec<(String, String)>, Sheet) {
    let row = |pupil: &PupilKey| {
        let mut own = link.stretch.placements.iter().map(|&row| &read.rows[row]);
        own.find(|row| row.apprentice.pupil == *pupil).map_or(0, |row| row.index)
    };
    let rows: Vec<usize> = link.school.apprentices.iter().map(|one| row(&one.pupil)).collect();
    let stretched = Stretched {
        school: &link.school,
        sheet,
        rows: &rows,
        raw,
        settings,
        almanac: &read.almanac,
        stretch: &link.stretch,
    };
    let (school, sheet) = files(stretched);
    let report =
        Report { school: &link.school, sheet: &sheet, answer: &link.answer, printed: today() };
    let answer = answer_files(report, read.language).into_iter();
    let answer = answer.map(|(name, text)| (name.to_owned(), text));
    let school = school.into_iter().map(|(name, text)| (format!("school/{name}"), text));
    (answer.chain(school).collect(), sheet)
}
