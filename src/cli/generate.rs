//! `generate`: a realistic school, made up from a seed.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::outputs::{create_folder, try_empty};
use super::prospectus::Wishes;
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::{Language, School};
use crate::export::folder::{files, places};
use crate::generate::{generate, generate_district};
use crate::report::overview::{district as district_overview, overview};

/// The options of `generate`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Finder på en realistisk skole at prøve på",
    "Hittar på en realistisk skola att pröva på",
    "Makes up a realistic school to try things on"
))]
pub(super) struct Generate {
    #[arg(help = said!(
        "Mappen til skolen; den skal være tom eller ikke findes",
        "Mappen för skolan; den ska vara tom eller inte finnas",
        "The folder for the school; it must be empty or missing"
    ))]
    out: PathBuf,
    #[arg(long, value_name = "N", conflicts_with_all = ["kind", "classes", "apprentices", "pupils", "days", "days_each"], value_parser = clap::value_parser!(u16).range(1..=2000), help = said!(
        "I stedet: så mange skoler, hvis elever alle går på ét hold",
        "I stället: så många skolor, vars elever alla går på en kurs",
        "Instead: so many schools, whose pupils all go to one course"
    ))]
    district: Option<u16>,
    #[arg(long, value_name = "N", requires = "district", help = said!(
        "Så mange pladser har holdet på hver af to dage, i stedet for én fælles dag",
        "Så många platser har kursen på var och en av två dagar, i stället för en gemensam dag",
        "How many seats the course has on each of two days, instead of one common day for all"
    ))]
    seats: Option<u32>,
    #[command(flatten)]
    wishes: Wishes,
    #[arg(long, default_value = "en", help = said!(
        "Sproget i det, der vises",
        "Språket i det som visas",
        "The language of what is printed"
    ))]
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
