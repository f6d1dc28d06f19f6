//! Years, groups and subgroups as classes and their parts.
//!
//! What may be at one time is told by the smallest sets of students. A year is a class that its groups divide, unless some
//! of its groups make it up and activities name them more often than the year and each other group of it: then the year is
//! a grade, and those groups are the classes, or, by the same token, their subgroups.

use std::collections::{BTreeMap, BTreeSet};

use super::atoms::Atoms;
use super::{Element, is_active};
use crate::diagnostic::Foreign;
use crate::import::ledger::Ledger;

/// Smallest sets of students.
type Set<'x> = BTreeSet<&'x str>;

/// The classes, and how the activities divide them.
pub(super) struct Students<'x> {
    atoms: Atoms<'x>,
    known: BTreeSet<&'x str>,
    classes: Vec<Class<'x>>,
}

/// A class, and its parts that attend something.
struct Class<'x> {
    name: &'x str,
    set: Set<'x>,
    parts: Vec<Part<'x>>,
}

/// A part of a class.
#[derive(Clone)]
pub(super) struct Part<'x> {
    set: Set<'x>,
    pub(super) division: String,
    pub(super) name: String,
}

/// Who attends an activity: whole classes, and parts of others.
pub(super) struct Attending<'s, 'x> {
    pub(super) classes: BTreeSet<&'x str>,
    pub(super) parts: Vec<(&'x str, &'s Part<'x>)>,
}

impl<'x> Students<'x> {
    /// Reads the students, and tells what was made of them.
    pub(super) fn read(root: Element<'x>, ledger: &mut Ledger) -> Self {
        let mut students =
            Self { atoms: Atoms::read(root), known: BTreeSet::new(), classes: Vec::new() };
        let activities: Vec<Element<'x>> =
            root.within("Activities_List", "Activity").filter(|one| is_active(*one)).collect();
        let mut named: BTreeMap<&str, usize> = BTreeMap::new();
        for set in activities.iter().flat_map(|one| one.all("Students")) {
            *named.entry(set.text()).or_default() += 1;
        }
        students.enter_classes(root, &named, ledger);
        students.divide(&activities);
        students
    }

    /// Whether a set of students is called so.
    pub(super) fn has(&self, name: &str) -> bool {
        self.known.contains(name)
    }

    /// Who attends an activity.
    pub(super) fn attending(&self, activity: Element<'_>) -> Attending<'_, 'x> {
        let set = self.set(activity);
        let mut attending = Attending { classes: BTreeSet::new(), parts: Vec::new() };
        for class in &self.classes {
            if class.set.is_subset(&set) {
                attending.classes.insert(class.name);
            } else {
                let own = class.parts.iter().filter(|part| part.set.is_subset(&set));
                // A part that is a part of another that attends says nothing new.
                let is_largest = |part: &&Part<'x>| {
                    let mut others = class.parts.iter().filter(|other| other.set.is_subset(&set));
                    !others.any(|other| part.set != other.set && part.set.is_subset(&other.set))
                };
                attending.parts.extend(own.filter(is_largest).map(|part| (class.name, part)));
            }
        }
        attending
    }

    fn set(&self, activity: Element<'_>) -> Set<'x> {
        activity.all("Students").flat_map(|set| self.atoms.of(set.text())).collect()
    }

    fn enter_classes(
        &mut self,
        root: Element<'x>,
        named: &BTreeMap<&str, usize>,
        ledger: &mut Ledger,
    ) {
        let mut lines: BTreeMap<&str, u32> = BTreeMap::new();
        let (mut years, mut grades) = (Vec::new(), Vec::new());
        let mut has_groups = true;
        for year in root.within("Students_List", "Year") {
            let Some(name) = year.text_of("Name") else { continue };
            if let Some(line) = lines.insert(name, year.line()) {
                ledger.note(Foreign::IdRepeated { name: name.to_owned(), line }, year.location());
            }
            let groups: Vec<Element<'x>> = year.all("Group").collect();
            self.known.insert(name);
            self.known.extend(groups.iter().filter_map(|group| group.text_of("Name")));
            let inside = groups.iter().flat_map(|group| group.all("Subgroup"));
            self.known.extend(inside.filter_map(|one| one.text_of("Name")));
            if let Some(classes) = self.classes_of(name, &groups, named) {
                for class in classes {
                    self.enter(class);
                }
                grades.push(name.to_owned());
            } else {
                self.enter(name);
                has_groups &= !groups.is_empty();
                years.push(name.to_owned());
            }
        }
        let location = || root.first("Students_List").unwrap_or(root).location();
        if !grades.is_empty() {
            ledger.note(Foreign::GroupsAreClasses { years: grades }, location());
        }
        if !years.is_empty() && (!has_groups || self.classes.len() == 1) {
            ledger.note(Foreign::YearsAreClasses { years }, location());
        }
    }

    /// The groups or subgroups that are the classes of a year; `None` where the year is a class itself.
    fn classes_of(
        &self,
        year: &str,
        groups: &[Element<'x>],
        named: &BTreeMap<&str, usize>,
    ) -> Option<Vec<&'x str>> {
        let count = |name: &str| named.get(name).copied().unwrap_or(0);
        let mut taken: Set<'x> = BTreeSet::new();
        let (mut classes, mut inside, mut others) = (Vec::new(), 0, count(year));
        for (element, group) in groups.iter().filter_map(|one| Some((one, one.text_of("Name")?))) {
            let own = self.atoms.of(group);
            let is_subgroup = |name: &&str| *name != group;
            let subgroups = element.all("Subgroup").filter_map(|one| one.text_of("Name"));
            let subgroups: Vec<&str> = subgroups.filter(is_subgroup).collect();
            let within: usize = subgroups.iter().map(|name| count(name)).sum();
            if !taken.is_disjoint(&own) {
                others = others.max(count(group));
                continue;
            }
            taken.extend(own);
            inside += count(group) + within;
            // A group may be a grade in its turn.
            if subgroups.len() > 1 && within > count(group) {
                classes.extend(subgroups);
            } else {
                classes.push(group);
            }
        }
        let is_grade = classes.len() > 1 && taken == self.atoms.of(year) && inside > others;
        is_grade.then_some(classes)
    }

    /// A class of the students that are in none yet.
    fn enter(&mut self, name: &'x str) {
        let mut set = self.atoms.of(name);
        for class in &self.classes {
            set.retain(|atom| !class.set.contains(atom));
        }
        if !set.is_empty() {
            self.classes.push(Class { name, set, parts: Vec::new() });
        }
    }

    /// Finds the parts that the activities need.
    fn divide(&mut self, activities: &[Element<'x>]) {
        let attended: Vec<(Set<'x>, String)> = activities
            .iter()
            .map(|one| {
                let names: Vec<&str> = one.all("Students").map(Element::text).collect();
                (self.set(*one), names.join("+"))
            })
            .collect();
        for class in &mut self.classes {
            let mut used: Vec<(Set<'x>, String)> = Vec::new();
            for (set, name) in &attended {
                let own: Set<'x> = set.intersection(&class.set).copied().collect();
                let is_part = !own.is_empty() && own != class.set;
                if is_part && used.iter().all(|(known, _)| *known != own) {
                    used.push((own, name.clone()));
                }
            }
            class.parts = divided(&used).unwrap_or_else(|| blocks(&used, &class.set));
        }
    }
}

/// Each set as a part in the first division in which no other has students of it; `None` where two sets without a student
/// in common would be in different divisions, as if they had.
fn divided<'x>(used: &[(Set<'x>, String)]) -> Option<Vec<Part<'x>>> {
    let mut divisions: Vec<Set<'x>> = Vec::new();
    let mut parts: Vec<(usize, Part<'x>)> = Vec::new();
    for (set, name) in used {
        let free = divisions.iter().position(|taken| taken.is_disjoint(set));
        let at = free.unwrap_or(divisions.len());
        if free.is_none() {
            divisions.push(BTreeSet::new());
        }
        divisions[at].extend(set);
        let (set, division) = (set.clone(), (at + 1).to_string());
        parts.push((at, Part { set, division, name: name.clone() }));
    }
    let names: BTreeSet<&str> = parts.iter().map(|(_, part)| part.name.as_str()).collect();
    let is_exact = parts.iter().all(|(at, part)| {
        parts.iter().all(|(other, their)| at == other || !part.set.is_disjoint(&their.set))
    });
    (is_exact && names.len() == parts.len())
        .then(|| parts.into_iter().map(|(_, part)| part).collect())
}

/// One division into the largest parts of which each set is made up.
fn blocks<'x>(used: &[(Set<'x>, String)], class: &Set<'x>) -> Vec<Part<'x>> {
    let mut blocks: BTreeMap<Vec<usize>, Set<'x>> = BTreeMap::new();
    for &atom in class {
        let inside = used.iter().enumerate().filter(|(_, (set, _))| set.contains(atom));
        blocks.entry(inside.map(|(index, _)| index).collect()).or_default().insert(atom);
    }
    let part = |set: Set<'x>| {
        let own = used.iter().find(|(known, _)| *known == set).map(|(_, name)| name.clone());
        let first = set.first().copied().unwrap_or_default().to_owned();
        Part { division: "1".to_owned(), name: own.unwrap_or(first), set }
    };
    blocks.into_values().map(part).collect()
}
