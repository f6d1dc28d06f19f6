//! Where activities may be, and which belong on different days: the hard constraints that a timetable's own columns say.
//!
//! Some constraints speak of what a school cannot say as such, for instance how many days a teacher comes. They are said
//! more strictly: who already comes on as many days as may be comes on no other. What is lost are proposals that FET would
//! have taken; what is won is that FET takes those that are made.

use std::collections::{BTreeMap, BTreeSet};

use super::placed::Placed;
use super::{Element, Week, is_active, is_hard};
use crate::domain::{Day, Period, Slot};
use crate::import::joined::Joined;
use crate::import::ledger::Ledger;

/// Sets of students by the smallest sets in them: two sets have pupils in common if they share one of these.
struct Atoms<'x>(BTreeMap<&'x str, BTreeSet<&'x str>>);

/// What is known of an activity.
struct Activity<'x> {
    element: Element<'x>,
    students: BTreeSet<&'x str>,
    length: u8,
}

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
        week: &Week,
        placed: &Placed,
        ledger: &mut Ledger,
    ) -> Self {
        let mut limits = Self::default();
        if week.weeks() > 1 {
            return limits;
        }
        let reader = Reader::of(root, week, placed);
        let rules = root.first("Time_Constraints_List").into_iter().flat_map(Element::elements);
        let rules = rules.filter(|rule| is_active(*rule) && is_hard(*rule));
        let mut apart: Joined<&str> = Joined::default();
        for rule in rules {
            match rule.name() {
                "ConstraintStudentsSetNotAvailableTimes" => {
                    let away = reader.slots(rule, "Not_Available_Time", ledger);
                    let set = rule.text_of("Students").unwrap_or_default();
                    for id in reader.of_students(set) {
                        limits.forbid(&reader, id, &away);
                    }
                }
                "ConstraintMinDaysBetweenActivities" => apart.join(ids(rule)),
                "ConstraintActivitiesSameStartingDay" => limits.keep_day(&reader, rule),
                "ConstraintTeacherMaxDaysPerWeek" => {
                    let teacher = rule.text_of("Teacher_Name").unwrap_or_default();
                    limits.keep_days(&reader, rule, teacher);
                }
                "ConstraintTeachersMaxDaysPerWeek" => {
                    for teacher in reader.teachers() {
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
        for set in apart.sets().into_iter().filter(|set| set.len() > 1) {
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
            slots = reader.those(|slot| reader.week.is_day(day, slot.day));
        }
        for (&id, activity) in
            reader.activities.iter().filter(|(id, activity)| is_about(rule, id, activity))
        {
            // An activity takes the hours after its start too.
            let whole = |slot: &Slot| {
                (0..activity.length).filter_map(|offset| slot.later(offset)).collect::<Vec<_>>()
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
        let own: Vec<&str> = reader.of_teacher(teacher).collect();
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
        let (Some(activity), Some(start)) = (reader.activities.get(id), reader.start(id)) else {
            return;
        };
        self.locked.insert(id.to_owned());
        let last = start.period.0 + activity.length;
        let after = reader.those(|slot| slot.day == start.day && slot.period >= Period(last));
        let others = reader.of_atoms(&activity.students);
        for other in others {
            self.forbid(reader, other, &after);
        }
    }
}

/// The task and where its activities are.
struct Reader<'x, 'p> {
    week: &'p Week,
    placed: &'p Placed,
    all: BTreeSet<Slot>,
    atoms: Atoms<'x>,
    activities: BTreeMap<&'x str, Activity<'x>>,
}

impl<'x, 'p> Reader<'x, 'p> {
    fn of(root: Element<'x>, week: &'p Week, placed: &'p Placed) -> Self {
        let atoms = Atoms::read(root);
        let activity = |element: Element<'x>| {
            let students = element.all("Students").flat_map(|set| atoms.of(set.text())).collect();
            let length = element.text_of("Duration").and_then(|length| length.parse().ok());
            Some((
                element.text_of("Id")?,
                Activity { element, students, length: length.unwrap_or(1) },
            ))
        };
        let all = root.within("Activities_List", "Activity").filter(|one| is_active(*one));
        let activities = all.filter_map(activity).collect();
        Self { week, placed, all: week.slots(), atoms, activities }
    }

    fn slots(&self, rule: Element<'_>, part: &str, ledger: &mut Ledger) -> BTreeSet<Slot> {
        let times = rule.all(part).filter_map(|time| self.week.time(time, ledger));
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

    fn of_students(&self, set: &str) -> Vec<&'x str> {
        self.of_atoms(&self.atoms.of(set))
    }

    fn of_atoms(&self, atoms: &BTreeSet<&str>) -> Vec<&'x str> {
        let meets = |activity: &Activity<'_>| !activity.students.is_disjoint(atoms);
        self.activities.iter().filter(|(_, activity)| meets(activity)).map(|(id, _)| *id).collect()
    }

    fn of_teacher<'s>(&'s self, teacher: &'s str) -> impl Iterator<Item = &'x str> + 's {
        let has = move |activity: &Activity<'x>| {
            activity.element.all("Teacher").any(|one| one.text() == teacher)
        };
        self.activities.iter().filter(move |(_, activity)| has(activity)).map(|(id, _)| *id)
    }

    fn teachers(&self) -> BTreeSet<&'x str> {
        self.activities
            .values()
            .flat_map(|activity| activity.element.all("Teacher").map(Element::text))
            .collect()
    }
}

impl<'x> Atoms<'x> {
    fn read(root: Element<'x>) -> Self {
        let mut atoms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for year in root.within("Students_List", "Year") {
            let Some(name) = year.text_of("Name") else { continue };
            let groups: Vec<Element<'x>> = year.all("Group").collect();
            if groups.is_empty() {
                atoms.entry(name).or_default().insert(name);
            }
            for group in groups {
                let Some(own) = group.text_of("Name") else { continue };
                let subgroups: Vec<&str> =
                    group.all("Subgroup").filter_map(|one| one.text_of("Name")).collect();
                let inside = if subgroups.is_empty() { vec![own] } else { subgroups };
                for atom in inside {
                    for set in [name, own, atom] {
                        atoms.entry(set).or_default().insert(atom);
                    }
                }
            }
        }
        Self(atoms)
    }

    fn of(&self, set: &str) -> BTreeSet<&'x str> {
        self.0.get(set).cloned().unwrap_or_default()
    }
}

/// The activities that a constraint lists.
fn ids(rule: Element<'_>) -> impl Iterator<Item = &str> {
    rule.all("Activity_Id").map(Element::text)
}

/// Whether a constraint of preferred times is about an activity: by its id, or by everything that it names.
fn is_about(rule: Element<'_>, id: &str, activity: &Activity<'_>) -> bool {
    if let Some(own) = rule.text_of("Activity_Id") {
        return own == id;
    }
    let is = |name: &str, part: &str| {
        let wanted = rule.text_of(name).filter(|wanted| !wanted.is_empty());
        wanted.is_none_or(|wanted| activity.element.all(part).any(|one| one.text() == wanted))
    };
    let is_length = rule
        .text_of("Duration")
        .and_then(|length| length.parse::<u8>().ok())
        .is_none_or(|length| length == activity.length);
    // Which of several parts of a course an activity is, is told by the order of the ids: any of them counts here.
    is("Teacher_Name", "Teacher")
        && is("Teacher", "Teacher")
        && is("Students_Name", "Students")
        && is("Students", "Students")
        && is("Subject_Name", "Subject")
        && is("Subject", "Subject")
        && is("Activity_Tag_Name", "Activity_Tag")
        && is("Activity_Tag", "Activity_Tag")
        && is_length
}
