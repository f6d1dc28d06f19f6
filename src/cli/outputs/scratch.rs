//! Files that a question is asked about and that stand in no folder of the person who asks: they are in one of the
//! system's for as long as the question lasts.

use std::env::temp_dir;
use std::fs;
use std::io;
use std::path::{Component, Path};

use tempfile::TempDir;

use super::held::Held;
use crate::web::private::{create_folders, temporary, write_new};

/// With what the name of such a folder begins.
const PREFIX: &str = "mesterskema-batch-";

/// A folder for such files. It goes with its run, and if that is killed before, with the next run that makes one.
#[derive(Debug)]
pub(in crate::cli) struct Scratch {
    // Dropped first, while the folder is still held.
    made: TempDir,
    _held: Held,
}

impl Scratch {
    /// Makes the folder, and removes those that killed runs have left.
    pub(in crate::cli) fn open() -> io::Result<Self> {
        clear(&temp_dir());
        let made = temporary(&temp_dir(), PREFIX)?;
        let held = Held::take(made.path())?;
        Ok(Self { made, _held: held })
    }

    /// A folder with these files, whose names may be paths below it; it goes when it is dropped.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidInput`] if a name is not that of a file below a folder.
    pub(in crate::cli) fn folder(&self, files: &[(&str, &str)]) -> io::Result<TempDir> {
        let folder = temporary(self.made.path(), "")?;
        for (name, text) in files {
            let name = Path::new(name);
            if !name.components().all(|part| matches!(part, Component::Normal(_))) {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            let path = folder.path().join(name);
            create_folders(path.parent().unwrap_or(folder.path()))?;
            write_new(&path, text.as_bytes())?;
        }
        Ok(folder)
    }
}

/// Removes the folders of runs that were killed: nobody holds them any more. What cannot be removed, such as another user's,
/// is in nobody's way.
fn clear(parent: &Path) {
    let entries = fs::read_dir(parent).into_iter().flatten().filter_map(Result::ok);
    for entry in entries {
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if is_ours && Held::take_if_free(&entry.path()).is_some() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
