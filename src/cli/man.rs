//! `man`: the manual, a page for the program and one for each command.

use std::path::PathBuf;

use clap::{Args, Command};

use super::exit::Exit;
use super::help::{reader, said, speak};
use super::outputs::write_files;
use super::terminal::{answer, shown};
use super::trouble::Trouble;
use crate::account::departure;
use crate::domain::Language;

/// The options of `man`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Skriver manualsiderne, på engelsk",
    "Skriver manualsidorna, på engelska",
    "Writes the manual pages, in English"
))]
pub(super) struct Man {
    #[arg(value_name = "DIR", help = said!(
        "Mappen, siderne skrives i; sider, der er der, erstattes",
        "Mappen som sidorna skrivs i; sidor som finns ersätts",
        "The folder for the pages; pages that are there are replaced"
    ))]
    out: PathBuf,
}

/// Writes them, of what `grammar` makes.
pub(super) fn run(options: &Man, grammar: fn() -> Command) -> Result<Exit, Exit> {
    let language = reader();
    speak(Language::English);
    let written = pages(&grammar()).and_then(|pages| {
        let files = pages.into_iter().map(|(name, page)| (options.out.join(name), page));
        write_files(&files.collect::<Vec<_>>(), &[])
    });
    let told = written.and_then(|()| answer(&departure::manual(&shown(&options.out), language)));
    told.map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}

/// Each page by its name, the program's first.
fn pages(root: &Command) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
    let program = root.get_name().to_owned();
    let commands = root.get_subcommands().map(|command| {
        let name = format!("{program}-{}", command.get_name());
        let typed = format!("{program} {}", command.get_name());
        (name.clone(), command.clone().display_name(name).bin_name(typed))
    });
    [(program.clone(), root.clone())].into_iter().chain(commands).map(rendered).collect()
}

fn rendered((name, command): (String, Command)) -> Result<(String, Vec<u8>), Trouble> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).title(&name).render(&mut page).map_err(Trouble::Unprinted)?;
    Ok((format!("{name}.1"), page))
}
