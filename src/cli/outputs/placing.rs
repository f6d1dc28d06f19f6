//! How files that are complete come to their places, step by step. A run may be killed between any two steps, so no
//! step leaves old and new files side by side: the old ones go first.
//!
//! Renaming a single file is done or not done; renaming several takes a while. Where they belong together, a folder's
//! name says meanwhile that they are [`UNFINISHED`], for whoever reads there; scripts see that the last file is missing.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::input::UNFINISHED;

/// A step that is done or not done, never half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Gives a file or folder another name.
    Rename(PathBuf, PathBuf),
    /// Removes a file, if it is there.
    Remove(PathBuf),
    /// Removes a folder of ours with all that is in it. It is not done at once, but what is in it counts for nothing.
    Discard(PathBuf),
}

impl Step {
    /// Does it.
    pub(super) fn take(&self) -> io::Result<()> {
        let (done, may_lack) = match self {
            Self::Rename(from, to) => (fs::rename(from, to), false),
            Self::Remove(file) => (fs::remove_file(file), true),
            Self::Discard(folder) => (fs::remove_dir_all(folder), true),
        };
        done.or_else(|error| match error.kind() {
            ErrorKind::NotFound if may_lack => Ok(()),
            _ => Err(error),
        })
    }
}

/// How the files called `names`, which are in `stage`, become the answer in `folder`: the last of `answer` marks a folder as
/// holding one, and of an earlier answer there no file stays.
pub(super) fn of_answer(folder: &Path, stage: &Path, names: &[&str], answer: &[&str]) -> Vec<Step> {
    let unfinished = folder.join(UNFINISHED);
    let is_unfinished = unfinished.symlink_metadata().is_ok();
    let is_answer = answer.last().is_some_and(|mark| folder.join(mark).exists());
    let remove = answer.iter().rev().map(|name| Step::Remove(folder.join(name)));
    let remove: Vec<Step> = if is_answer || is_unfinished { remove.collect() } else { Vec::new() };
    let marked = [Step::Rename(stage.to_owned(), unfinished.clone())];
    let put = |name: &&str| Step::Rename(unfinished.join(name), folder.join(name));
    let put = names.iter().map(put);
    let ended = [Step::Discard(unfinished.clone())];
    if is_unfinished {
        // What is there is of no use, and is marked as such until all of it is gone.
        return remove
            .into_iter()
            .chain(ended.clone())
            .chain(marked)
            .chain(put)
            .chain(ended)
            .collect();
    }
    marked.into_iter().chain(remove).chain(put).chain(ended).collect()
}

/// How files come to their places, each pair being where one is and where it belongs; the first, for whose sake the others
/// are there, goes first and comes last.
pub(super) fn of_files(pairs: &[(PathBuf, PathBuf)]) -> Vec<Step> {
    let remove = pairs.iter().map(|(_, to)| Step::Remove(to.clone()));
    let put = pairs.iter().rev().map(|(from, to)| Step::Rename(from.clone(), to.clone()));
    remove.chain(put).collect()
}
