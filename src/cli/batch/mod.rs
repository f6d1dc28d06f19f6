//! `batch`: a question on each line of the standard input, an answer on each of the standard output.
//!
//! Any engine that runs a program over lines can spread the work: nothing is kept from one line to the next, and no line ends
//! the run.

mod arguments;
mod checking;
mod job;
mod lines;

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::interrupt;
use super::language::of_system;
use super::options::Telling;
use super::outputs::Scratch;
use super::trouble::{Many, Trouble};
use job::answered;
use lines::Lines;

/// The options of `batch`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Besvarer spørgsmål, der kommer som linjer af JSON",
    "Besvarar frågor som kommer som rader av JSON",
    "Answers questions that come as lines of JSON"
))]
pub(super) struct Batch {
    #[arg(long, num_args = 2, value_names = ["JOBS", "ANSWERS"], help = said!(
        "I stedet: nævn, hvad der mangler svar, har flere, eller ingen har spurgt om, i en fil med spørgsmål og en med svar",
        "I stället: nämn vad som saknar svar, har flera, eller ingen har frågat om, i en fil med frågor och en med svar",
        "Instead: name what has no answer, several, or was never asked, in a file of questions and one of answers"
    ))]
    check: Option<Vec<PathBuf>>,
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..), help = said!(
        "Så mange tråde må hvert spørgsmål bruge, hvis linjen ikke siger andet",
        "Så många trådar får varje fråga använda, om raden inte säger annat",
        "How many threads each question may use, unless its line says"
    ))]
    threads: u16,
    #[arg(long, hide = true, help = said!(
        "Panics at the question with this id: for tests of what becomes of the others",
        "Panics at the question with this id: for tests of what becomes of the others",
        "Panics at the question with this id: for tests of what becomes of the others"
    ))]
    panic_at: Option<String>,
    #[command(flatten)]
    telling: Telling,
}

/// Answers line by line, or compares answers with what was asked.
pub(super) fn run(options: &Batch) -> Result<Exit, Exit> {
    let language = options.telling.language.unwrap_or_else(of_system);
    let ended = match options.check.as_deref() {
        Some([jobs, answers]) => checking::run((jobs, answers), options.telling.json, language),
        _ => answer_lines(options),
    };
    ended.map_err(|trouble| trouble.tell(language))
}

fn answer_lines(options: &Batch) -> Result<Exit, Trouble> {
    let scratch = Scratch::open().map_err(Trouble::Unprinted)?;
    let stopped = interrupt::watch();
    let mut lines = Lines::of(io::stdin().lock());
    while let Some(line) = lines.next().map_err(|error| Trouble::Many(Many::Unread(error)))? {
        if let Some(answer) = answered(&line, options, &scratch)
            && !print(&answer)?
        {
            return Ok(Exit::Stopped);
        }
        // The line that was under way is answered with the best so far; what comes after it is for another run.
        if stopped.load(Ordering::Relaxed) {
            return Ok(Exit::Stopped);
        }
    }
    Ok(Exit::Answered)
}

/// Prints a line at once; whether anybody still reads.
fn print(line: &str) -> Result<bool, Trouble> {
    let mut out = io::stdout().lock();
    let written = out
        .write_all(line.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Trouble::Unprinted(error)),
        Ok(()) => Ok(true),
    }
}
