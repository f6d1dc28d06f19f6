//! What is in a folder after runs that were killed, met another, had no space or no right to write.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use mesterskema::input::UNFINISHED;
use tempfile::TempDir;

use crate::chance::Chance;
use crate::command::program;
use crate::input_folder::folder;

const ANSWER: [&str; 5] =
    ["changes.csv", "pupils.csv", "report.html", "solution.json", "timetable.csv"];

/// Marks that nothing else in an answer says.
const FIRST: &str = "zfirst";
const SECOND: &str = "zsecond";

/// A school all of whose names have a mark in them, so that each file of an answer says whose it is.
fn school(mark: &str) -> TempDir {
    let timetable = "class;subject;teacher;day;period\n8.A;MAT;Tx;thu;1\n8.A;DAN;Ux;thu;2\n\
        8.A;ENG;Vx;wed;1\n8.A;IDR;Wx;tue;1\n8.A;IDR;Wx;tue;2\n";
    let names = |text: &str| text.replace('x', mark).into_bytes();
    folder(&[
        ("timetable.csv", &names(timetable)),
        ("apprentices.csv", &names("pupil;class;away\n8A-x;8.A;thu\n")),
        ("subjects.csv", b"subject;core\nIDR;no\n"),
    ])
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = program();
    command.args(arguments).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn begin(school: &Path, answer: &Path) -> Child {
    let mut command = command(&["solve", text(school), "--out", text(answer)]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// Whose the files of the answer are.
fn owners(folder: &Path) -> BTreeSet<&'static str> {
    let files = ANSWER.iter().filter_map(|name| fs::read_to_string(folder.join(name)).ok());
    let owner = |file: String| {
        let owners = [FIRST, SECOND].into_iter().filter(|mark| file.contains(mark));
        owners.collect::<Vec<_>>()
    };
    files.flat_map(owner).collect()
}

/// Nothing in the folder can be taken for an answer that it is not; whose it is, if it is one.
fn assert_sound(answer: &Path, schools: [&Path; 2]) -> Option<&'static str> {
    let there = ANSWER.iter().filter(|name| answer.join(name).exists()).count();
    let owners = owners(answer);
    assert!(owners.len() < 2, "{owners:?} in {:?}", names_in(answer));
    if answer.join(UNFINISHED).exists() {
        for school in schools {
            let checked = run(&["check", text(school), "--proposal", text(answer), "--verbose"]);
            assert_eq!(checked.status.code(), Some(2));
            assert!(said(&checked).contains("answer-unfinished"), "{}", said(&checked));
        }
        return None;
    }
    assert!(there == 0 || there == ANSWER.len(), "{:?}", names_in(answer));
    owners.first().copied()
}

/// Ends a run at some moment, by chance or as soon as it begins to write.
fn kill(mut child: Child, answer: &Path, usual: Duration, chance: &mut Chance) {
    if chance.below(2) == 0 {
        let part = u32::try_from(chance.below(120)).unwrap();
        thread::sleep(usual * part / 100);
    } else {
        let writes = |name: &String| name.starts_with(".mesterskema");
        while child.try_wait().unwrap().is_none() && !names_in(answer).iter().any(writes) {}
        thread::sleep(Duration::from_micros(u64::from(chance.between(0, 200)) * 20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_run_that_is_killed_leaves_an_answer_or_none_and_never_a_mixture() {
    let (first, second) = (school(FIRST), school(SECOND));
    let schools = [first.path(), second.path()];
    let answer = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    assert!(begin(schools[0], answer.path()).wait().unwrap().success());
    let usual = begun.elapsed();
    let mut chance = Chance::new(20_261_127);
    for round in 0..60 {
        kill(begin(schools[round % 2], answer.path()), answer.path(), usual, &mut chance);
        assert_sound(answer.path(), schools);
    }
    assert!(begin(schools[1], answer.path()).wait().unwrap().success());
    assert_eq!(assert_sound(answer.path(), schools), Some(SECOND));
    assert_eq!(names_in(answer.path()), ANSWER, "nothing is left of those that were killed");
}

#[test]
fn twenty_solves_at_once_into_one_folder_leave_one_whole_answer() {
    let (first, second) = (school(FIRST), school(SECOND));
    let schools = [first.path(), second.path()];
    let parent = tempfile::tempdir().unwrap();
    let answer = parent.path().join("a").join("answer");
    let all: Vec<Child> = (0..20).map(|number| begin(schools[number % 2], &answer)).collect();
    let ends = all.into_iter().map(|mut child| child.wait().unwrap().code().unwrap());
    let ends: Vec<i32> = ends.collect();
    // One that had to wait too long for the others says so.
    assert!(ends.contains(&0) && ends.iter().all(|end| [0, 2].contains(end)), "{ends:?}");
    assert!(assert_sound(&answer, schools).is_some());
    assert_eq!(names_in(&answer), ANSWER);
}

#[test]
fn who_comes_while_another_writes_is_told_in_three_languages() {
    let (school, answer) = (school(FIRST), tempfile::tempdir().unwrap());
    let held = fs::File::open(answer.path()).unwrap();
    held.lock().unwrap();
    let (folder, out) = (text(school.path()), text(answer.path()));
    let told = [("en", "another run"), ("da", "en anden kørsel"), ("sv", "en annan körning")];
    thread::scope(|scope| {
        for (language, words) in told {
            scope.spawn(move || {
                let refused = run(&["solve", folder, "--out", out, "--language", language]);
                assert_eq!(refused.status.code(), Some(2));
                assert!(said(&refused).contains(words), "{}", said(&refused));
            });
        }
    });
    drop(held);
    assert_eq!(run(&["solve", folder, "--out", out]).status.code(), Some(0));
}

/// Runs the program where no file may grow over `blocks` of 512 or 1024 bytes, as on a disk that is full.
fn run_without_space(blocks: u32, arguments: &[&str]) -> Output {
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_mesterskema")]).args(arguments);
    shell.output().unwrap()
}

#[test]
fn a_full_disk_leaves_the_earlier_answer_and_nothing_else() {
    let (first, second) = (school(FIRST), school(SECOND));
    let answer = tempfile::tempdir().unwrap();
    assert!(begin(first.path(), answer.path()).wait().unwrap().success());
    let report = ["solve", text(second.path()), "--out", text(answer.path())];
    let stopped = run_without_space(4, &report);
    assert_eq!(stopped.status.code(), Some(2), "{}", said(&stopped));
    assert!(said(&stopped).contains("cannot write to"), "{}", said(&stopped));
    assert_eq!(owners(answer.path()), BTreeSet::from([FIRST]));
    assert_eq!(names_in(answer.path()), ANSWER);
}

#[test]
fn a_full_disk_leaves_no_part_of_a_new_folder_or_an_export() {
    let parent = tempfile::tempdir().unwrap();
    let new = parent.path().join("new");
    let lille = "fixtures/schools/lille";
    for arguments in [
        vec!["generate", text(&new)],
        vec!["plans", lille, "--best-effort", "--out", text(&new)],
        vec!["export", "--to", "xlsx", lille, "--out", text(&new)],
    ] {
        let stopped = run_without_space(4, &arguments);
        assert_eq!(stopped.status.code(), Some(2), "{arguments:?}: {}", said(&stopped));
        assert!(
            said(&stopped).contains("cannot write to")
                || said(&stopped).contains("kan ikke skrive")
        );
        assert_eq!(names_in(parent.path()), [""; 0], "{arguments:?}");
    }
}

/// A folder into which nobody can write: nor can the administrator, whom modes do not stop, in what the system shows of itself.
fn unwritable() -> Option<(TempDir, PathBuf)> {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let path = match fs::create_dir(folder.path().join("tried")) {
        Err(_) => folder.path().to_owned(),
        Ok(()) => PathBuf::from("/proc/sys"),
    };
    path.is_dir().then_some((folder, path))
}

#[test]
#[expect(clippy::print_stderr, reason = "whoever runs the tests should know what was not tested")]
fn a_folder_that_cannot_be_written_to_is_told_and_stays_as_it_is() {
    let Some((_kept, folder)) = unwritable() else {
        return eprintln!("passed over: no folder that the administrator cannot write to");
    };
    let school = school(FIRST);
    let (school, new) = (text(school.path()), folder.join("new"));
    for arguments in [
        vec!["solve", school, "--out", text(&folder)],
        vec!["solve", school, "--out", text(&new)],
        vec!["compare", school, "--out", text(&new)],
        vec!["plans", school, "--best-effort", "--out", text(&new)],
        vec!["export", "--to", "xlsx", school, "--out", text(&new)],
        vec!["generate", text(&new)],
    ] {
        let refused = run(&arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert!(said(&refused).contains("cannot write to"), "{}", said(&refused));
        assert!(!new.exists());
    }
}

#[test]
fn an_answer_that_somebody_changed_by_hand_is_judged_and_not_refused() {
    let (school, answer) = (school(FIRST), tempfile::tempdir().unwrap());
    let (folder, out) = (text(school.path()), text(answer.path()));
    assert_eq!(run(&["solve", folder, "--out", out]).status.code(), Some(0));
    let file = answer.path().join("timetable.csv");
    let by_hand = fs::read_to_string(&file).unwrap().replace(";wed;1", ";wed;2");
    fs::write(&file, by_hand).unwrap();
    let checked = run(&["check", folder, "--proposal", out]);
    assert_ne!(checked.status.code(), Some(2), "{}", said(&checked));
}

#[test]
fn every_command_that_writes_about_pupils_writes_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let at = |name: &str| parent.path().join(name);
    let untis = "fixtures/import/untis";
    let (plans, export, made) = (at("plans"), at("e/x.xlsx"), at("made"));
    let (answer, map, imported) = (at("answer"), at("map"), at("imported"));
    let lille = "fixtures/schools/lille";
    for arguments in [
        vec!["solve", lille, "--out", text(&answer)],
        vec!["plans", lille, "--proposal", text(&answer), "--out", text(&plans)],
        vec!["export", "--to", "xlsx", text(&answer), "--school", lille, "--out", text(&export)],
        vec!["compare", lille, "--only", "rows", "--out", text(&map)],
        vec!["generate", text(&made), "--parallel", "1"],
        vec!["import", "--from", "untis", untis, "--out", text(&imported)],
    ] {
        let ended = run(&arguments);
        assert!([Some(0), Some(1)].contains(&ended.status.code()), "{}", said(&ended));
    }
    let mut left = vec![plans, at("e"), made, answer, map, imported];
    let mut files = 0;
    while let Some(path) = left.pop() {
        let rights = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        if path.is_dir() {
            assert_eq!(rights, 0o700, "{}", path.display());
            left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            assert_eq!(rights, 0o600, "{}", path.display());
            files += 1;
        }
    }
    assert!(files > 30, "{files}");
}
