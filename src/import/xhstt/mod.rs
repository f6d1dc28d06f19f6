//! XHSTT, the format of the public archive of high school timetabling problems: an instance and one of its solutions.
//!
//! Teachers, classes (or students, who then are classes), rooms and events become rows; what the instance asks of a
//! timetable is taken over where a school folder can say it, and reported where it cannot. A proposal is written back as a
//! solution of its own.
//!
//! # Source
//! G. Post et al., *XHSTT: an XML archive for high school timetabling problems in different countries*, Annals of
//! Operations Research 218 (2014); <https://www.utwente.nl/en/eemcs/dmmp/hstt/>.

mod events;
mod resources;
mod rules;
pub(crate) mod solution;
mod times;

use std::collections::{BTreeMap, BTreeSet};

use super::Choices;
use super::draft::Draft;
use super::ledger::Ledger;
use super::names::Names;
use super::original::{Original, only};
use super::xml::{Element, Tree};
use crate::diagnostic::Foreign;
use events::Events;
pub(crate) use resources::{Resource, Resources};
pub(crate) use times::{Moment, Times};

/// The outermost element.
pub(crate) const ROOT: &str = "HighSchoolTimetableArchive";

/// Reads an archive: the chosen solution and its instance.
pub(super) fn read(
    originals: &[Original],
    choices: &Choices,
    ledger: &mut Ledger,
) -> Option<Draft> {
    let tree = Tree::read(only(originals, ledger)?, ledger)?;
    let root = tree.root(ROOT, ledger)?;
    let solution = solution::choose(root, choices.solution.as_deref(), ledger)?.element;
    let instance = instance_of(root, solution, ledger)?;
    let mut names = Names::default();
    let times = Times::read(instance, ledger)?;
    let resources = Resources::read(instance, &mut names, ledger);
    let events = Events::read(instance, &times, &resources, &mut names, ledger);
    let mut draft = Draft { name: instance_name(instance), ..Draft::default() };
    draft.slots = times.slots();
    resources.enter(&mut draft);
    solution::rows(
        (instance, solution),
        (&times, &resources, &events),
        &mut draft,
        &mut names,
        ledger,
    );
    rules::read(instance, (&times, &resources, &events), &mut draft, ledger);
    Some(draft)
}

/// The instance that a solution is of; reported where there is none.
pub(crate) fn instance_of<'x>(
    root: Element<'x>,
    solution: Element<'x>,
    ledger: &mut Ledger,
) -> Option<Element<'x>> {
    let wanted = solution.attribute("Reference").unwrap_or_default();
    let mut instances = root.within("Instances", "Instance");
    let found = instances.find(|instance| instance.attribute("Id") == Some(wanted));
    if found.is_none() {
        let fault = Foreign::ReferenceUnknown { part: "Instance".into(), name: wanted.to_owned() };
        ledger.note(fault, solution.location());
    }
    found
}

fn instance_name(instance: Element<'_>) -> Option<String> {
    let given = instance.first("MetaData").and_then(|about| about.text_of("Name"));
    given.or(instance.attribute("Id")).map(ToOwned::to_owned)
}

/// Reports an element that refers to nothing known.
fn report_unknown(
    element: Element<'_>,
    part: &'static str,
    known: &BTreeSet<&str>,
    ledger: &mut Ledger,
) {
    if !element.attribute("Reference").is_some_and(|name| known.contains(name)) {
        let name = element.attribute("Reference").unwrap_or_default().to_owned();
        ledger.note(Foreign::ReferenceUnknown { part: part.into(), name }, element.location());
    }
}

/// What an element refers to; reports one that refers to nothing.
fn referred<'m, V>(
    element: Element<'_>,
    part: &'static str,
    known: &'m BTreeMap<String, V>,
    ledger: &mut Ledger,
) -> Option<&'m V> {
    let Some(name) = element.attribute("Reference") else {
        ledger.note(Foreign::PartMissing { part: "Reference".to_owned() }, element.location());
        return None;
    };
    let found = known.get(name);
    if found.is_none() {
        let fault = Foreign::ReferenceUnknown { part: part.into(), name: name.to_owned() };
        ledger.note(fault, element.location());
    }
    found
}

/// The elements' ids in order; reports those that are missing or repeated.
fn ids<'x>(
    elements: impl Iterator<Item = Element<'x>>,
    ledger: &mut Ledger,
) -> Vec<(&'x str, Element<'x>)> {
    let mut seen = BTreeMap::new();
    let mut ids = Vec::new();
    for element in elements {
        let Some(id) = element.attribute("Id") else {
            ledger.note(Foreign::PartMissing { part: "Id".to_owned() }, element.location());
            continue;
        };
        if let Some(&line) = seen.get(id) {
            ledger.note(Foreign::IdRepeated { name: id.to_owned(), line }, element.location());
            continue;
        }
        seen.insert(id, element.line());
        ids.push((id, element));
    }
    ids
}

/// What each of some elements is called: by their names if no two are alike, else by their ids.
fn labels(ids: &[(&str, Element<'_>)]) -> Vec<String> {
    let names = ids.iter().filter_map(|(_, element)| element.text_of("Name"));
    let distinct: BTreeSet<String> = names.map(crate::input::fold).collect();
    let label = |(id, element): &(&str, Element<'_>)| match element.text_of("Name") {
        Some(name) if distinct.len() == ids.len() => name.to_owned(),
        _ => (*id).to_owned(),
    };
    ids.iter().map(label).collect()
}

/// The members of each group, as places among `elements`; reports groups that nobody declared.
fn members<'x>(
    elements: &[(&str, Element<'x>)],
    groups_of: impl Fn(Element<'x>) -> Vec<Element<'x>>,
    (part, declared): (&'static str, &BTreeSet<&str>),
    ledger: &mut Ledger,
) -> BTreeMap<String, Vec<usize>> {
    let mut members: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, (_, element)) in elements.iter().enumerate() {
        for group in groups_of(*element) {
            report_unknown(group, part, declared, ledger);
            let id = group.attribute("Reference").unwrap_or_default();
            members.entry(id.to_owned()).or_default().push(position);
        }
    }
    members
}

/// The places of elements by their ids.
fn places(elements: &[(&str, Element<'_>)]) -> BTreeMap<String, usize> {
    elements.iter().enumerate().map(|(position, (id, _))| ((*id).to_owned(), position)).collect()
}
