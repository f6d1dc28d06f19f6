//! A fractional solution, seen from the resources: how much each is used in each cell of each week.

use super::{ALIKE, Disturbed, Solution};
use crate::domain::{Week, Weeks};
use crate::model::{Booking, Members};
use crate::problem::{Cell, ClassId, ClassUse, DayId, Problem, RoomId, Table, TeacherId};

/// A booking in a cell of a class, with its value.
#[derive(Clone)]
struct Share<'a> {
    used: &'a ClassUse,
    value: f64,
}

/// Use by resource, week and cell.
pub(super) struct Usage<'a> {
    problem: &'a Problem,
    cycle: Weeks,
    classes: Table<(ClassId, Week, Cell), Vec<Share<'a>>>,
    teachers: Table<(TeacherId, Week, Cell), f64>,
    rooms: Table<(RoomId, Week, Cell), f64>,
}

/// The heaviest clique of a class in a cell: the part that it has chosen of each division, and the value of its members.
pub(super) struct Heaviest {
    pub(super) chosen: Vec<u16>,
    pub(super) value: f64,
}

impl<'a> Usage<'a> {
    /// The use of everyone who is `disturbed`; of others perhaps less than all.
    pub(super) fn of(problem: &'a Problem, solution: &Solution, disturbed: &Disturbed) -> Self {
        let (weeks, cells) = (problem.frame.weeks(), problem.frame.cells());
        let by_class = (problem.classes(), weeks.clone(), cells.clone());
        let by_teacher = (problem.teachers(), weeks.clone(), cells.clone());
        let mut usage = Self {
            problem,
            cycle: problem.cycle(),
            classes: Table::filled(&by_class, Vec::new()),
            teachers: Table::filled(&by_teacher, 0.0),
            rooms: Table::filled(&(problem.rooms(), weeks, cells), 0.0),
        };
        let lessons = solution.lessons().filter(|&(lesson, _)| disturbed.concerns(problem, lesson));
        for (booking, value) in lessons.flat_map(|(_, values)| values) {
            usage.add(booking, *value);
        }
        usage
    }

    fn add(&mut self, booking: &Booking, value: f64) {
        let lesson = self.problem.lesson(booking.lesson);
        let cell = booking.cell(self.problem);
        for used in &lesson.classes {
            for week in used.weeks.iter() {
                let at = (used.class, week, cell.later(used.offset));
                self.classes[at].push(Share { used, value });
            }
        }
        for used in &lesson.teachers {
            for week in used.weeks.iter() {
                self.teachers[(used.teacher, week, cell.later(used.offset))] += value;
            }
        }
        for (used, &room) in lesson.rooms.iter().zip(&booking.rooms) {
            for &(offset, weeks) in &used.periods {
                for week in weeks.iter() {
                    self.rooms[(room, week, cell.later(offset))] += value;
                }
            }
        }
    }

    pub(super) fn teacher(&self, teacher: TeacherId, week: Week, cell: Cell) -> f64 {
        self.teachers[(teacher, week, cell)]
    }

    pub(super) fn room(&self, room: RoomId, week: Week, cell: Cell) -> f64 {
        self.rooms[(room, week, cell)]
    }

    /// How much a class is used in a cell, lessons side by side counted each.
    pub(super) fn class(&self, class: ClassId, week: Week, cell: Cell) -> f64 {
        self.classes[(class, week, cell)].iter().map(|share| share.value).sum()
    }

    /// The clique with the most use in a cell of a class; `default` names a part for divisions that are not there.
    pub(super) fn heaviest(
        &self,
        class: ClassId,
        week: Week,
        cell: Cell,
        default: &[u16],
    ) -> Heaviest {
        self.weigh(&self.classes[(class, week, cell)], default, Members::Clique)
    }

    /// The same, of lessons that are not alone in the slot in every week.
    pub(super) fn heaviest_sharing(
        &self,
        class: ClassId,
        week: Week,
        cell: Cell,
        default: &[u16],
    ) -> Heaviest {
        self.weigh(&self.classes[(class, week, cell)], default, Members::Sharing)
    }

    fn weigh(
        &self,
        shares: &[Share<'a>],
        default: &[u16],
        members: fn(Vec<u16>) -> Members,
    ) -> Heaviest {
        let mut chosen = default.to_vec();
        // The heaviest part of a division is the last of it, and stays chosen.
        for (division, part, _) in weights(shares) {
            chosen[usize::from(division)] = part;
        }
        let clique = members(chosen.clone());
        let counted = shares.iter().filter(|share| clique.count(share.used, self.cycle));
        let value = counted.map(|share| share.value).sum();
        Heaviest { chosen, value }
    }

    /// Whether a room is used in a cell just as in an earlier week.
    pub(super) fn room_repeats(&self, room: RoomId, week: Week, cell: Cell) -> bool {
        let used = self.room(room, week, cell);
        (0..week.0).any(|earlier| is_same(self.room(room, Week(earlier), cell), used))
    }

    /// The earlier weeks in which a class is used on `day` just as in `week`, by the same parts of it.
    pub(super) fn class_repeats(
        &self,
        class: ClassId,
        week: Week,
        day: DayId,
    ) -> impl Iterator<Item = Week> {
        (0..week.0).map(Week).filter(move |&earlier| {
            let mut cells = self.problem.frame.cells_of(day);
            cells.all(|cell| {
                let shares = |week| &self.classes[(class, week, cell)];
                are_same(shares(week), shares(earlier))
            })
        })
    }

    /// The earlier weeks in which a teacher is used on `day` just as in `week`.
    pub(super) fn teacher_repeats(
        &self,
        teacher: TeacherId,
        week: Week,
        day: DayId,
    ) -> impl Iterator<Item = Week> {
        (0..week.0).map(Week).filter(move |&earlier| {
            let mut cells = self.problem.frame.cells_of(day);
            let used = |week, cell| self.teacher(teacher, week, cell);
            cells.all(|cell| is_same(used(week, cell), used(earlier, cell)))
        })
    }
}

/// By division and part: the value of the lessons in it, the least first.
fn weights(shares: &[Share<'_>]) -> Vec<(u16, u16, f64)> {
    let mut weights: Vec<(u16, u16, f64)> = Vec::new();
    for share in shares {
        let Some((division, parts)) = &share.used.parts else { continue };
        for &part in parts {
            let mut known = weights.iter_mut();
            match known.find(|one| (one.0, one.1) == (*division, part)) {
                Some(known) => known.2 += share.value,
                None => weights.push((*division, part, share.value)),
            }
        }
    }
    weights.sort_by(|one, other| one.2.total_cmp(&other.2));
    weights
}

/// Whether the same parts of a class have as much of a cell. As much in all is not enough: two halves of a class may be beside
/// each other, but not a half beside the whole.
fn are_same(shares: &[Share<'_>], others: &[Share<'_>]) -> bool {
    let is_alike = |(one, other): (&Share<'_>, &Share<'_>)| {
        one.used.parts == other.used.parts && is_same(one.value, other.value)
    };
    shares.len() == others.len() && shares.iter().zip(others).all(is_alike)
}

/// Whether two sums of the same values are the same, but for the order in which they were added up.
fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < ALIKE
}
