//! The page that the answer to a question leaves behind, if one is wanted.

use std::path::{Path, PathBuf};

use clap::Args;

use super::outputs::Outputs;
use super::trouble::Trouble;

/// Where the page goes.
#[derive(Args, Debug)]
pub(super) struct Reporting {
    /// A folder for report.html, the answer as a page to read and print; an earlier answer in it is replaced
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Reporting {
    /// Tries whether the folder, if there is to be one, can be used; it must not be that of `school`.
    pub(super) fn open(&self, school: &Path) -> Result<Option<Outputs>, Trouble> {
        self.out.as_ref().map(|folder| Outputs::open(folder, school)).transpose()
    }
}

/// Writes the page, if one is wanted.
pub(super) fn leave(
    outputs: Option<&Outputs>,
    page: impl FnOnce() -> String,
) -> Result<(), Trouble> {
    outputs.map_or(Ok(()), |outputs| outputs.replace(&[("report.html", page())]))
}
