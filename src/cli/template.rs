//! `template`: a workbook to fill in.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::language::of_system;
use super::outputs::write_files;
use super::terminal::{answer, shown};
use super::trouble::Trouble;
use crate::account::departure;
use crate::domain::Language;
use crate::export::template::template;

/// The options of `template`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Skriver en Excel-projektmappe til at udfylde",
    "Skriver en Excel-arbetsbok att fylla i",
    "Writes a workbook to fill in"
))]
pub(super) struct Template {
    #[arg(help = said!(
        "Projektmappen, der skrives, fx skole.xlsx; en, der findes, erstattes ikke",
        "Arbetsboken som skrivs, t.ex. skola.xlsx; en som finns ersätts inte",
        "The workbook to write, e.g. school.xlsx; one that is there is not replaced"
    ))]
    out: PathBuf,
    #[arg(long, help = said!(
        "Sproget på ark og overskrifter [ellers: systemets]",
        "Språket för blad och rubriker [annars: systemets]",
        "The language of its sheets and headings [default: the system's]"
    ))]
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
