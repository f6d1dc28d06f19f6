//! The board: which unit is where, and what stands in the way of another.

use super::needs::Needs;
use crate::domain::{Week, Weeks};
use crate::generate::draft::DAYS;

const WEEKS: [Week; 2] = [Week(0), Week(1)];

/// Where every unit is so far. What it shows keeps all rules; units that do not fit are not on it.
#[derive(Clone, Debug)]
pub(super) struct Board {
    pub(super) needs: Vec<Needs>,
    periods: usize,
    /// The rooms of each kind.
    rooms: Vec<usize>,
    starts: Vec<Option<usize>>,
    /// By class and slot.
    classes: Vec<Vec<Option<usize>>>,
    /// By teacher, slot and week.
    teachers: Vec<Vec<[Option<usize>; 2]>>,
    /// By kind and slot: one mention for each room.
    taken: Vec<Vec<Vec<(usize, Weeks)>>>,
    /// By course and day.
    courses: Vec<[Option<usize>; DAYS]>,
}

/// The numbers of things that a board has to show.
pub(super) struct Size {
    pub(super) periods: usize,
    pub(super) classes: usize,
    pub(super) teachers: usize,
    pub(super) courses: usize,
    pub(super) rooms: Vec<usize>,
}

impl Board {
    /// An empty board.
    pub(super) fn new(needs: Vec<Needs>, size: Size) -> Self {
        let slots = DAYS * size.periods;
        Self {
            starts: vec![None; needs.len()],
            needs,
            periods: size.periods,
            classes: vec![vec![None; slots]; size.classes],
            teachers: vec![vec![[None; 2]; slots]; size.teachers],
            taken: vec![vec![Vec::new(); slots]; size.rooms.len()],
            rooms: size.rooms,
            courses: vec![[None; DAYS]; size.courses],
        }
    }

    /// Where a unit starts, if it is on the board.
    pub(super) fn start(&self, unit: usize) -> Option<usize> {
        self.starts[unit]
    }

    /// The unit that a class has in a slot.
    pub(super) fn of_class(&self, class: usize, slot: usize) -> Option<usize> {
        self.classes[class][slot]
    }

    /// The day of a slot.
    pub(super) const fn day(&self, slot: usize) -> usize {
        slot / self.periods
    }

    /// The periods on a day without a lesson of a teacher, between the first and the last with one.
    pub(super) fn gaps(&self, teacher: usize, day: usize) -> usize {
        let hours = &self.teachers[teacher][day * self.periods..(day + 1) * self.periods];
        let busy = |hour: &[Option<usize>; 2]| hour.iter().any(Option::is_some);
        let first = hours.iter().position(busy);
        let last = hours.iter().rposition(busy);
        first.zip(last).map_or(0, |(first, last)| {
            hours[first..=last].iter().filter(|hour| !busy(hour)).count()
        })
    }

    /// Puts a unit on the board where nothing stands in its way.
    pub(super) fn put(&mut self, unit: usize, start: usize) {
        self.starts[unit] = Some(start);
        self.mark(unit, start, Some(unit));
    }

    /// Takes a unit from the board; where it was, if it was there.
    pub(super) fn lift(&mut self, unit: usize) -> Option<usize> {
        let start = self.starts[unit].take()?;
        self.mark(unit, start, None);
        Some(start)
    }

    fn mark(&mut self, unit: usize, start: usize, shown: Option<usize>) {
        let day = self.day(start);
        let needs = &self.needs[unit];
        for slot in start..start + needs.length {
            for &class in &needs.classes {
                self.classes[class][slot] = shown;
            }
            for &(teacher, weeks) in &needs.teachers {
                for week in WEEKS.into_iter().filter(|&week| weeks.contains(week)) {
                    self.teachers[teacher][slot][usize::from(week.0)] = shown;
                }
            }
            for &(kind, weeks) in &needs.rooms {
                match shown {
                    Some(_) => self.taken[kind][slot].push((unit, weeks)),
                    None => self.taken[kind][slot].retain(|&(other, _)| other != unit),
                }
            }
        }
        for &course in &needs.courses {
            self.courses[course][day] = shown;
        }
    }

    /// Writes into `rivals` the units that would have to leave if a unit started in a slot. Of those who share a kind of
    /// rooms, the ones with the least `weight` leave.
    pub(super) fn find_rivals(
        &self,
        unit: usize,
        start: usize,
        weight: &[u64],
        rivals: &mut Vec<usize>,
    ) {
        rivals.clear();
        let needs = &self.needs[unit];
        let mut add = |rival: Option<usize>| {
            if let Some(rival) = rival.filter(|rival| !rivals.contains(rival)) {
                rivals.push(rival);
            }
        };
        for slot in start..start + needs.length {
            needs.classes.iter().for_each(|&class| add(self.classes[class][slot]));
            for &(teacher, weeks) in &needs.teachers {
                for week in WEEKS.into_iter().filter(|&week| weeks.contains(week)) {
                    add(self.teachers[teacher][slot][usize::from(week.0)]);
                }
            }
        }
        let day = self.day(start);
        needs.courses.iter().for_each(|&course| add(self.courses[course][day]));
        self.find_roommates(unit, start, weight, rivals);
    }

    fn find_roommates(&self, unit: usize, start: usize, weight: &[u64], rivals: &mut Vec<usize>) {
        let needs = &self.needs[unit];
        for &(kind, _) in &needs.rooms {
            for week in WEEKS {
                let own =
                    |&&(needed, weeks): &&(usize, Weeks)| needed == kind && weeks.contains(week);
                let wanted = needs.rooms.iter().filter(own).count();
                for slot in start..start + needs.length {
                    self.make_room((kind, slot, week), wanted, weight, rivals);
                }
            }
        }
    }

    /// Adds the units that have to leave a kind of rooms in a slot and week so that `wanted` of them are free.
    fn make_room(
        &self,
        (kind, slot, week): (usize, usize, Week),
        wanted: usize,
        weight: &[u64],
        rivals: &mut Vec<usize>,
    ) {
        loop {
            let stays = |&&(other, weeks): &&(usize, Weeks)| {
                weeks.contains(week) && !rivals.contains(&other)
            };
            let staying = || self.taken[kind][slot].iter().filter(stays).map(|&(other, _)| other);
            if wanted == 0 || staying().count() + wanted <= self.rooms[kind] {
                return;
            }
            let Some(rival) = staying().min_by_key(|&other| (weight[other], other)) else { return };
            rivals.push(rival);
        }
    }
}
