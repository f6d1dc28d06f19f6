//! Where the activities are: in a solution, else in the task's own starting times.

use std::collections::BTreeMap;

use super::{Element, Week, is_active, is_hard};
use crate::diagnostic::{Foreign, Location};
use crate::domain::Slot;
use crate::import::ledger::Ledger;
use crate::import::lines::Lines;
use crate::import::original::Original;
use crate::import::xml::Tree;

const ROOT: &str = "Activities_Timetable";

/// A time and a room.
#[derive(Clone, Debug)]
pub(super) struct Booked {
    pub(super) week: usize,
    pub(super) slot: Slot,
    pub(super) room: Option<String>,
}

/// The activities' places by their ids.
pub(super) struct Placed {
    booked: BTreeMap<String, Booked>,
    locked: BTreeMap<String, (usize, Slot)>,
    rooms: BTreeMap<String, String>,
}

impl Placed {
    /// Reads the solution among the files, else the starting times.
    pub(super) fn read(
        originals: &[Original],
        root: Element<'_>,
        week: &Week,
        ledger: &mut Ledger,
    ) -> Option<Self> {
        let mut placed =
            Self { booked: BTreeMap::new(), locked: BTreeMap::new(), rooms: BTreeMap::new() };
        let own = placed.read_task(root, week, ledger);
        for original in originals {
            let name = original.name.to_lowercase();
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            if name.ends_with("timetable.csv") {
                placed.read_csv(original, week, ledger)?;
            } else if ending == "xml" {
                placed.read_solution(original, week, ledger)?;
            } else if ending != "fet" && originals.len() > 1 {
                ledger.note(Foreign::FileUnused, Location::file(&original.name));
            }
        }
        if placed.booked.is_empty() {
            placed.booked = own;
        }
        Some(placed)
    }

    /// Whether no activity is anywhere.
    pub(super) fn is_empty(&self) -> bool {
        self.booked.is_empty()
    }

    /// Where an activity is.
    pub(super) fn of(&self, id: &str) -> Option<Booked> {
        let mut booked = self.booked.get(id)?.clone();
        booked.room = booked.room.or_else(|| self.rooms.get(id).cloned());
        Some(booked)
    }

    /// Whether an activity must stay where it is.
    pub(super) fn is_locked(&self, id: &str, booked: &Booked) -> bool {
        self.locked.get(id) == Some(&(booked.week, booked.slot))
    }

    /// The starting times and rooms that the task itself asks for.
    fn read_task(
        &mut self,
        root: Element<'_>,
        week: &Week,
        ledger: &mut Ledger,
    ) -> BTreeMap<String, Booked> {
        let mut own = BTreeMap::new();
        let times = root.within("Time_Constraints_List", "ConstraintActivityPreferredStartingTime");
        for rule in times.filter(|rule| is_active(*rule)) {
            let is_whole =
                rule.text_of("Preferred_Day").is_some() && rule.text_of("Preferred_Hour").is_some();
            let Some(id) = rule.text_of("Activity_Id").filter(|_| is_whole) else { continue };
            let Some((number, slot)) = week.time(rule, ledger) else { continue };
            if is_hard(rule) && rule.text_of("Permanently_Locked") == Some("true") {
                self.locked.insert(id.to_owned(), (number, slot));
            }
            own.insert(id.to_owned(), Booked { week: number, slot, room: None });
        }
        let rooms = root.within("Space_Constraints_List", "ConstraintActivityPreferredRoom");
        for rule in rooms.filter(|rule| is_active(*rule)) {
            if let Some((id, room)) = rule.text_of("Activity_Id").zip(rule.text_of("Room")) {
                self.rooms.insert(id.to_owned(), room.to_owned());
            }
        }
        own
    }

    fn read_solution(
        &mut self,
        original: &Original,
        week: &Week,
        ledger: &mut Ledger,
    ) -> Option<()> {
        let tree = Tree::read(original, ledger)?;
        let solution = tree.root(ROOT, ledger)?;
        for entry in solution.all("Activity") {
            let Some(id) = entry.text_of("Id") else { continue };
            // An activity that FET could not place stands here without a day.
            if entry.text_of("Day").is_none() {
                continue;
            }
            if let Some((week, slot)) = week.time(entry, ledger) {
                let room = entry.text_of("Room").map(ToOwned::to_owned);
                self.booked.insert(id.to_owned(), Booked { week, slot, room });
            }
        }
        Some(())
    }

    /// FET's CSV has a row for every hour; the first of an activity is where it starts.
    fn read_csv(&mut self, original: &Original, week: &Week, ledger: &mut Ledger) -> Option<()> {
        let lines = Lines::read(original, ledger)?;
        for line in lines.all().skip(1) {
            let (id, room) = (line.cell(1).into_owned(), line.cell(8).into_owned());
            let found = week.find(&line.cell(2), &line.cell(3), || line.location(2), ledger);
            let Some((week, slot)) = found else { continue };
            let room = Some(room).filter(|room| !room.is_empty());
            let booked = self.booked.entry(id).or_insert(Booked { week, slot, room });
            booked.slot = booked.slot.min(slot);
        }
        Some(())
    }
}
