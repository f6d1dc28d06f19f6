//! `whatif`: what would be if pupils joined, left or changed days.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::growing::{Growing, grow};
use super::help::said;
use super::question::Question;
use super::reporting::{Reporting, leave};
use super::school::opened;
use crate::input::load_with_scenarios;
use crate::pipeline::Status;
use crate::report::outlook::{html, json, text};
use crate::scenario::what_if;

/// The options of `whatif`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Svarer på, hvad der sker, hvis elever kommer til eller skifter",
    "Svarar på vad som händer om elever tillkommer eller byter dag",
    "Tells what happens if pupils join, leave or change days"
))]
pub(super) struct WhatIf {
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    reporting: Reporting,
    #[arg(required_unless_present = "grow", conflicts_with = "grow", help = said!(
        "Scenarierne: en fil med kolonnerne scenario, change (join, leave, move), pupil, after, weight og dem i apprentices.csv",
        "Scenarierna: en fil med kolumnerna scenario, change (join, leave, move), pupil, after, weight och dem i apprentices.csv",
        "The scenarios: a file with the columns scenario, change (join, leave, move), pupil, after, weight, and those of apprentices.csv"
    ))]
    scenarios: Option<PathBuf>,
    #[command(flatten)]
    growing: Growing,
}

/// Reads, asks, tells.
pub(super) fn run(options: &WhatIf) -> Result<Exit, Exit> {
    match &options.scenarios {
        Some(scenarios) => ask(options, scenarios),
        None => grow(&options.growing, &options.question, &options.reporting),
    }
}

fn ask(options: &WhatIf, file: &Path) -> Result<Exit, Exit> {
    let WhatIf { question, reporting, .. } = options;
    let (loaded, scenarios) = load_with_scenarios(&question.school, file);
    let (school, language) = question.settle(opened(loaded, question.telling.language)?)?;
    let outputs = reporting.open(&question.school).map_err(|trouble| trouble.tell(language))?;
    let outlook = question.ask(language, |asking, progress| {
        what_if(&school, &scenarios, asking, &mut |step| progress.step(step))
    })?;
    leave(outputs.as_ref(), || html(&school, &outlook, language))
        .map_err(|trouble| trouble.tell(language))?;
    let json = || json(&school, &outlook, language);
    let text = || text(&school, &outlook, language);
    question.print(language, json, text)?;
    let fresh = outlook.scenarios.iter().map(|prospect| prospect.fresh.status);
    let is_known = fresh.chain([outlook.base.status]).any(|one| one != Status::Undecided);
    Ok(if is_known { Exit::Answered } else { Exit::Stopped })
}
