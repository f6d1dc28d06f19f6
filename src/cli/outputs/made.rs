//! Folders that are made for an answer, and not left behind without one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::private::create_folders;

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
