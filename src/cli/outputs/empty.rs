//! Folders for something new, in which nothing is replaced.

use std::fs;
use std::io;
use std::path::Path;

use super::{Outputs, made, prepared};
use crate::cli::trouble::Trouble;

impl Outputs {
    /// Tries whether the folder can be made, if it is missing, and written to; nothing of that stays behind. It must not
    /// hold anything.
    pub(in crate::cli) fn open_empty(folder: &Path) -> Result<Self, Trouble> {
        let outputs = Self { folder: folder.to_owned() };
        match is_empty(folder) {
            Ok(true) => Ok(outputs),
            Ok(false) => Err(Trouble::OutNotEmpty(outputs.folder)),
            Err(error) => Err(outputs.unusable(error)),
        }
    }
}

fn is_empty(folder: &Path) -> io::Result<bool> {
    let _made = made::Made::with(folder)?;
    let is_empty = fs::read_dir(folder)?.next().is_none();
    prepared::prepared(folder, "").map(|_| is_empty)
}
