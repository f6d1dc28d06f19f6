//! Other programs' files, in and out.

mod accounts;
mod any_bytes;
mod asc;
mod fet;
mod fet_constraints;
mod fet_itself;
mod grid;
mod lists;
mod pupils;
mod rooms;
mod round_trip;
mod shared_archives;
mod table;
mod untis;
mod workbook;
mod xhstt;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use mesterskema::domain::{Piece, School};
use mesterskema::import::{Choices, Format, Import, Original, import};
use mesterskema::input::{Loaded, Need, load};
use serde_json::Value;
use tempfile::TempDir;

use crate::command::program;
use crate::input_schools::shared;
use crate::passed_over::pass_over;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import").join(name)
}

fn original(name: &str, text: &[u8]) -> Original {
    Original { name: name.to_owned(), bytes: text.to_vec() }
}

fn read(format: Format, originals: &[Original]) -> Import {
    import(format, originals, &Choices::default())
}

/// The codes of what an import has to say, the rejected rows first, each with its line.
fn said(import: &Import) -> Vec<(&'static str, Option<u32>)> {
    let found = import.ledger.diagnostics();
    found.map(|found| (found.fault.code(), found.location.line)).collect()
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

/// Exports the proposal in `answer` for a school with the program.
fn exported(format: &str, answer: &Path, school: &Path, out: &Path) -> Output {
    let [answer, school, out] = [answer, school, out].map(|path| path.to_str().unwrap());
    run(&["export", "--to", format, answer, "--school", school, "--out", out])
}

/// Imports files into a new folder with the program; the folder and what was printed as JSON.
fn imported(format: &str, files: &[&Path], more: &[&str]) -> (TempDir, PathBuf, Value) {
    let made = tempfile::tempdir().unwrap();
    let school = made.path().join("school");
    let mut arguments = vec!["import", "--json", "--out", school.to_str().unwrap()];
    // Without a format, the program finds out.
    if !format.is_empty() {
        arguments.extend(["--from", format]);
    }
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    arguments.extend(more);
    let output = run(&arguments);
    let told = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    (made, school, told)
}

/// Says that every subject is no core subject but these, and that one pupil of a class is away.
fn decide(school: &Path, told: &Value, required: &[&str], class: &str, away: &str) {
    let mut lines = fs::read_to_string(school.join("subjects.csv"))
        .unwrap_or_else(|_| "subject;core;max_per_day\r\n".to_owned());
    for code in told["undecided_subjects"].as_array().unwrap() {
        let code = code.as_str().unwrap();
        let level = if required.contains(&code) { "required" } else { "no" };
        write!(lines, "{code};{level};\r\n").unwrap();
    }
    fs::write(school.join("subjects.csv"), lines).unwrap();
    let pupils = format!("pupil;class;away\r\n{class}-1;{class};{away}\r\n");
    fs::write(school.join("apprentices.csv"), pupils).unwrap();
}

fn loaded(school: &Path) -> Loaded {
    load(school, Need::Apprentices)
}

/// Solves a school into a folder beside it; the answer.
fn solved(school: &Path) -> (PathBuf, Value) {
    let out = school.parent().unwrap().join("answer");
    let output =
        run(&["solve", "--json", school.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let told = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    ask_judge(school, &out);
    (out, told)
}

/// The independent judge must agree, where it is there.
fn ask_judge(school: &Path, answer: &Path) {
    let Some(judge) = shared("judge/judge.py") else {
        pass_over("judge");
        return;
    };
    let Ok(said) = Command::new("python3").arg(judge).args([school, answer]).output() else {
        pass_over("python3");
        return;
    };
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.starts_with("ok optimal"), "{said}");
}

/// What every row of a timetable says, in the order of rows: who, what, when, where.
fn rows(school: &School) -> Vec<String> {
    told_rows(school, |piece| format!("{:?} {:?}", piece.group, piece.weeks))
}

/// The same without parts and weeks, which are made up from what lies side by side where a file does not tell them.
fn told_rows_only(school: &School) -> Vec<String> {
    told_rows(school, |_| String::new())
}

fn told_rows(school: &School, open: impl Fn(&Piece) -> String) -> Vec<String> {
    let mut rows: Vec<(usize, String)> = Vec::new();
    for lesson in &school.lessons {
        for piece in &lesson.pieces {
            let slot = lesson.start.unwrap().later(piece.offset).unwrap();
            let told = format!(
                "{slot} {:?} {} {:?} {:?} {} {}",
                piece.classes,
                piece.subject,
                piece.teachers,
                piece.rooms,
                open(piece),
                lesson.locked
            );
            rows.push((piece.row, told));
        }
    }
    rows.sort();
    rows.into_iter().map(|(_, told)| told).collect()
}
