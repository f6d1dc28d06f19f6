//! `aliases`: the headings and codes that are understood.

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::terminal::answer;
use crate::domain::Language;
use crate::input;

/// The options of `aliases`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Viser de overskrifter og fagkoder, der forstås",
    "Visar de rubriker och ämneskoder som förstås",
    "Prints the headings and subject codes that are understood"
))]
pub(super) struct Aliases {}

/// Prints the tables.
pub(super) fn run(_: &Aliases) -> Result<Exit, Exit> {
    answer(&input::alias_table()).map_err(|trouble| trouble.tell(Language::default()))?;
    Ok(Exit::Answered)
}
