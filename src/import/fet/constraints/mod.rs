//! What FET demands of a timetable, evaluated on one as FET does: a school has no rule for much of it, and FET takes no
//! timetable back that breaks it.
//!
//! A file for each kind of constraint; each becomes a [`Test`] that counts by how much a timetable misses it. Only what
//! must hold is read (a weight of 100), of tasks whose days are one week.
//!
//! # Source
//! What the constraints mean: FET's own help and the names in its files, <https://lalescu.ro/liviu/fet/>.

mod among;
mod choices;
mod people;
mod places;
mod task;

use std::collections::BTreeMap;

use super::{Element, ROOT, Week, is_active, is_hard, task as task_file};
use crate::diagnostic::Location;
use crate::domain::{Day, RoomName, School, Slot, Timetable};
use crate::import::draft::Draft;
use crate::import::ledger::Ledger;
use crate::import::names::Kind;
use crate::import::original::Original;
use crate::import::rebooked::{Rebooked, rebooked};
use crate::import::xml::Tree;
use crate::input::first_offsets;
pub(super) use choices::is_about;
use places::Places;
pub(super) use task::{Person, Task};

/// By how much a timetable misses a constraint, one number for each person or activity that it is about: 0 keeps it.
type Test = Box<dyn Fn(&Places) -> Vec<u32>>;

/// A constraint of a task.
struct Constraint {
    kind: String,
    about: String,
    location: Location,
    test: Test,
}

/// What a task demands, and the rows of the timetable that it was read as.
pub struct Constraints {
    list: Vec<Constraint>,
    /// The activity of each row.
    rows: Vec<Option<usize>>,
    lengths: Vec<u8>,
    days: Vec<Day>,
    /// What the rooms of the rows are called in the file.
    rooms: BTreeMap<RoomName, String>,
}

/// A constraint that a timetable breaks and the baseline keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenConstraint {
    /// Its name in the file.
    pub kind: String,
    /// Whom or what it is about.
    pub about: String,
    /// Where it stands in the file.
    pub location: Location,
    /// The lessons that moved and of which any one, put back alone, would mend it; all that moved where none would.
    pub lessons: Vec<usize>,
    /// Its place among the constraints, and whom of those that it is about it is broken for.
    index: usize,
    element: usize,
}

impl Constraints {
    /// Reads the constraints of a task that was read as `draft`; none where its days are several weeks.
    pub(super) fn read(originals: &[Original], draft: &Draft, ledger: &mut Ledger) -> Option<Self> {
        let tree = Tree::read(task_file(originals, ledger)?, ledger)?;
        let root = tree.root(ROOT, ledger)?;
        let week = Week::read(root, ledger)?;
        let task = Task::read(root, &week);
        let lists = ["Time_Constraints_List", "Space_Constraints_List"];
        let rules = lists.iter().filter_map(|list| root.first(list)).flat_map(Element::elements);
        let rules = rules.filter(|rule| is_active(*rule) && week.weeks() == 1);
        let list = rules.filter_map(|rule| constraint(rule, &task)).collect();
        let rows = draft.rows.iter().map(|row| task.activity(&row.source)).collect();
        let rooms = draft.rows.iter().flat_map(|row| &row.rooms).chain(draft.rooms.keys());
        let original = |room: &RoomName| draft.names.original(Kind::Room, room.as_str()).to_owned();
        let rooms = rooms.map(|room| (room.clone(), original(room))).collect();
        Some(Self { list, rows, lengths: task.lengths(), days: task.days, rooms })
    }

    /// The constraints that `timetable`, one of `school`, breaks by more than the baseline does.
    #[must_use]
    pub fn broken(&self, school: &School, timetable: &Timetable) -> Vec<BrokenConstraint> {
        let rows = rebooked(school, timetable);
        if rows.len() != self.rows.len() {
            return Vec::new();
        }
        let before = self.places(&rows, |_, row| row.from);
        let after = self.places(&rows, |_, row| row.to);
        let moved: Vec<usize> = moved(school, timetable);
        let mut broken = Vec::new();
        for (index, Constraint { kind, about, location, test }) in self.list.iter().enumerate() {
            let (was, now) = (test(&before), test(&after));
            for element in (0..now.len()).filter(|&element| now[element] > was[element]) {
                let mends = |lesson: &usize| {
                    let own = first_offsets(&school.lessons[*lesson]);
                    let at = |number: usize, row: &Rebooked| {
                        if own.contains_key(&number) { row.from } else { row.to }
                    };
                    test(&self.places(&rows, at))[element] < now[element]
                };
                let mending: Vec<usize> = moved.iter().copied().filter(mends).collect();
                broken.push(BrokenConstraint {
                    kind: kind.clone(),
                    about: about.clone(),
                    location: location.clone(),
                    lessons: if mending.is_empty() { moved.clone() } else { mending },
                    index,
                    element,
                });
            }
        }
        broken
    }

    /// The starts of a lesson at which a broken constraint would be missed no less, if all others stay as proposed.
    #[must_use]
    pub fn refused(
        &self,
        (school, timetable): (&School, &Timetable),
        broken: &BrokenConstraint,
        lesson: usize,
    ) -> Vec<Slot> {
        let test = &self.list[broken.index].test;
        let rows = rebooked(school, timetable);
        let missed = |places: &Places| test(places)[broken.element];
        let now = missed(&self.places(&rows, |_, row| row.to));
        let own = first_offsets(&school.lessons[lesson]);
        let is_refused = |start: &Slot| {
            let at = |number: usize, row: &Rebooked| {
                let offset = own.get(&number);
                offset.and_then(|&offset| start.later(offset)).unwrap_or(row.to)
            };
            missed(&self.places(&rows, at)) >= now
        };
        school.grid.slots().filter(is_refused).collect()
    }

    /// Where the activities are if each row is where `at` says.
    fn places(&self, rows: &[Rebooked], at: impl Fn(usize, &Rebooked) -> Slot) -> Places {
        let mut places = Places::of(&self.days, &self.lengths);
        for (number, (row, activity)) in rows.iter().zip(&self.rows).enumerate() {
            let Some(activity) = activity else { continue };
            let start = at(number, row);
            let is_moved = start != row.from || row.from == row.to;
            let room = row.rooms.first().map(|(old, new)| if is_moved { new } else { old });
            let room = room.and_then(|room| self.rooms.get(room)).cloned();
            places.put(*activity, start, room);
        }
        places
    }
}

/// The lessons that are elsewhere than they were.
fn moved(school: &School, timetable: &Timetable) -> Vec<usize> {
    let booked = school.lessons.iter().zip(&timetable.bookings).enumerate();
    let moved = booked.filter(|(_, (lesson, booking))| {
        booking.as_ref().is_some_and(|booking| {
            lesson.start != Some(booking.start) || !booking.exchanged.is_empty()
        })
    });
    moved.map(|(index, _)| index).collect()
}

/// A constraint as a test, or what must hold of a wish; `None` where nothing here can evaluate it, or where the school's own rules keep it.
fn constraint(rule: Element<'_>, task: &Task<'_, '_>) -> Option<Constraint> {
    let test = if is_hard(rule) {
        people::test(rule, task)
            .or_else(|| among::test(rule, task))
            .or_else(|| choices::test(rule, task))
    } else {
        among::test_of_wish(rule, task)
    }?;
    let about: Vec<&str> = ABOUT.iter().filter_map(|part| rule.text_of(part)).collect();
    Some(Constraint {
        kind: rule.name().to_owned(),
        about: about.join(" "),
        location: rule.location(),
        test,
    })
}

/// The parts that say whom or what a constraint is about.
const ABOUT: [&str; 12] = [
    "Teacher",
    "Teacher_Name",
    "Students",
    "Students_Name",
    "Subject",
    "Subject_Name",
    "Activity_Tag",
    "Activity_Tag_Name",
    "Activity_Id",
    "First_Activity_Id",
    "Second_Activity_Id",
    "Room",
];

/// Whether a constraint of that name is evaluated.
pub(super) fn is_evaluated(rule: Element<'_>, task: &Task<'_, '_>) -> bool {
    constraint(rule, task).is_some()
}
