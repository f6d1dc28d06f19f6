//! Folders for something new, in which nothing is replaced.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::made::{Made, in_spite_of_others};
use super::stage::Stage;
use super::{parent, unusable};
use crate::cli::trouble::Trouble;

/// Tries whether a folder can be made in the place of `folder`; nothing of that stays behind. It must not hold anything.
pub(in crate::cli) fn try_empty(folder: &Path) -> Result<(), Trouble> {
    let is_empty = || -> io::Result<bool> {
        let _made = Made::with(folder)?;
        let is_empty = fs::read_dir(folder)?.next().is_none();
        Stage::open(parent(&resolved(folder)?)).map(|_| is_empty)
    };
    match in_spite_of_others(is_empty) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Trouble::OutNotEmpty(folder.to_owned())),
        Err(error) => Err(unusable(folder, error)),
    }
}

/// Makes `folder`, which must be empty or missing, with `files` in it, a name being a path below it. All is written
/// beside the folder's place and then renamed into it.
pub(in crate::cli) fn create_folder(
    folder: &Path,
    files: &[(String, Vec<u8>)],
) -> Result<(), Trouble> {
    try_empty(folder)?;
    in_spite_of_others(|| create(folder, files)).map_err(|error| match error.kind() {
        // Somebody was faster.
        ErrorKind::DirectoryNotEmpty => Trouble::OutNotEmpty(folder.to_owned()),
        _ => unusable(folder, error),
    })
}

fn create(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    const NEW: &str = "new";
    let path = resolved(folder)?;
    let made = Made::with(parent(&path))?;
    let stage = Stage::open(parent(&path))?;
    for (name, bytes) in files {
        stage.write(Path::new(NEW).join(name), bytes)?;
    }
    if path.is_dir() {
        // It is empty, or this fails.
        fs::remove_dir(&path)?;
    }
    fs::rename(stage.path_to(NEW), path)?;
    made.keep();
    Ok(())
}

/// Where a folder really is, if it is there: what is replaced is not a link to it.
fn resolved(folder: &Path) -> io::Result<PathBuf> {
    if folder.exists() { folder.canonicalize() } else { Ok(folder.to_owned()) }
}
