//! `generate`: a realistic school, made up from a seed.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::outputs::{create_folder, try_empty};
use super::prospectus::Wishes;
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::Language;
use crate::export::folder::files;
use crate::generate::generate;
use crate::report::overview::overview;

/// Makes up a realistic school with a timetable and apprentices, to try things on
#[derive(Args, Debug)]
pub(super) struct Generate {
    /// The folder for the school; it must be empty or missing
    out: PathBuf,
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
    let school = generate(&options.wishes.prospectus()).ok_or(Trouble::NoSchool)?;
    let most = school.apprentices.len();
    if let Some(wanted) = options.wishes.pupils().filter(|&wanted| wanted > most) {
        return Err(Trouble::TooManyPupils { wanted, most });
    }
    let files = files(&school).into_iter();
    let files: Vec<(String, Vec<u8>)> =
        files.map(|(name, text)| (name.to_owned(), text.into_bytes())).collect();
    create_folder(&options.out, &files)?;
    answer(&overview(&school, options.language))?;
    Ok(Exit::Answered)
}
