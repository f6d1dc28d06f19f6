//! Names: two spellings of one name become the form that was written first; near misses are reported.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::cells::findings::Findings;
use super::cells::lookalike::deceptive;
use super::cells::row::{Cell, shortened};
use super::cells::text::{fold, squeeze};
use crate::diagnostic::{Fault, NameKind};
use crate::domain::{
    ApartLabel, Apprentice, ClassName, DivisionName, PartName, PlaceName, RoomKind, RoomName,
    SiteName, SubjectCode, TeacherName, TradeName, WeekLabel,
};

/// The names of one kind.
#[derive(Debug)]
pub(super) struct Names<T> {
    kind: NameKind,
    known: BTreeMap<String, T>,
    alike: BTreeMap<String, Sighting>,
}

/// Where a name was first written.
#[derive(Debug)]
struct Sighting {
    name: String,
    file: String,
    line: u32,
}

impl<T> Names<T>
where
    T: Clone + Display + for<'a> From<&'a str>,
{
    const fn new(kind: NameKind) -> Self {
        Self { kind, known: BTreeMap::new(), alike: BTreeMap::new() }
    }

    /// The name in the form that was written first, which may be this one.
    pub(super) fn learn(&mut self, written: &str, cell: &Cell<'_>, findings: &mut Findings) -> T {
        let folded = fold(written);
        if let Some(known) = self.known.get(&folded) {
            return known.clone();
        }
        let name = T::from(written);
        if findings.is_struck(written) {
            return name;
        }
        report_deceptive(written, cell, findings);
        self.compare(&folded, &name, cell, findings);
        self.known.insert(folded, name.clone());
        name
    }

    /// The name, if it is known.
    pub(super) fn find(&self, written: &str) -> Option<T> {
        self.known.get(&fold(written)).cloned()
    }

    /// Whether there are no names.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Every name, in the order of the folded forms.
    pub(super) fn all(&self) -> impl Iterator<Item = &T> {
        self.known.values()
    }

    /// The known name that was most likely meant.
    pub(super) fn nearest(&self, written: &str, findings: &mut Findings) -> Option<String> {
        let candidates = self.known.keys().map(String::as_str);
        let nearest = findings.nearest(&fold(written), candidates)?;
        self.known.get(nearest).map(ToString::to_string)
    }

    /// The name; reports it if others are known and it is not.
    pub(super) fn expect(&self, written: &str, cell: &Cell<'_>, findings: &mut Findings) -> T {
        if let Some(known) = self.find(written) {
            return known;
        }
        if !self.known.is_empty() && !findings.is_struck(written) {
            let nearest = self.nearest(written, findings);
            let fault = Fault::NameUnknown { kind: self.kind, name: written.to_owned(), nearest };
            findings.report(fault, cell.location());
            report_deceptive(written, cell, findings);
        }
        T::from(written)
    }

    /// As [`Names::expect`], but the name counts as known from now on.
    pub(super) fn adopt(&mut self, written: &str, cell: &Cell<'_>, findings: &mut Findings) -> T {
        let name = self.expect(written, cell, findings);
        if !self.known.is_empty() {
            self.known.entry(fold(written)).or_insert_with(|| name.clone());
        }
        name
    }

    fn compare(&mut self, folded: &str, name: &T, cell: &Cell<'_>, findings: &mut Findings) {
        let squeezed = squeeze(folded);
        if squeezed.is_empty() {
            return;
        }
        let Some(first) = self.alike.get(&squeezed) else {
            let file = cell.file().to_owned();
            let sighting = Sighting { name: name.to_string(), file, line: cell.line };
            self.alike.insert(squeezed, sighting);
            return;
        };
        let fault = Fault::NamesAlike {
            kind: self.kind,
            name: name.to_string(),
            other: first.name.clone(),
            file: first.file.clone(),
            line: first.line,
        };
        findings.report(fault, cell.location());
    }
}

/// Reports a name that is not what it seems to whoever looks at it.
pub(super) fn report_deceptive(written: &str, cell: &Cell<'_>, findings: &mut Findings) {
    let signs = deceptive(written);
    if !signs.is_empty() {
        let name = shortened(written);
        findings.report(Fault::SignsDeceptive { name, signs }, cell.location());
    }
}

/// The apprentice who was most likely meant.
pub(super) fn nearest_pupil(
    written: &str,
    apprentices: &[Apprentice],
    findings: &mut Findings,
) -> Option<String> {
    let folded: Vec<String> = apprentices.iter().map(|one| fold(one.pupil.as_str())).collect();
    let nearest = findings.nearest(&fold(written), folded.iter().map(String::as_str))?;
    let index = folded.iter().position(|one| one == nearest)?;
    Some(apprentices[index].pupil.to_string())
}

/// The names that make up groups.
#[derive(Debug)]
pub(super) struct GroupNames {
    pub(super) divisions: Names<DivisionName>,
    pub(super) parts: Names<PartName>,
}

/// All names of a school.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) classes: Names<ClassName>,
    pub(super) subjects: Names<SubjectCode>,
    pub(super) teachers: Names<TeacherName>,
    pub(super) rooms: Names<RoomName>,
    pub(super) kinds: Names<RoomKind>,
    pub(super) groups: GroupNames,
    pub(super) places: Names<PlaceName>,
    pub(super) trades: Names<TradeName>,
    pub(super) sites: Names<SiteName>,
    pub(super) apart: Names<ApartLabel>,
    pub(super) weeks: Names<WeekLabel>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            classes: Names::new(NameKind::Class),
            subjects: Names::new(NameKind::Subject),
            teachers: Names::new(NameKind::Teacher),
            rooms: Names::new(NameKind::Room),
            kinds: Names::new(NameKind::RoomKind),
            groups: GroupNames {
                divisions: Names::new(NameKind::Division),
                parts: Names::new(NameKind::Part),
            },
            places: Names::new(NameKind::Place),
            trades: Names::new(NameKind::Trade),
            sites: Names::new(NameKind::Site),
            apart: Names::new(NameKind::Apart),
            weeks: Names::new(NameKind::Week),
        }
    }
}
