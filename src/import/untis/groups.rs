//! Student groups as parts of divisions: groups that one lesson has side by side, or a class in one slot, divide the
//! same pupils.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use crate::import::joined::Joined;

/// Which group attends a line of a lesson: its number, class, teacher and subject.
type Key = [String; 4];

/// The groups of all lessons.
#[derive(Default)]
pub(super) struct Groups {
    of_line: BTreeMap<Key, String>,
    of_lesson: BTreeMap<String, BTreeSet<String>>,
    /// Groups of a class that are somewhere at the same time: no pupil is in two of them.
    at_once: Vec<BTreeSet<String>>,
    subjects: BTreeMap<String, BTreeSet<String>>,
    divisions: BTreeMap<String, String>,
}

impl Groups {
    /// Adds the group of a line.
    pub(super) fn learn(&mut self, line: [&str; 4], group: &str) {
        let [lesson, _, _, subject] = line;
        self.of_lesson.entry(lesson.to_owned()).or_default().insert(group.to_owned());
        self.subjects.entry(group.to_owned()).or_default().insert(subject.to_owned());
        self.of_line.insert(line.map(ToOwned::to_owned), group.to_owned());
    }

    /// Adds groups of a class that are somewhere at the same time.
    pub(super) fn meet(&mut self, groups: BTreeSet<String>) {
        self.at_once.push(groups);
    }

    /// Finds the divisions: groups of one lesson, or of one class at once, are in one, and it is named by its subjects.
    pub(super) fn divide(&mut self) {
        let mut joined = Joined::default();
        for groups in self.of_lesson.values().chain(&self.at_once) {
            joined.join(groups.iter().cloned());
        }
        let mut taken: BTreeMap<String, u32> = BTreeMap::new();
        for groups in joined.sets() {
            let subjects = groups.iter().flat_map(|group| &self.subjects[group]);
            let name = subjects.sorted().dedup().join("/");
            // Two divisions of the same subjects are two: pupils may be in a part of each.
            let number = taken.entry(name.clone()).or_default();
            *number += 1;
            let name = if *number == 1 { name } else { format!("{name}#{number}") };
            self.divisions.extend(groups.into_iter().map(|group| (group, name.clone())));
        }
    }

    /// The group of a line, if it has one.
    pub(super) fn of(&self, line: [&str; 4]) -> Option<&str> {
        self.of_line.get(&line.map(ToOwned::to_owned)).map(String::as_str)
    }

    /// The division that a group is a part of.
    pub(super) fn division(&self, group: &str) -> &str {
        self.divisions.get(group).map_or("", String::as_str)
    }
}
