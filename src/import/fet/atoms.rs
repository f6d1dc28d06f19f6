//! Which sets of students have pupils in common.

use std::collections::{BTreeMap, BTreeSet};

use super::Element;

/// Sets of students by the smallest sets in them: two sets have pupils in common if they share one of these.
pub(super) struct Atoms<'x>(BTreeMap<&'x str, BTreeSet<&'x str>>);

impl<'x> Atoms<'x> {
    pub(super) fn read(root: Element<'x>) -> Self {
        let mut atoms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for year in root.within("Students_List", "Year") {
            let Some(name) = year.text_of("Name") else { continue };
            let groups: Vec<Element<'x>> = year.all("Group").collect();
            if groups.is_empty() {
                atoms.entry(name).or_default().insert(name);
            }
            for group in groups {
                let Some(own) = group.text_of("Name") else { continue };
                let subgroups: Vec<&str> =
                    group.all("Subgroup").filter_map(|one| one.text_of("Name")).collect();
                let inside = if subgroups.is_empty() { vec![own] } else { subgroups };
                for atom in inside {
                    for set in [name, own, atom] {
                        atoms.entry(set).or_default().insert(atom);
                    }
                }
            }
        }
        Self(atoms)
    }

    /// The smallest sets in a set.
    pub(super) fn of(&self, set: &str) -> BTreeSet<&'x str> {
        self.0.get(set).cloned().unwrap_or_default()
    }
}
