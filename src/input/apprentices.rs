//! `apprentices.csv` → apprentices.

use std::collections::{BTreeMap, BTreeSet};

use super::away;
use super::cells::columns::Column;
use super::cells::findings::Findings;
use super::cells::row::{Cell, Row};
use super::cells::table::Table;
use super::cells::text::{fold, items};
use super::groups::Divisions;
use super::guests;
use super::guests::Taught;
use super::names::{GroupNames, Names, report_deceptive};
use super::places::Listed;
use super::rows::{self, Dates};
use super::subjects::CoreSubjects;
use super::timetable::Entry;
use super::value;
use crate::diagnostic::{Fault, Location, Placing};
use crate::domain::{
    Also, Alternative, Apprentice, ClassName, Grid, Group, Level, PlaceName, Price, PupilKey,
    SubjectCode, TogetherLabel, TradeName, Weights,
};

/// What reading a pupil needs to know of the rest of the school.
pub(super) struct Context<'a, 'c> {
    pub(super) classes: &'a Names<ClassName>,
    pub(super) groups: &'a mut GroupNames,
    pub(super) places: &'a mut Names<PlaceName>,
    pub(super) listed: &'a Listed,
    pub(super) trades: &'a Names<TradeName>,
    pub(super) weights: &'a Weights,
    pub(super) core: &'a mut CoreSubjects<'c>,
    pub(super) grid: &'a Grid,
    pub(super) entries: &'a [Entry],
}

/// Understands rows about pupils.
pub(super) struct Reader<'a, 'c> {
    context: Context<'a, 'c>,
    divisions: Divisions,
    taught: Taught,
    /// The rows of each pupil, by folded key.
    pupils: BTreeMap<String, Vec<Seen>>,
    /// The labels of the school's pupils, by their folded form.
    together: BTreeMap<String, TogetherLabel>,
    /// The labels of scenarios, by their folded form.
    labels: BTreeMap<String, TogetherLabel>,
}

/// A row about a pupil.
struct Seen {
    key: PupilKey,
    line: u32,
    dates: Dates,
}

impl<'a, 'c> Reader<'a, 'c> {
    /// Who understands rows about pupils of a school of which `context` is known.
    pub(super) fn new(context: Context<'a, 'c>) -> Self {
        Self {
            divisions: Divisions::of(context.entries),
            taught: Taught::of(context.entries),
            context,
            pupils: BTreeMap::new(),
            together: BTreeMap::new(),
            labels: BTreeMap::new(),
        }
    }

    /// Reads the pupils; those with a cell that cannot be read are reported and left out.
    pub(super) fn read_all(&mut self, table: &Table, findings: &mut Findings) -> Vec<Apprentice> {
        if table.is_bare() {
            findings.report(Fault::NoApprentices, Location::file(table.file()));
        }
        table.understand_rows(findings, |row, findings| self.read(&row, findings))
    }

    fn read(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<Apprentice> {
        let pupil = self.pupil(row, findings);
        let read = self.understand(row, None, findings);
        let together = self.together(row);
        Some(Apprentice { pupil: pupil?, together, ..read? })
    }

    /// Understands a row that tells of a pupil in a scenario; where it says nothing of `known`, that stays.
    pub(super) fn read_change(
        &mut self,
        row: &Row<'_>,
        pupil: PupilKey,
        known: Option<&Apprentice>,
        findings: &mut Findings,
    ) -> Option<Apprentice> {
        let together = match known.filter(|_| row.cell(Column::Together).is_none()) {
            Some(known) => known.together.clone(),
            None => row.cell(Column::Together).map(|cell| self.known_label(&cell)),
        };
        Some(Apprentice { pupil, together, ..self.understand(row, known, findings)? })
    }

    /// All that a row says of a pupil but the key and the label, and of `known` where it says nothing.
    fn understand(
        &mut self,
        row: &Row<'_>,
        known: Option<&Apprentice>,
        findings: &mut Findings,
    ) -> Option<Apprentice> {
        let kept = |column| known.filter(|_| row.cell(column).is_none());
        let class = match kept(Column::Class) {
            Some(known) => Some(known.class.clone()),
            None => self.class(row, findings),
        };
        let alternatives = match kept(Column::Away) {
            Some(known) => Some(known.alternatives.clone()),
            None => self.alternatives(row, findings),
        };
        let groups = match kept(Column::Group) {
            Some(known) => known.groups.clone(),
            None => self.groups(row, findings),
        };
        let place = match kept(Column::Place) {
            Some(known) => known.place.clone(),
            None => self.location(row, findings),
        };
        let also = match kept(Column::Also) {
            Some(known) => {
                guests::report_home(row, &known.also, class.as_ref(), findings);
                known.also.clone()
            }
            None => self.also(row, class.as_ref(), findings),
        };
        let skips = match kept(Column::Skips) {
            Some(known) => known.skips.clone(),
            None => self.skips(row, class.as_ref(), findings),
        };
        let [required, desired] = self.core_subjects(row, known, findings);
        let mut read = Apprentice {
            pupil: PupilKey::from(""),
            class: class?,
            alternatives: settled(alternatives?, place.as_ref()),
            groups,
            required,
            desired,
            together: None,
            place,
            also,
            skips,
            line: row.line,
        };
        if kept(Column::Group).is_none() {
            self.divisions.complete(row, &mut read, findings);
        }
        self.report_attendance(row, &read, kept(Column::Group).is_some(), findings);
        Some(read).filter(|read| !read.alternatives.is_empty())
    }

    /// The subjects that are required, and those that are desired and not required.
    fn core_subjects(
        &mut self,
        row: &Row<'_>,
        known: Option<&Apprentice>,
        findings: &mut Findings,
    ) -> [BTreeSet<SubjectCode>; 2] {
        let kept = |column| known.filter(|_| row.cell(column).is_none());
        let required = match kept(Column::Required) {
            Some(known) => known.required.clone(),
            None => self.core(row, Level::Required, Column::Required, findings),
        };
        let mut desired = match kept(Column::Desired) {
            Some(known) => known.desired.clone(),
            None => self.core(row, Level::Desired, Column::Desired, findings),
        };
        desired.retain(|subject| !required.contains(subject));
        [required, desired]
    }

    /// Reports groups and subjects of which it is doubtful what the pupil attends.
    fn report_attendance(
        &self,
        row: &Row<'_>,
        read: &Apprentice,
        groups_known: bool,
        findings: &mut Findings,
    ) {
        if !groups_known {
            self.divisions.report(row, read, findings);
        }
        if let Some(cell) = row.cell(Column::Skips) {
            guests::report_skipped(read, &self.taught, &cell, findings);
        }
    }

    /// The label in the form in which it was first written, for the school's pupils or in a scenario.
    fn known_label(&mut self, cell: &Cell<'_>) -> TogetherLabel {
        let folded = fold(&cell.text);
        let of_school = self.together.get(&folded).cloned();
        let first = self.labels.entry(folded);
        first.or_insert_with(|| of_school.unwrap_or_else(|| label(cell))).clone()
    }

    /// The alternatives of a row, without the place of those that name none; `None` where nothing is said.
    fn alternatives(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<Vec<Alternative>> {
        let cell = row.needed(Column::Away, findings)?;
        let Context { grid, listed, trades, .. } = self.context;
        let context = away::Context { grid, listed, trades };
        let alternatives = away::alternatives(&cell, &context, self.context.places, findings);
        let wishes = || alternatives.iter().filter_map(|one| Some((one.place.as_ref()?, one.rank)));
        let places: BTreeSet<&PlaceName> = wishes().map(|(place, _)| place).collect();
        let ranks: BTreeSet<Option<u32>> = wishes().map(|(_, rank)| rank).collect();
        if places.len() > 1 && ranks.len() > 1 && self.context.weights[Price::Wish] == 0 {
            findings.report(Fault::Placing(Placing::WishesUnpriced), cell.location());
        }
        Some(alternatives)
    }

    /// What the pupil attends beside the home class.
    fn also(&self, row: &Row<'_>, home: Option<&ClassName>, findings: &mut Findings) -> Vec<Also> {
        let Some(cell) = row.cell(Column::Also) else { return Vec::new() };
        guests::also(&cell, home, self.context.classes, &self.taught, findings)
    }

    /// The subjects of the home class that the pupil does not attend.
    fn skips(
        &self,
        row: &Row<'_>,
        home: Option<&ClassName>,
        findings: &mut Findings,
    ) -> BTreeSet<SubjectCode> {
        match row.cell(Column::Skips).zip(home) {
            Some((cell, home)) => guests::skips(&cell, home, &self.taught, findings),
            None => BTreeSet::new(),
        }
    }

    fn pupil(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<PupilKey> {
        let cell = row.needed(Column::Pupil, findings)?;
        let dates = rows::dates(row);
        let seen = self.pupils.entry(fold(&cell.text)).or_default();
        if let Some(other) = seen.iter().find(|other| rows::overlap(other.dates, dates)) {
            let (pupil, line) = (cell.text.to_string(), other.line);
            findings.report(Fault::PupilRepeated { pupil, line }, cell.location());
            return None;
        }
        let first = seen.first().map(|first| first.key.clone());
        if first.is_none() {
            report_deceptive(&cell.text, &cell, findings);
        }
        let key = first.unwrap_or_else(|| PupilKey::from(cell.text.as_ref()));
        seen.push(Seen { key: key.clone(), line: row.line, dates });
        Some(key)
    }

    fn class(&self, row: &Row<'_>, findings: &mut Findings) -> Option<ClassName> {
        let cell = row.needed(Column::Class, findings)?;
        let classes = self.context.classes;
        // Of a timetable that could not be read no class is known, and none is at fault.
        if classes.is_empty() {
            return Some(ClassName::from(cell.text.as_ref()));
        }
        let class = classes.find(&cell.text).unwrap_or_else(|| ClassName::from(cell.text.as_ref()));
        if !self.taught.has(&class) {
            let nearest = classes.nearest(&cell.text, findings);
            let nearest = nearest.filter(|near| near != class.as_str());
            let empty = Placing::HomeClassEmpty { class: class.to_string(), nearest };
            findings.report(Fault::Placing(empty), cell.location());
            report_deceptive(&cell.text, &cell, findings);
        }
        Some(class)
    }

    fn groups(&mut self, row: &Row<'_>, findings: &mut Findings) -> BTreeSet<Group> {
        let Some(cell) = row.cell(Column::Group) else { return BTreeSet::new() };
        let names = &mut *self.context.groups;
        items(&cell.text).filter_map(|item| value::group(item, &cell, names, findings)).collect()
    }

    fn core(
        &mut self,
        row: &Row<'_>,
        level: Level,
        column: Column,
        findings: &mut Findings,
    ) -> BTreeSet<SubjectCode> {
        let own = self.context.core.of_pupil(row.cell(column).as_ref(), findings);
        own.unwrap_or_else(|| self.context.core.of_school(level))
    }

    /// The label in the form in which it was first written.
    fn together(&mut self, row: &Row<'_>) -> Option<TogetherLabel> {
        let cell = row.cell(Column::Together)?;
        Some(self.together.entry(fold(&cell.text)).or_insert_with(|| label(&cell)).clone())
    }

    fn location(&mut self, row: &Row<'_>, findings: &mut Findings) -> Option<PlaceName> {
        let cell = row.cell(Column::Place)?;
        Some(self.context.listed.name(&cell.text, self.context.places, &cell, findings))
    }
}

/// The alternatives, those that name no place at the one of the column.
fn settled(alternatives: Vec<Alternative>, place: Option<&PlaceName>) -> Vec<Alternative> {
    let settle = |one: Alternative| {
        let takes = !one.is_none() && !one.names_place();
        if takes { Alternative { place: place.cloned(), ..one } } else { one }
    };
    alternatives.into_iter().map(settle).collect()
}

fn label(cell: &Cell<'_>) -> TogetherLabel {
    TogetherLabel::from(cell.text.as_ref())
}
