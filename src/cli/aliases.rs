//! `aliases`: the headings and codes that are understood.

use clap::Args;

use super::exit::Exit;
use super::terminal::answer;
use crate::domain::Language;
use crate::input;

/// Prints the headings and subject codes that are understood
#[derive(Args, Debug)]
pub(super) struct Aliases {}

/// Prints the tables.
pub(super) fn run(_: &Aliases) -> Result<Exit, Exit> {
    answer(&input::alias_table()).map_err(|trouble| trouble.tell(Language::default()))?;
    Ok(Exit::Answered)
}
