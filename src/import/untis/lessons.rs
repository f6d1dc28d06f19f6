//! GPU002: what is known of a lesson besides where it is.

use std::collections::BTreeMap;

use super::groups::Groups;
use crate::import::lines::{Cells, Lines};

/// The columns of GPU002.
mod column {
    pub(crate) const LESSON: usize = 1;
    pub(crate) const CLASS: usize = 5;
    pub(crate) const TEACHER: usize = 6;
    pub(crate) const SUBJECT: usize = 7;
    pub(crate) const WEEKS: usize = 12;
    pub(crate) const FLAGS: usize = 24;
    pub(crate) const GROUP: usize = 42;
}

/// Lessons by their numbers.
#[derive(Default)]
pub(crate) struct Lessons {
    facts: BTreeMap<String, Facts>,
    pub(super) groups: Groups,
}

/// What holds for a lesson as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// The weeks' group, e.g. `A`.
    pub(crate) week: Option<String>,
    pub(crate) is_fixed: bool,
    pub(crate) is_ignored: bool,
}

impl Lessons {
    /// What is known of a lesson.
    pub(crate) fn facts(&self, number: &str) -> Facts {
        self.facts.get(number).cloned().unwrap_or_default()
    }
}

/// Reads GPU002.
pub(crate) fn read(lines: &Lines) -> Lessons {
    let mut lessons = Lessons::default();
    for line in lines.all() {
        let number = line.cell(column::LESSON).into_owned();
        let facts = lessons.facts.entry(number.clone()).or_default();
        let week = line.cell(column::WEEKS);
        if !week.is_empty() {
            facts.week = Some(week.into_owned());
        }
        let flags = line.cell(column::FLAGS);
        facts.is_fixed |= flags.contains('X');
        facts.is_ignored |= flags.contains('i');
        learn_group(line, &number, &mut lessons.groups);
    }
    lessons
}

fn learn_group(line: Cells<'_>, number: &str, groups: &mut Groups) {
    let group = line.cell(column::GROUP);
    if !group.is_empty() {
        let (teacher, subject) = (line.cell(column::TEACHER), line.cell(column::SUBJECT));
        for class in line.items(column::CLASS) {
            groups.learn([number, &class, &teacher, &subject], &group);
        }
    }
}
