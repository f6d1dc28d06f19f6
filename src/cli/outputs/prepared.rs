//! Files that are complete before they stand where they are looked for.

use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// A file in `folder` that holds `text` and is gone unless it is put in its place.
pub(super) fn prepared(folder: &Path, text: impl AsRef<[u8]>) -> io::Result<NamedTempFile> {
    let mut file = readable_by_others().tempfile_in(folder)?;
    file.write_all(text.as_ref())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Temporary files are for their owner alone; an answer is as open as the folder's owner usually has files.
#[cfg(unix)]
fn readable_by_others<'a>() -> tempfile::Builder<'a, 'a> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn readable_by_others<'a>() -> tempfile::Builder<'a, 'a> {
    tempfile::Builder::new()
}
