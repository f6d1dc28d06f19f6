//! A fractional solution, seen from the resources: how much each is used in each cell of each week.

use super::{ALIKE, Disturbed, Solution};
use crate::domain::{Week, Weeks};
use crate::model::{Booking, Members};
use crate::problem::{Cell, ClassId, ClassUse, DayId, Problem, RoomId, Table, TeacherId};

/// A lesson's share in a cell of a class.
#[derive(Clone)]
struct Share<'a> {
    used: &'a ClassUse,
    part: f64,
}

/// Use by resource, week and cell.
pub(super) struct Usage<'a> {
    problem: &'a Problem,
    cycle: Weeks,
    classes: Table<(ClassId, Week, Cell), Vec<Share<'a>>>,
    teachers: Table<(TeacherId, Week, Cell), f64>,
    rooms: Table<(RoomId, Week, Cell), f64>,
}

/// The heaviest clique of a class in a cell: its members, and its use.
pub(super) struct Heaviest {
    pub(super) chosen: Vec<u16>,
    pub(super) part: f64,
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
        for (lesson, parts) in solution.lessons() {
            if disturbed.concerns(problem, lesson) {
                for (booking, part) in parts {
                    usage.add(booking, *part);
                }
            }
        }
        usage
    }

    fn add(&mut self, booking: &Booking, part: f64) {
        let lesson = self.problem.lesson(booking.lesson);
        let cell = booking.cell(self.problem);
        for used in &lesson.classes {
            for week in used.weeks.iter() {
                let at = (used.class, week, cell.later(used.offset));
                self.classes[at].push(Share { used, part });
            }
        }
        for used in &lesson.teachers {
            for week in used.weeks.iter() {
                self.teachers[(used.teacher, week, cell.later(used.offset))] += part;
            }
        }
        for (used, &room) in lesson.rooms.iter().zip(&booking.rooms) {
            for &(offset, weeks) in &used.periods {
                for week in weeks.iter() {
                    self.rooms[(room, week, cell.later(offset))] += part;
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
        self.classes[(class, week, cell)].iter().map(|share| share.part).sum()
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
        let mut weights: Vec<(u16, u16, f64)> = Vec::new();
        for share in shares {
            let Some((division, parts)) = &share.used.parts else { continue };
            for &part in parts {
                let known = weights.iter_mut().find(|one| (one.0, one.1) == (*division, part));
                match known {
                    Some(known) => known.2 += share.part,
                    None => weights.push((*division, part, share.part)),
                }
            }
        }
        weights.sort_by(|one, other| one.2.total_cmp(&other.2));
        for (division, part, _) in weights {
            chosen[usize::from(division)] = part;
        }
        let clique = members(chosen.clone());
        let counted = shares.iter().filter(|share| clique.count(share.used, self.cycle));
        let part = counted.map(|share| share.part).sum();
        Heaviest { chosen, part }
    }

    /// The earlier weeks in which a class is used on `day` just as in `week`.
    pub(super) fn class_repeats(
        &self,
        class: ClassId,
        week: Week,
        day: DayId,
    ) -> impl Iterator<Item = Week> {
        self.repeats(week, day, move |week, cell| self.class(class, week, cell))
    }

    /// The earlier weeks in which a teacher is used on `day` just as in `week`.
    pub(super) fn teacher_repeats(
        &self,
        teacher: TeacherId,
        week: Week,
        day: DayId,
    ) -> impl Iterator<Item = Week> {
        self.repeats(week, day, move |week, cell| self.teacher(teacher, week, cell))
    }

    fn repeats(
        &self,
        week: Week,
        day: DayId,
        used: impl Fn(Week, Cell) -> f64,
    ) -> impl Iterator<Item = Week> {
        (0..week.0).map(Week).filter(move |&earlier| {
            let same = |cell: Cell| (used(week, cell) - used(earlier, cell)).abs() < ALIKE;
            self.problem.frame.cells_of(day).all(same)
        })
    }
}
