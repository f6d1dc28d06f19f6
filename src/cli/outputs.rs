//! The folder for an answer: usable before the long work begins, and replaced whole after it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::trouble::Trouble;

/// What an answer consists of. The last is there whatever the answer is, and marks a folder as holding one.
const ANSWER: [&str; 4] = ["timetable.csv", "changes.csv", "pupils.csv", MARK];
const MARK: &str = "solution.json";

/// A file that every school has and no answer.
const SCHOOL_MARK: &str = "apprentices.csv";

/// A folder into which an answer can be written.
#[derive(Debug)]
pub(super) struct Outputs {
    folder: PathBuf,
}

impl Outputs {
    /// Makes the folder if it is missing and tries whether it can be written to. It must not be that of `school`, by
    /// whatever path, nor that of another.
    pub(super) fn open(folder: &Path, school: &Path) -> Result<Self, Trouble> {
        let outputs = Self { folder: folder.to_owned() };
        fs::create_dir_all(folder).map_err(|error| outputs.unusable(error))?;
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
            let prepared =
                files.iter().map(|(name, text)| Ok((*name, self.prepared(text.as_bytes())?)));
            let prepared = prepared.collect::<io::Result<Vec<_>>>()?;
            if self.folder.join(MARK).exists() {
                let stale = |name: &&str| files.iter().all(|(new, _)| new != name);
                ANSWER.iter().filter(|name| stale(name)).try_for_each(|name| self.remove(name))?;
            }
            for (name, file) in prepared {
                file.persist(self.folder.join(name))?;
            }
            Ok(())
        };
        replace().map_err(|error| self.unusable(error))
    }

    fn try_all(&self) -> io::Result<()> {
        let in_the_way = |name: &&&str| self.folder.join(name).is_dir();
        if let Some(name) = ANSWER.iter().find(in_the_way) {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, *name));
        }
        self.prepared(b"").map(drop)
    }

    fn prepared(&self, bytes: &[u8]) -> io::Result<NamedTempFile> {
        let mut file = readable_by_others().tempfile_in(&self.folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn unusable(&self, error: io::Error) -> Trouble {
        Trouble::OutUnusable { path: self.folder.clone(), error }
    }
}

/// Temporary files are for their owner alone; an answer is as open as the folder's owner usually has files.
#[cfg(unix)]
fn readable_by_others<'a>() -> tempfile::Builder<'a, 'a> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn readable_by_others<'a>() -> tempfile::Builder<'a, 'a> {
    tempfile::Builder::new()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

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
            assert_eq!(
                fs::read_to_string(folder.path().join(name)).unwrap(),
                format!("new {name}")
            );
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
    fn a_folder_in_the_place_of_a_file_is_refused() {
        let parent = tempfile::tempdir().unwrap();
        fs::create_dir(parent.path().join(MARK)).unwrap();
        let refused = Outputs::open(parent.path(), Path::new("school"));
        assert!(matches!(refused, Err(Trouble::OutUnusable { .. })));
    }
}
