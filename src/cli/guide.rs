//! `guide`: how the program is used, page by page.

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::help::said;
use super::terminal::answer_in_colours;
use crate::domain::Language;
use crate::guide::{Topic, contents, terminal};

/// The options of `guide`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Viser vejledningen: det første svar på ti minutter",
    "Visar handledningen: det första svaret på tio minuter",
    "Prints the guide: the first answer in ten minutes"
))]
pub(super) struct Guide {
    #[arg(help = said!(
        "Hvad siden handler om",
        "Vad sidan handlar om",
        "What the page is about"
    ))]
    topic: Option<Topic>,
    #[arg(long, default_value = "en", help = said!(
        "Sproget, for de sider, der er skrevet på det",
        "Språket, för de sidor som är skrivna på det",
        "The language, of pages that are written in it"
    ))]
    language: Language,
}

/// Prints it.
pub(super) fn run(options: &Guide) -> Result<Exit, Exit> {
    let language = options.language;
    let text = match options.topic {
        Some(topic) => terminal(topic, language),
        None => format!("{}\n{}", contents(language), terminal(Topic::Start, language)),
    };
    answer_in_colours(&text).map_err(|trouble| trouble.tell(language))?;
    Ok(Exit::Answered)
}

impl ValueEnum for Topic {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.line(Language::English)))
    }
}
