//! Where activities may be, and which belong on different days: the hard constraints that a timetable's own columns say.
//!
//! Some constraints speak of what a school cannot say as such, for instance how many days a teacher comes. They are said
//! more strictly: who already comes on as many days as may be comes on no other. What is lost are proposals that FET would
//! have taken; what is won is that FET takes those that are made.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::constraints::{Person, Task, is_about};
use super::placed::Placed;
use super::{Element, is_active, is_hard};
use crate::domain::{Day, Period, Slot};
use crate::import::ledger::Ledger;

/// The limits of activities, by their ids.
#[derive(Default)]
pub(super) struct Limits {
    allowed: BTreeMap<String, BTreeSet<Slot>>,
    apart: BTreeMap<String, String>,
    locked: BTreeSet<String>,
}

/// The kinds of constraints that were read here.
pub(super) const KINDS: [&str; 14] = [
    "ConstraintActivityPreferredTimeSlots",
    "ConstraintActivityPreferredStartingTimes",
    "ConstraintActivitiesPreferredTimeSlots",
    "ConstraintActivitiesPreferredStartingTimes",
    "ConstraintSubactivitiesPreferredTimeSlots",
    "ConstraintSubactivitiesPreferredStartingTimes",
    "ConstraintActivityPreferredDay",
    "ConstraintStudentsSetNotAvailableTimes",
    "ConstraintMinDaysBetweenActivities",
    "ConstraintActivitiesSameStartingDay",
    "ConstraintTeacherMaxDaysPerWeek",
    "ConstraintTeachersMaxDaysPerWeek",
    "ConstraintActivityEndsStudentsDay",
    "ConstraintTwoActivitiesConsecutive",
];

impl Limits {
    /// Reads the constraints of a task whose activities are where `placed` has them.
    pub(super) fn read(
        root: Element<'_>,
        task: &Task<'_, '_>,
        placed: &Placed,
        ledger: &mut Ledger,
    ) -> Self {
        let mut limits = Self::default();
        if task.week.weeks() > 1 {
            return limits;
        }
        let reader = Reader::of(task, placed);
        let rules = root.first("Time_Constraints_List").into_iter().flat_map(Element::elements);
        let rules = rules.filter(|rule| is_active(*rule) && is_hard(*rule));
        let mut apart: Vec<Vec<&str>> = Vec::new();
        for rule in rules {
            match rule.name() {
                "ConstraintStudentsSetNotAvailableTimes" => {
                    let away = reader.slots(rule, "Not_Available_Time", ledger);
                    let set = rule.text_of("Students").unwrap_or_default();
                    for id in reader.of_students(set) {
                        limits.forbid(&reader, id, &away);
                    }
                }
                "ConstraintMinDaysBetweenActivities" => apart.push(ids(rule).collect()),
                "ConstraintActivitiesSameStartingDay" => limits.keep_day(&reader, rule),
                "ConstraintTeacherMaxDaysPerWeek" => {
                    let teacher = rule.text_of("Teacher_Name").unwrap_or_default();
                    limits.keep_days(&reader, rule, teacher);
                }
                "ConstraintTeachersMaxDaysPerWeek" => {
                    for teacher in reader.task.teacher_names() {
                        limits.keep_days(&reader, rule, teacher);
                    }
                }
                "ConstraintActivityEndsStudentsDay" => limits.keep_end(&reader, rule),
                name if name.contains("Preferred") && KINDS.contains(&name) => {
                    limits.prefer(&reader, rule, ledger);
                }
                _ => {}
            }
        }
        for set in labelled(&apart).into_iter().filter(|set| set.len() > 1) {
            let label = set[0].to_owned();
            limits.apart.extend(set.into_iter().map(|id| (id.to_owned(), label.clone())));
        }
        limits
    }

    /// The slots in which an activity may be; `None` where nothing says so.
    pub(super) fn allowed(&self, id: &str) -> Option<&BTreeSet<Slot>> {
        self.allowed.get(id)
    }

    /// What activities have in common that belong on different days.
    pub(super) fn apart(&self, id: &str) -> Option<&str> {
        self.apart.get(id).map(String::as_str)
    }

    /// Whether an activity stays where it is for what a constraint says of others.
    pub(super) fn is_locked(&self, id: &str) -> bool {
        self.locked.contains(id)
    }

    fn only(&mut self, reader: &Reader<'_, '_>, id: &str, slots: &BTreeSet<Slot>) {
        let own = self.allowed.entry(id.to_owned()).or_insert_with(|| reader.all.clone());
        own.retain(|slot| slots.contains(slot));
    }

    fn forbid(&mut self, reader: &Reader<'_, '_>, id: &str, slots: &BTreeSet<Slot>) {
        let own = self.allowed.entry(id.to_owned()).or_insert_with(|| reader.all.clone());
        own.retain(|slot| !slots.contains(slot));
    }

    /// The slots, or the starts, that a constraint prefers for the activities that it is about.
    fn prefer(&mut self, reader: &Reader<'_, '_>, rule: Element<'_>, ledger: &mut Ledger) {
        let is_start = rule.name().contains("StartingTimes");
        let part = if is_start { "Preferred_Starting_Time" } else { "Preferred_Time_Slot" };
        let mut slots = reader.slots(rule, part, ledger);
        if let (Some(day), true) = (rule.text_of("Preferred_Day"), slots.is_empty()) {
            slots = reader.those(|slot| reader.task.week.is_day(day, slot.day));
        }
        let about = (0..reader.ids.len()).filter(|&number| is_about(rule, reader.task, number));
        for number in about {
            let (id, length) = (reader.ids[number], reader.lengths[number]);
            // An activity takes the hours after its start too.
            let whole = |slot: &Slot| {
                (0..length).filter_map(|offset| slot.later(offset)).collect::<Vec<_>>()
            };
            let taken: BTreeSet<Slot> =
                if is_start { slots.iter().flat_map(whole).collect() } else { slots.clone() };
            self.only(reader, id, &taken);
        }
    }

    /// Activities that begin on one day stay on it.
    fn keep_day(&mut self, reader: &Reader<'_, '_>, rule: Element<'_>) {
        for id in ids(rule) {
            if let Some(day) = reader.day(id) {
                let slots = reader.those(|slot| slot.day == day);
                self.only(reader, id, &slots);
            }
        }
    }

    /// A teacher who comes on as many days as may be comes on no other.
    fn keep_days(&mut self, reader: &Reader<'_, '_>, rule: Element<'_>, teacher: &str) {
        let most = rule.text_of("Max_Days_Per_Week").and_then(|most| most.parse::<usize>().ok());
        let own = reader.of_teacher(teacher);
        let days: BTreeSet<Day> = own.iter().filter_map(|id| reader.day(id)).collect();
        if most.is_some_and(|most| days.len() >= most) {
            let slots = reader.those(|slot| days.contains(&slot.day));
            for id in own {
                self.only(reader, id, &slots);
            }
        }
    }

    /// What ends the day of its students stays, and nothing of theirs comes after it.
    fn keep_end(&mut self, reader: &Reader<'_, '_>, rule: Element<'_>) {
        let Some(id) = rule.text_of("Activity_Id") else { return };
        let (Some(number), Some(start)) = (reader.task.activity(id), reader.start(id)) else {
            return;
        };
        self.locked.insert(id.to_owned());
        let last = start.period.0 + reader.lengths[number];
        let after = reader.those(|slot| slot.day == start.day && slot.period >= Period(last));
        for other in reader.attended_by(&reader.task.attending(number)) {
            self.forbid(reader, other, &after);
        }
    }
}

/// The task and where its activities are.
struct Reader<'x, 'p> {
    placed: &'p Placed,
    all: BTreeSet<Slot>,
    task: &'p Task<'x, 'p>,
    ids: Vec<&'x str>,
    /// In periods.
    lengths: Vec<u8>,
}

impl<'x, 'p> Reader<'x, 'p> {
    fn of(task: &'p Task<'x, 'p>, placed: &'p Placed) -> Self {
        let ids = task.activities.iter().map(|one| one.text_of("Id").unwrap_or_default()).collect();
        let lengths = task.lengths();
        Self { placed, all: task.week.slots(), task, ids, lengths }
    }

    fn slots(&self, rule: Element<'_>, part: &str, ledger: &mut Ledger) -> BTreeSet<Slot> {
        let times = rule.all(part).filter_map(|time| self.task.week.time(time, ledger));
        times.map(|(_, slot)| slot).collect()
    }

    fn start(&self, id: &str) -> Option<Slot> {
        self.placed.of(id).map(|booked| booked.slot)
    }

    fn day(&self, id: &str) -> Option<Day> {
        self.start(id).map(|slot| slot.day)
    }

    fn those(&self, is: impl Fn(&Slot) -> bool) -> BTreeSet<Slot> {
        self.all.iter().copied().filter(is).collect()
    }

    fn of_students(&self, set: &str) -> BTreeSet<&'x str> {
        self.attended_by(&self.task.pupils_of(set))
    }

    fn attended_by(&self, people: &[Person]) -> BTreeSet<&'x str> {
        people
            .iter()
            .flat_map(|person| &person.activities)
            .map(|&number| self.ids[number])
            .collect()
    }

    fn of_teacher(&self, teacher: &str) -> BTreeSet<&'x str> {
        self.attended_by(&[self.task.teacher(teacher)])
    }
}

/// Sets of activities of which any two belong on different days: each activity in the first that it fits, for it has one
/// label. What is lost by that is seen when a proposal is held against the constraints.
fn labelled<'x>(apart: &[Vec<&'x str>]) -> Vec<Vec<&'x str>> {
    let mut pairs: BTreeSet<[&str; 2]> = BTreeSet::new();
    for set in apart {
        pairs.extend(
            set.iter()
                .copied()
                .array_combinations()
                .flat_map(|[one, other]| [[one, other], [other, one]]),
        );
    }
    let mut sets: Vec<Vec<&str>> = Vec::new();
    for id in apart.iter().flatten().copied().unique() {
        let fits = |set: &&mut Vec<&str>| set.iter().all(|other| pairs.contains(&[id, *other]));
        match sets.iter_mut().find(fits) {
            Some(set) => set.push(id),
            None => sets.push(vec![id]),
        }
    }
    sets
}

/// The activities that a constraint lists.
fn ids(rule: Element<'_>) -> impl Iterator<Item = &str> {
    rule.all("Activity_Id").map(Element::text)
}
