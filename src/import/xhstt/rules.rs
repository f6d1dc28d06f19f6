//! What an instance asks of a timetable: taken over where a school folder can say it, else reported.

use std::collections::{BTreeMap, BTreeSet};

use super::Element;
use super::resources::Resource;
use super::solution::Known;
use super::times::Times;
use crate::diagnostic::{Foreign, Location};
use crate::domain::{ClassName, Period, Slot};
use crate::import::draft::Draft;
use crate::import::ledger::Ledger;

/// Rules that hold whatever is changed: nobody is in two places, lessons stay in one piece and with their teachers and
/// rooms, and linked events move as one.
const HELD: [&str; 9] = [
    "AssignTimeConstraint",
    "AssignResourceConstraint",
    "SplitEventsConstraint",
    "DistributeSplitEventsConstraint",
    "PreferResourcesConstraint",
    "AvoidSplitAssignmentsConstraint",
    "AvoidClashesConstraint",
    "LinkEventsConstraint",
    "LimitWorkloadConstraint",
];

/// Reads the rules, after the rows.
pub(super) fn read(
    instance: Element<'_>,
    known: Known<'_, '_>,
    draft: &mut Draft,
    ledger: &mut Ledger,
) {
    let mut unmapped: BTreeMap<(&str, bool), (Location, Vec<String>)> = BTreeMap::new();
    for rule in instance.first("Constraints").into_iter().flat_map(Element::elements) {
        if HELD.contains(&rule.name()) {
            continue;
        }
        let is_hard =
            rule.text_of("Required").is_some_and(|text| text.eq_ignore_ascii_case("true"));
        let is_mapped = is_hard && map(rule, known, draft);
        if !is_mapped {
            let entry = unmapped.entry((rule.name(), is_hard));
            let name = rule.text_of("Name").or(rule.attribute("Id")).unwrap_or_default();
            entry.or_insert_with(|| (rule.location(), Vec::new())).1.push(name.to_owned());
        }
    }
    for ((kind, hard), (location, names)) in unmapped {
        ledger.note(Foreign::RuleUnmapped { kind: kind.to_owned(), names, hard }, location);
    }
}

/// Takes a requirement over; says whether all of it could be.
fn map(rule: Element<'_>, known: Known<'_, '_>, draft: &mut Draft) -> bool {
    match rule.name() {
        "AvoidUnavailableTimesConstraint" => map_unavailable(rule, known, draft),
        "SpreadEventsConstraint" => map_spread(rule, known, draft),
        "LimitBusyTimesConstraint" => map_busy(rule, known, draft),
        _ => false,
    }
}

fn map_unavailable(
    rule: Element<'_>,
    (times, resources, _): Known<'_, '_>,
    draft: &mut Draft,
) -> bool {
    let named = times.named(rule);
    let slots = times.every_week(&named);
    let mut is_whole = slots.len() * times.weeks == named.len();
    for resource in resources.of_rule(rule) {
        match resource {
            Resource::Teacher(name) => {
                draft.teachers.entry(name.clone()).or_default().unavailable.extend(&slots);
            }
            Resource::Room(name) => {
                draft.rooms.entry(name.clone()).or_default().unavailable.extend(&slots);
            }
            Resource::Class(name) => is_whole &= map_hours(name, &slots, times, draft),
        }
    }
    is_whole
}

/// A class that is away before one period and after another every day, and at no other time.
fn map_hours(class: &ClassName, away: &BTreeSet<Slot>, times: &Times, draft: &mut Draft) -> bool {
    let there: BTreeSet<Period> = times.slots().difference(away).map(|slot| slot.period).collect();
    let (Some(&earliest), Some(&latest)) = (there.first(), there.last()) else { return false };
    let is_within = |slot: &Slot| (earliest..=latest).contains(&slot.period);
    if times.slots().iter().any(|slot| is_within(slot) == away.contains(slot)) {
        return false;
    }
    if !away.is_empty() {
        let hours = draft.classes.entry(class.clone()).or_default();
        (hours.earliest, hours.latest) = (Some(earliest), Some(latest));
    }
    true
}

/// At most so many events of a subject on each day.
fn map_spread(rule: Element<'_>, (times, _, events): Known<'_, '_>, draft: &mut Draft) -> bool {
    let Some(most) = per_day(rule, times, "TimeGroups") else { return false };
    let mut is_whole = true;
    for group in events.of_rule(rule) {
        let subjects: BTreeSet<_> = group.iter().map(|&event| &events.all[event].subject).collect();
        let longest = group.iter().map(|&event| events.all[event].duration).max().unwrap_or(1);
        match subjects.first() {
            Some(&subject) if subjects.len() == 1 && group.len() == events.of_subject(subject) => {
                let entry = draft.subjects.entry(subject.clone()).or_default();
                entry.max_per_day =
                    entry.max_per_day.min(most.saturating_mul(longest.into()).max(1));
            }
            _ => is_whole = false,
        }
    }
    is_whole
}

/// Teachers who are busy at most so many times on each day.
fn map_busy(rule: Element<'_>, (times, resources, _): Known<'_, '_>, draft: &mut Draft) -> bool {
    let Some(most) = per_day(rule, times, "TimeGroups") else { return false };
    let mut is_whole = rule.text_of("Minimum").is_none_or(|least| least == "0");
    for resource in resources.of_rule(rule) {
        match resource {
            Resource::Teacher(name) => {
                let teacher = draft.teachers.entry(name.clone()).or_default();
                teacher.max_per_day = Some(teacher.max_per_day.map_or(most, |own| own.min(most)));
            }
            _ => is_whole = false,
        }
    }
    is_whole
}

/// The one maximum that a rule has for groups of times that are all days.
fn per_day(rule: Element<'_>, times: &Times, part: &str) -> Option<u32> {
    let groups: Vec<Element<'_>> = rule.first(part)?.elements().collect();
    let days: BTreeSet<&str> =
        groups.iter().filter_map(|group| group.attribute("Reference")).collect();
    let of_rule = rule.text_of("Maximum");
    let most = |group: &Element<'_>| group.text_of("Maximum").or(of_rule)?.parse().ok();
    let limits: BTreeSet<Option<u32>> = groups.iter().map(most).collect();
    let is_daily = !days.is_empty() && days.iter().all(|day| times.is_day(day));
    match limits.first() {
        Some(&Some(most)) if is_daily && limits.len() == 1 && most > 0 => Some(most),
        _ => None,
    }
}
