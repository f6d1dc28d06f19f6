//! Years, groups and subgroups as classes and their parts.
//!
//! A year is a class whose groups divide it, unless its groups have nothing in common and activities name them more often
//! than the year: then the year is a grade, and its groups are the classes.

use std::collections::{BTreeMap, BTreeSet};

use super::Element;
use crate::diagnostic::Foreign;
use crate::import::ledger::Ledger;

/// What a set of students is: classes, and which part of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set {
    pub(super) classes: Vec<String>,
    /// A division and a part of it.
    pub(super) part: Option<(String, String)>,
}

/// Every set of students by its name.
pub(super) struct Students(BTreeMap<String, Set>);

/// A group and the subgroups in it; one without subgroups is its own.
type Group<'x> = (&'x str, BTreeSet<&'x str>);

impl Students {
    /// Reads the students.
    pub(super) fn read(root: Element<'_>, ledger: &mut Ledger) -> Self {
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for students in root
            .within("Activities_List", "Activity")
            .flat_map(|one| one.all("Students").collect::<Vec<_>>())
        {
            *named.entry(students.text()).or_default() += 1;
        }
        let mut sets = Self(BTreeMap::new());
        let mut lines: BTreeMap<&str, u32> = BTreeMap::new();
        for year in root.within("Students_List", "Year") {
            let Some(name) = year.text_of("Name") else { continue };
            if let Some(line) = lines.insert(name, year.line()) {
                ledger.note(Foreign::IdRepeated { name: name.to_owned(), line }, year.location());
            }
            sets.enter_year(year, name, &named);
        }
        sets
    }

    /// What a name means.
    pub(super) fn get(&self, name: &str) -> Option<&Set> {
        self.0.get(name)
    }

    fn enter_year(&mut self, year: Element<'_>, name: &str, named: &BTreeMap<&str, usize>) {
        let groups: Vec<Group<'_>> = year.all("Group").filter_map(group).collect();
        let count = |name: &str| named.get(name).copied().unwrap_or(0);
        let divisions = divisions(&groups);
        let inside: usize = groups.iter().map(|(group, _)| count(group)).sum();
        if groups.len() > 1
            && divisions.iter().all(|&division| division == 0)
            && inside > count(name)
        {
            let classes = groups.iter().map(|(group, _)| (*group).to_owned()).collect();
            self.enter(name, Set { classes, part: None });
            for (group, subgroups) in &groups {
                self.enter(group, Set { classes: vec![(*group).to_owned()], part: None });
                self.enter_parts(group, "", subgroups.iter().filter(|one| *one != group));
            }
        } else {
            self.enter(name, Set { classes: vec![name.to_owned()], part: None });
            for ((group, _), division) in groups.iter().zip(&divisions) {
                self.enter_parts(name, &format!("{}", division + 1), [group].into_iter());
            }
            let subgroups: BTreeSet<&str> =
                groups.iter().flat_map(|(_, own)| own).copied().collect();
            self.enter_parts(name, "0", subgroups.iter());
        }
    }

    fn enter_parts<'x>(
        &mut self,
        class: &str,
        division: &str,
        parts: impl Iterator<Item = &'x &'x str>,
    ) {
        for part in parts {
            let part = Some((division.to_owned(), (*part).to_owned()));
            let name = part.as_ref().map_or(String::new(), |(_, part)| part.clone());
            self.enter(&name, Set { classes: vec![class.to_owned()], part });
        }
    }

    /// The first meaning of a name counts: a year's, then a group's.
    fn enter(&mut self, name: &str, set: Set) {
        self.0.entry(name.to_owned()).or_insert(set);
    }
}

fn group(group: Element<'_>) -> Option<Group<'_>> {
    let name = group.text_of("Name")?;
    let subgroups: BTreeSet<&str> =
        group.all("Subgroup").filter_map(|one| one.text_of("Name")).collect();
    Some((name, if subgroups.is_empty() { [name].into() } else { subgroups }))
}

/// The division of each group: the first in which it has no subgroup in common with another.
fn divisions(groups: &[Group<'_>]) -> Vec<usize> {
    let mut divisions: Vec<BTreeSet<&str>> = Vec::new();
    let mut found = Vec::new();
    for (_, subgroups) in groups {
        let free = divisions.iter().position(|taken| taken.is_disjoint(subgroups));
        let division = free.unwrap_or(divisions.len());
        if free.is_none() {
            divisions.push(BTreeSet::new());
        }
        divisions[division].extend(subgroups);
        found.push(division);
    }
    found
}
