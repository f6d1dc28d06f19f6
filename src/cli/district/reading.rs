//! The schools of a district as they are read: what is wrong with one is told with its name.

use std::collections::BTreeMap;
use std::path::Path;

use super::District;
use crate::check::Breach;
use crate::cli::exit::Exit;
use crate::cli::language::of_system;
use crate::cli::terminal::{tell, tell_breaches, tell_faults};
use crate::diagnostic::{Diagnostic, Fault, Location, Severity};
use crate::district::Member;
use crate::domain::{Language, PlaceName, School};
use crate::input::{DistrictFiles, Loaded, SharedPlaces, load_member, shared_places};
use crate::pipeline::{Faults, settle};
use crate::report::district::LeftOut;

/// What was read.
pub(super) struct Read {
    pub(super) district: District,
    /// Whether every school can be used.
    pub(super) is_whole: bool,
}

/// Reads all schools and tells all that is wrong with them.
///
/// # Errors
/// The shared places cannot be used, which was told.
pub(super) fn read(
    files: &DistrictFiles,
    faults: Faults,
    asked: Option<Language>,
) -> Result<Read, Exit> {
    let file = files.places.as_deref();
    let loaded: Vec<(&String, Loaded)> =
        files.schools.iter().map(|(name, path)| (name, load_member(path, file))).collect();
    let spoken = loaded.iter().find_map(|(_, loaded)| loaded.language);
    let language = asked.or(spoken).unwrap_or_else(of_system);
    let places = read_places(file, language)?;
    let mut district = District {
        members: Vec::new(),
        sheets: Vec::new(),
        places,
        left_out: Vec::new(),
        language,
    };
    let mut owners = BTreeMap::new();
    for (name, loaded) in loaded {
        let named_twice = named_twice(name, &loaded, &district.places, &mut owners);
        district.enter(name, loaded, (faults, named_twice, file));
    }
    let is_whole = district.left_out.is_empty();
    Ok(Read { district, is_whole })
}

fn read_places(file: Option<&Path>, language: Language) -> Result<SharedPlaces, Exit> {
    let Some(file) = file else { return Ok(SharedPlaces::new()) };
    let (places, found) = shared_places(file);
    tell_faults(&found, language);
    let is_good = found.iter().all(|one| one.severity != Severity::Error);
    is_good.then_some(places).ok_or(Exit::BadInput)
}

/// Places of a school's own that have the name of another school's.
fn named_twice(
    school: &str,
    loaded: &Loaded,
    shared: &SharedPlaces,
    owners: &mut BTreeMap<PlaceName, String>,
) -> Vec<Diagnostic> {
    let places = loaded.school.iter().flat_map(|school| school.places.keys());
    let own = places.filter(|name| !shared.contains_key(*name));
    let mut twice = Vec::new();
    for name in own {
        if let Some(other) = owners.get(name) {
            let fault = Fault::PlaceInTwo { name: name.to_string(), other: other.clone() };
            let location = Location::file("places.csv");
            twice.push(Diagnostic { fault, severity: Severity::Warning, location });
        } else {
            owners.insert(name.clone(), school.to_owned());
        }
    }
    twice
}

impl District {
    /// Takes a school in if it can be used, else leaves it out; tells what is wrong with it.
    fn enter(
        &mut self,
        name: &str,
        loaded: Loaded,
        (faults, named_twice, places): (Faults, Vec<Diagnostic>, Option<&Path>),
    ) {
        let shared = places.map(|file| file.to_string_lossy().into_owned());
        // What is wrong with the shared places was told once for all.
        let is_own = |found: &Diagnostic| Some(&found.location.file) != shared.as_ref();
        let found = loaded.diagnostics.into_iter().filter(is_own).chain(named_twice);
        let found: Vec<Diagnostic> = found.map(|one| of_school(name, one)).collect();
        tell_faults(&found, self.language);
        let settled = loaded.school.map(|school| (settle(&school, faults), school));
        let settled = settled.and_then(|(settled, read)| match settled {
            Ok((school, accepted)) => {
                self.tell_breaches(name, &read, &accepted, Severity::Warning);
                Some(school)
            }
            Err(refused) => {
                self.tell_breaches(name, &read, &refused, Severity::Error);
                None
            }
        });
        match settled.zip(loaded.sheet) {
            Some((school, sheet)) => {
                self.members.push(Member { name: name.to_owned(), school });
                self.sheets.push(sheet);
            }
            None => self.left_out.push(LeftOut { name: name.to_owned(), reasons: Vec::new() }),
        }
    }

    fn tell_breaches(&self, name: &str, school: &School, found: &[Breach], severity: Severity) {
        if !found.is_empty() {
            tell(&format!("{name}:\n"));
            tell_breaches(school, found, severity, self.language);
        }
    }
}

/// A fault with the school's folder before its file.
fn of_school(name: &str, mut found: Diagnostic) -> Diagnostic {
    found.location.file = format!("{name}/{}", found.location.file);
    found
}
