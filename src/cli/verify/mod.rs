//! `verify`: whether a certificate proves what it claims of a school.

mod words;

use std::fs;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::exit::Exit;
use super::help::said;
use super::joining::Apprentices;
use super::options::Telling;
use super::school::{Opened, opened, settled, usable};
use super::terminal::answer;
use super::trouble::{Many, Trouble};
use crate::check::check;
use crate::domain::{Language, School};
use crate::input::{Need, Sheet, load_proposal};
use crate::pipeline::Faults;
use crate::verify::{Reason, Refusal, Verified, effort_of, verify};

/// The options of `verify`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Efterprøver beviset for et svar, i hele tal",
    "Kontrollerar beviset för ett svar, i heltal",
    "Checks the proof of an answer, in whole numbers"
))]
pub(super) struct Verify {
    #[arg(help = said!(
        "Skolen, som den var, da beviset blev skrevet",
        "Skolan, som den var när beviset skrevs",
        "The school, as it was when the proof was written"
    ))]
    school: PathBuf,
    #[arg(help = said!(
        "Beviset, fra solve --certificate",
        "Beviset, från solve --certificate",
        "The proof, by solve --certificate"
    ))]
    file: PathBuf,
    #[arg(long, value_name = "DIR", help = said!(
        "Mappen med svaret: koster det netop det, som ifølge beviset er det mindste?",
        "Mappen med svaret: kostar det just det som enligt beviset är det minsta?",
        "The folder with the answer: does it cost just what is proven to be the least?"
    ))]
    proposal: Option<PathBuf>,
    #[arg(long, help = said!(
        "Beviset blev skrevet med --accept-faults",
        "Beviset skrevs med --accept-faults",
        "The proof was written with --accept-faults"
    ))]
    accept_faults: bool,
    #[command(flatten)]
    apprentices: Apprentices,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, checks, tells.
pub(super) fn run(options: &Verify) -> Result<Exit, Exit> {
    let asked = options.telling.language;
    let loaded = options.apprentices.load(&options.school, Need::Apprentices, asked);
    let Opened { school: read, sheet, language } = opened(loaded, asked)?;
    let faults = if options.accept_faults { Faults::Accept } else { Faults::Refuse };
    let school = settled(&read, faults, language)?;
    let text = fs::read(&options.file).map_err(|error| {
        let path = options.file.clone();
        Trouble::Many(Many::FileUnreadable { path, error }).tell(language)
    })?;
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    let verified = verify(&school, &lines);
    let cost = cost(options, (&school, &sheet), &lines, language)?;
    let told = if options.telling.json {
        as_json(&verified, cost)
    } else {
        words::told(&verified, cost, language)
    };
    answer(&told).map_err(|trouble| trouble.tell(language))?;
    Ok(exit(&verified, cost))
}

/// What the proposal costs, if there is one to look at; -1 if it breaks a rule.
fn cost(
    options: &Verify,
    (school, sheet): (&School, &Sheet),
    lines: &[&str],
    language: Language,
) -> Result<Option<i64>, Exit> {
    let Some(folder) = &options.proposal else { return Ok(None) };
    let (proposal, diagnostics) = load_proposal(school, sheet, folder);
    let proposal = usable(proposal, diagnostics, language)?;
    let verdict = check(school, &proposal, effort_of(lines).unwrap_or_default());
    Ok(Some(if verdict.breaches.is_empty() { verdict.difference.breakdown.total() } else { -1 }))
}

fn exit(verified: &Result<Verified, Refusal>, cost: Option<i64>) -> Exit {
    match verified {
        Ok(proven) if cost.is_none_or(|cost| proven.points == Some(cost)) => Exit::Answered,
        Err(Refusal { reason: Reason::NoCertificate | Reason::OtherSchool, .. }) => Exit::BadInput,
        _ => Exit::No,
    }
}

fn as_json(verified: &Result<Verified, Refusal>, cost: Option<i64>) -> String {
    let told = match verified {
        Ok(Verified { points, inequalities, cases }) => json!({
            "holds": true, "points": points, "inequalities": inequalities, "cases": cases, "proposal": cost,
        }),
        Err(refusal) => json!({
            "holds": false, "line": refusal.line, "reason": words::reason(&refusal.reason, Language::English),
        }),
    };
    format!("{told:#}\n")
}
