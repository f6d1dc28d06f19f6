//! Engines that run a program over lines: none is lost and none doubled, even where a worker is killed in the middle.
//!
//! What is run is what the guide shows.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::json;

use crate::command::{LILLE, printed, run};
use crate::documents::{Document, blocks};
use crate::passed_over::pass_over;

/// How many questions are asked.
const QUESTIONS: usize = 1000;

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A folder with questions, and a program called `mesterskema` of which the first run dies in the middle of its work.
fn place() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let school = Path::new(env!("CARGO_MANIFEST_DIR")).join(LILLE);
    let line = |id: usize| json!({ "id": id, "school": path(&school), "ask": "check" });
    let lines: Vec<String> = (0..QUESTIONS).map(|id| line(id).to_string()).collect();
    fs::write(folder.path().join("questions.jsonl"), lines.join("\n") + "\n").unwrap();
    let (once, program) = (folder.path().join("once"), env!("CARGO_BIN_EXE_mesterskema"));
    let script = format!(
        "#!/bin/sh\nif [ \"$2\" = \"\" ] && mkdir {} 2>/dev/null; then head -n 7 | {program} \"$@\"; kill -9 $$; fi\nexec {program} \"$@\"\n",
        path(&once)
    );
    fs::create_dir(folder.path().join("bin")).unwrap();
    let worker = folder.path().join("bin/mesterskema");
    fs::write(&worker, script).unwrap();
    fs::set_permissions(&worker, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// A command in such a folder, with that program first on the path.
fn command(folder: &Path, program: impl Into<PathBuf>) -> Command {
    let mut command = Command::new(program.into());
    let paths = env::var("PATH").unwrap_or_default();
    let bin = folder.join("bin");
    command.current_dir(folder).env("PATH", format!("{}:{paths}", path(&bin))).env("LC_ALL", "C");
    command
}

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// Asserts that the answers in files are those of a plain run, each once.
fn are_those_of_a_plain_run(folder: &Path, answers: &str) {
    let questions = folder.join("questions.jsonl");
    let mut plain = command(folder, env!("CARGO_BIN_EXE_mesterskema"));
    let plain = plain.arg("batch").stdin(fs::File::open(&questions).unwrap()).output().unwrap();
    let expected: Vec<&str> = printed(&plain).lines().collect();
    let mut found: Vec<&str> = answers.lines().collect();
    found.sort_unstable();
    let mut sorted = expected.clone();
    sorted.sort_unstable();
    assert_eq!(sorted.len(), QUESTIONS);
    assert!(found == sorted, "{} answers", found.len());
    let file = folder.join("all.jsonl");
    fs::write(&file, answers).unwrap();
    let checked = run(&["batch", "--check", path(&questions), path(&file)]);
    assert_eq!(checked.status.code(), Some(0), "{}", printed(&checked));
}

fn example(language: &str) -> String {
    let page = Document::read("src/guide/district.md");
    let section = page.section("On an engine that you have");
    blocks(section, language).concat()
}

fn told(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|told| String::from_utf8_lossy(told).into_owned()).concat()
}

#[test]
fn gnu_parallel_loses_and_doubles_nothing_where_a_worker_is_killed() {
    if !is_there("parallel") {
        pass_over("GNU parallel");
        return;
    }
    let place = place();
    let script = || {
        let mut shell = command(place.path(), "sh");
        shell.args(["-c", &example("sh")]).output().unwrap()
    };
    let killed = script();
    assert_eq!(killed.status.code(), Some(1), "a worker was killed: {}", told(&killed));
    assert!(told(&killed).contains("missing"), "{}", told(&killed));
    let again = script();
    assert_eq!(again.status.code(), Some(0), "{}", told(&again));
    let answers = fs::read_to_string(place.path().join("answers.jsonl")).unwrap();
    are_those_of_a_plain_run(place.path(), &answers);
}

#[test]
fn spark_loses_and_doubles_nothing_where_a_worker_is_killed() {
    let Ok(python) = env::var("MESTERSKEMA_SPARK") else {
        pass_over("Apache Spark");
        return;
    };
    let place = place();
    let script = example("python");
    assert!(script.contains("checkCode=True"));
    fs::write(place.path().join("answer.py"), script).unwrap();
    let mut spark = command(place.path(), python);
    // Two workers; what fails is tried again, as on a cluster.
    spark.env("PYSPARK_SUBMIT_ARGS", "--master local[2,4] pyspark-shell");
    let output = spark.args(["answer.py", "questions.jsonl", "answers"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(place.path().join("once").is_dir(), "a worker was killed");
    let mut answers = String::new();
    for entry in fs::read_dir(place.path().join("answers")).unwrap() {
        let file = entry.unwrap().path();
        if file.file_name().unwrap().to_string_lossy().starts_with("part-") {
            answers += &fs::read_to_string(file).unwrap();
        }
    }
    are_those_of_a_plain_run(place.path(), &answers);
}
