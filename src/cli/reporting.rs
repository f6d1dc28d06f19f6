//! The page that the answer to a question leaves behind, if one is wanted.

use std::path::{Path, PathBuf};

use clap::Args;

use super::help::said;
use super::outputs::Outputs;
use super::trouble::Trouble;

/// Where the page goes.
#[derive(Args, Debug)]
pub(super) struct Reporting {
    #[arg(long, value_name = "DIR", help = said!(
        "En mappe til report.html, svaret som en side at læse og udskrive; et tidligere svar i den erstattes",
        "En mapp för report.html, svaret som en sida att läsa och skriva ut; ett tidigare svar i den ersätts",
        "A folder for report.html, the answer as a page to read and print; an earlier answer in it is replaced"
    ))]
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
