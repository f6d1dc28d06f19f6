//! `solve --tradeoff`: how much change a desired lesson is worth.

use clap::ValueEnum;

use super::exit::{Exit, Wanted};
use super::help::said;
use super::options::Telling;
use super::progress::Progress;
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::{Effort, Language, School, Stop};
use crate::pipeline::Status;
use crate::report::tradeoff::{Traded, json, text};
use crate::scenario::{Asking, trade_off};

/// What change is weighed against.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Against {
    #[value(help = said!(
        "Ønskede lektioner, som elever i praktik mister",
        "Önskade lektioner som elever på praktik missar",
        "Desired lessons that apprentices miss"
    ))]
    Desired,
}

/// Finds the front and tells it.
pub(super) fn weigh(
    school: &School,
    stop: &Stop,
    wanted: Wanted,
    telling: Telling,
    language: Language,
) -> Result<Exit, Exit> {
    let asking = Asking { effort: Effort::Strict, threads: 1, stop };
    let mut progress = Progress::new(language);
    let found = trade_off(school, asking, &mut |step, _| progress.step(step));
    progress.end();
    let tradeoff = found.map_err(|refusal| Trouble::refused(&refusal).tell(language))?;
    let traded = Traded { school, tradeoff: &tradeoff };
    let told = if telling.json { json(traded, language) } else { text(traded, language) };
    answer(&told).map_err(|trouble| trouble.tell(language))?;
    let status = match (tradeoff.front.first(), &tradeoff.last) {
        (None, Some(last)) => last.status,
        _ if tradeoff.is_complete() => Status::Optimal,
        _ => Status::Feasible,
    };
    Ok(Exit::after(status, wanted))
}
