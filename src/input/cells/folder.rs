//! The files of a school folder: found without regard to case, refused if they are no school's.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::file_names;
use super::findings::Findings;
use super::personal_number;
use super::text::fold;
use super::workbook::{self, RawSheet};
use crate::diagnostic::{Diagnostic, Fault, Location};

/// The largest file that is read, in bytes. A hundred classes' timetable takes less than one of them.
pub(crate) const LARGEST: u64 = 32 * MEGABYTE;
/// Bytes.
pub(crate) const MEGABYTE: u64 = 1 << 20;

/// A folder and the names in it; a workbook is one, its sheets being the files.
pub(in crate::input) struct Folder {
    path: PathBuf,
    names: Vec<String>,
    /// In a workbook, the sheets as the files that they are read as, each with the sheet's name.
    sheets: Option<BTreeMap<&'static str, (String, Vec<u8>)>>,
}

impl Folder {
    /// Lists a folder; `None` if there is none.
    pub(in crate::input) fn open(path: &Path, findings: &mut Findings) -> Option<Self> {
        if file_names::is_readable_workbook(&path.to_string_lossy()) && path.is_file() {
            return Self::open_workbook(path, findings);
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                let Diagnostic { fault, location, .. } = about(path, unlisted(path, &error));
                findings.report(fault, location);
                return None;
            }
        };
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        Some(Self { path: path.to_owned(), names, sheets: None })
    }

    fn open_workbook(path: &Path, findings: &mut Findings) -> Option<Self> {
        let found = match bytes_of(path).and_then(|bytes| workbook::sheets(&bytes)) {
            Ok(found) => found,
            Err(fault) => {
                let shown = without_personal_number(&path.to_string_lossy());
                findings.report(fault, Location::file(&shown));
                return None;
            }
        };
        let names = found.iter().map(|sheet| sheet.name.clone()).collect();
        let mut sheets: BTreeMap<&'static str, (String, Vec<u8>)> = BTreeMap::new();
        for sheet in &found {
            let Some(file) = file_names::of_sheet(&sheet.name) else { continue };
            let text = if file_names::is_table(file) { sheet.csv() } else { sheet.toml() };
            if let Some((other, _)) = sheets.get(file) {
                let fault = Fault::FileTwice { other: other.clone() };
                findings.report(fault, Location::file(&sheet.name));
            }
            sheets.insert(file, (sheet.name.clone(), text.into_bytes()));
        }
        Some(Self { path: path.to_owned(), names, sheets: Some(sheets) })
    }

    /// Files that stand in no folder, by their names.
    pub(in crate::input) fn of_files(files: &[(&'static str, String)]) -> Self {
        let sheet = |(name, text): &(&'static str, String)| {
            (*name, ((*name).to_owned(), text.clone().into_bytes()))
        };
        let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
        let sheets = files.iter().map(sheet).collect();
        Self { path: PathBuf::new(), names, sheets: Some(sheets) }
    }

    /// The name and bytes of a file; `None` if it is not there or cannot be read.
    pub(in crate::input) fn read(
        &self,
        wanted: &str,
        findings: &mut Findings,
    ) -> Option<(&str, Vec<u8>)> {
        if let Some(sheets) = &self.sheets {
            return sheets.get(wanted).map(|(name, bytes)| (name.as_str(), bytes.clone()));
        }
        let named = self.named(wanted);
        let mut named = named.into_iter();
        let Some(name) = named.next() else { return self.read_workbook(wanted, findings) };
        if let Some(other) = named.next() {
            let fault = Fault::FileTwice { other: other.clone() };
            findings.report(fault, Location::file(name));
        }
        match bytes_of(&self.path.join(name)) {
            Ok(bytes) => Some((name, bytes)),
            Err(fault) => {
                findings.report(fault, Location::file(name));
                None
            }
        }
    }

    /// The names of all that is in it, in alphabetical order.
    pub(in crate::input) fn names(&self) -> &[String] {
        &self.names
    }

    /// The name of a file, by its own or by what it is called in Danish or Swedish; `None` if it is not there.
    pub(in crate::input) fn file(&self, wanted: &str) -> Option<&String> {
        self.named(wanted).into_iter().next()
    }

    /// The files by a name: its own, else what it is called in Danish or Swedish.
    fn named(&self, wanted: &str) -> Vec<&String> {
        let own: Vec<&String> = self.names.iter().filter(|name| fold(name) == wanted).collect();
        let called = || self.names.iter().filter(|name| file_names::of_file(name) == Some(wanted));
        if own.is_empty() { called().collect() } else { own }
    }

    /// The name that diagnostics give a file; `None` if it is not there.
    pub(in crate::input) fn shown(&self, wanted: &str, findings: &mut Findings) -> Option<String> {
        self.read(wanted, findings).map(|(name, _)| name.to_owned())
    }

    /// The first sheet of a workbook that stands in the place of a file.
    fn read_workbook(&self, wanted: &str, findings: &mut Findings) -> Option<(&str, Vec<u8>)> {
        let name = self.workbook_of(wanted)?;
        let read = bytes_of(&self.path.join(name)).and_then(|bytes| workbook::sheets(&bytes));
        match read.map(|sheets| sheets.into_iter().next()) {
            Ok(sheet) => Some((name, sheet?.csv().into_bytes())),
            Err(fault) => {
                findings.report(fault, Location::file(name));
                None
            }
        }
    }

    fn workbook_of(&self, wanted: &str) -> Option<&String> {
        let named = |name: &&String| file_names::in_place_of(name) == Some(wanted.to_owned());
        self.names.iter().filter(|_| file_names::is_table(wanted)).find(named)
    }

    /// Whether the folder has something by that name.
    pub(in crate::input) fn has(&self, wanted: &str) -> bool {
        match &self.sheets {
            Some(sheets) => sheets.contains_key(wanted),
            None => !self.named(wanted).is_empty() || self.workbook_of(wanted).is_some(),
        }
    }

    /// Whether something by that very name is there by now, whatever was there when the folder was opened.
    pub(in crate::input) fn has_now(&self, name: &str) -> bool {
        self.path.join(name).symlink_metadata().is_ok()
    }

    fn is_file(&self, name: &str) -> bool {
        self.sheets.is_some() || self.path.join(name).is_file()
    }

    fn is_known(&self, name: &str) -> bool {
        if self.sheets.is_some() {
            return file_names::of_sheet(name).is_some()
                || file_names::is_own_sheet(name)
                || file_names::is_known(name);
        }
        let is_read = |file: &String| file_names::is_table(file) && self.named(file).is_empty();
        let is_own = |file| self.named(file).into_iter().any(|own| own == name);
        file_names::is_known(name)
            || file_names::of_file(name).is_some_and(is_own)
            || file_names::in_place_of(name).as_ref().is_some_and(is_read)
    }

    /// The path to a file of the folder, as it may be shown.
    pub(in crate::input) fn path_to(&self, name: &str) -> String {
        without_personal_number(&self.path.join(name).to_string_lossy())
    }

    /// Reports a needed file that is not there, and what may be meant for it.
    pub(in crate::input) fn report_missing(&self, wanted: &'static str, findings: &mut Findings) {
        if self.has(wanted) {
            return;
        }
        let files = self.names.iter().filter(|name| self.is_file(name));
        let mut meant = files.filter(|name| file_names::meant(name, findings) == Some(wanted));
        let found = meant.next().map(|name| without_personal_number(name));
        findings.report(Fault::FileMissing { found }, Location::file(wanted));
    }

    /// Reports files that nothing reads: what they say would silently count for nothing.
    pub(in crate::input) fn report_unread(&self, findings: &mut Findings) {
        let unread = |name: &&String| !self.is_known(name) && self.is_file(name);
        for name in self.names.iter().filter(unread) {
            let fault = match file_names::meant(name, findings) {
                Some(expected) if self.has(expected) => {
                    Fault::FileUnread { instead: Some(expected) }
                }
                Some(expected) if file_names::is_workbook(name) => {
                    Fault::FileIsWorkbook { expected }
                }
                Some(expected) => Fault::FileNearlyNamed { expected },
                None => Fault::FileUnread { instead: None },
            };
            findings.report(fault, Location::file(&without_personal_number(name)));
        }
    }
}

/// What is wrong with a folder that does not say what is in it.
fn unlisted(path: &Path, error: &std::io::Error) -> Fault {
    match error.kind() {
        ErrorKind::NotFound if !path.is_symlink() => Fault::FolderMissing,
        ErrorKind::NotADirectory => Fault::FolderIsFile,
        _ if path.is_file() => Fault::FolderIsFile,
        _ => Fault::FolderUnreadable { reason: error.to_string() },
    }
}

/// A fault of a file or a folder as a whole, with its path as it may be shown.
pub(crate) fn about(path: &Path, fault: Fault) -> Diagnostic {
    Diagnostic::new(fault, Location::file(&without_personal_number(&path.to_string_lossy())))
}

/// The files directly in a school's folder, by name; what is a file itself is the only one.
///
/// # Errors
/// The folder is not there, or does not say what is in it.
pub(crate) fn files_of(school: &Path) -> Result<Vec<PathBuf>, Vec<Diagnostic>> {
    if school.is_file() {
        return Ok(vec![school.to_owned()]);
    }
    let listed = fs::read_dir(school).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
    let listed = listed.map_err(|error| vec![about(school, unlisted(school, &error))])?;
    let mut paths: Vec<PathBuf> = listed.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    Ok(paths)
}

/// The path of a file of scenarios, as it may be shown, and its bytes; `None` if it cannot be read.
pub(in crate::input) fn read_file(
    path: &Path,
    findings: &mut Findings,
) -> Option<(String, Vec<u8>)> {
    let shown = without_personal_number(&path.to_string_lossy());
    let is_workbook = file_names::is_readable_workbook(&shown);
    match bytes_of(path).and_then(|bytes| if is_workbook { scenarios(&bytes) } else { Ok(bytes) }) {
        Ok(bytes) => Some((shown, bytes)),
        Err(fault) => {
            findings.report(fault, Location::file(&shown));
            None
        }
    }
}

/// The sheet of scenarios of a workbook, else its first.
fn scenarios(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let sheets = workbook::sheets(bytes)?;
    let named = sheets.iter().find(|sheet| file_names::is_of_scenarios(&sheet.name));
    let sheet = named.or_else(|| sheets.first());
    Ok(sheet.map(RawSheet::csv).unwrap_or_default().into_bytes())
}

/// A text as it may be shown.
pub(crate) fn without_personal_number(name: &str) -> String {
    let mut name = name.to_owned();
    personal_number::strike(&mut name);
    name
}

/// The bytes of a file that is no larger than a school's.
pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound if !path.is_symlink() => Fault::FileMissing { found: None },
        _ => Fault::FileUnreadable { reason: error.to_string() },
    };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(Fault::FileIsFolder);
    }
    if !metadata.is_file() {
        return Err(Fault::FileIrregular);
    }
    if metadata.len() > LARGEST {
        let megabytes = metadata.len().div_ceil(MEGABYTE);
        return Err(Fault::FileTooLarge { megabytes, most: LARGEST / MEGABYTE });
    }
    fs::read(path).map_err(unreadable)
}
