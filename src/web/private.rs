//! Files and folders that only their owner reads: nearly all that is written says where a child is, and when. The page and
//! the command line write through this one.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::{Builder, TempDir};

/// Makes what is missing of the path to `folder`; what is there already stays as it is.
pub(crate) fn create_folders(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, FOLDER);
    builder.create(folder)
}

/// Makes a file that is not there yet, to be written to.
pub(crate) fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE);
    options.open(path)
}

/// Writes a new file; the system may still be about to put it on the disk.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut file = create_new(path)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// A folder in `parent` whose name begins with `prefix`; it is gone when it is dropped, unless it is put somewhere.
pub(crate) fn temporary(parent: &Path, prefix: &str) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(FOLDER));
    builder.tempdir_in(parent)
}

/// What the owner may do with a folder and with a file, and nobody else. Systems without modes give each user a place of
/// their own.
#[cfg(unix)]
pub(super) const FOLDER: u32 = 0o700;
#[cfg(unix)]
pub(super) const FILE: u32 = 0o600;
