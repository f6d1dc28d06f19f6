//! What a unit needs at the time when it is taught.

use crate::domain::Weeks;
use crate::generate::draft::{Draft, Unit, Venue};

/// What a unit needs, from its first period to its last.
#[derive(Clone, Debug)]
pub(super) struct Needs {
    /// Its length in periods.
    pub(super) length: usize,
    /// The classes, in every week.
    pub(super) classes: Vec<usize>,
    /// The teachers, each with the weeks in which he or she teaches.
    pub(super) teachers: Vec<(usize, Weeks)>,
    /// The kinds of rooms, one of each mention.
    pub(super) rooms: Vec<(usize, Weeks)>,
    /// The courses that it must not meet on its day.
    pub(super) courses: Vec<usize>,
    /// The slots in which it can start, as far as it is alone.
    pub(super) starts: Vec<usize>,
}

/// The needs of every unit of a draft.
pub(super) fn needs(draft: &Draft) -> Vec<Needs> {
    draft.units.iter().map(|unit| Needs::of(draft, unit)).collect()
}

impl Needs {
    fn of(draft: &Draft, unit: &Unit) -> Self {
        let rooms = unit.strands.iter().filter_map(|strand| match strand.room {
            Venue::Special(kind) => Some((kind, strand.weeks)),
            Venue::ClassRoom(_) => None,
        });
        let mut needs = Self {
            length: usize::from(unit.length),
            classes: unit.classes.clone(),
            teachers: teachers(draft, unit),
            rooms: rooms.collect(),
            courses: unit.courses.clone(),
            starts: Vec::new(),
        };
        let longest = unit.classes.iter().map(|&class| usize::from(draft.classes[class].longest));
        let ends = longest.min().unwrap_or(0);
        let periods = usize::from(draft.day.periods);
        let is_free_time = unit.strands.is_empty();
        needs.starts = (0..draft.slots())
            .filter(|&start| needs.fits(draft, start, ends))
            .filter(|start| !is_free_time || start % periods + needs.length == ends)
            .collect();
        needs
    }

    /// Whether the unit can start in a slot: it ends while its classes are at school, is not torn by the long break,
    /// and its teachers are there.
    fn fits(&self, draft: &Draft, start: usize, ends: usize) -> bool {
        let first = start % usize::from(draft.day.periods);
        let noon = usize::from(draft.day.break_after);
        let last = first + self.length;
        let slots = start..start + self.length;
        last <= ends
            && (self.teachers.is_empty() || !(first < noon && noon < last))
            && self.teachers.iter().all(|&(teacher, _)| {
                slots.clone().all(|slot| !draft.teachers[teacher].absent[slot])
            })
    }
}

/// The teachers of a unit; whoever teaches in both weeks is there once.
fn teachers(draft: &Draft, unit: &Unit) -> Vec<(usize, Weeks)> {
    let mut teachers: Vec<(usize, Weeks)> = Vec::new();
    for strand in &unit.strands {
        let teacher = draft.taught_by[strand.job];
        match teachers.iter_mut().find(|(known, _)| *known == teacher) {
            Some((_, weeks)) => *weeks = weeks.union(strand.weeks),
            None => teachers.push((teacher, strand.weeks)),
        }
    }
    teachers
}
