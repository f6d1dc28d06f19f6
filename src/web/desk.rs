//! A school that somebody works on: its files, what is wrong with them, and what was made of it.

use std::sync::{Arc, Mutex, PoisonError};

use super::edit::{Edit, scenarios};
use super::history::History;
use super::situation::Situation;
use super::source::Source;
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Almanac, Language, School};
use crate::input::{QuotedRow, Sheet};
use crate::pipeline::{Faults, settle};

/// A school that somebody works on.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) source: Arc<Source>,
    /// What is wrong with the files.
    pub(super) found: Vec<Diagnostic>,
    /// The rows that it stands in.
    pub(super) rows: Vec<Option<QuotedRow>>,
    /// The language that the school asks for.
    pub(super) language: Option<Language>,
    /// The school as it was read, and the faults of its timetable; `None` if it cannot be read.
    pub(super) read: Option<(School, Vec<Breach>)>,
    /// What was done about those faults.
    pub(super) faults: Faults,
    /// The school as it can be worked on.
    pub(super) bench: Option<Bench>,
}

/// A school that can be worked on.
#[derive(Debug)]
pub(super) struct Bench {
    /// Its timetable's file.
    pub(super) sheet: Sheet,
    /// What plans and calendars need besides.
    pub(super) almanac: Almanac,
    source: Arc<Source>,
    history: Mutex<History>,
}

impl Desk {
    /// Reads the files of `source`.
    pub(super) fn open(source: Arc<Source>, faults: Faults) -> Self {
        let loaded = source.load();
        let rows = source.quote(&loaded.diagnostics);
        let is_error = |found: &Diagnostic| found.severity == Severity::Error;
        let is_good = !loaded.diagnostics.iter().any(is_error);
        let school = loaded.school.filter(|_| is_good);
        let settled = school.as_ref().and_then(|school| settle(school, faults).ok());
        let bench = settled.zip(loaded.sheet).map(|((school, _), sheet)| Bench {
            sheet,
            almanac: loaded.almanac.clone(),
            source: Arc::clone(&source),
            history: Mutex::new(History::new(Situation::new(Arc::new(school)))),
        });
        let read = school.map(|school| {
            let breaches = crate::check::faults(&school);
            (school, breaches)
        });
        let (found, language) = (loaded.diagnostics, loaded.language);
        Self { source, found, rows, language, read, faults, bench }
    }

    /// The name of the school, if it is known.
    pub(super) fn name(&self) -> Option<&str> {
        self.read.as_ref().and_then(|(school, _)| school.name.as_deref())
    }
}

impl Bench {
    /// What somebody has made of the school so far.
    pub(super) fn now(&self) -> Arc<Situation> {
        self.with(|history| history.now())
    }

    /// Does something with the history.
    pub(super) fn with<Said>(&self, work: impl FnOnce(&mut History) -> Said) -> Said {
        work(&mut self.history.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Wishes something else than until now.
    pub(super) fn wish(&self, wish: impl FnOnce(&mut Situation)) {
        self.with(|history| history.go_on(history.now().wishing(wish)));
    }

    /// Changes the apprentices.
    ///
    /// # Errors
    /// What is wrong with the changes.
    pub(super) fn recast(&self, step: Vec<Edit>) -> Result<(), Vec<Diagnostic>> {
        let now = self.now();
        let steps = [now.steps.clone(), vec![step]].concat();
        let school = self.cast(&now.school, &steps)?;
        self.with(|history| history.go_on(now.recast(school, steps)));
        Ok(())
    }

    /// The school with the apprentices that it has after `steps`.
    pub(super) fn cast(
        &self,
        school: &School,
        steps: &[Vec<Edit>],
    ) -> Result<School, Vec<Diagnostic>> {
        let apprentices = self.source.cast(&scenarios(steps))?;
        Ok(School { apprentices, ..school.clone() })
    }

    /// Begins anew with what somebody made of the school before.
    pub(super) fn begin(&self, situation: Situation) {
        self.with(|history| *history = History::new(situation));
    }
}
