//! `template`: a workbook to fill in.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::language::of_system;
use super::outputs::write_files;
use super::terminal::{answer, shown};
use super::trouble::Trouble;
use crate::account::departure;
use crate::domain::Language;
use crate::export::template::template;

/// Writes a workbook to fill in: a sheet for each file of a school, headings that explain themselves, lists to choose from
#[derive(Args, Debug)]
pub(super) struct Template {
    /// The workbook to write, e.g. school.xlsx; one that is there is not replaced
    out: PathBuf,
    /// The language of its sheets and headings [default: the system's]
    #[arg(long)]
    language: Option<Language>,
}

/// Makes, writes, tells.
pub(super) fn run(options: &Template) -> Result<Exit, Exit> {
    let language = options.language.unwrap_or_else(of_system);
    write(options, language).map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}

fn write(options: &Template, language: Language) -> Result<(), Trouble> {
    let path = &options.out;
    if path.exists() {
        return Err(Trouble::OutExists(path.clone()));
    }
    let book = template(language).map_err(|error| Trouble::OutUnusable {
        path: path.clone(),
        error: std::io::Error::other(error),
    })?;
    write_files(&[(path.clone(), book)], &[])?;
    answer(&departure::template(&shown(path), language))
}
