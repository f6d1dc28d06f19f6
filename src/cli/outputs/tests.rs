//! What becomes of a folder for answers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::placing::of_files;
use super::stage::Stage;
use super::{ANSWER, MARK, Outputs, create_folder, write_files};
use crate::cli::trouble::Trouble;
use crate::input::UNFINISHED;

fn files(names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().map(|&name| (name, format!("new {name}"))).collect()
}

fn folder_with(names: &[&str]) -> (tempfile::TempDir, Outputs) {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        fs::write(folder.path().join(name), "old and longer than what is new").unwrap();
    }
    let outputs = Outputs::open(folder.path(), Path::new("school")).unwrap();
    (folder, outputs)
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_earlier_answer_is_replaced_whole() {
    let (folder, outputs) = folder_with(&ANSWER);
    outputs.replace(&files(&ANSWER)).unwrap();
    for name in ANSWER {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), format!("new {name}"));
    }
    assert_eq!(names_in(folder.path()).len(), ANSWER.len());
}

#[test]
fn an_answer_without_tables_leaves_none_of_an_earlier_one_and_nothing_else_is_touched() {
    let (folder, outputs) = folder_with(&["changes.csv", "notes.txt", "timetable.csv", MARK]);
    outputs.replace(&files(&[MARK])).unwrap();
    assert_eq!(names_in(folder.path()), ["notes.txt", MARK]);
}

#[test]
fn tables_that_no_answer_left_are_not_removed() {
    let (folder, outputs) = folder_with(&["timetable.csv"]);
    outputs.replace(&files(&[MARK])).unwrap();
    assert_eq!(names_in(folder.path()), [MARK, "timetable.csv"]);
}

#[test]
fn a_missing_folder_is_made() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a").join("b");
    Outputs::open(&folder, Path::new("school")).unwrap().replace(&files(&[MARK])).unwrap();
    assert_eq!(names_in(&folder), [MARK]);
}

#[test]
fn a_missing_folder_is_not_there_before_the_answer() {
    let parent = tempfile::tempdir().unwrap();
    let outputs = Outputs::open(&parent.path().join("a").join("b"), Path::new("school")).unwrap();
    assert_eq!(names_in(parent.path()), [""; 0]);
    fs::create_dir_all(parent.path().join("a").join("b").join(MARK)).unwrap();
    assert!(outputs.replace(&files(&[MARK])).is_err());
    assert_eq!(names_in(&parent.path().join("a").join("b")), [MARK]);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_refused() {
    let parent = tempfile::tempdir().unwrap();
    fs::create_dir(parent.path().join(MARK)).unwrap();
    let refused = Outputs::open(parent.path(), Path::new("school"));
    assert!(matches!(refused, Err(Trouble::OutUnusable { .. })));
}

/// What is in the files of an answer that are in `folder`: all of one run, or nothing of them is worth anything.
fn contents(folder: &Path, names: &[&str]) -> BTreeSet<String> {
    let words = |name: &&str| fs::read_to_string(folder.join(name)).ok();
    let first = |text: String| text.split(' ').next().unwrap().to_owned();
    names.iter().filter_map(words).map(first).collect()
}

#[test]
fn wherever_a_run_is_killed_old_and_new_files_never_stand_side_by_side() {
    for old in [&ANSWER[..], &ANSWER[3..], &[]] {
        for new in [&ANSWER[..], &ANSWER[3..]] {
            let (_folder, outputs) = folder_with(old);
            let all = outputs.prepare(&files(new)).unwrap().1.len();
            for killed in 0..=all {
                let (folder, outputs) = folder_with(old);
                let (stage, steps) = outputs.prepare(&files(new)).unwrap();
                steps[..killed].iter().for_each(|step| step.take().unwrap());
                let seen = contents(folder.path(), &ANSWER);
                assert!(seen.len() < 2, "{killed} of {steps:#?}: {seen:?}");
                let is_told = folder.path().join(UNFINISHED).exists();
                let whole: Vec<&str> = if killed == all { new.to_vec() } else { old.to_vec() };
                let is_whole = ANSWER
                    .iter()
                    .all(|&name| folder.path().join(name).exists() == whole.contains(&name));
                assert!(is_told || is_whole, "{killed} of {steps:#?}");
                drop(stage);
            }
        }
    }
}

#[test]
fn the_run_after_one_that_was_killed_leaves_its_own_answer_and_nothing_else() {
    let (_folder, outputs) = folder_with(&ANSWER);
    let all = outputs.prepare(&files(&ANSWER)).unwrap().1.len();
    for killed in 0..=all {
        let (folder, outputs) = folder_with(&ANSWER);
        let (stage, steps) = outputs.prepare(&files(&ANSWER)).unwrap();
        steps[..killed].iter().for_each(|step| step.take().unwrap());
        stage.abandon();
        let outputs = Outputs::open(folder.path(), Path::new("school")).unwrap();
        let (stage, steps) = outputs.prepare(&files(&[MARK])).unwrap();
        for step in &steps {
            step.take().unwrap();
            assert!(contents(folder.path(), &ANSWER).len() < 2, "{killed}, then {step:?}");
        }
        drop(stage);
        assert_eq!(names_in(folder.path()), [MARK]);
    }
}

#[test]
fn files_that_belong_together_never_stand_beside_those_of_an_earlier_writing() {
    let names = ["GPU001.TXT", "GPU001-x.csv", "GPU001-moves.csv"];
    for killed in 0..=2 * names.len() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let pairs = names.map(|name| (at(&format!("new {name}")), at(name)));
        for (from, to) in &pairs {
            fs::write(from, "new one").unwrap();
            fs::write(to, "old one").unwrap();
        }
        of_files(&pairs)[..killed].iter().for_each(|step| step.take().unwrap());
        assert!(contents(folder.path(), &names).len() < 2, "{killed}");
        let is_whole = names.iter().all(|name| at(name).exists());
        assert!(is_whole || !at(names[0]).exists(), "the first of them comes last");
    }
}

#[test]
fn what_a_killed_run_has_left_is_gone_before_the_next_answer() {
    let folder = tempfile::tempdir().unwrap();
    let stage = Stage::open(folder.path()).unwrap();
    stage.write("timetable.csv", b"8A-01").unwrap();
    stage.abandon();
    assert_eq!(names_in(folder.path()).len(), 1);
    Outputs::open(folder.path(), Path::new("school")).unwrap();
    assert_eq!(names_in(folder.path()), [""; 0]);
}

#[test]
fn what_an_export_and_a_new_folder_have_left_is_gone_at_the_next() {
    let folder = tempfile::tempdir().unwrap();
    Stage::open(folder.path()).unwrap().abandon();
    write_files(&[(folder.path().join("a.csv"), Vec::new())], &[]).unwrap();
    assert_eq!(names_in(folder.path()), ["a.csv"]);
    Stage::open(folder.path()).unwrap().abandon();
    create_folder(&folder.path().join("b"), &[("c/d.csv".to_owned(), Vec::new())]).unwrap();
    assert_eq!(names_in(folder.path()), ["a.csv", "b"]);
    assert_eq!(names_in(&folder.path().join("b")), ["c"]);
}

#[test]
fn nobody_writes_where_another_writes() {
    let (folder, outputs) = folder_with(&ANSWER);
    let _other = Stage::open(folder.path()).unwrap();
    let refused = outputs.replace(&files(&ANSWER)).unwrap_err();
    assert!(matches!(refused, Trouble::OutBusy(_)), "{refused:?}");
    assert_eq!(contents(folder.path(), &ANSWER), BTreeSet::from(["old".to_owned()]));
}

#[cfg(unix)]
#[test]
fn what_is_written_is_read_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (folder, outputs) = folder_with(&ANSWER);
    outputs.replace(&files(&ANSWER)).unwrap();
    for name in ANSWER {
        assert_eq!(mode(&folder.path().join(name)), 0o600, "{name}");
    }
    let inner = folder.path().join("a/b");
    Outputs::open(&inner, Path::new("school")).unwrap().replace(&files(&[MARK])).unwrap();
    let new = folder.path().join("new");
    create_folder(&new, &[("pupils/p.ics".to_owned(), Vec::new())]).unwrap();
    let export = folder.path().join("e/x.csv");
    write_files(&[(export.clone(), Vec::new())], &[]).unwrap();
    let folders = [folder.path().join("a"), inner.clone(), new.clone(), new.join("pupils")];
    for path in folders {
        assert_eq!(mode(&path), 0o700, "{}", path.display());
    }
    for file in [inner.join(MARK), new.join("pupils/p.ics"), export] {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    let stage = Stage::open(folder.path()).unwrap();
    stage.write("x", b"8A-01").unwrap();
    assert_eq!((mode(stage.path()), mode(&stage.path_to("x"))), (0o700, 0o600));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_replaced_and_nothing_is_written_through_it() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let kept = elsewhere.path().join("kept");
    fs::write(&kept, "kept").unwrap();
    let (folder, outputs) = folder_with(&[MARK]);
    for name in [&ANSWER[0], &ANSWER[3]] {
        symlink(&kept, folder.path().join(name)).unwrap();
    }
    outputs.replace(&files(&ANSWER)).unwrap();
    let export = folder.path().join("x.csv");
    symlink(&kept, &export).unwrap();
    write_files(&[(export.clone(), b"new".to_vec())], &[]).unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), "kept");
    for path in [folder.path().join(ANSWER[0]), export] {
        assert!(!path.is_symlink() && fs::read_to_string(&path).unwrap().starts_with("new"));
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_and_leads_to_what_was_written() {
    use std::os::unix::fs::symlink;
    let parent = tempfile::tempdir().unwrap();
    let (real, link) = (parent.path().join("real"), parent.path().join("link"));
    fs::create_dir(&real).unwrap();
    symlink(&real, &link).unwrap();
    create_folder(&link, &[("a.csv".to_owned(), Vec::new())]).unwrap();
    assert!(link.is_symlink());
    assert_eq!(names_in(&real), ["a.csv"]);
    fs::remove_file(real.join("a.csv")).unwrap();
    Outputs::open(&link, Path::new("school")).unwrap().replace(&files(&[MARK])).unwrap();
    assert_eq!((link.is_symlink(), names_in(&real)), (true, vec![MARK.to_owned()]));
}
