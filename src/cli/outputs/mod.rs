//! What commands write: found possible before the long work begins, complete before any of it is in its place, readable by
//! its owner alone, and never beside what an earlier run has written there.

mod empty;
mod files;
mod held;
mod made;
mod placing;
mod scratch;
mod stage;
#[cfg(test)]
mod tests;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub(super) use empty::{create_folder, try_empty};
pub(super) use files::{is_kept, write_files};
pub(super) use scratch::Scratch;

use super::trouble::Trouble;
use made::{Made, in_spite_of_others};
use placing::{Step, of_answer};
use stage::Stage;

/// What an answer consists of. The last is there whatever the answer is, and marks a folder as holding one.
const ANSWER: [&str; 5] = ["timetable.csv", "changes.csv", "pupils.csv", "report.html", MARK];
const MARK: &str = "solution.json";
/// A file that every school has and no answer.
const SCHOOL_MARK: &str = "apprentices.csv";

/// A folder into which an answer can be written.
#[derive(Debug)]
pub(super) struct Outputs {
    folder: PathBuf,
}

impl Outputs {
    /// Tries whether the folder can be made, if it is missing, and written to; nothing of that stays behind. It must
    /// not be that of `school`, by whatever path, nor that of another.
    pub(super) fn open(folder: &Path, school: &Path) -> Result<Self, Trouble> {
        let outputs = Self { folder: folder.to_owned() };
        match in_spite_of_others(|| outputs.objection(school)) {
            Ok(None) => Ok(outputs),
            Ok(Some(trouble)) => Err(trouble),
            Err(error) => Err(unusable(folder, error)),
        }
    }

    /// Replaces the earlier answer, if there is one, by `files`; of an earlier answer no file stays behind.
    pub(super) fn replace(&self, files: &[(&str, String)]) -> Result<(), Trouble> {
        let replace = || -> io::Result<()> {
            let (stage, steps) = in_spite_of_others(|| {
                let made = Made::with(&self.folder)?;
                let prepared = self.prepare(files)?;
                made.keep();
                Ok(prepared)
            })?;
            steps.iter().try_for_each(Step::take)?;
            drop(stage);
            Ok(())
        };
        replace().map_err(|error| unusable(&self.folder, error))
    }

    /// The files of the answer in `folder`, whether they are there or not.
    pub(super) fn of_answer(folder: &Path) -> impl Iterator<Item = PathBuf> {
        ANSWER.iter().map(|name| folder.join(name))
    }

    /// Writes `files` beside their places; by which steps they then come there.
    fn prepare(&self, files: &[(&str, String)]) -> io::Result<(Stage, Vec<Step>)> {
        self.refuse_folders()?;
        let stage = Stage::open(&self.folder)?;
        for (name, text) in files {
            stage.write(name, text.as_bytes())?;
        }
        let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        let steps = of_answer(&self.folder, stage.path(), &names, &ANSWER);
        Ok((stage, steps))
    }

    /// What speaks against writing there, unless it is that nothing can be written.
    fn objection(&self, school: &Path) -> io::Result<Option<Trouble>> {
        let _made = Made::with(&self.folder)?;
        let folder = self.folder.canonicalize()?;
        if school.canonicalize().is_ok_and(|school| school == folder) {
            return Ok(Some(Trouble::OutIsSchool(self.folder.clone())));
        }
        if folder.join(SCHOOL_MARK).exists() {
            return Ok(Some(Trouble::OutIsASchool(self.folder.clone())));
        }
        self.refuse_folders()?;
        Stage::open(&self.folder).map(|_| None)
    }

    /// Folders in the places of files are somebody's.
    fn refuse_folders(&self) -> io::Result<()> {
        let folder = ANSWER.iter().find(|name| self.folder.join(name).is_dir());
        folder.map_or(Ok(()), |name| Err(io::Error::new(ErrorKind::IsADirectory, *name)))
    }
}

/// The folder that a path is in.
fn parent(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Why nothing is written to `path`.
fn unusable(path: &Path, error: io::Error) -> Trouble {
    let path = path.to_owned();
    if held::is_busy(&error) {
        Trouble::OutBusy(path)
    } else {
        Trouble::OutUnusable { path, error }
    }
}
