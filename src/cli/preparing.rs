//! `solve --prepare`: the proposal that bears given futures best, at a stated price today.

use std::path::PathBuf;

use clap::Args;

use super::delivery::Told;
use super::exit::Exit;
use super::help::said;
use super::progress::Progress;
use super::trouble::Trouble;
use crate::domain::{Language, Scenario, School};
use crate::pipeline::{Status, timed};
use crate::report::{Report, prepared};
use crate::scenario::{self, Asking, Prepared, prepare};

/// For what a proposal is to be prepared.
#[derive(Args, Debug)]
pub(super) struct Preparing {
    #[arg(long, requires = "out", value_name = "FILE", conflicts_with_all = ["tradeoff", "joining"], help = said!(
        "Vælg det forslag, der bedst tåler disse fremtider: en fil med scenarier, som til whatif",
        "Välj det förslag som bäst tål dessa framtider: en fil med scenarier, som för whatif",
        "Choose the proposal that bears these futures best: a file of scenarios, as for whatif"
    ))]
    pub(super) prepare: Option<PathBuf>,
    #[arg(long, value_name = "POINTS", default_value_t = 0, requires = "prepare", value_parser = clap::value_parser!(u32).range(0..=1_000_000), help = said!(
        "Så mange point mere end det billigste må det forslag koste i dag",
        "Så många poäng mer än det billigaste får det förslaget kosta i dag",
        "How many points more than the cheapest that proposal may cost today"
    ))]
    price: u32,
}

impl Preparing {
    /// Tries proposals for `futures` and chooses one.
    pub(super) fn choose(
        &self,
        school: &School,
        futures: &[Scenario],
        asking: Asking<'_>,
        language: Language,
    ) -> Result<Prepared, Exit> {
        let preparing = scenario::Preparing { futures, price: self.price.into() };
        let mut progress = Progress::new(language);
        let (found, elapsed) =
            timed(|| prepare(school, preparing, asking, &mut |step| progress.step(step)));
        progress.end();
        let mut found = found.map_err(|refusal| Trouble::refused(&refusal).tell(language))?;
        found.answer.elapsed = elapsed;
        Ok(found)
    }
}

/// The answer as it is told.
pub(super) fn told(report: Report<'_>, prepared: &Prepared, language: Language) -> Told {
    Told {
        json: prepared::json(report, prepared, language),
        text: prepared::text(report, prepared, language),
        page: prepared::html(report, prepared, language),
    }
}

/// What is known of the cheapest proposal, if there is one; beside it the one that was chosen is measured.
pub(super) fn status(prepared: &Prepared) -> Status {
    let is_proven = prepared.cheapest == Some(prepared.answer.bound);
    if is_proven { Status::Optimal } else { prepared.answer.status }
}
