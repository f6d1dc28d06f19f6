//! Files and folders that only their owner reads: nearly all that is written says where a child is, and when.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Makes what is missing of the path to `folder`.
pub(super) fn create_folders(folder: &Path) -> io::Result<()> {
    closed_to_others(&mut DirBuilder::new()).recursive(true).create(folder)
}

/// Writes a new file; it is on the disk when this ends.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = unread_by_others(&mut OpenOptions::new()).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A folder in `parent` whose name begins with `prefix`; it is gone unless it is put somewhere.
pub(super) fn temporary(parent: &Path, prefix: &str) -> io::Result<tempfile::TempDir> {
    let made = tempfile::Builder::new().prefix(prefix).tempdir_in(parent)?;
    close_to_others(made.path())?;
    Ok(made)
}

#[cfg(unix)]
fn closed_to_others(builder: &mut DirBuilder) -> &mut DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    builder.mode(0o700)
}

#[cfg(unix)]
fn unread_by_others(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.write(true).mode(0o600)
}

#[cfg(unix)]
fn close_to_others(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Where there are no modes, what the user's folders hold is the user's.
#[cfg(not(unix))]
fn closed_to_others(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder
}

#[cfg(not(unix))]
fn unread_by_others(options: &mut OpenOptions) -> &mut OpenOptions {
    options.write(true)
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}
