//! The files of a school folder: found without regard to case, refused if they are no school's.

use std::fs;
use std::path::{Path, PathBuf};

use super::columns::File;
use super::findings::Findings;
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
            findings.report(Fault::FolderMissing, Place::file(&path.to_string_lossy()));
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

    /// Reports files whose names miss by a letter: what they say would silently count for nothing.
    pub(super) fn report_near_names(&self, findings: &mut Findings) {
        let known = || File::ALL.into_iter().map(File::name).chain(["school.toml", "calendar.csv"]);
        for name in &self.names {
            let folded = fold(name);
            if known().any(|known| known == folded) {
                continue;
            }
            let nearest = findings.nearest(&folded, known().filter(|known| !self.has(known)));
            if let Some(expected) = nearest {
                findings.report(Fault::FileNearlyNamed { expected }, Place::file(name));
            }
        }
    }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = |error: std::io::Error| Fault::FileUnreadable { reason: error.to_string() };
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Fault::FileIsFolder);
    }
    if metadata.len() > LARGEST {
        let megabytes = metadata.len().div_ceil(MEGABYTE);
        return Err(Fault::FileTooLarge { megabytes, most: LARGEST / MEGABYTE });
    }
    fs::read(path).map_err(unreadable)
}
