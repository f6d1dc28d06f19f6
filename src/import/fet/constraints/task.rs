//! The activities of a task, and who attends them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::atoms::Atoms;
use super::super::{Element, Week, is_active, is_hard};
use crate::domain::{Day, Slot};
use crate::import::ledger::Ledger;

/// Somebody who attends activities: a teacher, or a smallest set of students.
#[derive(Clone, Debug)]
pub(in crate::import::fet) struct Person {
    /// By their numbers.
    pub(in crate::import::fet) activities: Vec<usize>,
    /// When he or she is away, or nobody is there: such times are no gaps.
    pub(in crate::import::fet) away: BTreeSet<Slot>,
}

/// What the constraints are about.
pub(in crate::import::fet) struct Task<'x, 'w> {
    pub(in crate::import::fet) week: &'w Week,
    pub(in crate::import::fet) activities: Vec<Element<'x>>,
    numbers: BTreeMap<&'x str, usize>,
    /// The smallest sets of students of each activity.
    students: Vec<BTreeSet<&'x str>>,
    atoms: Atoms<'x>,
    /// When teachers and sets of students are away, by their names.
    away: BTreeMap<&'x str, BTreeSet<Slot>>,
    /// The times at which nobody is.
    breaks: BTreeSet<Slot>,
    /// The days on which something can be, in order.
    pub(in crate::import::fet) days: Vec<Day>,
    /// How many hours a day has.
    pub(in crate::import::fet) hours: u8,
}

impl<'x, 'w> Task<'x, 'w> {
    pub(in crate::import::fet) fn read(root: Element<'x>, week: &'w Week) -> Self {
        let atoms = Atoms::read(root);
        let activities: Vec<Element<'x>> =
            root.within("Activities_List", "Activity").filter(|one| is_active(*one)).collect();
        let numbers = activities.iter().enumerate();
        let numbers =
            numbers.filter_map(|(number, one)| Some((one.text_of("Id")?, number))).collect();
        let attending = |one: &Element<'x>| {
            one.all("Students").flat_map(|set| atoms.of(set.text())).collect::<BTreeSet<_>>()
        };
        let students = activities.iter().map(attending).collect();
        let mut task = Self {
            week,
            students,
            activities,
            numbers,
            atoms,
            away: BTreeMap::new(),
            breaks: BTreeSet::new(),
            days: week.days(),
            hours: week.hours(),
        };
        task.read_away(root);
        task
    }

    fn read_away(&mut self, root: Element<'x>) {
        let rules = root.first("Time_Constraints_List").into_iter().flat_map(Element::elements);
        for rule in rules.filter(|rule| is_active(*rule) && is_hard(*rule)) {
            match rule.name() {
                "ConstraintTeacherNotAvailableTimes" => {
                    let name = rule.text_of("Teacher").unwrap_or_default();
                    let slots = self.slots(rule, "Not_Available_Time");
                    self.away.entry(name).or_default().extend(slots);
                }
                "ConstraintStudentsSetNotAvailableTimes" => {
                    let slots = self.slots(rule, "Not_Available_Time");
                    for atom in self.atoms.of(rule.text_of("Students").unwrap_or_default()) {
                        self.away.entry(atom).or_default().extend(&slots);
                    }
                }
                "ConstraintBreakTimes" => self.breaks.extend(self.slots(rule, "Break_Time")),
                _ => {}
            }
        }
    }

    /// The number of an activity.
    pub(in crate::import::fet) fn activity(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// The activities that a constraint lists.
    pub(in crate::import::fet) fn listed(&self, rule: Element<'_>) -> Vec<usize> {
        rule.all("Activity_Id").filter_map(|id| self.activity(id.text())).collect()
    }

    /// The activity that a part names.
    pub(in crate::import::fet) fn named(&self, rule: Element<'_>, part: &str) -> Option<usize> {
        self.activity(rule.text_of(part)?)
    }

    /// Their lengths, in periods.
    pub(in crate::import::fet) fn lengths(&self) -> Vec<u8> {
        let length = |one: &Element<'_>| one.text_of("Duration").and_then(|text| text.parse().ok());
        self.activities.iter().map(|one| length(one).unwrap_or(1)).collect()
    }

    /// The slots of the times of that name in a constraint; what names no hour was reported when the task was read.
    pub(in crate::import::fet) fn slots(&self, rule: Element<'_>, part: &str) -> BTreeSet<Slot> {
        let mut told = Ledger::default();
        let times = rule.all(part).filter_map(|time| self.week.time(time, &mut told));
        times.map(|(_, slot)| slot).collect()
    }

    /// The times at which nobody is: the place of the day, and the hour from 1.
    pub(in crate::import::fet) fn break_hours(&self) -> BTreeSet<(usize, u8)> {
        let day = |slot: &Slot| self.days.iter().position(|own| *own == slot.day);
        self.breaks.iter().filter_map(|slot| Some((day(slot)?, slot.period.0))).collect()
    }

    /// The teacher of that name.
    pub(in crate::import::fet) fn teacher(&self, name: &str) -> Person {
        let teaches =
            |number: &usize| self.activities[*number].all("Teacher").any(|one| one.text() == name);
        self.person(name, (0..self.activities.len()).filter(teaches).collect())
    }

    /// The names of the teachers.
    pub(in crate::import::fet) fn teacher_names(&self) -> BTreeSet<&'x str> {
        self.activities.iter().flat_map(|one| one.all("Teacher")).map(Element::text).collect()
    }

    /// Every teacher.
    pub(in crate::import::fet) fn teachers(&self) -> Vec<Person> {
        self.teacher_names().into_iter().map(|name| self.teacher(name)).collect()
    }

    /// The smallest sets of students in a set.
    pub(in crate::import::fet) fn pupils_of(&self, set: &str) -> Vec<Person> {
        self.atoms.of(set).into_iter().map(|atom| self.pupils(atom)).collect()
    }

    /// The activities with a tag.
    pub(in crate::import::fet) fn tagged(&self, tag: &str) -> BTreeSet<usize> {
        let has = |own: &Element<'_>| own.all("Activity_Tag").any(|own| own.text() == tag);
        let tagged = self.activities.iter().enumerate().filter(|(_, own)| has(own));
        tagged.map(|(number, _)| number).collect()
    }

    /// Whether some of a set of students attend an activity.
    pub(in crate::import::fet) fn has_pupils_of(&self, activity: usize, set: &str) -> bool {
        !self.students[activity].is_disjoint(&self.atoms.of(set))
    }

    /// Every smallest set of students.
    pub(in crate::import::fet) fn all_pupils(&self) -> Vec<Person> {
        let atoms: BTreeSet<&str> = self.students.iter().flatten().copied().collect();
        atoms.into_iter().map(|atom| self.pupils(atom)).collect()
    }

    /// The smallest sets of students that attend an activity.
    pub(in crate::import::fet) fn attending(&self, activity: usize) -> Vec<Person> {
        self.students[activity].iter().map(|atom| self.pupils(atom)).collect()
    }

    fn pupils(&self, atom: &str) -> Person {
        let attends = |number: &usize| self.students[*number].contains(atom);
        self.person(atom, (0..self.activities.len()).filter(attends).collect())
    }

    fn person(&self, name: &str, activities: Vec<usize>) -> Person {
        let mut away = self.breaks.clone();
        away.extend(self.away.get(name).into_iter().flatten());
        Person { activities, away }
    }

    /// Which of the parts of its course an activity is, from 1: those of one `Activity_Group_Id` in their order.
    pub(in crate::import::fet) fn component(&self, activity: usize) -> usize {
        let group = |number: usize| self.activities[number].text_of("Activity_Group_Id");
        let own = group(activity);
        if own.is_none_or(|own| own == "0") {
            return 1;
        }
        (0..=activity).filter(|&number| group(number) == own).count()
    }
}
