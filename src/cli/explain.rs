//! `explain`: why there is no timetable, why lessons moved, or why a lesson is not somewhere else.

use std::path::PathBuf;

use clap::Args;

use super::exit::Exit;
use super::options::{Searching, Strictness, Telling};
use super::progress::Progress;
use super::school::{open, settled};
use super::terminal::answer;
use super::trouble::Trouble;
use crate::domain::{Language, School};
use crate::explain::{chains, conflicts, placing, repairs};
use crate::input::{Need, slot};
use crate::pipeline::{self, Held, Refusal, Request, Status};
use crate::report::explanation::{
    Explained, Placed, explained, explained_json, placed, placed_json,
};
use crate::scenario::Asking;

/// Explains why there is no timetable and what would be a way out, or else why each lesson moved
#[derive(Args, Debug)]
pub(super) struct Explain {
    /// The school's folder, with timetable.csv and apprentices.csv
    school: PathBuf,
    /// Ask about one lesson: its id, else the line of its first row in timetable.csv
    #[arg(long, value_name = "KEY", requires = "to")]
    lesson: Option<String>,
    /// What it would cost to have that lesson there, e.g. 'tue 3', or what forbids it
    #[arg(long, value_name = "SLOT", requires = "lesson")]
    to: Option<String>,
    #[command(flatten)]
    searching: Searching,
    #[command(flatten)]
    strictness: Strictness,
    #[command(flatten)]
    telling: Telling,
}

/// Reads, asks, tells.
pub(super) fn run(options: &Explain) -> Result<Exit, Exit> {
    let opened = open(&options.school, Need::Apprentices, options.telling.language)?;
    let language = opened.language;
    let school = settled(&opened.school, options.strictness.faults(), language)?;
    let told = |trouble: Trouble| trouble.tell(language);
    let held = held(options, &school).map_err(told)?;
    let (effort, threads) = (options.strictness.effort(), options.searching.threads());
    let stop = options.searching.stop();
    let asking = Asking { effort, threads, stop: &stop };
    let found = match held {
        Some(held) => place(&school, held, asking, options.telling, language),
        None => explain(&school, asking, options.telling, language),
    };
    let (text, status) = found.map_err(|refusal| told(Trouble::refused(&refusal)))?;
    answer(&text).map_err(told)?;
    Ok(if status == Status::Undecided { Exit::Stopped } else { Exit::Answered })
}

fn place(
    school: &School,
    held: Held,
    asking: Asking<'_>,
    telling: Telling,
    language: Language,
) -> Result<(String, Status), Refusal> {
    let placing = placing(school, held, asking)?;
    let render = if telling.json { placed_json } else { placed };
    let text = render(Placed { school, held, placing: &placing }, language);
    Ok((text, placing.held.status))
}

fn explain(
    school: &School,
    asking: Asking<'_>,
    telling: Telling,
    language: Language,
) -> Result<(String, Status), Refusal> {
    let request = Request { effort: asking.effort, time_limit: None, threads: asking.threads };
    let mut progress = Progress::new(language);
    let mut tell = |event| progress.tell(&event);
    let answer = pipeline::solve(school, &request, asking.stop, &mut tell)?;
    let is_impossible = answer.status == Status::Infeasible;
    let conflicts = if is_impossible { conflicts(school, &[], asking)? } else { Vec::new() };
    let repairs = match conflicts.first() {
        Some(first) => repairs(school, first, asking, &mut |step| progress.step(step))?,
        None => Vec::new(),
    };
    progress.end();
    let offered = answer.offered.as_ref();
    let chains = offered.map(|(proposal, _)| chains(school, proposal)).unwrap_or_default();
    let render = if telling.json { explained_json } else { explained };
    let (conflicts, repairs, chains) = (&conflicts[..], &repairs[..], &chains[..]);
    let text = render(Explained { school, answer: &answer, conflicts, repairs, chains }, language);
    Ok((text, answer.status))
}

/// The lesson and the slot that are asked about.
fn held(options: &Explain, school: &School) -> Result<Option<Held>, Trouble> {
    let (Some(key), Some(to)) = (&options.lesson, &options.to) else { return Ok(None) };
    let lesson = school.lessons.iter().position(|lesson| lesson.name.as_str() == key.trim());
    let lesson = lesson.ok_or_else(|| Trouble::LessonUnknown(key.clone()))?;
    let start = slot(to).filter(|&slot| school.grid.contains(slot));
    let start = start.ok_or_else(|| Trouble::SlotUnknown(to.clone()))?;
    Ok(Some(Held { lesson, start }))
}
