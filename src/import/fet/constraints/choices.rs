//! Where a single activity must be: at which times, and in which rooms.

use std::collections::BTreeSet;

use super::task::Task;
use super::{Element, Test};
use crate::domain::Slot;

/// The test of a constraint on the times or rooms of single activities.
pub(super) fn test(rule: Element<'_>, task: &Task<'_, '_>) -> Option<Test> {
    let name = rule.name();
    if name.ends_with("Room") || name.ends_with("Rooms") {
        return rooms(rule, task);
    }
    if name == "ConstraintActivityPreferredDay" {
        let activity = task.named(rule, "Activity_Id")?;
        let day = rule.text_of("Preferred_Day")?;
        let day = task.days.iter().copied().find(|&own| task.week.is_day(day, own))?;
        return Some(Box::new(move |places| {
            places.slots(activity).take(1).map(|slot| u32::from(slot.day != day)).collect()
        }));
    }
    let (part, is_start) = if name.ends_with("PreferredStartingTimes") {
        ("Preferred_Starting_Time", true)
    } else if name.ends_with("PreferredTimeSlots") {
        ("Preferred_Time_Slot", false)
    } else {
        return None;
    };
    let slots = task.slots(rule, part);
    let about = about(rule, task);
    Some(Box::new(move |places| {
        let outside = |slot: &Slot| !slots.contains(slot);
        let missed = |&activity: &usize| {
            let taken = if is_start { 1 } else { usize::MAX };
            let missed = places.slots(activity).take(taken).filter(outside).count();
            u32::try_from(missed).unwrap_or(u32::MAX)
        };
        about.iter().map(missed).collect()
    }))
}

/// The activities are in one of some rooms, if they are in any.
fn rooms(rule: Element<'_>, task: &Task<'_, '_>) -> Option<Test> {
    // What an activity's own room is, is said by the timetable that is given back.
    if rule.name() == "ConstraintActivityPreferredRoom"
        || !rule.name().contains("Prefer") && !rule.name().contains("HomeRoom")
    {
        return None;
    }
    let named = rule.all("Room").chain(rule.all("Preferred_Room"));
    let rooms: BTreeSet<String> = named.map(|room| room.text().to_owned()).collect();
    let about = about(rule, task);
    Some(Box::new(move |places| {
        let is_other =
            |&activity: &usize| places.room(activity).is_some_and(|room| !rooms.contains(room));
        about.iter().map(|activity| u32::from(is_other(activity))).collect()
    }))
}

/// The activities that a constraint is about.
fn about(rule: Element<'_>, task: &Task<'_, '_>) -> Vec<usize> {
    (0..task.activities.len()).filter(|&activity| is_about(rule, task, activity)).collect()
}

/// Whether a constraint is about an activity: by its id, or by everything that it names.
pub(in crate::import::fet) fn is_about(
    rule: Element<'_>,
    task: &Task<'_, '_>,
    activity: usize,
) -> bool {
    let own = task.activities[activity];
    if let Some(id) = rule.text_of("Activity_Id") {
        return own.text_of("Id") == Some(id);
    }
    let has = |names: [&str; 2], part: &str| {
        let wanted = names.iter().find_map(|name| rule.text_of(name));
        wanted.is_none_or(|wanted| own.all(part).any(|one| one.text() == wanted))
    };
    let number =
        |of: Element<'_>, part: &str| of.text_of(part).and_then(|text| text.parse::<usize>().ok());
    let set = rule.text_of("Students_Name").or_else(|| rule.text_of("Students"));
    has(["Teacher", "Teacher_Name"], "Teacher")
        && set.is_none_or(|set| task.has_pupils_of(activity, set))
        && has(["Subject", "Subject_Name"], "Subject")
        && has(["Activity_Tag", "Activity_Tag_Name"], "Activity_Tag")
        && number(rule, "Duration").is_none_or(|length| number(own, "Duration") == Some(length))
        && number(rule, "Component_Number")
            .is_none_or(|component| task.component(activity) == component)
}
