//! A school that somebody works on: its files, what is wrong with them, and what was made of it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::edit::{Change, Edit, scenarios};
use super::history::History;
use super::meanwhile::{About, Unchanged, between};
use super::relief::{Relief, leaving, relieved};
use super::situation::{Made, Situation};
use super::source::Source;
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Almanac, Language, School};
use crate::explain::Remedy;
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
    /// What the school calls itself.
    name: Option<String>,
    /// The school as it was read, with the faults of its timetable, where those keep it from being worked on.
    pub(super) clashing: Option<(School, Vec<Breach>)>,
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
    /// The school as it was read.
    read: Arc<School>,
    history: Mutex<History>,
    /// Held by who reads what is now, works, and then makes something else of it: one at a time.
    change: Mutex<()>,
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
        let bench = settled.zip(loaded.sheet).map(|((school, _), sheet)| {
            let read = Arc::new(school);
            let history = History::new(Situation::new(Arc::clone(&read)));
            Bench {
                sheet,
                almanac: loaded.almanac.clone(),
                source: Arc::clone(&source),
                read,
                history: Mutex::new(history),
                change: Mutex::default(),
            }
        });
        let name = school.as_ref().and_then(|school| school.name.clone());
        let clashing = school.filter(|_| bench.is_none()).map(|school| {
            let breaches = crate::check::faults(&school);
            (school, breaches)
        });
        let (found, language) = (loaded.diagnostics, loaded.language);
        Self { source, found, rows, language, name, clashing, faults, bench }
    }

    /// The name of the school, if it is known.
    pub(super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
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

    /// What is now, if that is what was `seen`.
    ///
    /// # Errors
    /// What was changed since.
    pub(super) fn shown(&self, seen: Option<u64>) -> Result<Arc<Situation>, Unchanged> {
        let now = self.now();
        self.agree(seen, &About::Everything, &now).map(|()| now)
    }

    /// Takes a step back or forth in the history, from what was `seen`.
    ///
    /// # Errors
    /// What was changed since.
    pub(super) fn step(
        &self,
        seen: Option<u64>,
        step: impl FnOnce(&mut History),
    ) -> Result<(), Unchanged> {
        let _alone = self.alone();
        self.shown(seen)?;
        self.with(step);
        Ok(())
    }

    /// Wishes something else than until now. Who wishes what is wished already has it.
    ///
    /// # Errors
    /// What it is `about` was changed since it was `seen`.
    pub(super) fn wish(
        &self,
        seen: Option<u64>,
        about: &About,
        wish: impl FnOnce(&mut Situation),
    ) -> Result<(), Unchanged> {
        let _alone = self.alone();
        let now = self.now();
        let next = now.wishing(wish);
        if between(&now, &next).is_empty() {
            return Ok(());
        }
        self.agree(seen, about, &now)?;
        self.with(|history| history.go_on(next));
        Ok(())
    }

    /// Changes the apprentices.
    ///
    /// # Errors
    /// What is wrong with the changes, or what they are `about` was changed since it was `seen`.
    pub(super) fn recast(
        &self,
        seen: Option<u64>,
        about: &About,
        steps: impl FnOnce(&Situation) -> Vec<Vec<Edit>>,
    ) -> Result<(), Unchanged> {
        let _alone = self.alone();
        let now = self.now();
        self.agree(seen, about, &now)?;
        let steps = [now.steps.clone(), steps(&now)].concat();
        self.go_on(&now, (steps, now.reliefs.clone()))
    }

    /// Goes a way out, or takes one back that was gone: who is meant by it leaves, or else what the school says holds no more.
    ///
    /// # Errors
    /// Somebody changed something since it was `seen`.
    pub(super) fn relieve(
        &self,
        seen: Option<u64>,
        relief: Relief,
        is_back: bool,
    ) -> Result<(), Unchanged> {
        let _alone = self.alone();
        let now = self.now();
        self.agree(seen, &About::Everything, &now)?;
        let made = if is_back { without(&now, &relief) } else { with(&now, relief) };
        made.map_or(Ok(()), |made| self.go_on(&now, made))
    }

    /// The ways out that were gone, each with what it does.
    pub(super) fn reliefs(&self, now: &Situation) -> Vec<(Relief, Remedy)> {
        if now.reliefs.is_empty() {
            return Vec::new();
        }
        let Ok(cast) = self.made(&(now.steps.clone(), Vec::new())) else { return Vec::new() };
        let (_, done) = relieved(cast, &now.reliefs);
        let all = now.reliefs.iter().cloned().zip(done);
        all.filter_map(|(relief, remedy)| Some((relief, remedy?))).collect()
    }

    /// Goes on with another school.
    fn go_on(&self, now: &Situation, made: Made) -> Result<(), Unchanged> {
        let school = self.made(&made)?;
        self.with(|history| history.go_on(now.recast(school, made)));
        Ok(())
    }

    /// The school that is made of the one that was read.
    pub(super) fn made(&self, (steps, reliefs): &Made) -> Result<School, Unchanged> {
        let school = match &steps[..] {
            [] => School::clone(&self.read),
            steps => self.cast(&self.read, steps)?,
        };
        Ok(relieved(school, reliefs).0)
    }

    /// Until it is dropped, nobody else changes anything. What was made under it is whole even where a change panicked.
    fn alone(&self) -> MutexGuard<'_, ()> {
        self.change.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether `now` is, in what a change is `about`, still as it was `seen`. Who does not say what was seen means what
    /// is now.
    fn agree(&self, seen: Option<u64>, about: &About, now: &Situation) -> Result<(), Unchanged> {
        let Some(number) = seen.filter(|&number| number != now.number) else { return Ok(()) };
        let seen = self.with(|history| history.remembered(number));
        let seen = seen.ok_or_else(|| Unchanged::Overtaken(Vec::new()))?;
        let mut changed = between(&seen, now);
        changed.retain(|one| about.concerns(one));
        match about {
            About::Everything => Err(Unchanged::Overtaken(changed)),
            _ if changed.is_empty() => Ok(()),
            _ => Err(Unchanged::Overtaken(changed)),
        }
    }

    /// The school with the apprentices that it has after `steps`.
    fn cast(&self, school: &School, steps: &[Vec<Edit>]) -> Result<School, Unchanged> {
        let apprentices = self.source.cast(&scenarios(steps))?;
        Ok(School { apprentices, ..school.clone() })
    }

    /// Begins anew with what somebody made of the school before.
    pub(super) fn begin(&self, situation: Situation) {
        self.with(|history| *history = History::new(situation));
    }
}

/// What is made where a way out is gone; `None` where there is nothing of which it is one.
fn with(now: &Situation, relief: Relief) -> Option<Made> {
    let (mut steps, mut reliefs) = (now.steps.clone(), now.reliefs.clone());
    let leaving = leaving(&relief.remedy(&now.school)?, &now.school);
    if leaving.is_empty() {
        reliefs.push(relief);
    } else {
        let leave = leaving.iter().map(|pupil| Edit::of(Change::Leave, pupil.as_str()));
        steps.push(leave.collect());
    }
    Some((steps, reliefs))
}

/// What is made where one is taken back; `None` where it was not gone.
fn without(now: &Situation, relief: &Relief) -> Option<Made> {
    let mut reliefs = now.reliefs.clone();
    let at = reliefs.iter().rposition(|one| one == relief)?;
    reliefs.remove(at);
    Some((now.steps.clone(), reliefs))
}
