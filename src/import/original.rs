//! Files as other programs left them.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::ledger::Ledger;
use crate::diagnostic::{Diagnostic, Fault, Foreign, Location};
use crate::input::{LARGEST, MEGABYTE, bytes_of};

/// The name that stands for what is piped in.
const PIPED: &str = "-";

/// A file with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// Its name, without the path.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Original {
    /// Whether it is a workbook, by how it begins.
    pub(crate) fn is_workbook(&self) -> bool {
        self.bytes.starts_with(b"PK\x03\x04")
    }
}

/// Reads files; of a folder, every file that is directly in it, in order of names.
///
/// # Errors
/// What is wrong with those that cannot be read.
pub fn collect(paths: &[PathBuf]) -> Result<Vec<Original>, Vec<Diagnostic>> {
    let mut originals = Vec::new();
    let mut faults = Vec::new();
    for path in paths.iter().flat_map(|path| files_of(path)) {
        let bytes = if path == Path::new(PIPED) { piped() } else { bytes_of(&path) };
        match bytes {
            Ok(bytes) => {
                let name = name_of(&path);
                if originals.iter().any(|other: &Original| other.name == name) {
                    let fault = Fault::Foreign(Foreign::FileRepeated { other: name.clone() });
                    faults.push(Diagnostic::new(fault, Location::file(&shown(&path))));
                }
                originals.push(Original { name, bytes });
            }
            Err(fault) => faults.push(Diagnostic::new(fault, Location::file(&shown(&path)))),
        }
    }
    if originals.is_empty() && faults.is_empty() {
        let named = paths.first().map_or_else(String::new, |path| shown(path));
        faults.push(Diagnostic::new(Fault::FileMissing { found: None }, Location::file(&named)));
    }
    if faults.is_empty() { Ok(originals) } else { Err(faults) }
}

/// What is piped in, as long as a file may be.
fn piped() -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fault::FileUnreadable { reason: error.to_string() })?;
    if bytes.len() as u64 > LARGEST {
        let megabytes = LARGEST / MEGABYTE;
        return Err(Fault::FileTooLarge { megabytes: megabytes + 1, most: megabytes });
    }
    Ok(bytes)
}

fn files_of(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut files: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn name_of(path: &Path) -> String {
    if path == Path::new(PIPED) {
        return "piped.txt".to_owned();
    }
    path.file_name().unwrap_or(OsStr::new("")).to_string_lossy().into_owned()
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The one file of a format that has one; others are reported as unused.
pub(crate) fn only<'o>(originals: &'o [Original], ledger: &mut Ledger) -> Option<&'o Original> {
    let (first, others) = originals.split_first()?;
    for other in others {
        ledger.note(Foreign::FileUnused, Location::file(&other.name));
    }
    Some(first)
}
