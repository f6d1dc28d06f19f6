//! One of the solutions of an archive, and its rows.

use std::collections::{BTreeMap, BTreeSet};

use super::Element;
use super::events::{Event, Events, duration};
use super::resources::{Resource, Resources};
use super::times::{Moment, Times};
use crate::diagnostic::{Foreign, Location};
use crate::domain::{ClassName, RoomName, TeacherName, WeekLabel};
use crate::import::cycle::label;
use crate::import::draft::{Draft, DraftRow};
use crate::import::joined::Joined;
use crate::import::ledger::Ledger;
use crate::import::names::{Kind, Names};

/// What is known of an instance.
pub(super) type Known<'k, 'x> = (&'k Times, &'k Resources, &'k Events<'x>);

/// What the groups are called in which proposals were written; a number follows from the second on.
const OWN: &str = "mesterskema";

/// A solution and the group that it is in.
#[derive(Clone, Copy)]
pub(crate) struct Chosen<'x> {
    /// The group's id.
    pub(crate) id: &'x str,
    pub(crate) group: Element<'x>,
    pub(crate) element: Element<'x>,
}

impl Chosen<'_> {
    /// What a person calls it: by its group, with the instance where the group has solutions of several.
    fn name(&self) -> String {
        if self.group.all("Solution").count() > 1 { self.full_name() } else { self.id.to_owned() }
    }

    fn full_name(&self) -> String {
        format!("{}/{}", self.id, self.element.attribute("Reference").unwrap_or_default())
    }
}

/// The solution of an id, else the last that was written from a proposal, else the best by its own report, else the first.
pub(crate) fn choose<'x>(
    root: Element<'x>,
    wanted: Option<&str>,
    ledger: &mut Ledger,
) -> Option<Chosen<'x>> {
    let all = all(root);
    let chosen = match wanted {
        Some(wanted) => all.iter().find(|one| one.id == wanted || one.full_name() == wanted),
        None => newest(&all).or_else(|| all.iter().min_by_key(|one| reported(one.element))),
    };
    let Some(chosen) = chosen else {
        ledger.note(lacking(&all, wanted), root.location());
        return None;
    };
    if all.len() > 1 && wanted.is_none() {
        let fault = Foreign::SolutionChosen { id: chosen.name(), others: all.len() - 1 };
        ledger.note(fault, chosen.element.location());
    }
    Some(*chosen)
}

/// Why there is none to choose.
fn lacking(all: &[Chosen<'_>], wanted: Option<&str>) -> Foreign {
    match wanted {
        Some(wanted) if !all.is_empty() => {
            let known = all.iter().map(Chosen::name).collect();
            Foreign::SolutionUnknown { wanted: wanted.to_owned(), known }
        }
        _ => Foreign::SolutionMissing,
    }
}

/// The last that was written from a proposal.
fn newest<'c, 'x>(all: &'c [Chosen<'x>]) -> Option<&'c Chosen<'x>> {
    let own = all.iter().filter(|one| own_number(one.id).is_some());
    own.max_by_key(|one| own_number(one.id))
}

fn all(root: Element<'_>) -> Vec<Chosen<'_>> {
    let groups = root.within("SolutionGroups", "SolutionGroup");
    groups
        .flat_map(|group| {
            let id = group.attribute("Id").unwrap_or_default();
            group
                .all("Solution")
                .map(move |element| Chosen { id, group, element })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The number of a group that was written from a proposal; the first has none behind its name.
fn own_number(id: &str) -> Option<u32> {
    let number = id.strip_prefix(OWN)?;
    if number.is_empty() { Some(1) } else { number.strip_prefix('-')?.parse().ok() }
}

/// An id that no group has yet.
pub(crate) fn free_id(root: Element<'_>) -> String {
    let groups = root.within("SolutionGroups", "SolutionGroup");
    match groups.filter_map(|group| own_number(group.attribute("Id")?)).max() {
        Some(last) => format!("{OWN}-{}", last.saturating_add(1)),
        None => OWN.to_owned(),
    }
}

/// The infeasibility and the objective that a solution reports; one that reports nothing comes after all that do.
fn reported(solution: Element<'_>) -> (u64, u64) {
    let report = solution.first("Report");
    let value = |name| report?.text_of(name)?.parse().ok();
    (value("InfeasibilityValue").unwrap_or(u64::MAX), value("ObjectiveValue").unwrap_or(u64::MAX))
}

/// A part of an event at one time.
struct Entry<'k, 'x> {
    event: &'k Event<'x>,
    moment: Moment,
    length: u8,
    resources: Vec<Resource>,
    location: Location,
    /// Where it begins in the solution; `None` where the instance has it.
    source: Option<usize>,
}

/// Writes a row for each part of an event that has a time, and rejects the others.
pub(super) fn rows(
    (instance, solution): (Element<'_>, Element<'_>),
    known: Known<'_, '_>,
    draft: &mut Draft,
    names: &mut Names,
    ledger: &mut Ledger,
) {
    let mut entries = entries(solution, known, ledger);
    entries.sort_by_key(|entry| (entry.moment, entry.event.id));
    let coupled = coupled(&entries, known.2, &links(instance, known.2));
    let mut invented = 0;
    for (entry, lesson) in entries.iter().zip(coupled) {
        let lesson = names.write(Kind::Lesson, &lesson, || entry.location.clone(), ledger);
        let mut row = entry.row(lesson, known.0.weeks);
        if row.classes.is_empty() {
            let own = format!("x{}", entry.event.id);
            let own = names.write(Kind::Class, &own, || entry.location.clone(), ledger);
            row.classes.push(own.as_str().into());
            row.locked = true;
            invented += 1;
        }
        draft.rows.push(row);
    }
    if invented > 0 {
        ledger.note(Foreign::ClassesInvented { count: invented }, solution.location());
    }
}

fn entries<'k, 'x>(
    solution: Element<'_>,
    known: Known<'k, 'x>,
    ledger: &mut Ledger,
) -> Vec<Entry<'k, 'x>> {
    let (_, _, events) = known;
    let mut entries = Vec::new();
    let mut seen = BTreeSet::new();
    for element in solution.within("Events", "Event") {
        if let Some(position) = events.referred(element, ledger) {
            seen.insert(position);
            let own = entry(&events.all[position], element, known, ledger);
            let source = Some(element.tag().start);
            entries.extend(own.map(|entry| Entry { source, ..entry }));
        }
    }
    // What the instance fixes whole, a solution need not repeat.
    for (position, event) in events.all.iter().enumerate() {
        if !seen.contains(&position) {
            entries.extend(entry(event, event.element, known, ledger));
        }
    }
    entries
}

fn entry<'k, 'x>(
    event: &'k Event<'x>,
    element: Element<'_>,
    (times, resources, _): Known<'k, 'x>,
    ledger: &mut Ledger,
) -> Option<Entry<'k, 'x>> {
    let location = element.location();
    let length = duration(element, ledger).unwrap_or(event.duration);
    let own = element.first("Time").and_then(|time| times.location(time, ledger));
    let Some(time) = own.or(event.time) else {
        ledger.reject(Foreign::RowUnplaced, location);
        return None;
    };
    let Some(moment) = times.moment(time, length) else {
        let written = length.to_string();
        ledger.reject(Foreign::RowWrong { written, column: "Duration".into() }, location);
        return None;
    };
    let added = resources.of_event(element, ledger);
    let resources = event.resources.iter().cloned().chain(added).collect();
    Some(Entry { event, moment, length, resources, location, source: None })
}

impl Entry<'_, '_> {
    fn row(&self, lesson: String, weeks: usize) -> DraftRow {
        let distinct: BTreeSet<&Resource> = self.resources.iter().collect();
        let (mut classes, mut teachers, mut rooms) =
            (Vec::<ClassName>::new(), Vec::<TeacherName>::new(), Vec::<RoomName>::new());
        for resource in distinct {
            match resource {
                Resource::Class(name) => classes.push(name.clone()),
                Resource::Teacher(name) => teachers.push(name.clone()),
                Resource::Room(name) => rooms.push(name.clone()),
            }
        }
        DraftRow {
            classes,
            group: None,
            subject: self.event.subject.clone(),
            teachers,
            rooms,
            start: self.moment.slot,
            length: self.length,
            week: (weeks > 1).then(|| WeekLabel::from(label(self.moment.week).as_str())),
            lesson: Some(lesson),
            locked: self.event.time.is_some(),
            allowed: None,
            apart: None,
            source: self.source.map_or_else(String::new, |start| start.to_string()),
        }
    }
}

/// For each event that is linked to others, the first of those.
fn links(instance: Element<'_>, events: &Events<'_>) -> BTreeMap<usize, usize> {
    let mut joined = Joined::default();
    let rules = instance.within("Constraints", "LinkEventsConstraint");
    for group in rules.flat_map(|rule| events.of_rule(rule)) {
        joined.join(group);
    }
    let led = |set: Vec<usize>| set.clone().into_iter().map(move |event| (event, set[0]));
    joined.sets().into_iter().flat_map(led).collect()
}

/// What couples each entry to others: the own event, or the link where other events of it are at the same time.
fn coupled(
    entries: &[Entry<'_, '_>],
    events: &Events<'_>,
    links: &BTreeMap<usize, usize>,
) -> Vec<String> {
    let link = |entry: &Entry<'_, '_>| {
        links.get(&entry.event.index).map(|&leader| (leader, entry.moment, entry.length))
    };
    let mut linked: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
    for entry in entries {
        if let Some(link) = link(entry) {
            linked.entry(link).or_default().insert(entry.event.index);
        }
    }
    let name = |entry: &Entry<'_, '_>| match link(entry) {
        Some(link) if linked[&link].len() > 1 => format!("{}*", events.all[link.0].id),
        _ => entry.event.id.to_owned(),
    };
    entries.iter().map(name).collect()
}
