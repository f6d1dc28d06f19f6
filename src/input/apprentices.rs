//! `apprentices.csv` → apprentices.

use std::collections::{BTreeMap, BTreeSet};

use super::away;
use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Cell, Row};
use super::cells::table::Table;
use super::cells::text::{fold, items};
use super::names::{GroupNames, Names, report_deceptive};
use super::subjects::CoreSubjects;
use super::timetable::Entry;
use super::value;
use crate::diagnostic::{Fault, Place};
use crate::domain::{
    Alternative, Apprentice, ClassName, DivisionName, Grid, Group, Level, PlaceName, PupilKey,
    TogetherLabel,
};

/// What reading a pupil needs to know of the rest of the school.
pub(super) struct Context<'a, 'c> {
    pub(super) classes: &'a Names<ClassName>,
    pub(super) groups: &'a mut GroupNames,
    pub(super) places: &'a mut Names<PlaceName>,
    pub(super) core: &'a mut CoreSubjects<'c>,
    pub(super) grid: &'a Grid,
    pub(super) entries: &'a [Entry],
}

/// The groups that each class is divided into.
fn divisions(entries: &[Entry]) -> BTreeMap<ClassName, BTreeSet<Group>> {
    let mut divisions: BTreeMap<ClassName, BTreeSet<Group>> = BTreeMap::new();
    for entry in entries {
        for class in &entry.classes {
            divisions.entry(class.clone()).or_default().extend(entry.group.clone());
        }
    }
    divisions
}

/// Whether `places.csv` names the places.
#[derive(Clone, Copy)]
enum Places {
    Listed,
    Free,
}

/// Understands rows about pupils.
pub(super) struct Reader<'a, 'c> {
    context: Context<'a, 'c>,
    divisions: BTreeMap<ClassName, BTreeSet<Group>>,
    places: Places,
    /// The line of each pupil, by folded key.
    pupils: BTreeMap<String, u32>,
    /// The first pupil with each label.
    together: BTreeMap<String, Companion>,
    /// The labels of scenarios, by their folded form.
    labels: BTreeMap<String, TogetherLabel>,
}

struct Companion {
    label: TogetherLabel,
    pupil: String,
    line: u32,
    alternatives: Vec<Alternative>,
}

impl<'a, 'c> Reader<'a, 'c> {
    /// Who understands rows about pupils of a school of which `context` is known.
    pub(super) fn new(context: Context<'a, 'c>) -> Self {
        Self {
            divisions: divisions(context.entries),
            places: if context.places.is_empty() { Places::Free } else { Places::Listed },
            context,
            pupils: BTreeMap::new(),
            together: BTreeMap::new(),
            labels: BTreeMap::new(),
        }
    }

    /// Reads the pupils; those with a cell that cannot be read are reported and left out.
    pub(super) fn read_all(&mut self, table: &Table, findings: &mut Findings) -> Vec<Apprentice> {
        if table.is_bare() {
            findings.report(Fault::NoApprentices, Place::file(table.file()));
        }
        table.understand_rows(findings, |row, findings| self.read(&row, findings))
    }

    fn read(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<Apprentice> {
        let pupil = self.pupil(row, findings);
        let class = self.class(row, findings);
        let away = row.needed(Column::Away, findings);
        let alternatives = away.map(|cell| away::alternatives(&cell, self.context.grid, findings));
        let groups = self.groups(row, findings);
        self.report_groups(row, class.as_ref(), &groups, findings);
        let mut core = |level, column| self.core(row, level, column, findings);
        let required = core(Level::Required, Column::Required);
        let mut desired = core(Level::Desired, Column::Desired);
        desired.retain(|subject| !required.contains(subject));
        let together = self.together(row, alternatives.as_deref(), findings);
        let place = self.place(row, findings);
        Some(Apprentice {
            pupil: pupil?,
            class: class?,
            alternatives: alternatives.filter(|alternatives| !alternatives.is_empty())?,
            groups,
            required,
            desired,
            together,
            place,
            line: row.line,
        })
    }

    /// Understands a row that tells of a pupil in a scenario; where it says nothing of `known`, that stays.
    pub(super) fn read_change(
        &mut self,
        row: &Row<'_>,
        pupil: PupilKey,
        known: Option<&Apprentice>,
        findings: &mut Findings,
    ) -> Option<Apprentice> {
        let said = |column| known.filter(|_| row.cell(column).is_none());
        let class = match said(Column::Class) {
            Some(known) => Some(known.class.clone()),
            None => self.class(row, findings),
        };
        let alternatives = match said(Column::Away) {
            Some(known) => Some(known.alternatives.clone()),
            None => row
                .needed(Column::Away, findings)
                .map(|cell| away::alternatives(&cell, self.context.grid, findings)),
        };
        let groups = match said(Column::Group) {
            Some(known) => known.groups.clone(),
            None => self.groups(row, findings),
        };
        if said(Column::Group).is_none() {
            self.report_groups(row, class.as_ref(), &groups, findings);
        }
        let required = match said(Column::Required) {
            Some(known) => known.required.clone(),
            None => self.core(row, Level::Required, Column::Required, findings),
        };
        let mut desired = match said(Column::Desired) {
            Some(known) => known.desired.clone(),
            None => self.core(row, Level::Desired, Column::Desired, findings),
        };
        desired.retain(|subject| !required.contains(subject));
        let together = match said(Column::Together) {
            Some(known) => known.together.clone(),
            None => row.cell(Column::Together).map(|cell| self.known_label(&cell)),
        };
        let place = match said(Column::Place) {
            Some(known) => known.place.clone(),
            None => self.place(row, findings),
        };
        Some(Apprentice {
            pupil,
            class: class?,
            alternatives: alternatives.filter(|alternatives| !alternatives.is_empty())?,
            groups,
            required,
            desired,
            together,
            place,
            line: row.line,
        })
    }

    /// The label in the form in which it was first written, for the school's pupils or in a scenario.
    fn known_label(&mut self, cell: &Cell<'_>) -> TogetherLabel {
        let folded = fold(&cell.text);
        let of_school = self.together.get(&folded).map(|first| first.label.clone());
        let first = self.labels.entry(folded);
        first.or_insert_with(|| of_school.unwrap_or_else(|| label(cell))).clone()
    }

    fn pupil(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<PupilKey> {
        let cell = row.needed(Column::Pupil, findings)?;
        if let Some(&line) = self.pupils.get(&fold(&cell.text)) {
            let pupil = cell.text.to_string();
            findings.report(Fault::PupilRepeated { pupil, line }, cell.place());
            return None;
        }
        self.pupils.insert(fold(&cell.text), row.line);
        report_deceptive(&cell.text, &cell, findings);
        Some(PupilKey::from(cell.text.as_ref()))
    }

    fn class(&self, row: &Row<'_>, findings: &mut Findings) -> Option<ClassName> {
        let cell = row.needed(Column::Class, findings)?;
        let classes = self.context.classes;
        // Of a timetable that could not be read no class is known, and none is at fault.
        if classes.is_empty() {
            return Some(ClassName::from(cell.text.as_ref()));
        }
        let class = classes.find(&cell.text);
        if class.is_none() {
            let nearest = classes.nearest(&cell.text, findings);
            let class = cell.text.to_string();
            findings.report(Fault::ClassUnknown { class, nearest }, cell.place());
            report_deceptive(&cell.text, &cell, findings);
        }
        class
    }

    fn groups(&mut self, row: &Row<'_>, findings: &mut Findings) -> BTreeSet<Group> {
        let Some(cell) = row.cell(Column::Group) else { return BTreeSet::new() };
        let names = &mut *self.context.groups;
        items(&cell.text).filter_map(|item| value::group(item, &cell, names, findings)).collect()
    }

    /// Reports groups that the class does not have, and divisions in which the pupil has no part.
    fn report_groups(
        &self,
        row: &Row<'_>,
        class: Option<&ClassName>,
        own: &BTreeSet<Group>,
        findings: &mut Findings,
    ) {
        let Some((class, known)) = class.and_then(|class| self.divisions.get_key_value(class))
        else {
            return;
        };
        if let Some(cell) = row.cell(Column::Group) {
            own.difference(known)
                .for_each(|group| report_unknown(group, class, known, &cell, findings));
        }
        let named: BTreeSet<&DivisionName> = own.iter().map(|group| &group.division).collect();
        let divided: BTreeSet<&DivisionName> = known.iter().map(|group| &group.division).collect();
        for division in divided.difference(&named) {
            let pupil = row.cell(Column::Pupil).map(|cell| cell.text.into_owned());
            let fault = Fault::GroupMissing {
                pupil: pupil.unwrap_or_default(),
                class: class.to_string(),
                division: division.to_string(),
            };
            findings.report(fault, row.place());
        }
    }

    fn core(
        &mut self,
        row: &Row<'_>,
        level: Level,
        column: Column,
        findings: &mut Findings,
    ) -> BTreeSet<crate::domain::SubjectCode> {
        let own = self.context.core.of_pupil(row.cell(column).as_ref(), findings);
        own.unwrap_or_else(|| self.context.core.of_school(level))
    }

    fn together(
        &mut self,
        row: &Row<'_>,
        alternatives: Option<&[Alternative]>,
        findings: &mut Findings,
    ) -> Option<TogetherLabel> {
        let cell = row.cell(Column::Together)?;
        let alternatives = alternatives.filter(|alternatives| !alternatives.is_empty());
        let struck = row.cell(Column::Pupil).is_some_and(|cell| findings.is_struck(&cell.text));
        let Some(alternatives) = alternatives.filter(|_| !struck) else {
            return Some(label(&cell));
        };
        let first = self.together.entry(fold(&cell.text)).or_insert_with(|| Companion {
            label: label(&cell),
            pupil: row.cell(Column::Pupil).map_or_else(String::new, |cell| cell.text.into_owned()),
            line: row.line,
            alternatives: alternatives.to_vec(),
        });
        if !away::are_same(&first.alternatives, alternatives) {
            let (label, pupil) = (first.label.to_string(), first.pupil.clone());
            findings
                .report(Fault::TogetherDiffers { label, pupil, line: first.line }, cell.place());
        }
        Some(first.label.clone())
    }

    fn place(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<PlaceName> {
        let cell = row.cell(Column::Place)?;
        Some(match self.places {
            Places::Listed => self.context.places.expect(&cell.text, &cell, findings),
            Places::Free => self.context.places.learn(&cell.text, &cell, findings),
        })
    }
}

fn label(cell: &Cell<'_>) -> TogetherLabel {
    TogetherLabel::from(cell.text.as_ref())
}

fn report_unknown(
    group: &Group,
    class: &ClassName,
    known: &BTreeSet<Group>,
    cell: &Cell<'_>,
    findings: &mut Findings,
) {
    let written: Vec<String> = known.iter().map(written).collect();
    let folded: Vec<String> = written.iter().map(|group| fold(group)).collect();
    let wanted = fold(&self::written(group));
    let same_part = known.iter().find(|other| other.part == group.part).map(self::written);
    let nearest = same_part.or_else(|| {
        let nearest = findings.nearest(&wanted, folded.iter().map(String::as_str))?.to_owned();
        folded.iter().position(|group| *group == nearest).map(|place| written[place].clone())
    });
    let fault =
        Fault::GroupUnknown { group: self::written(group), class: class.to_string(), nearest };
    findings.report(fault, cell.place());
}

fn written(group: &Group) -> String {
    match group.division.as_str() {
        "" => group.part.to_string(),
        division => format!("{division}:{}", group.part),
    }
}
