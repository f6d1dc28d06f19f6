//! The events of an instance: what is taught, before anything says when.

use std::collections::{BTreeMap, BTreeSet};

use super::resources::{Resource, Resources};
use super::times::Times;
use super::{Element, ids, labels, referred};
use crate::diagnostic::Foreign;
use crate::domain::SubjectCode;
use crate::exchange::ledger::Ledger;
use crate::exchange::names::{Kind, Names};

/// The longest event, in periods.
const LONGEST: u8 = 99;

/// An event.
pub(super) struct Event<'x> {
    pub(super) index: usize,
    pub(super) id: &'x str,
    pub(super) element: Element<'x>,
    pub(super) duration: u8,
    /// The place of the time that the instance itself gives it.
    pub(super) time: Option<usize>,
    pub(super) resources: Vec<Resource>,
    pub(super) subject: SubjectCode,
}

/// All events, and the groups that they are in.
pub(super) struct Events<'x> {
    pub(super) all: Vec<Event<'x>>,
    by_id: BTreeMap<String, usize>,
    groups: BTreeMap<String, Vec<usize>>,
    of_subject: BTreeMap<SubjectCode, usize>,
}

impl<'x> Events<'x> {
    /// Reads the events.
    pub(super) fn read(
        instance: Element<'x>,
        times: &Times,
        resources: &Resources,
        names: &mut Names,
        ledger: &mut Ledger,
    ) -> Self {
        let part = instance.first("Events");
        let declared = part.and_then(|part| part.first("EventGroups"));
        let declared = ids(declared.into_iter().flat_map(Element::elements), ledger);
        let titles: BTreeMap<String, String> =
            declared.iter().map(|(id, _)| (*id).to_owned()).zip(labels(&declared)).collect();
        let own =
            ids(part.into_iter().flat_map(|part| part.all("Event").collect::<Vec<_>>()), ledger);
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, (_, element)) in own.iter().enumerate() {
            for group in groups_of(*element) {
                referred(group, "EventGroup", &titles, ledger);
                let id = group.attribute("Reference").unwrap_or_default();
                groups.entry(id.to_owned()).or_default().push(place);
            }
        }
        let by_id =
            own.iter().enumerate().map(|(place, (id, _))| ((*id).to_owned(), place)).collect();
        let mut all = Vec::new();
        for (id, element) in own {
            let title = title(element, &titles, &groups);
            let subject = names.write(Kind::Subject, &title, || element.place(), ledger);
            let known = element
                .within("Resources", "Resource")
                .filter(|one| one.attribute("Reference").is_some());
            let known: Vec<Resource> =
                known.filter_map(|one| resources.referred(one, ledger).cloned()).collect();
            all.push(Event {
                index: all.len(),
                id,
                element,
                duration: duration(element, ledger).unwrap_or(1),
                time: element.first("Time").and_then(|time| times.place(time, ledger)),
                resources: known,
                subject: subject.as_str().into(),
            });
        }
        let mut of_subject = BTreeMap::new();
        for event in &all {
            *of_subject.entry(event.subject.clone()).or_default() += 1;
        }
        Self { all, by_id, groups, of_subject }
    }

    /// The place of the event that an element refers to.
    pub(super) fn referred(&self, element: Element<'_>, ledger: &mut Ledger) -> Option<usize> {
        referred(element, "Event", &self.by_id, ledger).copied()
    }

    /// The places of the events of each group, and of each single event, that a rule applies to.
    pub(super) fn of_rule(&self, rule: Element<'_>) -> Vec<Vec<usize>> {
        let applies = rule.first("AppliesTo");
        let of = |list: &'static str, name: &'static str| {
            applies.into_iter().flat_map(move |to| to.within(list, name).collect::<Vec<_>>())
        };
        let id =
            |element: Element<'_>| element.attribute("Reference").unwrap_or_default().to_owned();
        let groups = of("EventGroups", "EventGroup")
            .map(id)
            .filter_map(|group| self.groups.get(&group).cloned());
        let single =
            of("Events", "Event").map(id).filter_map(|event| Some(vec![*self.by_id.get(&event)?]));
        groups.chain(single).collect()
    }

    /// How many events a subject has.
    pub(super) fn of_subject(&self, subject: &SubjectCode) -> usize {
        self.of_subject.get(subject).copied().unwrap_or(0)
    }
}

/// The duration that an element has; reports one that is none.
pub(super) fn duration(element: Element<'_>, ledger: &mut Ledger) -> Option<u8> {
    let written = element.text_of("Duration")?;
    let read = written.parse().ok().filter(|duration| (1..=LONGEST).contains(duration));
    if read.is_none() {
        let fault =
            Foreign::ValueWrong { written: written.to_owned(), part: "Duration".to_owned() };
        ledger.note(fault, element.place());
    }
    read
}

fn groups_of(event: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    let listed = event.first("EventGroups").into_iter().flat_map(Element::elements);
    event.all("Course").chain(listed).collect::<Vec<_>>().into_iter()
}

/// What is taught: the course, else the smallest group that the event is in, else the event itself.
fn title(
    event: Element<'_>,
    titles: &BTreeMap<String, String>,
    groups: &BTreeMap<String, Vec<usize>>,
) -> String {
    let ids: BTreeSet<&str> =
        groups_of(event).filter_map(|group| group.attribute("Reference")).collect();
    let course = event.first("Course").and_then(|course| course.attribute("Reference"));
    let smallest = || ids.into_iter().min_by_key(|id| groups.get(*id).map_or(usize::MAX, Vec::len));
    let title = course.or_else(smallest).and_then(|id| titles.get(id)).cloned();
    title.or_else(|| event.text_of("Name").map(ToOwned::to_owned)).unwrap_or_default()
}
