//! Student groups as parts of divisions: groups that one lesson has side by side divide the same pupils.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

/// Which group attends a line of a lesson: its number, class, teacher and subject.
type Key = [String; 4];

/// The groups of all lessons.
#[derive(Default)]
pub(super) struct Groups {
    of_line: BTreeMap<Key, String>,
    of_lesson: BTreeMap<String, BTreeSet<String>>,
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

    /// Finds the divisions: groups of one lesson are in one, and it is named by its subjects.
    pub(super) fn divide(&mut self) {
        let mut leaders: BTreeMap<&str, &str> = BTreeMap::new();
        for groups in self.of_lesson.values() {
            let known: BTreeSet<&str> = groups
                .iter()
                .map(|group| *leaders.get(group.as_str()).unwrap_or(&group.as_str()))
                .collect();
            let Some(&leader) = known.first() else { continue };
            for led in leaders.values_mut().filter(|led| known.contains(**led)) {
                *led = leader;
            }
            leaders.extend(groups.iter().map(|group| (group.as_str(), leader)));
        }
        let mut taken: BTreeMap<String, &str> = BTreeMap::new();
        let mut divisions = BTreeMap::new();
        for (group, leader) in &leaders {
            let led = leaders.iter().filter(|(_, own)| *own == leader).map(|(group, _)| *group);
            let name = led.flat_map(|group| &self.subjects[group]).sorted().dedup().join("/");
            // Two divisions of the same subjects are two: pupils may be in a part of each.
            let free =
                (1..).map(
                    |number: u32| {
                        if number == 1 { name.clone() } else { format!("{name}#{number}") }
                    },
                );
            let free =
                free.into_iter().find(|name| taken.get(name).is_none_or(|own| own == leader));
            let name = free.unwrap_or(name);
            taken.insert(name.clone(), leader);
            divisions.insert((*group).to_owned(), name);
        }
        self.divisions = divisions;
    }

    /// The division and the group of a line, if it has a group.
    pub(super) fn of(&self, line: [&str; 4]) -> Option<(&str, &str)> {
        let group = self.of_line.get(&line.map(ToOwned::to_owned))?;
        Some((self.divisions.get(group)?, group))
    }
}
