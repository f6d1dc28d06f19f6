//! Where files stand until all of them are complete: a folder beside their places, on the same disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::held::Held;
use crate::web::private::{create_folders, temporary, write_new};

/// With what the name of such a folder begins.
const PREFIX: &str = ".mesterskema-new-";

/// A folder for files that are not in their places yet. As long as it is there nobody else writes beside it; it is gone
/// with its files when it is dropped, and if its run is killed before, at the next run that writes there.
pub(super) struct Stage {
    // Dropped first, while the folder is still held.
    made: TempDir,
    _held: Held,
}

impl Stage {
    /// Begins to write into `folder`, which must be there; what killed runs left in it is removed.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let held = Held::take(folder)?;
        if held.is_certain() {
            clear(folder)?;
        }
        Ok(Self { made: temporary(folder, PREFIX)?, _held: held })
    }

    /// Writes a file; `name` may be a path below the stage.
    pub(super) fn write(&self, name: impl AsRef<Path>, bytes: &[u8]) -> io::Result<()> {
        let path = self.path_to(name);
        create_folders(path.parent().unwrap_or(self.made.path()))?;
        write_new(&path, bytes)?.sync_all()
    }

    /// Where a file of the stage is.
    pub(super) fn path_to(&self, name: impl AsRef<Path>) -> PathBuf {
        self.made.path().join(name)
    }

    /// Where the stage is.
    pub(super) fn path(&self) -> &Path {
        self.made.path()
    }

    /// Leaves it as a run leaves it that is killed.
    #[cfg(test)]
    pub(super) fn abandon(self) {
        let _ = self.made.keep();
    }
}

/// Removes what runs that were killed have left: nobody alive writes here. What cannot be removed, such as another
/// user's, is in nobody's way.
fn clear(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_left = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if is_left && entry.file_type()?.is_dir() {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}
