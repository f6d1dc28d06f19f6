//! `explain`: why there is no timetable, why lessons moved, or why a lesson is not somewhere else.

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::joining::Apprentices;
use super::progress::Progress;
use super::question::Question;
use super::trouble::Trouble;
use crate::domain::{Language, School};
use crate::explain::{Explanation, explain, placing};
use crate::input::{fold, slot};
use crate::pipeline::{Held, Status};
use crate::report::explanation::{Placed, explained, explained_json, placed, placed_json};

/// The options of `explain`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Forklarer, hvorfor lektioner flytter, eller hvorfor intet går",
    "Förklarar varför lektioner flyttar, eller varför inget går",
    "Explains why lessons move, or why there is no timetable"
))]
pub(super) struct Explain {
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    apprentices: Apprentices,
    #[arg(long, value_name = "KEY", requires = "to", help = said!(
        "Spørg om én lektion: dens id, ellers linjen for dens første række i timetable.csv",
        "Fråga om en lektion: dess id, annars raden för dess första rad i timetable.csv",
        "Ask about one lesson: its id, else the line of its first row in timetable.csv"
    ))]
    lesson: Option<String>,
    #[arg(long, value_name = "SLOT", requires = "lesson", help = said!(
        "Hvad det ville koste at have den lektion der, fx \"tir 3\", eller hvad der forbyder det",
        "Vad det skulle kosta att ha den lektionen där, t.ex. \"tis 3\", eller vad som förbjuder det",
        "What it would cost to have that lesson there, e.g. \"tue 3\", or what forbids it"
    ))]
    to: Option<String>,
}

/// Reads, asks, tells.
pub(super) fn run(options: &Explain) -> Result<Exit, Exit> {
    let (school, language) = options.question.open(&options.apprentices)?;
    let held = held(options, &school).map_err(|trouble| trouble.tell(language))?;
    let status = match held {
        Some(held) => place(&options.question, &school, held, language)?,
        None => tell(&options.question, &school, language)?,
    };
    Ok(if status == Status::Undecided { Exit::Stopped } else { Exit::Answered })
}

fn place(
    question: &Question,
    school: &School,
    held: Held,
    language: Language,
) -> Result<Status, Exit> {
    let placing = question.ask(language, |asking, _| placing(school, held, asking))?;
    let told = Placed { school, held, placing: &placing };
    question.print(language, || placed_json(told, language), || placed(told, language))?;
    Ok(placing.held.status)
}

fn tell(question: &Question, school: &School, language: Language) -> Result<Status, Exit> {
    let explanation: Explanation = question.ask(language, |asking, progress: &mut Progress| {
        explain(school, asking, &mut |step| progress.step(step))
    })?;
    let json = || explained_json(school, &explanation, language);
    question.print(language, json, || explained(school, &explanation, language))?;
    Ok(explanation.answer.status)
}

/// The lesson and the slot that are asked about.
fn held(options: &Explain, school: &School) -> Result<Option<Held>, Trouble> {
    let (Some(key), Some(to)) = (&options.lesson, &options.to) else { return Ok(None) };
    let lesson = school.lessons.iter().position(|lesson| fold(lesson.name.as_str()) == fold(key));
    let lesson = lesson.ok_or_else(|| Trouble::LessonUnknown(key.clone()))?;
    let start = slot(to).filter(|&slot| school.grid.contains(slot));
    let start = start.ok_or_else(|| Trouble::SlotUnknown(to.clone()))?;
    Ok(Some(Held { lesson, start }))
}
