//! Files that a question is asked about and that stand in no folder of the person who asks: they are in one of the
//! system's for as long as the question lasts.

use std::env::temp_dir;
use std::io;
use std::path::{Component, Path};

use tempfile::TempDir;

use crate::web::cupboard::Cupboard;
use crate::web::private::{create_folders, write_new};

/// With what the name of such a folder begins.
const PREFIX: &str = "mesterskema-batch-";

/// A folder for such files. It goes with its run, and if that is killed before, with the next run that makes one.
#[derive(Debug)]
pub(in crate::cli) struct Scratch(Cupboard);

impl Scratch {
    /// Makes the folder, and removes those that killed runs have left.
    pub(in crate::cli) fn open() -> io::Result<Self> {
        Cupboard::open(&temp_dir(), PREFIX).map(Self)
    }

    /// A folder with these files, whose names may be paths below it; it goes when it is dropped.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidInput`] if a name is not that of a file below a folder.
    pub(in crate::cli) fn folder(&self, files: &[(&str, &str)]) -> io::Result<TempDir> {
        let folder = self.0.drawer()?;
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
