//! Groups: which divisions the classes have, and what is doubtful of the parts that a pupil is said to be in.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Cell, Row};
use super::cells::text::fold;
use super::timetable::Entry;
use crate::diagnostic::Fault;
use crate::domain::{Apprentice, ClassName, DivisionName, Group, SubjectCode};

/// The groups of each class, each with the subjects in which it meets.
pub(super) struct Divisions(BTreeMap<ClassName, BTreeSet<(Group, SubjectCode)>>);

impl Divisions {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut divisions: BTreeMap<ClassName, BTreeSet<(Group, SubjectCode)>> = BTreeMap::new();
        for entry in entries {
            for class in &entry.classes {
                let group = entry.group.clone().map(|group| (group, entry.subject.clone()));
                divisions.entry(class.clone()).or_default().extend(group);
            }
        }
        Self(divisions)
    }

    /// Gives groups that are said without their division the one that has them, if only one of the pupil's classes' has, and
    /// tells so.
    pub(super) fn complete(&self, row: &Row<'_>, pupil: &mut Apprentice, findings: &mut Findings) {
        let Some(cell) = row.cell(Column::Group) else { return };
        let classes = pupil.classes();
        let attended = classes.into_iter().filter_map(|class| self.attended(pupil, class));
        let known: BTreeSet<&Group> = attended.flat_map(|(_, groups)| groups).collect();
        let meant = |group: &Group| {
            let alike = known.iter().filter(|other| other.part == group.part);
            let taken = alike.map(|&other| other.clone()).exactly_one().ok();
            taken.filter(|_| group.division.as_str().is_empty() && !known.contains(group))
        };
        let groups = pupil.groups.iter();
        let meant: Vec<(Group, Group)> =
            groups.filter_map(|group| Some((group.clone(), meant(group)?))).collect();
        for (group, taken) in meant {
            let fault = Fault::GroupCompleted { group: written(&group), taken: written(&taken) };
            findings.report(fault, cell.location());
            pupil.groups.remove(&group);
            pupil.groups.insert(taken);
        }
    }

    /// Reports groups that the pupil's classes do not have, and divisions in which the pupil has no part.
    pub(super) fn report(&self, row: &Row<'_>, pupil: &Apprentice, findings: &mut Findings) {
        let attended: Vec<(&ClassName, BTreeSet<&Group>)> =
            pupil.classes().into_iter().filter_map(|class| self.attended(pupil, class)).collect();
        if attended.iter().all(|(class, _)| **class != pupil.class) && pupil.also.is_empty() {
            return;
        }
        let known: BTreeSet<&Group> =
            attended.iter().flat_map(|(_, groups)| groups).copied().collect();
        if let Some(cell) = row.cell(Column::Group) {
            let unknown = pupil.groups.iter().filter(|group| !known.contains(group));
            unknown.for_each(|group| report_unknown(group, &pupil.class, &known, &cell, findings));
        }
        let named: BTreeSet<&DivisionName> =
            pupil.groups.iter().map(|group| &group.division).collect();
        for (class, groups) in attended {
            let divided: BTreeSet<&DivisionName> =
                groups.into_iter().map(|group| &group.division).collect();
            for division in divided.difference(&named) {
                let key = row.cell(Column::Pupil).map(|cell| cell.text.into_owned());
                let fault = Fault::GroupMissing {
                    pupil: key.unwrap_or_default(),
                    class: class.to_string(),
                    division: division.to_string(),
                };
                findings.report(fault, row.location());
            }
        }
    }

    /// The groups that a class has in what the pupil attends with it.
    fn attended<'a>(
        &'a self,
        pupil: &Apprentice,
        class: &ClassName,
    ) -> Option<(&'a ClassName, BTreeSet<&'a Group>)> {
        let (class, groups) = self.0.get_key_value(class)?;
        let taken = groups.iter().filter(|(_, subject)| pupil.takes(class, subject));
        Some((class, taken.map(|(group, _)| group).collect()))
    }
}

fn report_unknown(
    group: &Group,
    class: &ClassName,
    known: &BTreeSet<&Group>,
    cell: &Cell<'_>,
    findings: &mut Findings,
) {
    let written: Vec<String> = known.iter().map(|group| written(group)).collect();
    let folded: Vec<String> = written.iter().map(|group| fold(group)).collect();
    let wanted = fold(&self::written(group));
    let same_part = known.iter().find(|other| other.part == group.part);
    let nearest = same_part.map(|group| self::written(group)).or_else(|| {
        let nearest = findings.nearest(&wanted, folded.iter().map(String::as_str))?.to_owned();
        folded.iter().position(|group| *group == nearest).map(|place| written[place].clone())
    });
    let fault =
        Fault::GroupUnknown { group: self::written(group), class: class.to_string(), nearest };
    findings.report(fault, cell.location());
}

fn written(group: &Group) -> String {
    match group.division.as_str() {
        "" => group.part.to_string(),
        division => format!("{division}:{}", group.part),
    }
}
