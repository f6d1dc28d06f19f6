//! The files of a school folder: found without regard to case, refused if they are no school's.

use std::fs;
use std::path::{Path, PathBuf};

use super::file_names;
use super::findings::Findings;
use super::personal_number;
use super::text::fold;
use crate::diagnostic::{Fault, Place};

/// The largest file that is read, in bytes. A hundred classes' timetable takes less than one of them.
const LARGEST: u64 = 32 * MEGABYTE;
const MEGABYTE: u64 = 1 << 20;

/// A folder and the names in it.
pub(super) struct Folder {
    path: PathBuf,
    names: Vec<String>,
}

impl Folder {
    /// Lists a folder; `None` if there is none.
    pub(super) fn open(path: &Path, findings: &mut Findings) -> Option<Self> {
        let Ok(entries) = fs::read_dir(path) else {
            let fault = if path.exists() { Fault::FolderIsFile } else { Fault::FolderMissing };
            let shown = without_personal_number(&path.to_string_lossy());
            findings.report(fault, Place::file(&shown));
            return None;
        };
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        Some(Self { path: path.to_owned(), names })
    }

    /// The name and bytes of a file; `None` if it is not there or cannot be read.
    pub(super) fn read(&self, wanted: &str, findings: &mut Findings) -> Option<(&str, Vec<u8>)> {
        let mut named = self.names.iter().filter(|name| fold(name) == wanted);
        let name = named.next()?;
        if let Some(other) = named.next() {
            let fault = Fault::FileTwice { other: other.clone() };
            findings.report(fault, Place::file(name));
        }
        match bytes_of(&self.path.join(name)) {
            Ok(bytes) => Some((name, bytes)),
            Err(fault) => {
                findings.report(fault, Place::file(name));
                None
            }
        }
    }

    /// Whether the folder has something by that name.
    pub(super) fn has(&self, wanted: &str) -> bool {
        self.names.iter().any(|name| fold(name) == wanted)
    }

    /// The path to a file of the folder, as it may be shown.
    pub(super) fn path_to(&self, name: &str) -> String {
        without_personal_number(&self.path.join(name).to_string_lossy())
    }

    /// Reports a needed file that is not there, and what may be meant for it.
    pub(super) fn report_missing(&self, wanted: &'static str, findings: &mut Findings) {
        if self.has(wanted) {
            return;
        }
        let files = self.names.iter().filter(|name| self.path.join(name).is_file());
        let mut meant = files.filter(|name| file_names::meant(name, findings) == Some(wanted));
        let found = meant.next().map(|name| without_personal_number(name));
        findings.report(Fault::FileMissing { found }, Place::file(wanted));
    }

    /// Reports files that nothing reads: what they say would silently count for nothing.
    pub(super) fn report_unread(&self, findings: &mut Findings) {
        let unread = |name: &&String| !file_names::is_known(name) && self.path.join(name).is_file();
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
            findings.report(fault, Place::file(&without_personal_number(name)));
        }
    }
}

fn without_personal_number(name: &str) -> String {
    let mut name = name.to_owned();
    personal_number::strike(&mut name);
    name
}

/// The bytes of a file that is no larger than a school's.
pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = |error: std::io::Error| Fault::FileUnreadable { reason: error.to_string() };
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
