//! In which order changes are carried out by hand, one lesson after another, so that no two lessons clash on the way.
//!
//! A lesson waits until those are gone that are still where it goes. Lessons that wait for one another in a circle need
//! one of them set aside; a lesson that is where it goes never keeps another from going where that one goes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::chain::{Whom, chains};
use crate::check::side_by_side;
use crate::diff::sittings;
use crate::domain::{Group, Proposal, School, Slot, Timetable, Week};

/// What is done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// This lesson, by its index in [`School::lessons`], is taken out of the timetable until its turn comes.
    SetAside(usize),
    /// This lesson is put where the proposal has it.
    Book(usize),
}

/// The tasks that lead from the baseline of `school` to `proposal`, each changed lesson booked once.
///
/// Where nothing stands in the way the order is that of the [chains](fn@chains), and lessons without a place come last. If
/// the proposal itself has clashes, the tasks end with them.
#[must_use]
pub fn tasks(school: &School, proposal: &Proposal) -> Vec<Task> {
    let baseline = school.baseline();
    let chains = chains(school, proposal).into_iter().flatten();
    let is_placed = |&lesson: &usize| {
        baseline.booking(lesson).is_none() && proposal.timetable.booking(lesson).is_some()
    };
    let placed = (0..school.lessons.len()).filter(is_placed);
    let pending = chains.map(|link| link.lesson).chain(placed).collect();
    let mut board =
        Board::new(school, (seats(school, &baseline), seats(school, &proposal.timetable)), pending);
    let mut tasks = Vec::new();
    while let Some(task) = board.next() {
        tasks.push(task);
    }
    tasks
}

/// Whom a lesson occupies in which slot of which week, and with which part of a class.
type Seat<'a> = (Seated<'a>, Option<&'a Group>);
type Seated<'a> = (Whom<'a>, Slot, Week);

fn seats<'a>(school: &'a School, timetable: &'a Timetable) -> Vec<Vec<Seat<'a>>> {
    let mut seats = vec![Vec::new(); school.lessons.len()];
    for sitting in sittings(school, timetable) {
        let (slot, group) = (sitting.slot, sitting.piece.group.as_ref());
        let each = |whom| sitting.piece.weeks.iter().map(move |week| ((whom, slot, week), group));
        seats[sitting.lesson].extend(Whom::of(&sitting).flat_map(each));
    }
    seats
}

/// Where the lessons are, part of the way.
struct Board<'a> {
    school: &'a School,
    old: Vec<Vec<Seat<'a>>>,
    new: Vec<Vec<Seat<'a>>>,
    taken: BTreeMap<Seated<'a>, Vec<(usize, Option<&'a Group>)>>,
    /// The lessons that are not where they go, by their turns in the order in which they are best told.
    pending: BTreeMap<usize, usize>,
    /// The turns of those lessons.
    turns: BTreeMap<usize, usize>,
    /// The turns of those that nothing keeps from going where they go.
    free: BTreeSet<usize>,
    /// Which of them go where.
    wanted: BTreeMap<Seated<'a>, Vec<usize>>,
    /// Those of them that are nowhere.
    aside: BTreeSet<usize>,
}

#[derive(Clone, Copy)]
enum Booked {
    Before,
    After,
}

impl<'a> Board<'a> {
    /// The board before the first task.
    fn new(
        school: &'a School,
        (old, new): (Vec<Vec<Seat<'a>>>, Vec<Vec<Seat<'a>>>),
        order: Vec<usize>,
    ) -> Self {
        let turns = order.iter().copied().zip(0..).collect();
        let pending: BTreeMap<usize, usize> = order.into_iter().enumerate().collect();
        let mut wanted: BTreeMap<Seated<'a>, Vec<usize>> = BTreeMap::new();
        for &lesson in pending.values() {
            new[lesson]
                .iter()
                .for_each(|(seated, _)| wanted.entry(*seated).or_default().push(lesson));
        }
        let (taken, free, aside) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        let mut board = Self { school, old, new, taken, pending, turns, free, wanted, aside };
        (0..school.lessons.len()).for_each(|lesson| board.take(lesson, Booked::Before));
        let all: Vec<usize> = board.pending.values().copied().collect();
        board.look_at(all);
        board
    }

    /// Does what is to be done next; `None` if everything is.
    fn next(&mut self) -> Option<Task> {
        let first = *self.pending.values().next()?;
        let Some(turn) = self.free.pop_first() else {
            let lesson = self.best_aside(&self.circle(first))?;
            self.leave(lesson);
            self.aside.insert(lesson);
            self.look_at(self.concerned(lesson));
            return Some(Task::SetAside(lesson));
        };
        let lesson = self.pending.remove(&turn)?;
        self.turns.remove(&lesson);
        if !self.aside.remove(&lesson) {
            self.leave(lesson);
        }
        self.take(lesson, Booked::After);
        self.look_at(self.concerned(lesson));
        Some(Task::Book(lesson))
    }

    /// Finds out which of `lessons` are free by now.
    fn look_at(&mut self, lessons: impl IntoIterator<Item = usize>) {
        for lesson in lessons {
            let Some(&turn) = self.turns.get(&lesson) else { continue };
            if self.in_the_way(lesson).is_empty() {
                self.free.insert(turn);
            } else {
                self.free.remove(&turn);
            }
        }
    }

    /// The lessons that go where `lesson` was, or where it goes: what it does may concern them.
    fn concerned(&self, lesson: usize) -> BTreeSet<usize> {
        let seats = self.old[lesson].iter().chain(&self.new[lesson]);
        seats.filter_map(|(seated, _)| self.wanted.get(seated)).flatten().copied().collect()
    }

    /// The lessons that are where `lesson` goes and will leave.
    fn in_the_way(&self, lesson: usize) -> BTreeSet<usize> {
        let mut others = BTreeSet::new();
        for (seated, group) in &self.new[lesson] {
            let here = self.taken.get(seated).into_iter().flatten();
            let here = here.filter(|(other, _)| *other != lesson);
            match seated.0 {
                Whom::Class(_) => {
                    let clashing = here.filter(|(_, theirs)| !side_by_side(*group, *theirs));
                    others.extend(clashing.map(|(other, _)| *other));
                }
                Whom::Teacher(_) => others.extend(here.map(|(other, _)| *other)),
                Whom::Room(room) => {
                    let here: BTreeSet<usize> = here.map(|(other, _)| *other).collect();
                    let parallel = self.school.rooms.get(room).map_or(1, |room| room.parallel);
                    if here.len() >= parallel as usize {
                        others.extend(here);
                    }
                }
            }
        }
        others.retain(|other| self.turns.contains_key(other));
        others
    }

    /// Lessons that wait for one another in a circle, found from `first`; none if any on the way waits for nobody.
    fn circle(&self, first: usize) -> Vec<usize> {
        let mut seen = vec![first];
        let mut steps = BTreeMap::from([(first, 0)]);
        let mut here = first;
        while let Some(next) = self.in_the_way(here).first().copied() {
            if let Some(&begin) = steps.get(&next) {
                return seen.split_off(begin);
            }
            steps.insert(next, seen.len());
            seen.push(next);
            here = next;
        }
        Vec::new()
    }

    /// The lesson for which most others wait, and of several the one that is least work to put aside and back again.
    fn best_aside(&self, lessons: &[usize]) -> Option<usize> {
        let waits = |other: &usize, lesson: &usize| {
            self.turns.contains_key(other) && self.in_the_way(*other).contains(lesson)
        };
        let waiting = |lesson: &usize| {
            self.concerned(*lesson).iter().filter(|other| waits(other, lesson)).count()
        };
        let work = |lesson: &usize| (Reverse(waiting(lesson)), self.old[*lesson].len(), *lesson);
        lessons.iter().copied().min_by_key(work)
    }

    fn take(&mut self, lesson: usize, booked: Booked) {
        let seats = match booked {
            Booked::Before => &self.old[lesson],
            Booked::After => &self.new[lesson],
        };
        for (seated, group) in seats {
            self.taken.entry(*seated).or_default().push((lesson, *group));
        }
    }

    fn leave(&mut self, lesson: usize) {
        for (seated, _) in &self.old[lesson] {
            if let Some(here) = self.taken.get_mut(seated) {
                here.retain(|(other, _)| *other != lesson);
            }
        }
    }
}
