//! One line: what is asked on it, and the line that answers it.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use clap::Parser as _;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use super::Batch;
use super::arguments::arguments;
use super::lines::Line;
use crate::cli::captured::{Captured, captured, fault};
use crate::cli::exit::Exit;
use crate::cli::outputs::Scratch;
use crate::cli::{CommandLine, run_command};

/// What became of a question.
type Outcome = (&'static str, Value);

/// The line that answers `line`; `None` for a blank one.
pub(super) fn answered(line: &Line<'_>, options: &Batch, scratch: &Scratch) -> Option<String> {
    let (id, (status, answer)) = match line {
        Line::Whole(bytes) if bytes.trim_ascii().is_empty() => return None,
        Line::Whole(bytes) => match serde_json::from_slice(without_mark(bytes)) {
            Ok(Value::Object(mut job)) => {
                let id = job.shift_remove("id").unwrap_or_default();
                let outcome = asked(&id, job, options, scratch);
                (id, outcome)
            }
            Ok(_) => (Value::Null, bad("the line is no JSON object")),
            Err(error) => (Value::Null, bad(&format!("the line is no JSON: {error}"))),
        },
        Line::TooLong => (Value::Null, bad("the line is too long")),
    };
    Some(json!({ "id": id, "status": status, "answer": answer }).to_string())
}

/// A line without the mark with which some editors begin a file.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn bad(message: &str) -> Outcome {
    ("bad_input", json!({ "faults": [fault(message)] }))
}

/// Asks; what panics has failed.
fn asked(id: &Value, job: Map<String, Value>, options: &Batch, scratch: &Scratch) -> Outcome {
    let asked = AssertUnwindSafe(|| {
        assert!(!is_to_panic(id, options), "asked to");
        ask(job, options, scratch).unwrap_or_else(|message| bad(&message))
    });
    catch_unwind(asked).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
        ("failed", json!({ "faults": [fault(&format!("the program panicked: {said}"))] }))
    })
}

fn is_to_panic(id: &Value, options: &Batch) -> bool {
    options.panic_at.is_some() && options.panic_at.as_deref() == id.as_str()
}

fn ask(mut job: Map<String, Value>, options: &Batch, scratch: &Scratch) -> Result<Outcome, String> {
    let asked = job.shift_remove("ask");
    let asked = asked.as_ref().and_then(Value::as_str).ok_or("\"ask\" is missing")?;
    let school = job.shift_remove("school").ok_or("\"school\" is missing")?;
    let school = Files::of("school", &school, scratch)?;
    let proposal = job.get("proposal").filter(|value| !value.is_null());
    let proposal = proposal.map(|value| Files::of("proposal", value, scratch)).transpose()?;
    if let Some(proposal) = &proposal {
        job.insert("proposal".to_owned(), proposal.path.display().to_string().into());
    }
    let words = arguments((asked, &school.path), &job, options.threads)?;
    let words = match options.telling.language.filter(|_| !job.contains_key("language")) {
        Some(language) => with_language(words, language.code()),
        None => words,
    };
    let hidden = [Some(&school), proposal.as_ref()].map(|files| files.and_then(Files::hidden));
    let line = CommandLine::try_parse_from(&words);
    let line = line.map_err(|error| without(&hidden, &first_line(&error)))?;
    let (exit, said) = captured(|| run_command(&line.command));
    Ok(outcome(exit, &said, &hidden))
}

fn with_language(mut words: Vec<String>, code: &str) -> Vec<String> {
    words.insert(2, format!("--language={code}"));
    words
}

/// What is wrong with arguments, without how to get help at a prompt.
fn first_line(error: &clap::Error) -> String {
    let told = error.to_string();
    told.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// A text without the names of folders that only this run knows.
fn without(hidden: &[Option<String>], text: &str) -> String {
    hidden.iter().flatten().fold(text.to_owned(), |text, folder| text.replace(folder, ""))
}

/// What became of a question that was asked.
fn outcome(exit: Exit, said: &Captured, hidden: &[Option<String>]) -> Outcome {
    let faults = || json!({ "faults": said.faults });
    let (status, told) = match exit {
        Exit::Answered | Exit::No | Exit::Stopped => ("answered", said.printed.clone()),
        Exit::BadInput => ("bad_input", faults().to_string()),
        Exit::JudgedWrong | Exit::Interrupted => ("failed", faults().to_string()),
    };
    match serde_json::from_str(&without(hidden, &told)) {
        Ok(answer) => (status, answer),
        Err(error) => ("failed", json!({ "faults": [fault(&error.to_string())] })),
    }
}

/// Where the files of a school or a proposal are.
struct Files {
    path: PathBuf,
    /// The folder that was made for them.
    made: Option<TempDir>,
}

impl Files {
    /// A folder that is named, or one for files that stand in the line.
    fn of(key: &str, value: &Value, scratch: &Scratch) -> Result<Self, String> {
        let files = match value {
            Value::String(folder) => return Ok(Self { path: folder.into(), made: None }),
            Value::Object(files) => files.iter(),
            _ => return Err(format!("\"{key}\" is a folder, or files and their texts")),
        };
        let text =
            |(name, text): (&'_ String, &'_ Value)| Some((name.clone(), text.as_str()?.to_owned()));
        let files: Option<Vec<(String, String)>> = files.map(text).collect();
        let files = files.ok_or_else(|| format!("a file of \"{key}\" is no text"))?;
        let named: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let made = scratch.folder(&named).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidInput => {
                format!("a file of \"{key}\" has no name that a file can have")
            }
            _ => format!("no folder for the files: {error}"),
        })?;
        Ok(Self { path: made.path().to_owned(), made: Some(made) })
    }

    /// What answers are not to say of where the files are.
    fn hidden(&self) -> Option<String> {
        let made = self.made.as_ref()?;
        Some(format!("{}{}", made.path().display(), std::path::MAIN_SEPARATOR))
    }
}
