//! The folder of a district: its schools, and the places that they share.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::cells::columns::File;
use super::cells::findings::Findings;
use super::cells::folder::{Folder, without_personal_number};
use super::cells::table::Table;
use super::names::Vocabulary;
use super::{Beside, Futures, Loaded, Need, places, read_all};
use crate::diagnostic::{Diagnostic, Fault, Location};
use crate::domain::{Grid, Place, PlaceName};

/// What marks a folder as holding an answer.
const SOLUTION: &str = "solution.json";

/// What a district's folder holds.
#[derive(Clone, Debug, Default)]
pub struct DistrictFiles {
    /// The schools' folders by their names, in alphabetical order.
    pub schools: Vec<(String, PathBuf)>,
    /// The places that they share; `None` if there is no such file.
    pub places: Option<PathBuf>,
}

impl DistrictFiles {
    /// Lists a district: every folder in it that has a timetable and no answer is a school.
    ///
    /// # Errors
    /// The folder cannot be listed, or no school is in it.
    pub fn list(district: &Path) -> Result<Self, Vec<Diagnostic>> {
        let mut findings = Findings::default();
        let Some(folder) = Folder::open(district, &mut findings) else {
            return Err(findings.sorted());
        };
        let mut schools = Vec::new();
        for name in folder.names() {
            let path = district.join(name);
            // What is no folder that can be listed is no school.
            let within = path.is_dir().then(|| Folder::open(&path, &mut Findings::default()));
            let is_school =
                |within: &Folder| within.has(File::Timetable.name()) && !within.has_now(SOLUTION);
            if within.flatten().is_some_and(|within| is_school(&within)) {
                schools.push((name.clone(), path));
            }
        }
        if schools.is_empty() {
            let sought = district.join("*").join(File::Timetable.name());
            let shown = without_personal_number(&sought.to_string_lossy());
            findings.report(Fault::FileMissing { found: None }, Location::file(&shown));
            return Err(findings.sorted());
        }
        let places = folder.file(File::Places.name()).map(|name| district.join(name));
        Ok(Self { schools, places })
    }
}

/// The places that schools share.
pub type SharedPlaces = BTreeMap<PlaceName, Place>;

/// Reads a school of a district, with the places that it shares as if they stood in its own file too. A school without
/// apprentices has none.
#[must_use]
pub fn load_member(folder: &Path, places: Option<&Path>) -> Loaded {
    let beside = Beside { futures: Futures::Unasked, places };
    read_all(folder.into(), Need::TimetableOnly, beside).0
}

/// The places that schools share, and what is wrong with their file.
#[must_use]
pub fn shared_places(file: &Path) -> (SharedPlaces, Vec<Diagnostic>) {
    let mut findings = Findings::default();
    let table = Table::read_file(file, File::Places, &mut findings);
    // Which days there are each school says for itself.
    let grid = Grid::default();
    let listed = places::read(table.as_ref(), &mut Vocabulary::default(), &grid, &mut findings);
    (listed.places, findings.sorted())
}

/// The shared places of the district that a school's folder lies in: `places.csv` beside it, in a folder that is no school.
pub(super) fn places_beside(school: &Path) -> Option<PathBuf> {
    let parent = school.parent().filter(|parent| !parent.as_os_str().is_empty());
    // The folder in which somebody stands has no parent by name.
    let parent = match parent {
        Some(parent) => parent.to_owned(),
        None if school.ends_with("..") || school == Path::new(".") => school.join(".."),
        None => PathBuf::from("."),
    };
    let folder = Folder::open(&parent, &mut Findings::default())?;
    let is_school =
        [File::Timetable, File::Apprentices].into_iter().any(|file| folder.has(file.name()));
    let places = folder.file(File::Places.name()).filter(|_| !is_school)?;
    Some(parent.join(places))
}
