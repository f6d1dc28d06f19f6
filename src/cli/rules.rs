//! `rules`: what the program goes by.

use clap::Args;

use super::exit::Exit;
use super::terminal::answer;
use crate::domain::Language;
use crate::report;

/// Prints every rule, and what each kind of change costs
#[derive(Args, Debug)]
pub(super) struct Rules {
    /// The language
    #[arg(long, default_value = "en")]
    language: Language,
}

/// Prints them.
pub(super) fn run(options: &Rules) -> Result<Exit, Exit> {
    let language = options.language;
    answer(&report::rules::rules(language)).map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}
