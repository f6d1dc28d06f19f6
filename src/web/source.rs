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
use crate::export::arrived::Arrived;
use crate::export::csv::written;
use crate::import::{Format, Original, Reading};
use crate::input::{
    CHANGES, Loaded, Need, QuotedRow, SCHOOL_WORKBOOK, about, bytes_of, files_of, is_school, load,
    load_with_changes, mended, quoted_rows, received, workbook_parts,
};

/// Where a school says which subjects are core subjects.
const SUBJECTS: &str = "subjects.csv";

/// A school that has no apprentice yet is given this file, so that the page can add some.
const NOBODY: (&str, &str) = ("apprentices.csv", "pupil;class;away\r\n");

/// The files.
#[derive(Debug)]
pub(super) struct Source {
    folder: TempDir,
    /// The school's folder or workbook in it.
    school: PathBuf,
    /// What is to be said of the files that came, besides what is wrong with the school's own.
    unread: Vec<Diagnostic>,
    /// Where they were another program's: what they were taken for, and how grids were read.
    pub(super) taken: Option<(Format, Option<Reading>)>,
}

/// A file as it came, with the name that it came with.
pub(super) type Came = (String, Bytes);

impl Source {
    /// Keeps what somebody handed over: a school's files as they are, another program's as those of the school that they
    /// describe. What is neither is told and not kept.
    pub(super) fn keep(files: &[Came], cupboard: &Cupboard) -> io::Result<Self> {
        let files = &unpacked(files)[..];
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let (kept, unread) = received(&names);
        let folder = cupboard.drawer()?;
        let own = folder.path().join("school");
        create_folders(&own)?;
        for ((_, bytes), name) in files.iter().zip(&kept) {
            if let Some(name) = name {
                write_new(&own.join(name), bytes)?;
            }
        }
        let is_workbook = own.join(SCHOOL_WORKBOOK).exists();
        let school = if is_workbook { own.join(SCHOOL_WORKBOOK) } else { own.clone() };
        let mut source = Self { folder, school, unread, taken: None };
        if !source.has_timetable() || names.len() == 1 && !source.has_columns() {
            source.take_over(&originals(files, &kept))?;
        }
        if source.school == own
            && !own.join(NOBODY.0).exists()
            && !own.join("apprentices.xlsx").exists()
        {
            write_new(&own.join(NOBODY.0), NOBODY.1.as_bytes())?;
        }
        Ok(source)
    }

    /// Whether the files are a school's: there is a timetable among them, or a workbook with any of its sheets.
    fn has_timetable(&self) -> bool {
        let has = |name: &str| self.school.join(name).exists();
        if self.school.is_file() {
            return is_school(&self.school);
        }
        has("timetable.csv") || has("timetable.xlsx")
    }

    /// Whether the timetable has the columns of one: a grid may be called `skema.csv` too.
    fn has_columns(&self) -> bool {
        let found = load(&self.school, Need::TimetableOnly).diagnostics;
        !found.iter().any(|found| {
            matches!(found.fault, Fault::ColumnMissing { .. } | Fault::HeadingsMissing { .. })
        })
    }

    /// Puts the school that another program's files describe beside what is there already.
    fn take_over(&mut self, originals: &[Original]) -> io::Result<()> {
        let Some(Arrived { format, reading, files, told, .. }) = Arrived::of(originals, None)
        else {
            return Ok(());
        };
        let Some(files) = files else {
            self.unread.extend(told);
            return Ok(());
        };
        self.unread = told;
        self.taken = Some((format, reading));
        let own = self.folder.path().join("school");
        for former in [SCHOOL_WORKBOOK, "timetable.csv"].map(|name| own.join(name)) {
            if former.exists() {
                fs::remove_file(former)?;
            }
        }
        self.school = own;
        for (name, text) in files {
            let path = self.school.join(name);
            if !path.exists() {
                write_new(&path, text.as_bytes())?;
            }
        }
        Ok(())
    }

    /// Adds lines to `subjects.csv`: subjects and whether they are core subjects.
    pub(super) fn decide(&self, subjects: &[[String; 2]]) -> io::Result<()> {
        let path = self.folder.path().join("school").join(SUBJECTS);
        let known = if path.exists() { fs::read_to_string(&path)? } else { String::new() };
        let mut text = if known.is_empty() { "subject;core\r\n".to_owned() } else { known };
        if !text.ends_with('\n') {
            text += "\r\n";
        }
        let lines = subjects.iter().map(|line| line.iter().cloned());
        text += written(';', lines).trim_start_matches('\u{feff}');
        replace(&path, &text)
    }

    /// Whether a cell can be mended here: its file is one of the copy's, with rows and columns of text.
    pub(super) fn can_mend(&self, place: &Location) -> bool {
        let name = Path::new(&place.file);
        let is_plain = name.file_name().is_some_and(|own| own == name.as_os_str())
            && name.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
        let is_cell = place.line.is_some() && place.column.is_some();
        self.school.is_dir() && is_plain && is_cell && self.school.join(name).is_file()
    }

    /// Writes something else into a cell of the copy; whether there is such a cell.
    pub(super) fn mend(&self, place: &Location, value: &str) -> io::Result<bool> {
        let Some(text) = self.can_mend(place).then(|| mended(&self.school, place, value)).flatten()
        else {
            return Ok(false);
        };
        let path = self.school.join(&place.file);
        replace(&path, &format!("\u{feff}{}", text.trim_start_matches('\u{feff}')))?;
        Ok(true)
    }

    /// Whether lines of `subjects.csv` can be added: it is a file of its own, in which a subject and its core come first.
    pub(super) fn can_decide(&self) -> bool {
        let subjects = self.school.join(SUBJECTS);
        let headings = fs::read_to_string(subjects).ok();
        let is_plain =
            |text: String| text.trim_start_matches('\u{feff}').starts_with("subject;core");
        self.school.is_dir()
            && !self.school.join("subjects.xlsx").exists()
            && headings.is_none_or(is_plain)
    }

    /// Keeps a copy of a school that lies somewhere on this machine: its folder or its workbook.
    ///
    /// # Errors
    /// What is wrong with its folder or one of its files, or with the place for the copy.
    pub(super) fn copy(school: &Path, cupboard: &Cupboard) -> Result<Self, Vec<Diagnostic>> {
        let all = files_of(school)?;
        let own = |path: &PathBuf| path == school || is_read(path);
        let is_any = all.iter().any(own);
        let paths = all.into_iter().filter(|path| own(path) || !is_any);
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

/// Writes a text beside its place and then puts it there, whole or not at all.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let new = path.with_extension("new");
    write_new(&new, text.as_bytes())?;
    fs::rename(new, path)
}

/// The files that are none of a school's, or what may be a workbook of another kind, as an import reads them.
fn originals(files: &[Came], kept: &[Option<String>]) -> Vec<Original> {
    let is_other = |name: &Option<String>| {
        name.as_deref().is_none_or(|name| [SCHOOL_WORKBOOK, "timetable.csv"].contains(&name))
    };
    let others = files.iter().zip(kept).filter(|(_, name)| is_other(name));
    let original = |(name, bytes): &Came| {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        Original { name: name.to_owned(), bytes: bytes.to_vec() }
    };
    others.map(|(file, _)| original(file)).collect()
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

/// The files, those in archives in the place of the archives. An archive that cannot be read stays what it is, and is told as
/// a file that is none of a school's.
fn unpacked(files: &[Came]) -> Vec<Came> {
    let mut all = Vec::new();
    for (name, bytes) in files {
        let is_archive = name.to_lowercase().ends_with(".zip");
        match is_archive.then(|| workbook_parts(bytes)) {
            Some(Ok(parts)) => {
                let files = parts.into_iter().filter(|(name, _)| !name.ends_with('/'));
                all.extend(files.map(|(name, bytes)| (name, Bytes::from(bytes))));
            }
            _ => all.push((name.clone(), bytes.clone())),
        }
    }
    all
}
