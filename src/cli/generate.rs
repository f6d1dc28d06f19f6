//! `generate`: a realistic school, made up from a seed.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::outputs::{create_folder, try_empty};
use super::prospectus::Wishes;
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::{Language, School};
use crate::export::folder::{files, places};
use crate::generate::{generate, generate_district};
use crate::report::overview::{district as district_overview, overview};

/// Makes up a realistic school with a timetable and apprentices, to try things on
#[derive(Args, Debug)]
pub(super) struct Generate {
    /// The folder for the school; it must be empty or missing
    out: PathBuf,
    /// Make up so many schools instead, whose pupils all go to one course: a district
    #[arg(long, value_name = "N", conflicts_with_all = ["kind", "classes", "apprentices", "pupils", "days", "days_each"], value_parser = clap::value_parser!(u16).range(1..=2000))]
    district: Option<u16>,
    /// How many seats the course has on each of two days, instead of one common day for all
    #[arg(long, value_name = "N", requires = "district")]
    seats: Option<u32>,
    #[command(flatten)]
    wishes: Wishes,
    /// The language of what is printed
    #[arg(long, default_value = "en")]
    language: Language,
}

/// Makes up, writes, tells.
pub(super) fn run(options: &Generate) -> Result<Exit, Exit> {
    make(options).map_err(|trouble| trouble.tell(options.language))
}

fn make(options: &Generate) -> Result<Exit, Trouble> {
    try_empty(&options.out)?;
    if let Some(schools) = options.district {
        return make_district(options, schools.into());
    }
    let school = generate(&options.wishes.prospectus()).ok_or(Trouble::NoSchool)?;
    let most = school.apprentices.len();
    if let Some(wanted) = options.wishes.pupils().filter(|&wanted| wanted > most) {
        return Err(Trouble::TooManyPupils { wanted, most });
    }
    create_folder(&options.out, &written(&school, ""))?;
    answer(&overview(&school, options.language))?;
    Ok(Exit::Answered)
}

fn make_district(options: &Generate, schools: usize) -> Result<Exit, Trouble> {
    let prospectus = options.wishes.district(schools, options.seats);
    let (schools, course) = generate_district(prospectus).ok_or(Trouble::NoSchool)?;
    let files = schools.iter().flat_map(|(name, school)| written(school, &format!("{name}/")));
    let shared = ("places.csv".to_owned(), places(&[course].into()).into_bytes());
    let files: Vec<(String, Vec<u8>)> = files.chain([shared]).collect();
    create_folder(&options.out, &files)?;
    let schools: Vec<&School> = schools.iter().map(|(_, school)| school).collect();
    answer(&district_overview(&schools, options.language))?;
    Ok(Exit::Answered)
}

/// A school's files, their names below a folder.
fn written(school: &School, folder: &str) -> Vec<(String, Vec<u8>)> {
    let files = files(school).into_iter();
    files.map(|(name, text)| (format!("{folder}{name}"), text.into_bytes())).collect()
}
