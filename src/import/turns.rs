//! Two lessons of one teacher with one class at one time: where a file names no weeks, they take turns.

use std::collections::{BTreeMap, BTreeSet};

use super::cycle::label;
use super::draft::DraftRow;
use crate::domain::{ClassName, Slot, TeacherName, WeekLabel};

/// Gives two rows that share class, teacher and slot a week each; the positions of such rows. Where the rows of a school
/// have weeks already, these are used.
pub(super) fn tell(rows: &mut [DraftRow]) -> Vec<usize> {
    let known: BTreeSet<WeekLabel> = rows.iter().filter_map(|row| row.week.clone()).collect();
    let labels: Vec<WeekLabel> = match known.len() {
        2 => known.into_iter().collect(),
        0 => [0, 1].map(|week| WeekLabel::from(label(week).as_str())).into(),
        _ => return Vec::new(),
    };
    let mut shared: BTreeMap<(ClassName, TeacherName, Slot), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.week.is_none()) {
        for class in &row.classes {
            for teacher in &row.teachers {
                let key = (class.clone(), teacher.clone(), row.start);
                shared.entry(key).or_default().push(at);
            }
        }
    }
    let mut told = BTreeSet::new();
    for pair in shared.into_values() {
        let [one, other] = pair[..] else { continue };
        let is_one = rows[one].subject == rows[other].subject
            || rows[one].lesson.is_some() && rows[one].lesson == rows[other].lesson;
        if is_one || told.contains(&one) || told.contains(&other) {
            continue;
        }
        // The same two subjects take the same turns all week.
        let is_first = rows[one].subject < rows[other].subject;
        let order = if is_first { [one, other] } else { [other, one] };
        for (at, label) in order.into_iter().zip(&labels) {
            rows[at].week = Some(label.clone());
            told.insert(at);
        }
    }
    told.into_iter().collect()
}
