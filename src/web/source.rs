//! The files of a school on the page: a copy of its own, in a folder that is gone when the program ends.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use tempfile::TempDir;

use super::cupboard::Cupboard;
use super::meanwhile::Unchanged;
use super::private::{create_folders, write_new};
use crate::diagnostic::{Diagnostic, Fault, Location, Severity};
use crate::domain::{Apprentice, Scenario};
use crate::input::{
    CHANGES, Loaded, Need, QuotedRow, SCHOOL_WORKBOOK, about, bytes_of, files_of, load,
    load_with_changes, quoted_rows, received,
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
pub(super) type Came = (String, Bytes);

impl Source {
    /// Keeps what somebody handed over; what is none of a school's files is told and not kept.
    pub(super) fn keep(files: &[Came], cupboard: &Cupboard) -> io::Result<Self> {
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let (kept, unread) = received(&names);
        let folder = cupboard.drawer()?;
        let own = folder.path().join("school");
        create_folders(&own)?;
        let mut is_workbook = false;
        for ((_, bytes), name) in files.iter().zip(&kept) {
            if let Some(name) = name {
                write_new(&own.join(name), bytes)?;
                is_workbook |= name == SCHOOL_WORKBOOK;
            }
        }
        let has = |file: &str| kept.iter().flatten().any(|name| name == file);
        if !is_workbook && !has(NOBODY.0) && !has("apprentices.xlsx") {
            write_new(&own.join(NOBODY.0), NOBODY.1.as_bytes())?;
        }
        let school = if is_workbook { own.join(SCHOOL_WORKBOOK) } else { own };
        Ok(Self { folder, school, unread })
    }

    /// Keeps a copy of a school that lies somewhere on this machine: its folder or its workbook.
    ///
    /// # Errors
    /// What is wrong with its folder or one of its files, or with the place for the copy.
    pub(super) fn copy(school: &Path, cupboard: &Cupboard) -> Result<Self, Vec<Diagnostic>> {
        let paths = files_of(school)?.into_iter().filter(|path| path == school || is_read(path));
        let named = |path: PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let bytes = bytes_of(&path).map_err(|fault| vec![about(&path, fault)])?;
            Ok((name.unwrap_or_default(), Bytes::from(bytes)))
        };
        let files = paths.map(named).collect::<Result<Vec<Came>, Vec<Diagnostic>>>()?;
        let unwritten = |error: io::Error| {
            vec![about(cupboard.path(), Fault::FolderUnreadable { reason: error.to_string() })]
        };
        Self::keep(&files, cupboard).map_err(unwritten)
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
    /// What is wrong with the changes, or else with the copy, or that there is none any more.
    pub(super) fn cast(&self, scenarios: &str) -> Result<Vec<Apprentice>, Unchanged> {
        if !self.school.exists() {
            return Err(Unchanged::CopyGone);
        }
        let (loaded, scenarios) = load_with_changes(&self.school, scenarios);
        let last = scenarios.into_iter().next_back().filter(|_| loaded.school.is_some());
        let (about_changes, others): (Vec<Diagnostic>, _) =
            loaded.diagnostics.into_iter().partition(|found| found.location.file == CHANGES);
        let wrong = || if about_changes.is_empty() { errors(others) } else { about_changes };
        last.map(|Scenario { apprentices, .. }| apprentices)
            .ok_or_else(|| Unchanged::Wrong(wrong()))
    }

    /// The rows that diagnostics speak of.
    pub(super) fn quote(&self, found: &[Diagnostic]) -> Vec<Option<QuotedRow>> {
        let locations: Vec<&Location> = found.iter().map(|found| &found.location).collect();
        quoted_rows(&self.school, &locations)
    }

    /// The school's folder or workbook.
    pub(super) fn school(&self) -> &Path {
        &self.school
    }

    /// The files as they are kept.
    pub(super) fn files(&self) -> io::Result<Vec<(String, Vec<u8>)>> {
        let own = self.folder.path().join("school");
        let unlisted = |_| io::Error::other("the copy is gone");
        let read = |path: PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            Ok((name.unwrap_or_default(), fs::read(path)?))
        };
        files_of(&own).map_err(unlisted)?.into_iter().map(read).collect()
    }
}

fn errors(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.into_iter().filter(|found| found.severity == Severity::Error).collect()
}

/// Whether a file is one that a school is read from.
fn is_read(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    // Beside another, so that a workbook is not taken for a whole school by being alone.
    name.is_some_and(|name| received(&[&name, ""]).0[0].is_some() || name == SCHOOL_WORKBOOK)
}
