//! GPU002: what is known of a lesson besides where it is.

use std::collections::BTreeMap;

use super::groups::Groups;
use crate::exchange::lines::{Line, Lines};

/// The columns of GPU002.
mod column {
    pub(super) const LESSON: usize = 1;
    pub(super) const CLASS: usize = 5;
    pub(super) const TEACHER: usize = 6;
    pub(super) const SUBJECT: usize = 7;
    pub(super) const WEEKS: usize = 12;
    pub(super) const FLAGS: usize = 24;
    pub(super) const GROUP: usize = 42;
}

/// Lessons by their numbers.
#[derive(Default)]
pub(super) struct Lessons {
    facts: BTreeMap<String, Facts>,
    pub(super) groups: Groups,
}

/// What holds for a lesson as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// The weeks' group, e.g. `A`.
    pub(super) week: Option<String>,
    pub(super) is_fixed: bool,
    pub(super) is_ignored: bool,
}

impl Lessons {
    /// What is known of a lesson.
    pub(super) fn facts(&self, number: &str) -> Facts {
        self.facts.get(number).cloned().unwrap_or_default()
    }
}

/// Reads GPU002.
pub(super) fn read(lines: &Lines) -> Lessons {
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

fn learn_group(line: Line<'_>, number: &str, groups: &mut Groups) {
    let group = line.cell(column::GROUP);
    if !group.is_empty() {
        let (teacher, subject) = (line.cell(column::TEACHER), line.cell(column::SUBJECT));
        for class in line.items(column::CLASS) {
            groups.learn([number, &class, &teacher, &subject], &group);
        }
    }
}
