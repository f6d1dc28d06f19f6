//! The core subjects of the school and of each pupil.

use std::collections::{BTreeMap, BTreeSet};

use super::alias::{Aliases, Meaning, subject_of_course};
use super::{listed, unknown};
use crate::diagnostic::{Fault, Location};
use crate::domain::{Country, Level, SubjectCode};
use crate::input::cells::columns::Column;
use crate::input::cells::findings::Findings;
use crate::input::cells::row::{Cell, shortened};
use crate::input::cells::table::Table;
use crate::input::cells::text::{fold, items};
use crate::input::keyed::{self, Merge};
use crate::input::names::{Names, Vocabulary};
use crate::input::settings::{Listed, Settings};
use crate::input::side::periods_per_day;
use crate::input::value::{self, Importance};

/// What `subjects.csv` says of a subject.
#[derive(Clone, Debug, Default)]
pub(in crate::input) struct SubjectRow {
    /// Its level, where `core` is filled.
    core: Option<Importance>,
    /// The most periods of it that a class has on a day.
    pub(in crate::input) max_per_day: Option<u32>,
}

impl Merge for SubjectRow {
    fn merge(&mut self, other: Self) -> bool {
        self.core.merge(other.core) & self.max_per_day.merge(other.max_per_day)
    }
}

/// Reads `subjects.csv`.
pub(in crate::input) fn read_lines(
    table: Option<&Table>,
    names: &Vocabulary,
    findings: &mut Findings,
) -> BTreeMap<SubjectCode, SubjectRow> {
    keyed::read(table, findings, |row, findings| {
        let cell = row.needed(Column::Subject, findings)?;
        let line = SubjectRow {
            core: value::importance(row.cell(Column::Core).as_ref(), findings),
            max_per_day: periods_per_day(row, findings),
        };
        Some((names.subjects.expect(&cell.text, &cell, findings), line))
    })
}

/// Which subjects are core subjects, and of which nobody said so.
pub(in crate::input) struct CoreSubjects<'a> {
    settings: &'a Settings,
    codes: &'a Names<SubjectCode>,
    /// What `subjects.csv` lists, folded.
    listed: BTreeSet<String>,
    meanings: BTreeMap<String, &'static Aliases>,
    lists: BTreeMap<Level, BTreeSet<SubjectCode>>,
    explained: BTreeSet<SubjectCode>,
    school: BTreeMap<SubjectCode, Level>,
}

impl<'a> CoreSubjects<'a> {
    /// Finds the school's core subjects among the codes of the timetable.
    pub(in crate::input) fn new(
        settings: &'a Settings,
        codes: &'a Names<SubjectCode>,
        lines: &BTreeMap<SubjectCode, SubjectRow>,
        findings: &mut Findings,
    ) -> Self {
        let tables = settings.country().aliases().iter();
        let meanings =
            tables.flat_map(|row| row.codes.iter().map(move |code| (fold(code), row))).collect();
        let (lists, explained, school) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        let listed = lines.keys().map(|code| fold(code.as_str())).collect();
        let mut subjects = Self { settings, codes, listed, meanings, lists, explained, school };
        subjects.read_list(Level::Required, settings.required.as_deref(), findings);
        subjects.read_list(Level::Desired, settings.desired.as_deref(), findings);
        for code in codes.all().chain(lines.keys()) {
            let said = lines.get(code).and_then(|line| line.core);
            if said.is_some() || subjects.meaning(code.as_str()).is_some() {
                subjects.explained.insert(code.clone());
            }
            let level = match said {
                Some(Importance::Core(level)) => Some(level),
                Some(Importance::NotCore) => None,
                None => subjects.default_level(code),
            };
            subjects.school.extend(level.map(|level| (code.clone(), level)));
        }
        subjects
    }

    /// The school's subjects of a level.
    pub(in crate::input) fn of_school(&self, level: Level) -> BTreeSet<SubjectCode> {
        let at_level = self.school.iter().filter(|&(_, &own)| own == level);
        at_level.map(|(code, _)| code.clone()).collect()
    }

    /// The subjects that a pupil's cell lists; `None` where it is empty.
    pub(in crate::input) fn of_pupil(
        &mut self,
        cell: Option<&Cell<'_>>,
        findings: &mut Findings,
    ) -> Option<BTreeSet<SubjectCode>> {
        let cell = cell?;
        let mut subjects = BTreeSet::new();
        for item in items(&cell.text) {
            let found = self.resolve(item);
            if found.is_empty() {
                self.report_untaught(item, &cell.text, &cell.location(), findings);
                subjects.insert(SubjectCode::from(item));
            }
            subjects.extend(found);
        }
        self.explained.extend(subjects.iter().cloned());
        Some(subjects).filter(|subjects| !subjects.is_empty())
    }

    /// The codes of the timetable of which nobody said whether they are core subjects.
    pub(in crate::input) fn report_unknown(
        &self,
        timetable: &Table,
        lines: Option<&Table>,
        findings: &mut Findings,
    ) {
        let unknown: Vec<&SubjectCode> =
            self.codes.all().filter(|code| !self.explained.contains(*code)).collect();
        if !unknown.is_empty() {
            let core = self.meanings.values().filter(|row| row.meaning != Meaning::Other);
            unknown::report(&unknown, core.copied(), timetable, lines, findings);
        }
    }

    fn read_list(&mut self, level: Level, list: Option<&[Listed]>, findings: &mut Findings) {
        let Some(list) = list else { return };
        let mut subjects = BTreeSet::new();
        for listed in list {
            let found = self.resolve(&listed.written);
            if found.is_empty() {
                self.report_untaught(&listed.written, &listed.written, &listed.location, findings);
            }
            subjects.extend(found);
        }
        self.explained.extend(subjects.iter().cloned());
        self.lists.insert(level, subjects);
    }

    /// The codes that are meant: the one written so, else those that the alias table knows for the same subject.
    fn resolve(&self, written: &str) -> BTreeSet<SubjectCode> {
        if let Some(code) = self.codes.find(written) {
            return BTreeSet::from([code]);
        }
        let Some(row) = self.row(&fold(written)) else { return BTreeSet::new() };
        let is_meant = |code: &&SubjectCode| {
            self.row(&fold(code.as_str())).is_some_and(|own| std::ptr::eq(own, row))
        };
        self.codes.all().filter(is_meant).cloned().collect()
    }

    /// Reports a listed subject without lessons: one that nobody knows is an error, for it may be a core subject
    /// misspelt. In a timetable that could not be read, nothing is known.
    fn report_untaught(
        &self,
        item: &str,
        cell: &str,
        location: &Location,
        findings: &mut Findings,
    ) {
        if self.codes.is_empty() || findings.is_struck(item) {
            return;
        }
        let nearest = self.codes.nearest(item, findings);
        let subject = shortened(item);
        let fault = if self.is_known(item) {
            Fault::SubjectNotTaught { subject, nearest }
        } else if let Some(joined) = listed::joined(cell, |part| self.is_known(part)) {
            Fault::ListUnjoined { written: shortened(cell), joined }
        } else {
            let nearest = nearest.or_else(|| self.nearest_alias(item, findings));
            Fault::ListedSubjectUnknown { subject, nearest }
        };
        findings.report(fault, location.clone());
    }

    fn is_known(&self, written: &str) -> bool {
        let folded = fold(written);
        self.codes.find(written).is_some()
            || self.listed.contains(&folded)
            || self.row(&folded).is_some()
    }

    fn nearest_alias(&self, written: &str, findings: &mut Findings) -> Option<String> {
        let known = self.meanings.keys().chain(&self.listed).map(String::as_str);
        let nearest = findings.nearest(&fold(written), known)?;
        let row = self.meanings.get(nearest);
        let code = row.and_then(|row| row.codes.iter().find(|code| fold(code) == nearest));
        Some(code.map_or_else(|| nearest.to_owned(), |&code| code.to_owned()))
    }

    fn meaning(&self, code: &str) -> Option<Meaning> {
        self.row(&fold(code)).map(|row| row.meaning)
    }

    /// What a folded code stands for, in Sweden a course for its subject; a dot at its end says that it is cut short.
    fn row(&self, folded: &str) -> Option<&'static Aliases> {
        let folded = folded.trim_end_matches('.');
        let of_course = || match self.settings.country() {
            Country::Sweden => self.meanings.get(subject_of_course(folded)?),
            Country::Denmark => None,
        };
        self.meanings.get(folded).or_else(of_course).copied()
    }

    /// What `school.toml`, or else the programme, says of a subject.
    fn default_level(&self, code: &SubjectCode) -> Option<Level> {
        let programme = self.settings.programme.unwrap_or_default();
        let meaning = self.meaning(code.as_str());
        Level::ALL.into_iter().find(|level| match (self.lists.get(level), level) {
            (Some(list), _) => list.contains(code),
            (None, Level::Required) => {
                meaning.is_some_and(|own| programme.required().contains(&own))
            }
            (None, Level::Desired) => meaning.is_some_and(|own| programme.desired().contains(&own)),
        })
    }
}
