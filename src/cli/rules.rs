//! `rules`: what the program goes by.

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::terminal::answer;
use crate::domain::Language;
use crate::report;

/// The options of `rules`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Viser alle regler, og hvad hver slags ændring koster",
    "Visar alla regler, och vad varje slags ändring kostar",
    "Prints every rule, and what each kind of change costs"
))]
pub(super) struct Rules {
    #[arg(long, default_value = "en", help = said!(
        "Sproget",
        "Språket",
        "The language"
    ))]
    language: Language,
}

/// Prints them.
pub(super) fn run(options: &Rules) -> Result<Exit, Exit> {
    let language = options.language;
    answer(&report::rules::rules(language)).map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}
