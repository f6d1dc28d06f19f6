//! `solve --tradeoff`: how much change a desired lesson is worth.

use clap::ValueEnum;

use super::exit::Exit;
use super::progress::Progress;
use super::solve::Solve;
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::{Effort, Language, School};
use crate::pipeline::Status;
use crate::report::tradeoff::{Traded, json, text};
use crate::scenario::{Asking, trade_off};

/// What change is weighed against.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Against {
    /// Desired lessons that apprentices miss
    Desired,
}

/// Finds the front and tells it.
pub(super) fn weigh(options: &Solve, school: &School, language: Language) -> Result<Exit, Exit> {
    let stop = options.stop();
    let asking = Asking { effort: Effort::Strict, threads: 1, stop: &stop };
    let mut progress = Progress::new(language);
    let found = trade_off(school, asking, &mut |step| progress.step(step));
    progress.end();
    let tradeoff = found.map_err(|refusal| Trouble::refused(&refusal).tell(language))?;
    let traded = Traded { school, tradeoff: &tradeoff };
    let told = if options.telling.json { json(traded, language) } else { text(traded, language) };
    answer(&told).map_err(|trouble| trouble.tell(language))?;
    let status = match (tradeoff.front.first(), &tradeoff.last) {
        (None, Some(last)) => last.status,
        _ if tradeoff.is_complete() => Status::Optimal,
        _ => Status::Feasible,
    };
    Ok(Exit::after(status, options.wanted()))
}
