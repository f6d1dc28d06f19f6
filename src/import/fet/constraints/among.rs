//! What activities must be to each other: on different days, one after the other, not at one time, at the end of a day.

use std::collections::BTreeSet;

use itertools::Itertools as _;

use super::places::{Places, Stretch};
use super::task::{Person, Task};
use super::{Element, Test};
use crate::domain::Slot;

/// What must hold of a wish that several activities are on different days: those that are on one all the same follow each
/// other, where the wish says so.
pub(super) fn test_of_wish(rule: Element<'_>, task: &Task<'_, '_>) -> Option<Test> {
    let is_about_days = rule.name() == "ConstraintMinDaysBetweenActivities";
    let follow = rule.text_of("Consecutive_If_Same_Day") == Some("true");
    let follows = touching(task);
    (is_about_days && follow).then(|| {
        pairs(task.listed(rule), move |one, other| {
            let is_kept = one.day != other.day || follows(one, other) || follows(other, one);
            u32::from(!is_kept)
        })
    })
}

/// The test of a constraint on several activities.
pub(super) fn test(rule: Element<'_>, task: &Task<'_, '_>) -> Option<Test> {
    let number = |part: &str| rule.text_of(part).and_then(|text| text.parse::<u32>().ok());
    let listed = task.listed(rule);
    match rule.name() {
        "ConstraintMinDaysBetweenActivities" => {
            let least = number("MinDays")?;
            Some(pairs(listed, move |one, other| least.saturating_sub(days_between(one, other))))
        }
        "ConstraintMaxDaysBetweenActivities" => {
            let most = number("MaxDays")?;
            Some(pairs(listed, move |one, other| days_between(one, other).saturating_sub(most)))
        }
        "ConstraintActivitiesSameStartingTime" => Some(pairs(listed, |one, other| {
            u32::from((one.day, one.start) != (other.day, other.start))
        })),
        "ConstraintActivitiesSameStartingDay" => {
            Some(pairs(listed, |one, other| u32::from(one.day != other.day)))
        }
        "ConstraintActivitiesSameStartingHour" => {
            Some(pairs(listed, |one, other| u32::from(one.start != other.start)))
        }
        "ConstraintMinGapsBetweenActivities" => {
            let least = number("MinGaps")?;
            Some(pairs(listed, move |one, other| {
                let gaps = one.max(other).start.saturating_sub(one.min(other).end);
                if one.day == other.day { least.saturating_sub(gaps.into()) } else { 0 }
            }))
        }
        "ConstraintActivitiesNotOverlapping" => {
            Some(pairs(listed, |one, other| u32::from(one.overlaps(other))))
        }
        "ConstraintActivityTagsNotOverlapping" => Some(tags_apart(rule, task)),
        name if name.contains("TimeSlotsFromSelection") || name.contains("InSelectedTimeSlots") => {
            selected(rule, listed, task)
        }
        "ConstraintActivityEndsStudentsDay" => {
            let activity = task.named(rule, "Activity_Id")?;
            Some(ends_day(vec![(activity, task.attending(activity))]))
        }
        "ConstraintActivitiesEndStudentsDay" => {
            let about = (0..task.activities.len())
                .filter(|&activity| super::choices::is_about(rule, task, activity));
            Some(ends_day(about.map(|activity| (activity, task.attending(activity))).collect()))
        }
        _ => in_turn(rule, task),
    }
}

fn days_between(one: Stretch, other: Stretch) -> u32 {
    u32::try_from(one.day.abs_diff(other.day)).unwrap_or(u32::MAX)
}

/// A number for each pair of activities.
fn pairs(activities: Vec<usize>, excess: impl Fn(Stretch, Stretch) -> u32 + 'static) -> Test {
    let pairs: Vec<[usize; 2]> = activities.into_iter().array_combinations().collect();
    Box::new(move |places| {
        let pair = |&[one, other]: &[usize; 2]| places.stretch(one).zip(places.stretch(other));
        pairs.iter().map(|both| pair(both).map_or(0, |(one, other)| excess(one, other))).collect()
    })
}

/// No activity with one of the tags is at the time of one with another.
fn tags_apart(rule: Element<'_>, task: &Task<'_, '_>) -> Test {
    let sets: Vec<BTreeSet<usize>> =
        rule.all("Activity_Tag").map(|tag| task.tagged(tag.text())).collect();
    Box::new(move |places| {
        let count = sets.iter().array_combinations().map(|[ones, others]| {
            let both = ones.iter().cartesian_product(others);
            let both = both.filter(|(one, other)| one != other);
            let at =
                both.filter_map(|(&one, &other)| places.stretch(one).zip(places.stretch(other)));
            u32::try_from(at.filter(|(one, other)| one.overlaps(*other)).count())
                .unwrap_or(u32::MAX)
        });
        count.collect()
    })
}

/// How many of some slots activities take, and how many of them at once.
fn selected(rule: Element<'_>, listed: Vec<usize>, task: &Task<'_, '_>) -> Option<Test> {
    let number = |part: &str| rule.text_of(part).and_then(|text| text.parse::<usize>().ok());
    let slots = task.slots(rule, "Selected_Time_Slot");
    let taken = move |places: &Places| -> Vec<Slot> {
        let all = listed.iter().flat_map(|&activity| places.slots(activity));
        all.filter(|slot| slots.contains(slot)).collect()
    };
    let excess = |by: usize| vec![u32::try_from(by).unwrap_or(u32::MAX)];
    let occupied = |taken: Vec<Slot>| taken.into_iter().collect::<BTreeSet<Slot>>().len();
    let at_once = |taken: Vec<Slot>| -> Vec<usize> {
        taken.into_iter().counts().into_values().sorted().collect()
    };
    if let Some(most) = number("Max_Number_of_Occupied_Time_Slots") {
        return Some(Box::new(move |places| excess(occupied(taken(places)).saturating_sub(most))));
    }
    if let Some(least) = number("Min_Number_of_Occupied_Time_Slots") {
        return Some(Box::new(move |places| excess(least.saturating_sub(occupied(taken(places))))));
    }
    if let Some(most) = number("Max_Number_of_Simultaneous_Activities") {
        return Some(Box::new(move |places| {
            excess(at_once(taken(places)).iter().map(|count| count.saturating_sub(most)).sum())
        }));
    }
    if let Some(least) = number("Min_Number_of_Simultaneous_Activities") {
        return Some(Box::new(move |places| {
            excess(at_once(taken(places)).iter().map(|count| least.saturating_sub(*count)).sum())
        }));
    }
    let most = number("Max_Total_Number_of_Activities")?;
    Some(Box::new(move |places| excess(taken(places).len().saturating_sub(most))))
}

/// Nobody who attends one of the activities has anything after it on its day.
fn ends_day(about: Vec<(usize, Vec<Person>)>) -> Test {
    Box::new(move |places| {
        let later = |(activity, attending): &(usize, Vec<Person>)| {
            let Some(own) = places.stretch(*activity) else { return 0 };
            let all: BTreeSet<usize> =
                attending.iter().flat_map(|person| &person.activities).copied().collect();
            let all = all.into_iter().filter_map(|other| places.stretch(other));
            let later = all.filter(|other| other.day == own.day && own.is_before(*other));
            u32::try_from(later.count()).unwrap_or(u32::MAX)
        };
        about.iter().map(later).collect()
    })
}

/// Whether one stretch follows another at once; breaks between them part nothing.
fn touching(task: &Task<'_, '_>) -> impl Fn(Stretch, Stretch) -> bool + use<> {
    let breaks: BTreeSet<(usize, u8)> = task.break_hours();
    move |one, other| {
        one.day == other.day
            && one.is_before(other)
            && (one.end..other.start).all(|hour| breaks.contains(&(one.day, hour)))
    }
}

/// Whether activities are to each other as they must be.
type Holds = Box<dyn Fn(&[Stretch]) -> bool>;

/// Two or three activities one after the other.
fn in_turn(rule: Element<'_>, task: &Task<'_, '_>) -> Option<Test> {
    let parts = ["First_Activity_Id", "Second_Activity_Id", "Third_Activity_Id"];
    let own: Vec<usize> = parts.iter().filter_map(|part| task.named(rule, part)).collect();
    let touches = touching(task);
    let holds: Holds = match (rule.name(), own.len()) {
        ("ConstraintTwoActivitiesConsecutive", 2) => Box::new(move |at| touches(at[0], at[1])),
        ("ConstraintTwoActivitiesGrouped", 2) | ("ConstraintThreeActivitiesGrouped", 3) => {
            Box::new(move |at| {
                let sorted: Vec<&Stretch> = at.iter().sorted().collect();
                sorted.windows(2).all(|pair| touches(*pair[0], *pair[1]))
            })
        }
        ("ConstraintTwoActivitiesOrdered", 2) => Box::new(|at| at[0].is_before(at[1])),
        ("ConstraintTwoActivitiesOrderedIfSameDay", 2) => {
            Box::new(|at| at[0].day != at[1].day || at[0].is_before(at[1]))
        }
        _ => return None,
    };
    Some(Box::new(move |places| {
        let at: Option<Vec<Stretch>> =
            own.iter().map(|&activity| places.stretch(activity)).collect();
        vec![at.map_or(0, |at| u32::from(!holds(&at)))]
    }))
}
