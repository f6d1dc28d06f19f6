//! Constraints: taken over where a school folder can say them, else reported.

use std::collections::{BTreeMap, BTreeSet};

use super::constraints::{Task, is_evaluated};
use super::limits::KINDS;
use super::{Element, Week, is_active, is_hard};
use crate::diagnostic::{Foreign, Location};
use crate::domain::Slot;
use crate::import::draft::Draft;
use crate::import::kinds;
use crate::import::ledger::Ledger;
use crate::import::names::Kind;

/// Constraints that hold whatever is changed, or were read elsewhere.
const HELD: [&str; 7] = [
    "ConstraintBasicCompulsoryTime",
    "ConstraintBasicCompulsorySpace",
    "ConstraintBreakTimes",
    "ConstraintActivityPreferredStartingTime",
    "ConstraintActivitiesSameStartingTime",
    "ConstraintActivityPreferredRoom",
    "ConstraintActivityPreferredRooms",
];

/// Reads the constraints, after the rows.
pub(super) fn read(root: Element<'_>, task: &Task<'_, '_>, draft: &mut Draft, ledger: &mut Ledger) {
    let week = task.week;
    let lists = ["Time_Constraints_List", "Space_Constraints_List"];
    let rules = lists.iter().filter_map(|list| root.first(list)).flat_map(Element::elements);
    let mut unmapped: BTreeMap<(&str, bool), (Location, Vec<String>)> = BTreeMap::new();
    let mut watched: BTreeMap<&str, Location> = BTreeMap::new();
    let mut room_sets: Vec<BTreeSet<&str>> = Vec::new();
    for rule in rules.filter(|rule| is_active(*rule)) {
        let rooms: BTreeSet<&str> = rule.all("Preferred_Room").map(Element::text).collect();
        let is_room_set = !rooms.is_empty();
        room_sets.extend(is_room_set.then_some(rooms));
        let is_limit = week.weeks() == 1 && is_hard(rule) && KINDS.contains(&rule.name());
        if HELD.contains(&rule.name())
            || is_limit
            || is_room_set
            || is_hard(rule) && map(rule, week, draft, ledger)
        {
            continue;
        }
        if week.weeks() == 1 && is_hard(rule) && is_evaluated(rule, task) {
            watched.entry(rule.name()).or_insert_with(|| rule.location());
            continue;
        }
        let name = [
            "Teacher",
            "Teacher_Name",
            "Students",
            "Students_Name",
            "Room",
            "Subject",
            "Activity_Id",
        ];
        let name = name.iter().find_map(|name| rule.text_of(name)).unwrap_or_default().to_owned();
        let entry = unmapped.entry((rule.name(), is_hard(rule)));
        entry.or_insert_with(|| (rule.location(), Vec::new())).1.push(name);
    }
    kinds::enter(&room_sets, draft);
    if let Some(location) = watched.values().next() {
        let kinds = watched.keys().map(|&kind| kind.to_owned()).collect();
        ledger.note(Foreign::RulesWatched { kinds }, location.clone());
    }
    for ((kind, hard), (location, names)) in unmapped {
        ledger.note(Foreign::RuleUnmapped { kind: kind.to_owned(), names, hard }, location);
    }
}

fn map(rule: Element<'_>, week: &Week, draft: &mut Draft, ledger: &mut Ledger) -> bool {
    match rule.name() {
        "ConstraintTeacherNotAvailableTimes" => {
            let Some(name) = rule.text_of("Teacher") else { return false };
            let name = draft.names.write(Kind::Teacher, name, || rule.location(), ledger);
            let slots = away(rule, week, ledger);
            draft.teachers.entry(name.as_str().into()).or_default().unavailable.extend(slots);
            true
        }
        "ConstraintRoomNotAvailableTimes" => {
            let Some(name) = rule.text_of("Room") else { return false };
            let name = draft.names.write(Kind::Room, name, || rule.location(), ledger);
            let slots = away(rule, week, ledger);
            draft.rooms.entry(name.as_str().into()).or_default().unavailable.extend(slots);
            true
        }
        "ConstraintTeachersMaxHoursDaily" => {
            let most =
                rule.text_of("Maximum_Hours_Daily").and_then(|most| most.parse::<u32>().ok());
            let Some(most) = most else { return false };
            let teachers: BTreeSet<_> =
                draft.rows.iter().flat_map(|row| row.teachers.clone()).collect();
            for name in teachers {
                let own = draft.teachers.entry(name).or_default();
                own.max_per_day = Some(own.max_per_day.map_or(most, |known| known.min(most)));
            }
            true
        }
        "ConstraintTeacherMaxHoursDaily" => {
            let most = rule.text_of("Maximum_Hours_Daily").and_then(|most| most.parse().ok());
            let Some((name, most)) = rule.text_of("Teacher_Name").zip(most) else { return false };
            let name = draft.names.write(Kind::Teacher, name, || rule.location(), ledger);
            draft.teachers.entry(name.as_str().into()).or_default().max_per_day = Some(most);
            true
        }
        _ => false,
    }
}

/// The slots at which somebody is away in every week.
fn away(rule: Element<'_>, week: &Week, ledger: &mut Ledger) -> BTreeSet<Slot> {
    let mut times: BTreeMap<Slot, BTreeSet<usize>> = BTreeMap::new();
    for time in rule.all("Not_Available_Time") {
        if let Some((number, slot)) = week.time(time, ledger) {
            times.entry(slot).or_default().insert(number);
        }
    }
    let is_always = |(_, weeks): &(Slot, BTreeSet<usize>)| weeks.len() == week.weeks();
    times.into_iter().filter(is_always).map(|(slot, _)| slot).collect()
}
