//! What questions of many solves have in common: a school, a limit, progress, and a judge that may refuse.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::joining::Apprentices;
use super::options::{Searching, Strictness, Telling};
use super::progress::Progress;
use super::school::{Opened, opened, settled};
use super::terminal::answer_in_colours;
use super::trouble::Trouble;
use crate::domain::{Effort, Language, School};
use crate::input::Need;
use crate::pipeline::Refusal;
use crate::scenario::Asking;

/// The options of a question.
#[derive(Args, Debug)]
pub(super) struct Question {
    #[arg(help = said!(
        "Skolen: en mappe med timetable.csv og apprentices.csv, eller en projektmappe",
        "Skolan: en mapp med timetable.csv och apprentices.csv, eller en arbetsbok",
        "The school: a folder with timetable.csv and apprentices.csv, or a workbook"
    ))]
    pub(super) school: PathBuf,
    #[command(flatten)]
    searching: Searching,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    pub(super) telling: Telling,
}

impl Question {
    /// Reads the school with those apprentices; a baseline with faults that are not accepted ends the command.
    pub(super) fn open(&self, apprentices: &Apprentices) -> Result<(School, Language), Exit> {
        self.settle(opened(
            apprentices.load(&self.school, Need::Apprentices, self.telling.language),
            self.telling.language,
        )?)
    }

    /// Settles what is done about the faults of a school that was read.
    pub(super) fn settle(&self, opened: Opened) -> Result<(School, Language), Exit> {
        let Opened { school, language, .. } = opened;
        Ok((settled(&school, self.strictness.faults(), language)?, language))
    }

    /// Asks, within the limits, and tells how far the answer is.
    pub(super) fn ask<Answer>(
        &self,
        language: Language,
        ask: impl FnOnce(Asking<'_>, &mut Progress) -> Result<Answer, Refusal>,
    ) -> Result<Answer, Exit> {
        within((self.searching, self.strictness.effort()), language, ask)
    }

    /// Prints the answer as it is wanted.
    pub(super) fn print(
        &self,
        language: Language,
        json: impl FnOnce() -> String,
        text: impl FnOnce() -> String,
    ) -> Result<(), Exit> {
        let told = if self.telling.json { json() } else { text() };
        answer_in_colours(&told).map_err(|trouble| trouble.tell(language))
    }
}

/// Asks within limits, and tells how far the answer is.
pub(super) fn within<Answer>(
    (searching, effort): (Searching, Effort),
    language: Language,
    ask: impl FnOnce(Asking<'_>, &mut Progress) -> Result<Answer, Refusal>,
) -> Result<Answer, Exit> {
    let stop = searching.stop();
    let asking = Asking { effort, threads: searching.threads(), stop: &stop };
    let mut progress = Progress::new(language);
    let found = ask(asking, &mut progress);
    progress.end();
    found.map_err(|refusal| Trouble::refused(&refusal).tell(language))
}
