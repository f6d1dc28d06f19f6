//! `batch --check`: whether each question of a file has its answer in another.

use std::fs::File;
use std::io::{BufReader, Error};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::lines::{Line, Lines};
use crate::cli::exit::Exit;
use crate::cli::terminal::answer;
use crate::cli::trouble::{Many, Trouble};
use crate::district::Tally;
use crate::domain::Language;
use crate::report::tally::{json, text};

/// Reads both files and tells what is missing, doubled or strange.
pub(super) fn run(
    (jobs, answers): (&PathBuf, &PathBuf),
    is_json: bool,
    language: Language,
) -> Result<Exit, Trouble> {
    let mut tally = Tally::default();
    each_line(jobs, &mut |line, _| tally.ask(id(&line).unwrap_or_default().to_string()))?;
    each_line(answers, &mut |line, number| match id(&line) {
        Some(id) if line.get("status").is_some() => tally.answer(id.to_string()),
        _ => tally.garble(number),
    })?;
    let found = tally.found();
    answer(&if is_json { json(&found) } else { text(&found, language) })?;
    Ok(if found.is_whole() { Exit::Answered } else { Exit::No })
}

fn id(line: &Value) -> Option<Value> {
    line.get("id").cloned()
}

/// Hands over the lines of a file that are not blank, with their numbers from 1; what is no JSON as `null`.
fn each_line(path: &Path, read: &mut dyn FnMut(Value, u64)) -> Result<(), Trouble> {
    let unreadable =
        |error: Error| Trouble::Many(Many::FileUnreadable { path: path.to_owned(), error });
    let mut lines = Lines::of(BufReader::new(File::open(path).map_err(unreadable)?));
    let mut number = 0;
    while let Some(line) = lines.next().map_err(unreadable)? {
        number += 1;
        match line {
            Line::Whole(bytes) if bytes.trim_ascii().is_empty() => {}
            Line::Whole(bytes) => read(serde_json::from_slice(bytes).unwrap_or_default(), number),
            Line::TooLong => read(Value::Null, number),
        }
    }
    Ok(())
}
