//! `whatif`: what would be if pupils joined, left or changed days.

use std::path::{Path, PathBuf};

use clap::Args;

use super::exit::Exit;
use super::growing::{Growing, grow};
use super::options::{Searching, Strictness, Telling};
use super::progress::Progress;
use super::school::{opened, settled};
use super::terminal::answer;
use super::trouble::Trouble;
use crate::input::load_with_scenarios;
use crate::pipeline::Status;
use crate::report::outlook::{json, text};
use crate::scenario::{Asking, what_if};

/// Tells what would be if pupils joined, left or changed days, or if more and more of them joined
#[derive(Args, Debug)]
pub(super) struct WhatIf {
    /// The school's folder, with timetable.csv and apprentices.csv
    pub(super) school: PathBuf,
    /// The scenarios, a file with the columns scenario, change (join, leave, move), pupil, after, and those of apprentices.csv
    #[arg(required_unless_present = "grow", conflicts_with = "grow")]
    scenarios: Option<PathBuf>,
    #[command(flatten)]
    pub(super) growing: Growing,
    #[command(flatten)]
    pub(super) searching: Searching,
    #[command(flatten)]
    pub(super) strictness: Strictness,
    #[command(flatten)]
    pub(super) telling: Telling,
}

/// Reads, asks, tells.
pub(super) fn run(options: &WhatIf) -> Result<Exit, Exit> {
    match &options.scenarios {
        Some(scenarios) => ask(options, scenarios),
        None => grow(options),
    }
}

fn ask(options: &WhatIf, file: &Path) -> Result<Exit, Exit> {
    let (loaded, scenarios) = load_with_scenarios(&options.school, file);
    let opened = opened(loaded, options.telling.language)?;
    let language = opened.language;
    let school = settled(&opened.school, options.strictness.faults(), language)?;
    let (effort, threads) = (options.strictness.effort(), options.searching.threads());
    let mut progress = Progress::new(language);
    let stop = options.searching.stop();
    let asking = Asking { effort, threads, stop: &stop };
    let found = what_if(&school, &scenarios, asking, &mut |step| progress.step(step));
    progress.end();
    let outlook = found.map_err(|refusal| Trouble::refused(&refusal).tell(language))?;
    let printed = if options.telling.json {
        json(&school, &outlook, language)
    } else {
        text(&school, &outlook, language)
    };
    answer(&printed).map_err(|trouble| trouble.tell(language))?;
    let fresh = outlook.scenarios.iter().map(|prospect| prospect.fresh.status);
    let is_known = fresh.chain([outlook.base.status]).any(|one| one != Status::Undecided);
    Ok(if is_known { Exit::Answered } else { Exit::Stopped })
}
