//! Guests: which lessons of which classes an apprentice attends beside the home class, and which of its own not.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::findings::Findings;
use super::cells::row::{Cell, Row, shortened};
use super::cells::text::{fold, items};
use super::names::Names;
use super::timetable::Entry;
use crate::diagnostic::{Fault, Placing};
use crate::domain::{Also, Apprentice, ClassName, SubjectCode};

/// The subjects that each class has lessons of, by folded code.
pub(super) struct Taught(BTreeMap<ClassName, BTreeMap<String, SubjectCode>>);

impl Taught {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut taught: BTreeMap<ClassName, BTreeMap<String, SubjectCode>> = BTreeMap::new();
        for entry in entries {
            for class in &entry.classes {
                let code = (fold(entry.subject.as_str()), entry.subject.clone());
                taught.entry(class.clone()).or_default().extend([code]);
            }
        }
        Self(taught)
    }

    /// Whether a class has any lessons.
    pub(super) fn has(&self, class: &ClassName) -> bool {
        self.0.contains_key(class)
    }

    /// The code of a subject of a class, as the timetable has it; reports it if the class has no lessons of it.
    fn subject(
        &self,
        class: &ClassName,
        written: &str,
        cell: &Cell<'_>,
        findings: &mut Findings,
    ) -> SubjectCode {
        let known = self.0.get(class);
        if let Some(code) = known.and_then(|codes| codes.get(&fold(written))) {
            return code.clone();
        }
        let codes = known.into_iter().flatten().map(|(folded, _)| folded.as_str());
        let nearest = findings.nearest(&fold(written), codes);
        let nearest = nearest.and_then(|near| Some(known?.get(near)?.to_string()));
        let (subject, class) = (shortened(written), class.to_string());
        let fault = Placing::SubjectNotOfClass { subject, class, nearest };
        findings.report(Fault::Placing(fault), cell.location());
        SubjectCode::from(written)
    }
}

/// The classes, and the subjects of classes, in a cell; those that cannot be are reported and left out.
pub(super) fn also(
    cell: &Cell<'_>,
    home: Option<&ClassName>,
    classes: &Names<ClassName>,
    taught: &Taught,
    findings: &mut Findings,
) -> Vec<Also> {
    let mut all: Vec<Also> = Vec::new();
    for item in items(&cell.text) {
        let Some((class, subject)) = split(item, classes, taught) else {
            let nearest = classes.nearest(item, findings);
            let class = shortened(item);
            findings.report(Fault::ClassUnknown { class, nearest }, cell.location());
            continue;
        };
        if Some(&class) == home {
            let class = class.to_string();
            findings.report(Fault::Placing(Placing::AlsoHome { class }), cell.location());
            continue;
        }
        let subject = subject.map(|written| taught.subject(&class, written, cell, findings));
        let also = Also { class, subject };
        if !all.contains(&also) {
            all.push(also);
        }
    }
    all
}

/// Reports a row by which the home class becomes one that the pupil is a guest of already.
pub(super) fn report_home(
    row: &Row<'_>,
    known: &[Also],
    home: Option<&ClassName>,
    findings: &mut Findings,
) {
    if let Some(also) = known.iter().find(|also| Some(&also.class) == home) {
        let class = also.class.to_string();
        findings.report(Fault::Placing(Placing::AlsoHome { class }), row.location());
    }
}

/// The class that an item names, with the subject after a `/` if the whole is no class.
fn split<'i>(
    item: &'i str,
    classes: &Names<ClassName>,
    taught: &Taught,
) -> Option<(ClassName, Option<&'i str>)> {
    let class = |name: &str| classes.find(name).filter(|class| taught.has(class));
    if let Some(whole) = class(item) {
        return Some((whole, None));
    }
    item.match_indices('/').find_map(|(at, _)| {
        let subject = item[at + 1..].trim();
        Some((class(item[..at].trim())?, Some(subject))).filter(|_| !subject.is_empty())
    })
}

/// The subjects of the home class in a cell.
pub(super) fn skips(
    cell: &Cell<'_>,
    home: &ClassName,
    taught: &Taught,
    findings: &mut Findings,
) -> BTreeSet<SubjectCode> {
    items(&cell.text).map(|written| taught.subject(home, written, cell, findings)).collect()
}

/// Reports required subjects that a pupil skips and attends nowhere else.
pub(super) fn report_skipped(
    pupil: &Apprentice,
    taught: &Taught,
    cell: &Cell<'_>,
    findings: &mut Findings,
) {
    let attended = |subject: &SubjectCode| {
        let has =
            |codes: &BTreeMap<String, SubjectCode>| codes.values().any(|code| code == subject);
        taught.0.iter().any(|(class, codes)| has(codes) && pupil.takes(class, subject))
    };
    for subject in pupil.required.intersection(&pupil.skips).filter(|one| !attended(one)) {
        let subject = subject.to_string();
        findings.report(Fault::Placing(Placing::RequiredSkipped { subject }), cell.location());
    }
}
