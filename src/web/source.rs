//! The files of a school on the page: a copy of its own, in a folder that is gone when the program ends.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

use crate::diagnostic::{Diagnostic, Place};
use crate::domain::{Apprentice, Scenario};
use crate::input::{
    Loaded, Need, QuotedRow, SCHOOL_WORKBOOK, bytes_of, load, load_with_scenarios, quoted_rows,
    received,
};

/// A school that has no apprentice yet is given this file, so that the page can add some.
const NOBODY: (&str, &str) = ("apprentices.csv", "pupil;class;away\r\n");

/// The files.
#[derive(Debug)]
pub(super) struct Source {
    folder: TempDir,
    /// The school's folder or workbook in it.
    school: PathBuf,
    /// What is wrong with the names of the files that came.
    unread: Vec<Diagnostic>,
}

/// A file as it came, with the name that it came with.
pub(super) type Came = (String, Vec<u8>);

impl Source {
    /// Keeps what somebody handed over; what is none of a school's files is told and not kept.
    pub(super) fn keep(files: &[Came]) -> io::Result<Self> {
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let (kept, unread) = received(&names);
        let folder = tempfile::tempdir()?;
        let own = folder.path().join("school");
        fs::create_dir(&own)?;
        let mut is_workbook = false;
        for ((_, bytes), name) in files.iter().zip(&kept) {
            if let Some(name) = name {
                fs::write(own.join(name), bytes)?;
                is_workbook |= name == SCHOOL_WORKBOOK;
            }
        }
        let has = |file: &str| kept.iter().flatten().any(|name| name == file);
        if !is_workbook && !has(NOBODY.0) && !has("apprentices.xlsx") {
            fs::write(own.join(NOBODY.0), NOBODY.1)?;
        }
        let school = if is_workbook { own.join(SCHOOL_WORKBOOK) } else { own };
        Ok(Self { folder, school, unread })
    }

    /// Keeps a copy of a school that lies somewhere on this machine: its folder or its workbook.
    pub(super) fn copy(school: &Path) -> io::Result<Self> {
        let paths = if school.is_dir() { files_in(school)? } else { vec![school.to_owned()] };
        let named = |path: &PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let bytes = bytes_of(path).map_err(|fault| io::Error::other(fault.code()))?;
            Ok((name.unwrap_or_default(), bytes))
        };
        Self::keep(&paths.iter().map(named).collect::<io::Result<Vec<Came>>>()?)
    }

    /// Reads the school.
    pub(super) fn load(&self) -> Loaded {
        let mut loaded = load(&self.school, Need::TimetableOnly);
        loaded.diagnostics.splice(0..0, self.unread.iter().cloned());
        loaded
    }

    /// Reads the school's apprentices after changes, each written as a row of a file of scenarios.
    ///
    /// # Errors
    /// What is wrong with the changes.
    pub(super) fn cast(&self, scenarios: &str) -> Result<Vec<Apprentice>, Vec<Diagnostic>> {
        let Ok(file) = self.written(scenarios) else { return Err(Vec::new()) };
        let path = file.path();
        let (loaded, scenarios) = load_with_scenarios(&self.school, path);
        let last = scenarios.into_iter().next_back();
        let own = path.to_string_lossy();
        let about_changes = |found: &Diagnostic| found.place.file == own;
        let changed = last.filter(|_| loaded.school.is_some());
        changed
            .map(|Scenario { apprentices, .. }| apprentices)
            .ok_or_else(|| loaded.diagnostics.into_iter().filter(about_changes).collect())
    }

    /// A text as a file of its own, beside the school's.
    fn written(&self, text: &str) -> io::Result<NamedTempFile> {
        let file = NamedTempFile::new_in(self.folder.path())?;
        fs::write(file.path(), text)?;
        Ok(file)
    }

    /// The rows that diagnostics speak of.
    pub(super) fn quote(&self, found: &[Diagnostic]) -> Vec<Option<QuotedRow>> {
        let places: Vec<&Place> = found.iter().map(|found| &found.place).collect();
        quoted_rows(&self.school, &places)
    }

    /// The school's folder or workbook.
    pub(super) fn school(&self) -> &Path {
        &self.school
    }

    /// The files as they are kept.
    pub(super) fn files(&self) -> io::Result<Vec<Came>> {
        let paths = files_in(&self.folder.path().join("school"))?;
        let read = |path: PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            Ok((name.unwrap_or_default(), fs::read(path)?))
        };
        paths.into_iter().map(read).collect()
    }
}

/// The files directly in a folder that are a school's, by name.
fn files_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file() && is_read(path));
    paths.sort();
    Ok(paths)
}

/// Whether a file is one that a school is read from.
fn is_read(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    // Beside another, so that a workbook is not taken for a whole school by being alone.
    name.is_some_and(|name| received(&[&name, ""]).0[0].is_some() || name == SCHOOL_WORKBOOK)
}
