//! Single files that belong together, in a folder that may hold anything else.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::made::{Made, in_spite_of_others};
use super::placing::{Step, of_files};
use super::stage::Stage;
use super::{parent, unusable};
use crate::cli::trouble::Trouble;

/// Writes files of one folder, the first being that for whose sake the others are there: all are complete before any is put
/// in its place, and none of them ever stands beside one of an earlier writing. What is there already is replaced, but for
/// what `kept` holds: files, and folders with the files that are directly in them.
pub(in crate::cli) fn write_files(
    files: &[(PathBuf, Vec<u8>)],
    kept: &[PathBuf],
) -> Result<(), Trouble> {
    if let Some((path, _)) = files.iter().find(|(path, _)| is_kept(path, kept)) {
        return Err(Trouble::OutIsKept(path.clone()));
    }
    if let Some((path, _)) = files.iter().find(|(path, _)| path.is_dir()) {
        return Err(unusable(path, io::Error::from(ErrorKind::IsADirectory)));
    }
    let first = files.first().map_or(Path::new(""), |(path, _)| path);
    in_spite_of_others(|| write(first, files)).map_err(|error| unusable(first, error))
}

/// Whether a file is there and must not be replaced, by whatever path it is named.
pub(in crate::cli) fn is_kept(path: &Path, kept: &[PathBuf]) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    let known = kept.iter().filter_map(|kept| kept.canonicalize().ok());
    path.is_file() && known.into_iter().any(|kept| path == kept || path.parent() == Some(&kept))
}

fn write(first: &Path, files: &[(PathBuf, Vec<u8>)]) -> io::Result<()> {
    let folder = parent(first);
    let made = Made::with(folder)?;
    let stage = Stage::open(folder)?;
    let mut pairs = Vec::new();
    for (number, (path, bytes)) in files.iter().enumerate() {
        let name = number.to_string();
        stage.write(&name, bytes)?;
        pairs.push((stage.path_to(name), path.clone()));
    }
    made.keep();
    of_files(&pairs).iter().try_for_each(Step::take)
}
