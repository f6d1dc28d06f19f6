//! `guide`: how the program is used, page by page.

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::terminal::answer_in_colours;
use crate::domain::Language;
use crate::guide::{Topic, contents, terminal};

/// Prints the guide: the list of its pages and the first, or the page about something
#[derive(Args, Debug)]
pub(super) struct Guide {
    /// What the page is about
    topic: Option<Topic>,
    /// The language, of pages that are written in it
    #[arg(long, default_value = "en")]
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
