//! What multipliers of rows add to the price of each booking.

use super::auxiliary::Auxiliaries;
use super::row::{Members, Row, Term};
use crate::domain::Weeks;
use crate::problem::{Cell, ClassUse, DayId, IndexedLesson, Problem, RoomId, TeacherUse};

/// Multipliers and reduced costs are whole numbers of this part of a point, or of a coarser one where points are so many
/// that sums of them would not fit into 64 bits: see [`Charges::counted_in`].
pub const SCALE: i64 = 1 << 20;

/// Charges by resource and cell, for one choice of multipliers. All in points × [`Charges::scale`].
#[derive(Clone, Debug)]
pub struct Charges<'a> {
    scale: i64,
    cells: usize,
    weeks: usize,
    days: usize,
    cycle: Weeks,
    /// By class, then by week (one more for all weeks together) and cell; empty for a class without any charge.
    classes: Vec<Vec<ClassCharge<'a>>>,
    teachers: Vec<i64>,
    rooms: Vec<i64>,
    lesson_days: Vec<i64>,
    lesson_starts: Vec<i64>,
    auxiliaries: Vec<i64>,
    /// For each period of a desired lesson that is missed; at least 0.
    missed: i64,
    right_sides: i128,
    /// By class and week (one more for all weeks together): the least charge in any cell.
    class_floors: Vec<ClassFloor>,
    teacher_floors: Vec<i64>,
    /// The least charge of any room in any cell of any week, at most 0.
    room_floor: i64,
}

/// The least that a class charges a lesson in any cell.
#[derive(Clone, Copy, Debug, Default)]
struct ClassFloor {
    whole: i64,
    parts: i64,
}

#[derive(Clone, Debug, Default)]
struct ClassCharge<'a> {
    /// For lessons that stand in every clique.
    whole: i64,
    /// In addition, for those of them that are not alone.
    sharing: i64,
    /// For lessons of parts: each sum on its own.
    sums: Vec<(&'a Members, i64)>,
}

impl<'a> Charges<'a> {
    /// The charges of `rows`, each with its multiplier (≥ 0, in points × [`SCALE`] unless [`Charges::counted_in`] says so).
    #[must_use]
    pub fn of(
        problem: &Problem,
        auxiliaries: &Auxiliaries,
        rows: impl Iterator<Item = (&'a Row, i64)>,
    ) -> Self {
        let frame = &problem.frame;
        let (cells, weeks, days) = (frame.cell_count(), frame.weeks, frame.day_count());
        let layer = (weeks + 1) * cells;
        let mut charges = Self {
            scale: SCALE,
            cells,
            weeks,
            days,
            cycle: problem.cycle(),
            classes: vec![Vec::new(); problem.lessons_of_class.len()],
            teachers: vec![0; problem.lessons_of_teacher.len() * layer],
            rooms: vec![0; problem.room_capacity.len() * layer],
            lesson_days: vec![0; problem.lessons.len() * days],
            lesson_starts: vec![0; problem.lessons.len() * cells],
            auxiliaries: vec![0; auxiliaries.list().len()],
            missed: 0,
            right_sides: 0,
            class_floors: Vec::new(),
            teacher_floors: Vec::new(),
            room_floor: 0,
        };
        for (row, multiplier) in rows.filter(|&(_, multiplier)| multiplier != 0) {
            charges.add(auxiliaries, row, multiplier);
        }
        charges.find_floors();
        charges
    }

    /// The same, its multipliers being in points × `scale`, a power of two from 1 to [`SCALE`].
    #[must_use]
    pub const fn counted_in(mut self, scale: i64) -> Self {
        self.scale = scale;
        self
    }

    /// How many parts a point has in these charges.
    #[must_use]
    pub const fn scale(&self) -> i64 {
        self.scale
    }

    /// Charges every missed period of a desired lesson `multiplier` (≥ 0, in points × the scale), where no more than
    /// `allowance` may be.
    #[must_use]
    pub fn with_allowance(mut self, allowance: i64, multiplier: i64) -> Self {
        self.missed = multiplier;
        self.right_sides += i128::from(multiplier) * i128::from(allowance);
        self
    }

    /// The charge for so many missed periods of desired lessons.
    #[must_use]
    pub const fn missed(&self, periods: i64) -> i64 {
        self.missed * periods
    }

    fn find_floors(&mut self) {
        let least = |charges: &[i64]| charges.iter().copied().min().unwrap_or(0);
        let layers = self.weeks + 1;
        self.class_floors = vec![ClassFloor::default(); self.classes.len() * layers];
        for (floors, charges) in self.class_floors.chunks_mut(layers).zip(&self.classes) {
            for (floor, cells) in floors.iter_mut().zip(charges.chunks(self.cells)) {
                *floor = ClassFloor::of(cells);
            }
        }
        self.teacher_floors = self.teachers.chunks(self.cells).map(least).collect();
        self.room_floor = least(&self.rooms).min(0);
    }

    /// Σ multiplier × right side over all rows.
    pub(super) const fn right_sides(&self) -> i128 {
        self.right_sides
    }

    /// What a unit of each auxiliary column in use is relieved of.
    pub(super) fn reliefs(&self) -> &[i64] {
        &self.auxiliaries
    }

    fn add(&mut self, auxiliaries: &Auxiliaries, row: &'a Row, multiplier: i64) {
        self.right_sides += i128::from(multiplier) * i128::from(row.right_side);
        for &(auxiliary, units) in &row.reliefs {
            if let Some(id) = auxiliaries.find(auxiliary) {
                self.auxiliaries[id.0] += units * multiplier;
            }
        }
        for (term, coefficient) in &row.terms {
            self.add_term(term, coefficient * multiplier);
        }
    }

    fn add_term(&mut self, term: &'a Term, charge: i64) {
        match term {
            Term::Class(class, week, cell, members) => {
                let charges = &mut self.classes[class.index()];
                charges.resize((self.weeks + 1) * self.cells, ClassCharge::default());
                for week in [usize::from(week.0), self.weeks] {
                    charges[week * self.cells + cell.index()].add(members, charge);
                }
            }
            Term::Teacher(teacher, week, cell) => {
                for week in [usize::from(week.0), self.weeks] {
                    let at = self.at(teacher.index(), week, *cell);
                    self.teachers[at] += charge;
                }
            }
            Term::Room(room, week, cell) => {
                for week in [usize::from(week.0), self.weeks] {
                    let at = self.at(room.index(), week, *cell);
                    self.rooms[at] += charge;
                }
            }
            Term::Day(lesson, day) => {
                self.lesson_days[lesson.index() * self.days + day.index()] += charge;
            }
            Term::Start(lesson, cell) => {
                self.lesson_starts[lesson.index() * self.cells + cell.index()] += charge;
            }
        }
    }

    const fn at(&self, resource: usize, week: usize, cell: Cell) -> usize {
        (resource * (self.weeks + 1) + week) * self.cells + cell.index()
    }

    /// The layers of the tables that make up `weeks`.
    fn layers(&self, weeks: Weeks) -> impl Iterator<Item = usize> {
        let whole = weeks == self.cycle;
        let single = (0..self.weeks).filter(move |&week| {
            !whole && weeks.contains(crate::domain::Week(u8::try_from(week).unwrap_or(u8::MAX)))
        });
        whole.then_some(self.weeks).into_iter().chain(single)
    }

    /// The charge on `lesson` for starting in `cell` on `day`, rooms apart.
    #[must_use]
    pub fn start(&self, lesson: &IndexedLesson, cell: Cell, day: DayId) -> i64 {
        let mut charge = self.lesson_days[lesson.id.index() * self.days + day.index()]
            + self.lesson_starts[lesson.id.index() * self.cells + cell.index()];
        for used in &lesson.classes {
            let charges = &self.classes[used.class.index()];
            if !charges.is_empty() {
                for layer in self.layers(used.weeks) {
                    let at = layer * self.cells + cell.later(used.offset).index();
                    charge += charges[at].on(used, self.cycle);
                }
            }
        }
        for used in &lesson.teachers {
            for layer in self.layers(used.weeks) {
                charge +=
                    self.teachers[self.at(used.teacher.index(), layer, cell.later(used.offset))];
            }
        }
        charge
    }

    /// No booking of `lesson` is charged less than this.
    #[must_use]
    pub fn floor(&self, lesson: &IndexedLesson) -> i64 {
        let least = |charges: &[i64], count: usize| {
            charges[lesson.id.index() * count..][..count].iter().copied().min().unwrap_or(0)
        };
        let of_class = |used: &ClassUse| {
            let layers = self.layers(used.weeks);
            let floor = |layer| self.class_floors[used.class.index() * (self.weeks + 1) + layer];
            layers.map(|layer| floor(layer).on(used)).sum::<i64>()
        };
        let of_teacher = |used: &TeacherUse| {
            let layers = self.layers(used.weeks);
            let floor =
                |layer| self.teacher_floors[used.teacher.index() * (self.weeks + 1) + layer];
            layers.map(floor).sum::<i64>()
        };
        least(&self.lesson_days, self.days)
            + least(&self.lesson_starts, self.cells)
            + lesson.classes.iter().map(of_class).sum::<i64>()
            + lesson.teachers.iter().map(of_teacher).sum::<i64>()
            + self.rooms_floor(lesson)
    }

    /// No rooms of `lesson` are charged less than this, together.
    #[must_use]
    pub fn rooms_floor(&self, lesson: &IndexedLesson) -> i64 {
        if self.room_floor == 0 {
            return 0;
        }
        let periods = lesson.rooms.iter().flat_map(|used| &used.periods);
        periods.flat_map(|&(_, weeks)| self.layers(weeks)).map(|_| self.room_floor).sum()
    }

    /// The charge for being in `room` in some periods after `cell`.
    #[must_use]
    pub fn room(&self, room: RoomId, periods: &[(u8, Weeks)], cell: Cell) -> i64 {
        let mut charge = 0;
        for &(offset, weeks) in periods {
            for layer in self.layers(weeks) {
                charge += self.rooms[self.at(room.index(), layer, cell.later(offset))];
            }
        }
        charge
    }
}

impl ClassFloor {
    fn of(cells: &[ClassCharge<'_>]) -> Self {
        let whole = cells.iter().map(|charge| charge.whole + charge.sharing.min(0)).min();
        let relief = |charge: &ClassCharge<'_>| charge.sums.iter().map(|sum| sum.1.min(0)).sum();
        Self { whole: whole.unwrap_or(0), parts: cells.iter().map(relief).min().unwrap_or(0) }
    }

    const fn on(self, used: &ClassUse) -> i64 {
        if used.parts.is_none() { self.whole } else { self.parts }
    }
}

impl<'a> ClassCharge<'a> {
    fn add(&mut self, members: &'a Members, charge: i64) {
        if matches!(members, Members::Sharing(_)) {
            self.sharing += charge;
        } else {
            self.whole += charge;
        }
        self.sums.push((members, charge));
    }

    fn on(&self, used: &ClassUse, cycle: Weeks) -> i64 {
        if used.parts.is_none() {
            self.whole + if used.is_alone(cycle) { 0 } else { self.sharing }
        } else {
            self.sums
                .iter()
                .filter(|(members, _)| members.count(used, cycle))
                .map(|one| one.1)
                .sum()
        }
    }
}

impl Members {
    /// Whether a lesson with this use counts.
    #[must_use]
    pub fn count(&self, used: &ClassUse, cycle: Weeks) -> bool {
        match self {
            Self::All => true,
            Self::Clique(chosen) => used.in_clique(chosen),
            Self::Sharing(chosen) => !used.is_alone(cycle) && used.in_clique(chosen),
        }
    }
}
