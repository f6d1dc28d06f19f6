//! The events of an instance: what is taught, before anything says when.

use std::collections::{BTreeMap, BTreeSet};

use super::resources::{Resource, Resources};
use super::times::Times;
use super::{Element, ids, labels, members, places, referred};
use crate::diagnostic::Foreign;
use crate::domain::SubjectCode;
use crate::import::ledger::Ledger;
use crate::import::names::{Kind, Names};

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
        let known: BTreeSet<&str> = declared.iter().map(|(id, _)| *id).collect();
        let titles: BTreeMap<String, String> =
            declared.iter().map(|(id, _)| (*id).to_owned()).zip(labels(&declared)).collect();
        let own = part.into_iter().flat_map(|part| part.all("Event").collect::<Vec<_>>());
        let own = ids(own, ledger);
        let groups = members(&own, groups_of, ("EventGroup", &known), ledger);
        let by_id = places(&own);
        let mut events = Self { all: Vec::new(), by_id, groups, of_subject: BTreeMap::new() };
        for (id, element) in own {
            let title = title(element, &titles, &events.groups);
            let subject: SubjectCode =
                names.write(Kind::Subject, &title, || element.location(), ledger).as_str().into();
            *events.of_subject.entry(subject.clone()).or_default() += 1;
            let duration = duration(element, ledger).unwrap_or(1);
            let time = element.first("Time").and_then(|time| times.location(time, ledger));
            let resources = resources.of_event(element, ledger);
            let index = events.all.len();
            events.all.push(Event { index, id, element, duration, time, resources, subject });
        }
        events
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
        ledger.note(fault, element.location());
    }
    read
}
fn groups_of(event: Element<'_>) -> Vec<Element<'_>> {
    let listed = event.first("EventGroups").into_iter().flat_map(Element::elements);
    event.all("Course").chain(listed).collect()
}

/// What is taught: the course, else the smallest group that the event is in, else the event itself.
fn title(
    event: Element<'_>,
    titles: &BTreeMap<String, String>,
    groups: &BTreeMap<String, Vec<usize>>,
) -> String {
    let ids: BTreeSet<&str> =
        groups_of(event).into_iter().filter_map(|group| group.attribute("Reference")).collect();
    let course = event.first("Course").and_then(|course| course.attribute("Reference"));
    let smallest = || ids.into_iter().min_by_key(|id| groups.get(*id).map_or(usize::MAX, Vec::len));
    let title = course.or_else(smallest).and_then(|id| titles.get(id)).cloned();
    title.or_else(|| event.text_of("Name").map(ToOwned::to_owned)).unwrap_or_default()
}
