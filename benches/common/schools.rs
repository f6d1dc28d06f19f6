//! The schools that are measured: those in folders, and those made up from a fixed seed. Nothing is timed here.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use mesterskema::domain::School;
use mesterskema::export::folder::files;
use mesterskema::generate::{AwayDays, DaysEach, Kind, Prospectus, generate};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Faults, settle};

/// A path in the project.
pub(crate) fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A school as the search gets it: what clashes in its baseline moves as one.
///
/// # Errors
/// Where the folder holds no school.
pub(crate) fn read(folder: &Path) -> Result<School, Box<dyn Error>> {
    let school = load(folder, Need::Apprentices).school;
    let school = school.ok_or_else(|| format!("{} holds no school", folder.display()))?;
    let settled = settle(&school, Faults::Accept);
    let (school, _) = settled.map_err(|_| format!("{} has faults", folder.display()))?;
    Ok(school)
}

/// Makes a school up and writes it somewhere in `parent`, into a folder that has its name.
///
/// # Errors
/// Where there is no such school, or it cannot be written.
pub(crate) fn write(prospectus: &Prospectus, parent: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let folder = tempfile::tempdir_in(parent)?.keep().join(name(prospectus));
    let school = generate(prospectus).ok_or_else(|| format!("no school {}", name(prospectus)))?;
    fs::create_dir(&folder)?;
    for (file, text) in files(&school) {
        fs::write(folder.join(file), text)?;
    }
    Ok(folder)
}

/// What a made-up school is called in tables, which say elsewhere how many apprentices it has.
pub(crate) fn name(prospectus: &Prospectus) -> String {
    let kind = match prospectus.kind {
        Kind::Folkeskole { parallel } => format!("folkeskole {}", 9 * parallel),
        Kind::Modules { parallel } => format!("modules {}", 9 * parallel),
        Kind::Gymnasium { classes } => format!("gymnasium {classes}"),
    };
    let days = match (prospectus.days_each, prospectus.days) {
        (DaysEach::Two, AwayDays::Spread) => "two days spread",
        (DaysEach::Two, AwayDays::PerClass) => "two days per class",
        (DaysEach::Two, AwayDays::Shared) => "two shared days",
        (DaysEach::One, AwayDays::Spread) => "days spread",
        (DaysEach::One, AwayDays::PerClass) => "day per class",
        (DaysEach::One, AwayDays::Shared) => "shared day",
    };
    format!("{kind}, {days}, seed {}", prospectus.seed)
}
