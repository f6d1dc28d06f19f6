//! A question of a line as the command line would ask it.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, Command, CommandFactory as _};
use serde_json::{Map, Value};

use crate::cli::CommandLine;

/// What can be asked: the commands that answer about a school in JSON and write nothing.
pub(super) const QUESTIONS: [&str; 8] =
    ["check", "compare", "district", "explain", "meet", "solve", "whatif", "year"];
/// Options that write files, or that a line cannot do without.
const WITHHELD: [&str; 5] = ["help", "json", "out", "prepare", "verbose"];

/// The arguments that ask `ask` about the school in a folder, with `options` by their names on the command line, `_` for
/// `-`; each question may use so many `threads` unless they say.
///
/// # Errors
/// What is wrong with them.
pub(super) fn arguments(
    (ask, school): (&str, &Path),
    options: &Map<String, Value>,
    threads: u16,
) -> Result<Vec<String>, String> {
    let mut line = CommandLine::command();
    // Only then do arguments without names know their places.
    line.build();
    let command = line.find_subcommand(ask).filter(|_| QUESTIONS.contains(&ask));
    let command = command
        .ok_or_else(|| format!("\"ask\" is \"{ask}\"; it can be {}", QUESTIONS.join(", ")))?;
    let mut words = vec!["mesterskema".to_owned(), ask.to_owned(), "--json".to_owned()];
    let mut others = Vec::new();
    for (key, value) in options {
        match named(command, key) {
            Some(arg) if arg.is_positional() => {
                others.push((arg.get_index(), file(school, key, value)?));
            }
            Some(arg) => words.extend(option(arg, key, value)?),
            None => return Err(format!("\"{ask}\" has no option \"{key}\"")),
        }
    }
    if named(command, "threads").is_some() && !options.contains_key("threads") {
        words.push(format!("--threads={threads}"));
    }
    others.extend(unsaid(command, school, options));
    others.sort();
    words.push("--".to_owned());
    words.push(school.display().to_string());
    words.extend(others.into_iter().map(|(_, path)| path.display().to_string()));
    Ok(words)
}

/// The argument of a command that a key means; the first stands for the school itself.
fn named<'a>(command: &'a Command, key: &str) -> Option<&'a Arg> {
    let long = key.replace('_', "-");
    let mut args = command.get_arguments().filter(|arg| !WITHHELD.contains(&arg.get_id().as_str()));
    args.find(|arg| match arg.get_long() {
        Some(own) => own == long,
        None => arg.get_id() == key && arg.get_index() != Some(1),
    })
}

/// The words of an option.
fn option(arg: &Arg, key: &str, value: &Value) -> Result<Vec<String>, String> {
    let long = arg.get_long().unwrap_or_default();
    let takes_none = matches!(arg.get_action(), ArgAction::SetTrue);
    match value {
        Value::Null | Value::Bool(false) => Ok(Vec::new()),
        Value::Bool(true) if takes_none => Ok(vec![format!("--{long}")]),
        Value::Array(values) if !takes_none => {
            values.iter().map(|value| one(long, key, value)).collect()
        }
        value if !takes_none => one(long, key, value).map(|word| vec![word]),
        _ => Err(format!("\"{key}\" is true or false")),
    }
}

fn one(long: &str, key: &str, value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(format!("--{long}={text}")),
        Value::Number(number) => Ok(format!("--{long}={number}")),
        _ => Err(format!("\"{key}\" is a text or a number")),
    }
}

/// A file that is asked about: one of the school.
fn file(school: &Path, key: &str, value: &Value) -> Result<PathBuf, String> {
    let name =
        value.as_str().ok_or_else(|| format!("\"{key}\" is the name of a file of the school"))?;
    Ok(school.join(name))
}

/// The files that are asked about without being said: those of the school that are called so, unless the options ask something
/// else.
fn unsaid(
    command: &Command,
    school: &Path,
    options: &Map<String, Value>,
) -> Vec<(Option<usize>, PathBuf)> {
    let is_said = |arg: &Arg| {
        options.iter().any(|(key, value)| !value.is_null() && named(command, key) == Some(arg))
    };
    let positionals = command.get_positionals().filter(|arg| arg.get_index() != Some(1));
    let open = positionals.filter(|arg| {
        !is_said(arg) && !command.get_arg_conflicts_with(arg).into_iter().any(is_said)
    });
    open.map(|arg| (arg.get_index(), school.join(format!("{}.csv", arg.get_id())))).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use serde_json::json;

    use super::*;

    fn asked(ask: &str, options: &Value) -> Result<String, String> {
        let words = arguments((ask, Path::new("nord")), options.as_object().unwrap(), 1)?;
        Ok(words[2..].join(" "))
    }

    #[test]
    fn options_are_those_of_the_command_line() {
        let options = json!({ "only": "common", "with_others": true, "time_limit": "5s" });
        let words = "--json --only=common --with-others --time-limit=5s --threads=1 -- nord";
        assert_eq!(asked("compare", &options).unwrap(), words);
        let options = json!({ "apprentice": ["8.A thu", "8.B fri"], "threads": 2 });
        let words = "--json --apprentice=8.A thu --apprentice=8.B fri --threads=2 -- nord";
        assert_eq!(asked("solve", &options).unwrap(), words);
        assert_eq!(asked("check", &json!({ "best_effort": false })).unwrap(), "--json -- nord");
    }

    #[test]
    fn files_that_are_asked_about_are_the_schools() {
        let implied = asked("whatif", &json!({})).unwrap();
        assert!(implied.ends_with("-- nord nord/scenarios.csv"), "{implied}");
        let said = asked("whatif", &json!({ "scenarios": "later.csv" })).unwrap();
        assert!(said.ends_with("-- nord nord/later.csv"), "{said}");
        let meetings = asked("meet", &json!({ "time_limit": "5s" })).unwrap();
        assert!(meetings.ends_with("-- nord nord/meetings.csv"), "{meetings}");
        let grown = asked("whatif", &json!({ "grow": 3 })).unwrap();
        assert!(grown.ends_with("--grow=3 --threads=1 -- nord"), "{grown}");
    }

    #[test]
    fn what_cannot_be_asked_is_refused() {
        for (ask, options) in [
            ("import", json!({})),
            ("batch", json!({})),
            ("solve", json!({ "out": "answer" })),
            ("solve", json!({ "school": "syd" })),
            ("check", json!({ "best_effort": 3 })),
            ("compare", json!({ "only": {} })),
            ("whatif", json!({ "scenarios": 1 })),
        ] {
            assert!(asked(ask, &options).is_err(), "{ask} {options}");
        }
    }

    #[test]
    fn every_command_that_answers_in_json_and_need_not_write_can_be_asked() {
        let line = CommandLine::command();
        // What `verify` reads is no part of a school, and on the machine already where it was written.
        let other = ["batch", "export", "import", "plans", "serve", "verify"];
        for command in line.get_subcommands().filter(|one| !other.contains(&one.get_name())) {
            let answers = command.get_arguments().any(|arg| arg.get_long() == Some("json"));
            let name = command.get_name();
            assert_eq!(QUESTIONS.contains(&name), answers, "{name}");
        }
    }
}
