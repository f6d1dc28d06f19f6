//! What multipliers of rows add to the price of each booking.

use super::auxiliary::Auxiliaries;
use super::layers::{Layer, Layers};
use super::row::{Members, Row, Term};
use crate::domain::Weeks;
use crate::problem::{
    Cell, ChooserId, ClassId, ClassUse, DayId, IndexedLesson, LessonId, Problem, RoomId, Table,
    TeacherId,
};

/// Multipliers and reduced costs are whole numbers of this part of a point, or of a coarser one where points are so many
/// that sums of them would not fit into 64 bits: see [`Charges::counted_in`].
pub const SCALE: i64 = 1 << 20;

/// Charges by resource and cell, for one choice of multipliers. All in points × [`Charges::scale`].
#[derive(Clone, Debug)]
pub struct Charges<'a> {
    scale: i64,
    layers: Layers,
    /// `None` for a class without any charge.
    classes: Table<ClassId, Option<ClassCharges<'a>>>,
    teachers: Table<(TeacherId, Layer, Cell), i64>,
    rooms: Table<(RoomId, Layer, Cell), i64>,
    lesson_days: Table<(LessonId, DayId), i64>,
    lesson_starts: Table<(LessonId, Cell), i64>,
    /// For each choice of each chooser.
    choices: Table<ChooserId, Vec<i64>>,
    auxiliaries: Vec<i64>,
    /// For each period of a desired lesson that is missed; at least 0.
    missed: i64,
    right_sides: i128,
    floors: Floors,
}

/// What a class charges.
type ClassCharges<'a> = Table<(Layer, Cell), ClassCharge<'a>>;

/// The least that is charged in any cell.
#[derive(Clone, Debug)]
struct Floors {
    classes: Table<ClassId, Option<Table<Layer, ClassFloor>>>,
    teachers: Table<(TeacherId, Layer), i64>,
    /// By any room in any week, at most 0.
    rooms: i64,
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
        let mut charges = Self::none(problem, auxiliaries);
        for (row, multiplier) in rows.filter(|&(_, multiplier)| multiplier != 0) {
            charges.add(problem, auxiliaries, row, multiplier);
        }
        charges.floors = Floors::of(&charges);
        charges
    }

    /// No charges at all.
    fn none(problem: &Problem, auxiliaries: &Auxiliaries) -> Self {
        let (layers, frame) = (Layers::of(problem), &problem.frame);
        let by_teacher = (problem.teachers(), layers.all(), frame.cells());
        let by_room = (problem.rooms(), layers.all(), frame.cells());
        let lessons = problem.lessons.ids();
        Self {
            scale: SCALE,
            layers,
            classes: Table::filled(&problem.classes(), None),
            teachers: Table::filled(&by_teacher, 0),
            rooms: Table::filled(&by_room, 0),
            lesson_days: Table::filled(&(lessons.clone(), frame.days()), 0),
            lesson_starts: Table::filled(&(lessons, frame.cells()), 0),
            choices: problem.choosers.iter().map(|one| vec![0; one.choices.len()]).collect(),
            auxiliaries: vec![0; auxiliaries.list().len()],
            missed: 0,
            right_sides: 0,
            floors: Floors::none(),
        }
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

    /// The charge for a choice.
    #[must_use]
    pub fn choice(&self, chooser: ChooserId, choice: usize) -> i64 {
        self.choices[chooser][choice]
    }

    /// Σ multiplier × right side over all rows.
    pub(super) const fn right_sides(&self) -> i128 {
        self.right_sides
    }

    /// What a unit of each auxiliary column in use is relieved of.
    pub(super) fn reliefs(&self) -> &[i64] {
        &self.auxiliaries
    }

    fn add(&mut self, problem: &Problem, auxiliaries: &Auxiliaries, row: &'a Row, multiplier: i64) {
        self.right_sides += i128::from(multiplier) * i128::from(row.right_side);
        for &(auxiliary, units) in &row.reliefs {
            if let Some(id) = auxiliaries.find(auxiliary) {
                self.auxiliaries[id.0] += units * multiplier;
            }
        }
        for (term, coefficient) in &row.terms {
            self.add_term(problem, term, coefficient * multiplier);
        }
    }

    fn add_term(&mut self, problem: &Problem, term: &'a Term, charge: i64) {
        let layers = self.layers;
        match term {
            Term::Class(class, week, cell, members) => {
                let none = || {
                    Table::filled(&(layers.all(), problem.frame.cells()), ClassCharge::default())
                };
                let charges = self.classes[*class].get_or_insert_with(none);
                for layer in layers.with(*week) {
                    charges[(layer, *cell)].add(members, charge);
                }
            }
            Term::Teacher(teacher, week, cell) => {
                for layer in layers.with(*week) {
                    self.teachers[(*teacher, layer, *cell)] += charge;
                }
            }
            Term::Room(room, week, cell) => {
                for layer in layers.with(*week) {
                    self.rooms[(*room, layer, *cell)] += charge;
                }
            }
            Term::Day(lesson, day) => self.lesson_days[(*lesson, *day)] += charge,
            Term::Start(lesson, cell) => self.lesson_starts[(*lesson, *cell)] += charge,
            Term::Choice(chooser, choice) => self.choices[*chooser][*choice] += charge,
        }
    }

    /// The charge on `lesson` for starting in `cell` on `day`, rooms apart.
    #[must_use]
    pub fn start(&self, lesson: &IndexedLesson, cell: Cell, day: DayId) -> i64 {
        let mut charge = self.lesson_days[(lesson.id, day)] + self.lesson_starts[(lesson.id, cell)];
        for used in &lesson.classes {
            let Some(charges) = &self.classes[used.class] else { continue };
            for layer in self.layers.making_up(used.weeks) {
                let there = &charges[(layer, cell.later(used.offset))];
                charge += there.on(used, self.layers.cycle());
            }
        }
        for used in &lesson.teachers {
            for layer in self.layers.making_up(used.weeks) {
                charge += self.teachers[(used.teacher, layer, cell.later(used.offset))];
            }
        }
        charge
    }

    /// No booking of `lesson` is charged less than this.
    #[must_use]
    pub fn floor(&self, lesson: &IndexedLesson) -> i64 {
        let mut floor = least(self.lesson_days.line(lesson.id))
            + least(self.lesson_starts.line(lesson.id))
            + self.rooms_floor(lesson);
        for used in &lesson.classes {
            let Some(floors) = &self.floors.classes[used.class] else { continue };
            let layers = self.layers.making_up(used.weeks);
            floor += layers.map(|layer| floors[layer].on(used)).sum::<i64>();
        }
        for used in &lesson.teachers {
            let layers = self.layers.making_up(used.weeks);
            floor += layers.map(|layer| self.floors.teachers[(used.teacher, layer)]).sum::<i64>();
        }
        floor
    }

    /// No rooms of `lesson` are charged less than this, together.
    #[must_use]
    pub fn rooms_floor(&self, lesson: &IndexedLesson) -> i64 {
        if self.floors.rooms == 0 {
            return 0;
        }
        let periods = lesson.rooms.iter().flat_map(|used| &used.periods);
        let layers = periods.flat_map(|&(_, weeks)| self.layers.making_up(weeks));
        layers.map(|_| self.floors.rooms).sum()
    }

    /// The charge for being in `room` in some periods after `cell`.
    #[must_use]
    pub fn room(&self, room: RoomId, periods: &[(u8, Weeks)], cell: Cell) -> i64 {
        let mut charge = 0;
        for &(offset, weeks) in periods {
            for layer in self.layers.making_up(weeks) {
                charge += self.rooms[(room, layer, cell.later(offset))];
            }
        }
        charge
    }
}

impl Floors {
    /// Before anything is charged.
    fn none() -> Self {
        Self { classes: Table::default(), teachers: Table::default(), rooms: 0 }
    }

    fn of(charges: &Charges<'_>) -> Self {
        let of_class = |class: &Option<ClassCharges<'_>>| {
            class.as_ref().map(|charges| charges.each_line(ClassFloor::of))
        };
        Self {
            classes: charges.classes.iter().map(of_class).collect(),
            teachers: charges.teachers.each_line(least),
            rooms: charges.rooms.iter().copied().min().unwrap_or(0).min(0),
        }
    }
}

fn least(charges: &[i64]) -> i64 {
    charges.iter().copied().min().unwrap_or(0)
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
