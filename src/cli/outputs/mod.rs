//! The folder for an answer: found usable before the long work begins, and replaced whole after it.

mod created;
mod empty;
mod made;
mod prepared;
#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub(super) use created::{create_folder, write_files};

use super::trouble::Trouble;

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
        let _made = made::Made::with(folder).map_err(|error| outputs.unusable(error))?;
        let folder = folder.canonicalize().map_err(|error| outputs.unusable(error))?;
        if school.canonicalize().is_ok_and(|school| school == folder) {
            return Err(Trouble::OutIsSchool(outputs.folder));
        }
        if folder.join(SCHOOL_MARK).exists() {
            return Err(Trouble::OutIsASchool(outputs.folder));
        }
        outputs.try_all().map_err(|error| outputs.unusable(error))?;
        Ok(outputs)
    }

    /// Replaces the earlier answer, if there is one, by `files`. All are written beside their places before the first
    /// is put there; of an earlier answer no file stays behind.
    pub(super) fn replace(&self, files: &[(&str, String)]) -> Result<(), Trouble> {
        let replace = || -> io::Result<()> {
            let made = made::Made::with(&self.folder)?;
            let prepare =
                |(name, text): &(_, String)| Ok((*name, prepared::prepared(&self.folder, text)?));
            let prepared = files.iter().map(prepare).collect::<io::Result<Vec<(&str, _)>>>()?;
            if self.folder.join(MARK).exists() {
                let stale = |name: &&str| files.iter().all(|(new, _)| new != name);
                ANSWER.iter().filter(|name| stale(name)).try_for_each(|name| self.remove(name))?;
            }
            made.keep();
            for (name, file) in prepared {
                file.persist(self.folder.join(name))?;
            }
            Ok(())
        };
        replace().map_err(|error| self.unusable(error))
    }

    /// The files of the answer in `folder`, whether they are there or not.
    pub(super) fn of_answer(folder: &Path) -> impl Iterator<Item = PathBuf> {
        ANSWER.iter().map(|name| folder.join(name))
    }

    fn try_all(&self) -> io::Result<()> {
        match ANSWER.iter().find(|name| self.folder.join(name).is_dir()) {
            Some(name) => Err(io::Error::new(ErrorKind::IsADirectory, *name)),
            None => prepared::prepared(&self.folder, "").map(drop),
        }
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        let removed = fs::remove_file(self.folder.join(name));
        removed
            .or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
    }

    fn unusable(&self, error: io::Error) -> Trouble {
        Trouble::OutUnusable { path: self.folder.clone(), error }
    }
}
