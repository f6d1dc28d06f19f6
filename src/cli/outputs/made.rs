//! Folders that are made for an answer, and not left behind without one.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::web::private::create_folders;

/// How often something is tried in a folder that is gone again.
const TRIES: usize = 20;

/// Does `work`, and does it again if the folder for it is gone: another run that tried the same path has removed what it
/// had made.
pub(super) fn in_spite_of_others<Done>(work: impl Fn() -> io::Result<Done>) -> io::Result<Done> {
    let is_gone =
        |done: &io::Result<Done>| matches!(done, Err(error) if error.kind() == ErrorKind::NotFound);
    (1..TRIES).map(|_| work()).find(|done| !is_gone(done)).unwrap_or_else(&work)
}

/// The folders that had to be made, the innermost first; they are removed again unless they are kept.
#[derive(Debug)]
pub(super) struct Made(Vec<PathBuf>);

impl Made {
    /// Makes what is missing of the path to `folder`.
    pub(super) fn with(folder: &Path) -> io::Result<Self> {
        let named = folder.ancestors().filter(|path| !path.as_os_str().is_empty());
        let made = Self(named.take_while(|path| !path.exists()).map(Path::to_owned).collect());
        create_folders(folder)?;
        Ok(made)
    }

    /// Leaves them where they are.
    pub(super) fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for folder in &self.0 {
            // One that somebody has put something into meanwhile is not empty, and stays.
            let _ = fs::remove_dir(folder);
        }
    }
}
