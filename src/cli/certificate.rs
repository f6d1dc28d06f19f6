//! A certificate on its way into its file: beside its place while the search goes on, and there when it is whole.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::outputs::is_kept;
use super::trouble::Trouble;

/// A file that is being written.
pub(super) struct Certificate {
    path: PathBuf,
    beside: BufWriter<NamedTempFile>,
    failed: Option<io::Error>,
}

impl Certificate {
    /// Begins beside `path`, so that it is known before the search whether it can be written.
    /// No file of `school` is replaced.
    pub(super) fn begin(path: &Path, school: &Path) -> Result<Self, Trouble> {
        if is_kept(path, &[school.to_owned()]) {
            return Err(Trouble::OutIsKept(path.to_owned()));
        }
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let beside = NamedTempFile::new_in(folder).map_err(|error| unusable(path, error))?;
        if path.is_dir() {
            return Err(unusable(path, io::ErrorKind::IsADirectory.into()));
        }
        Ok(Self { path: path.to_owned(), beside: BufWriter::new(beside), failed: None })
    }

    /// Writes a line; what stands in the way is told at the end.
    pub(super) fn write(&mut self, line: &str) {
        if self.failed.is_none() {
            self.failed = writeln!(self.beside, "{line}").err();
        }
    }

    /// Puts the file in its place.
    pub(super) fn end(self) -> Result<(), Trouble> {
        let path = self.path;
        let written = self.failed.map_or(Ok(()), Err).and_then(|()| {
            let beside = self.beside.into_inner().map_err(io::IntoInnerError::into_error)?;
            beside.persist(&path).map_err(|error| error.error)
        });
        written.map(|_| ()).map_err(|error| unusable(&path, error))
    }
}

fn unusable(path: &Path, error: io::Error) -> Trouble {
    Trouble::OutUnusable { path: path.to_owned(), error }
}
