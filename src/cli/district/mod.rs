//! `district`: several schools whose pupils share places, solved as one problem.

mod reading;

use std::path::PathBuf;

use clap::Args;

use super::delivery::{Told, files};
use super::exit::{Exit, Wanted};
use super::help::said;
use super::language::of_system;
use super::options::{Searching, Strictness, Telling};
use super::outputs::Outputs;
use super::question::within;
use super::terminal::answer;
use super::trouble::{Many, Trouble};
use crate::district::{Member, Settled, settle};
use crate::domain::Language;
use crate::input::{DistrictFiles, SharedPlaces, Sheet};
use crate::pipeline::{Answer, Status, today};
use crate::report::Report;
use crate::report::district::{DistrictReport, LeftOut, html, json, text};
use crate::report::json as of_school;
use reading::{Read, read};

/// The options of `district`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Finder den dag, der koster flere skoler med fælles hold mindst",
    "Hittar dagen som kostar flera skolor med gemensam kurs minst",
    "Finds the day that costs schools with a common course least"
))]
pub(super) struct Options {
    #[arg(help = said!(
        "Samarbejdets mappe: en mappe for hver skole, og places.csv med de steder, de deler",
        "Samarbetets mapp: en mapp för varje skola, och places.csv med de platser som de delar",
        "The district's folder: a folder for each school, and places.csv with the places that they share"
    ))]
    district: PathBuf,
    #[arg(long, value_name = "DIR", help = said!(
        "En mappe til svaret: hver skoles i en mappe med dens navn, report.html og solution.json ved siden af",
        "En mapp för svaret: varje skolas i en mapp med dess namn, report.html och solution.json bredvid",
        "A folder for the answer: each school's in a folder of its name, report.html and solution.json beside them"
    ))]
    out: Option<PathBuf>,
    #[arg(long, help = said!(
        "Svar for de andre skoler, hvor én har fejl i filerne eller intet skema",
        "Svara för de andra skolorna där en har fel i filerna eller inget schema",
        "Answer for the other schools where one has faulty files or no timetable"
    ))]
    without_bad: bool,
    #[command(flatten)]
    searching: Searching,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    telling: Telling,
}

/// The schools that are solved, and what is beside them.
struct District {
    members: Vec<Member>,
    sheets: Vec<Sheet>,
    places: SharedPlaces,
    left_out: Vec<LeftOut>,
    language: Language,
}

/// Reads, solves, writes, tells.
pub(super) fn run(options: &Options) -> Result<Exit, Exit> {
    let asked = options.telling.language;
    let files = DistrictFiles::list(&options.district).map_err(|found| {
        super::terminal::tell_faults(&found, asked.unwrap_or_else(of_system));
        Exit::BadInput
    })?;
    let Read { mut district, is_whole } = read(&files, options.strictness.faults(), asked)?;
    let language = district.language;
    if district.members.is_empty() || !(is_whole || options.without_bad) {
        return Err(Trouble::Many(Many::DistrictFaulty).tell(language));
    }
    let outputs = open(options, &files).map_err(|trouble| trouble.tell(language))?;
    let settled = solve(options, &mut district)?;
    let told = told(&district, &settled);
    deliver(&district, &settled, &told, outputs.as_ref())
        .and_then(|()| answer(if options.telling.json { &told.json } else { &told.text }))
        .map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::after(settled.status, Wanted::Answer))
}

/// Solves the district; with `--without-bad` again without the schools that have no timetable, until all others have one.
fn solve(options: &Options, district: &mut District) -> Result<Settled, Exit> {
    let language = district.language;
    let limits = (options.searching, options.strictness.effort());
    within(limits, language, |asking, progress| {
        loop {
            let tell = &mut |standing| progress.standing(standing);
            let settled = settle(&district.members, &district.places, asking, tell)?;
            if !options.without_bad || !district.leave_out_stuck(&settled) {
                return Ok(settled);
            }
        }
    })
}

impl District {
    /// Leaves out the schools that have no timetable whatever the others do; whether there are any, and others beside them.
    fn leave_out_stuck(&mut self, settled: &Settled) -> bool {
        let is_stuck = |found: &&Answer| found.status == Status::Infeasible;
        let stuck = settled.answers.iter().filter(is_stuck).count();
        if stuck == 0 || stuck == self.members.len() {
            return false;
        }
        let members = std::mem::take(&mut self.members).into_iter();
        let sheets = std::mem::take(&mut self.sheets);
        for ((member, sheet), found) in members.zip(sheets).zip(&settled.answers) {
            if is_stuck(&found) {
                let reasons = of_school::reasons_of(&member.school, found, self.language);
                self.left_out.push(LeftOut { name: member.name, reasons });
            } else {
                self.members.push(member);
                self.sheets.push(sheet);
            }
        }
        true
    }
}

/// Where the answer goes: the folder of the whole, and one for each school.
struct Places {
    whole: Outputs,
    schools: Vec<(String, Outputs)>,
}

/// Tries whether the folders can be used.
fn open(options: &Options, files: &DistrictFiles) -> Result<Option<Places>, Trouble> {
    let Some(out) = &options.out else { return Ok(None) };
    let whole = Outputs::open(out, &options.district)?;
    let school = |(name, path): &(String, PathBuf)| {
        Ok((name.clone(), Outputs::open(&out.join(name), path)?))
    };
    let schools = files.schools.iter().map(school).collect::<Result<_, Trouble>>()?;
    Ok(Some(Places { whole, schools }))
}

fn told(district: &District, settled: &Settled) -> Told {
    let District { members, places, left_out, language, .. } = district;
    let report = DistrictReport { members, left_out, places, settled };
    Told {
        json: json(report, *language),
        text: text(report, *language),
        page: html(report, *language),
    }
}

/// Writes each school's answer and that of the whole, if they are wanted.
fn deliver(
    district: &District,
    settled: &Settled,
    told: &Told,
    places: Option<&Places>,
) -> Result<(), Trouble> {
    let Some(Places { whole, schools }) = places else { return Ok(()) };
    let solved = district.members.iter().zip(&district.sheets).zip(&settled.answers);
    for ((member, sheet), found) in solved {
        let report = Report { school: &member.school, sheet, answer: found, printed: today() };
        let outputs = schools.iter().find(|(name, _)| *name == member.name);
        if let Some((_, outputs)) = outputs {
            outputs.replace(&files(report, &Told::of(report, district.language)))?;
        }
    }
    whole.replace(&[("report.html", told.page.clone()), ("solution.json", told.json.clone())])
}
