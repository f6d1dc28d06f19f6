//! Folders that are there whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Outputs, prepared};
use crate::cli::trouble::Trouble;

/// Makes `folder`, which must be empty or missing, with `files` in it, a name being a path below it. All is written
/// beside the folder's place and then renamed into it.
pub(in crate::cli) fn create_folder(
    folder: &Path,
    files: &[(String, Vec<u8>)],
) -> Result<(), Trouble> {
    let outputs = Outputs::open_empty(folder)?;
    create(folder, files).map_err(|error| outputs.unusable(error))
}

fn create(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    let beside = beside.unwrap_or(Path::new("."));
    fs::create_dir_all(beside)?;
    let made = tempfile::tempdir_in(beside)?;
    let new = made.path().join("school");
    fs::create_dir(&new)?;
    for (name, bytes) in files {
        let path = new.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    if folder.is_dir() {
        // It is empty, or this fails.
        fs::remove_dir(folder)?;
    }
    fs::rename(new, folder)
}

/// Writes single files, each whole or not at all; what is there already is replaced, but for what `kept` holds: files,
/// and folders with the files that are directly in them.
pub(in crate::cli) fn write_files(
    files: &[(PathBuf, Vec<u8>)],
    kept: &[PathBuf],
) -> Result<(), Trouble> {
    if let Some((path, _)) = files.iter().find(|(path, _)| is_kept(path, kept)) {
        return Err(Trouble::OutIsKept(path.clone()));
    }
    for (path, bytes) in files {
        write_file(path, bytes)
            .map_err(|error| Trouble::OutUnusable { path: path.clone(), error })?;
    }
    Ok(())
}

/// Whether a file is there and must not be replaced, by whatever path it is named.
fn is_kept(path: &Path, kept: &[PathBuf]) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    let known = kept.iter().filter_map(|kept| kept.canonicalize().ok());
    path.is_file() && known.into_iter().any(|kept| path == kept || path.parent() == Some(&kept))
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    prepared::prepared(folder, bytes)?.persist(path)?;
    Ok(())
}
