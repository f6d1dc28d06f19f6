//! The relaxation that is solved: a few of the columns and rows, more of both whenever they matter.
//!
//! Lessons that nothing has asked to move are not in the program at all: they stand in the right-hand sides. A lesson
//! enters ("is opened") with the first of its bookings that the multipliers want.

use std::collections::BTreeSet;

use super::branch::Decision;
use super::lp::{Basis, Ending, Lp, Patience, Row as LpRow, Variable};
use super::separate::{Separator, Solution};
use crate::model::{
    Auxiliaries, Auxiliary, Booking, Bound, Charges, Limits, Row, RowIndex, SCALE, Scope,
    lower_bound,
};
use crate::problem::{IndexedLesson, LessonId, Problem, RoomId};

/// A booking enters if its reduced cost is below that of its lesson's bookings by this many points.
const WORTH_ENTERING: f64 = 1e-4;
/// At most so many bookings of a lesson enter at once.
const ENTER_AT_ONCE: usize = 4;
/// Parts of bookings below this are none.
const NOTHING: f64 = 1e-7;
/// Multipliers, in points × [`SCALE`], stay below this, so that sums of charges stay inside 64 bits.
const LARGEST_MULTIPLIER: f64 = 1e15;
/// What a lesson without a place costs at first, in points; more only where that is too little, for the sake of the
/// numbers.
const FIRST_PENALTY: f64 = 1000.0;
/// The penalty grows by this.
const PENALTY_GROWTH: f64 = 8.0;
/// Exchanges after which a probe of a branch has said enough.
const PROBE_EXCHANGES: u64 = 60;
/// The most exchanges in one solve of the program.
const EXCHANGE_LIMIT: u64 = 50_000;

/// A row of the model in the program.
struct Entered {
    row: Row,
    lp_row: LpRow,
    /// Lets the row be broken at the price of the penalty; only where the program had no solution without.
    escape: Option<Variable>,
}

/// A booking in the program.
struct Column {
    booking: Booking,
    variable: Variable,
    points: Option<i64>,
}

/// How pricing went.
pub(super) struct Priced {
    pub(super) bound: Bound,
    pub(super) entered: usize,
}

/// What is known after the relaxation of a scope was solved.
pub(super) struct Relaxed {
    /// The proven bound of the scope.
    pub(super) bound: Bound,
    /// The solution, if the program was solved to its end.
    pub(super) solution: Option<Solution>,
}

/// The program with all that has entered so far.
pub(super) struct Master<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    separator: Separator,
    scope: Scope,
    lp: Lp,
    rows: Vec<Entered>,
    known: BTreeSet<Row>,
    index: RowIndex,
    auxiliaries: Auxiliaries,
    auxiliary_variables: Vec<Variable>,
    columns: Vec<Column>,
    columns_of: Vec<Vec<usize>>,
    lesson_rows: Vec<Option<LpRow>>,
    homes: Vec<Booking>,
    penalty: f64,
    largest_penalty: f64,
}

impl<'a> Master<'a> {
    /// The program of `scope`; `largest_penalty` is more than any proposal costs.
    pub(super) fn new(
        problem: &'a Problem,
        limits: &'a Limits,
        scope: Scope,
        largest_penalty: f64,
    ) -> Self {
        let count = problem.lessons.len();
        let mut master = Self {
            problem,
            limits,
            separator: Separator::new(problem),
            scope,
            lp: Lp::default(),
            rows: Vec::new(),
            known: BTreeSet::new(),
            index: RowIndex::new(problem),
            auxiliaries: Auxiliaries::default(),
            auxiliary_variables: Vec::new(),
            columns: Vec::new(),
            columns_of: vec![Vec::new(); count],
            lesson_rows: vec![None; count],
            homes: problem.lessons().map(|(lesson, _)| Booking::home(problem, lesson)).collect(),
            penalty: largest_penalty.min(FIRST_PENALTY),
            largest_penalty,
        };
        for (lesson, indexed) in problem.lessons() {
            if indexed.is_free() && !indexed.attendance.is_empty() {
                master.open(lesson);
            }
        }
        master
    }

    /// The basis to come back to.
    pub(super) fn basis(&self) -> Basis {
        self.lp.basis()
    }

    /// Turns to another scope, starting from `basis`.
    pub(super) fn turn_to(&mut self, scope: Scope, basis: &Basis) {
        self.lp.restore(basis);
        self.scope = scope;
        for place in 0..self.columns.len() {
            self.refresh_column(place);
        }
    }

    fn refresh_column(&mut self, place: usize) {
        let column = &mut self.columns[place];
        column.points = self.scope.points(self.problem, &column.booking);
        self.lp
            .set_upper(column.variable, if column.points.is_some() { f64::INFINITY } else { 0.0 });
        self.lp.set_cost(column.variable, to_float(column.points.unwrap_or(0)));
    }

    /// Solves the relaxation of the present scope, as far as needed to know whether its bound reaches `cutoff`.
    pub(super) fn relax(&mut self, cutoff: i64, stop: &dyn Fn() -> bool) -> Relaxed {
        let mut bound = Bound::AtLeast(i128::MIN);
        loop {
            let ending = self.solve_program(stop);
            let priced = self.price();
            bound = bound.max(priced.bound);
            if bound.points() >= cutoff || stop() {
                return Relaxed { bound, solution: None };
            }
            if priced.entered > 0 {
                continue;
            }
            if ending != Ending::Optimal {
                return Relaxed { bound, solution: None };
            }
            if self.pays_penalty() && self.raise_penalty() {
                continue;
            }
            let solution = self.solution();
            if self.separate(&solution) == 0 {
                return Relaxed { bound, solution: Some(solution) };
            }
        }
    }

    fn solve_program(&mut self, stop: &dyn Fn() -> bool) -> Ending {
        loop {
            match self.lp.solve(&Patience { exchanges: EXCHANGE_LIMIT, stop }) {
                Ending::Infeasible if self.open_escapes() > 0 => {}
                ending => return ending,
            }
        }
    }

    /// Whether the solution leaves a part of a lesson without a place, or breaks a row in part.
    fn pays_penalty(&self) -> bool {
        self.penalised().any(|variable| self.lp.value(variable) > NOTHING)
    }

    fn penalised(&self) -> impl Iterator<Item = Variable> {
        let lessons = self.lesson_rows.iter().flatten().map(|&row| self.lp.slack(row));
        lessons.chain(self.rows.iter().filter_map(|entered| entered.escape))
    }

    /// Whether the penalty could grow.
    fn raise_penalty(&mut self) -> bool {
        if self.penalty >= self.largest_penalty {
            return false;
        }
        self.penalty = (self.penalty * PENALTY_GROWTH).min(self.largest_penalty);
        let penalised: Vec<Variable> = self.penalised().collect();
        for variable in penalised {
            self.lp.set_cost(variable, self.penalty);
        }
        true
    }

    /// The objective of the program, to compare with [`Master::probe`].
    pub(super) fn objective(&self) -> f64 {
        self.lp.objective()
    }

    /// The objective after a few exchanges if `decision` held; the program is as before afterwards.
    pub(super) fn probe(&mut self, decision: &Decision, stop: &dyn Fn() -> bool) -> f64 {
        let basis = self.lp.basis();
        let closed: Vec<Variable> = self.columns_of[decision.lesson().place()]
            .iter()
            .map(|&place| &self.columns[place])
            .filter(|column| column.points.is_some() && decision.excludes(&column.booking))
            .map(|column| column.variable)
            .collect();
        for &variable in &closed {
            self.lp.set_upper(variable, 0.0);
        }
        let ending = self.lp.solve(&Patience { exchanges: PROBE_EXCHANGES, stop });
        let objective = match ending {
            Ending::Infeasible => f64::INFINITY,
            Ending::Optimal | Ending::Stuck => self.lp.objective(),
        };
        for variable in closed {
            self.lp.set_upper(variable, f64::INFINITY);
        }
        self.lp.restore(&basis);
        objective
    }

    /// Lets the rows that show infeasibility be broken at the penalty; how many could not before.
    fn open_escapes(&mut self) -> usize {
        let shown: BTreeSet<LpRow> = self.lp.witness().map(|(row, _)| row).collect();
        let mut opened = 0;
        for entered in &mut self.rows {
            if entered.escape.is_none() && shown.contains(&entered.lp_row) {
                let entries = [(entered.lp_row, -1.0)].into_iter();
                entered.escape = Some(self.lp.add_column(self.penalty, f64::INFINITY, entries));
                opened += 1;
            }
        }
        opened
    }

    /// Prices every booking of the school with the present multipliers: enters those that are wanted, proves a bound.
    fn price(&mut self) -> Priced {
        let duals = self.lp.duals();
        let multiplier = |entered: &Entered| to_multiplier(-duals[entered.lp_row.0]);
        let priced_rows = self.rows.iter().map(|entered| (&entered.row, multiplier(entered)));
        let charges = Charges::of(self.problem, &self.auxiliaries, priced_rows);
        let mut cheapest = Vec::with_capacity(self.problem.lessons.len());
        let mut wanted = Vec::new();
        for lesson in &self.problem.lessons {
            let threshold = self.threshold(lesson, &charges, &duals);
            cheapest.push(self.sweep(lesson, &charges, threshold, &mut wanted));
        }
        let bound = lower_bound(self.problem, &self.auxiliaries, &charges, cheapest.into_iter());
        let entered = wanted.into_iter().filter(|booking| self.enter(booking.clone())).count();
        Priced { bound, entered }
    }

    /// Below which reduced cost a booking of `lesson` is wanted.
    fn threshold(&self, lesson: &IndexedLesson, charges: &Charges, duals: &[f64]) -> i64 {
        let worth = to_multiplier(WORTH_ENTERING);
        match self.lesson_rows[lesson.id.place()] {
            Some(row) => to_signed_multiplier(duals[row.0]) - worth,
            None => self.cost_of_staying(lesson, charges).map_or(i64::MAX, |cost| cost - worth),
        }
    }

    fn cost_of_staying(&self, lesson: &IndexedLesson, charges: &Charges) -> Option<i64> {
        let home = &self.homes[lesson.id.place()];
        let points = self.scope.points(self.problem, home)?;
        let day = self.problem.frame.day(lesson.home);
        let rooms = lesson.rooms.iter();
        let rooms: i64 =
            rooms.map(|used| charges.room(used.room, &used.periods, lesson.home)).sum();
        Some(points * SCALE + charges.start(lesson, lesson.home, day) + rooms)
    }

    /// The cheapest booking of `lesson`; those below `threshold` are wanted.
    fn sweep(
        &self,
        lesson: &IndexedLesson,
        charges: &Charges,
        threshold: i64,
        wanted: &mut Vec<Booking>,
    ) -> Option<i64> {
        let mut least = None;
        let mut below: Vec<(i64, usize, Vec<RoomId>)> = Vec::new();
        for start in 0..lesson.starts.len() {
            let found = self.scope.cheapest(self.problem, charges, lesson, start);
            let Some((cost, rooms)) = found else { continue };
            least = Some(least.map_or(cost, |least: i64| least.min(cost)));
            if cost < threshold {
                below.push((cost, start, rooms));
            }
        }
        below.sort();
        below.truncate(ENTER_AT_ONCE);
        let booking = |(_, start, rooms)| Booking { lesson: lesson.id, start, rooms };
        wanted.extend(below.into_iter().map(booking));
        least
    }

    /// Brings `lesson` into the program, at home if it may be there.
    fn open(&mut self, lesson: LessonId) {
        if self.lesson_rows[lesson.place()].is_some() {
            return;
        }
        let row = self.lp.add_row(&[], 1.0, self.penalty, f64::INFINITY);
        self.lesson_rows[lesson.place()] = Some(row);
        let home = self.homes[lesson.place()].clone();
        for (entered, coefficient) in self.index.coefficients(self.problem, &home) {
            self.lp.shift_right_side(self.rows[entered].lp_row, to_float(coefficient));
        }
        self.add_column(home);
        let column = &self.columns[self.columns.len() - 1];
        if column.points.is_some() {
            self.lp.replace_slack(row, column.variable);
        }
    }

    /// Whether `booking` is new.
    fn enter(&mut self, booking: Booking) -> bool {
        self.open(booking.lesson);
        let known = &self.columns_of[booking.lesson.place()];
        if known.iter().any(|&place| self.columns[place].booking == booking) {
            return false;
        }
        self.add_column(booking);
        true
    }

    fn add_column(&mut self, booking: Booking) {
        let lesson = booking.lesson;
        let Some(lesson_row) = self.lesson_rows[lesson.place()] else { return };
        let in_rows = self.index.coefficients(self.problem, &booking);
        let entries = in_rows
            .into_iter()
            .map(|(row, coefficient)| (self.rows[row].lp_row, to_float(coefficient)));
        let entries: Vec<(LpRow, f64)> = entries.chain([(lesson_row, 1.0)]).collect();
        let variable = self.lp.add_column(0.0, f64::INFINITY, entries.into_iter());
        self.columns_of[lesson.place()].push(self.columns.len());
        self.columns.push(Column { booking, variable, points: None });
        self.refresh_column(self.columns.len() - 1);
    }

    /// The present solution, lessons that are not open at home.
    fn solution(&self) -> Solution {
        let of_lesson = |(place, known): (usize, &Vec<usize>)| {
            if self.lesson_rows[place].is_none() {
                return vec![(self.homes[place].clone(), 1.0)];
            }
            let parts = known.iter().map(|&at| &self.columns[at]);
            let parts = parts.map(|column| (column, self.lp.value(column.variable)));
            parts
                .filter(|&(_, part)| part > NOTHING)
                .map(|(column, part)| (column.booking.clone(), part))
                .collect()
        };
        self.columns_of.iter().enumerate().map(of_lesson).collect()
    }

    /// Whether `bookings`, one for each lesson, break no rule between lessons.
    pub(super) fn is_timetable(&self, bookings: &[Booking]) -> bool {
        let solution: Solution =
            bookings.iter().map(|booking| vec![(booking.clone(), 1.0)]).collect();
        // Whatever several lessons cost together is counted apart; here it may be as much as it likes.
        let broken =
            self.separator.broken(self.problem, self.limits, &solution, &|_| f64::INFINITY);
        broken.is_empty()
    }

    /// Adds the rows that `solution` breaks; how many are new.
    fn separate(&mut self, solution: &Solution) -> usize {
        let units = |auxiliary: Auxiliary| {
            let found = self.auxiliaries.find(auxiliary);
            found.map_or(0.0, |id| self.lp.value(self.auxiliary_variables[id.0]))
        };
        let broken = self.separator.broken(self.problem, self.limits, solution, &units);
        let new: Vec<Row> =
            broken.into_iter().filter(|row| self.known.insert(row.clone())).collect();
        let count = new.len();
        self.add_rows(new);
        count
    }

    fn add_rows(&mut self, new: Vec<Row>) {
        let mut index = RowIndex::new(self.problem);
        for row in &new {
            index.enter(row);
            self.index.enter(row);
        }
        let mut entries: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); new.len()];
        for column in &self.columns {
            for (row, coefficient) in index.coefficients(self.problem, &column.booking) {
                entries[row].push((column.variable, to_float(coefficient)));
            }
        }
        let mut right_sides: Vec<i64> = new.iter().map(|row| row.right_side).collect();
        for (home, _) in self.homes.iter().zip(&self.lesson_rows).filter(|(_, row)| row.is_none()) {
            for (row, coefficient) in index.coefficients(self.problem, home) {
                right_sides[row] -= coefficient;
            }
        }
        for ((row, mut entries), right_side) in new.into_iter().zip(entries).zip(right_sides) {
            if let Some((auxiliary, units)) = row.relief {
                entries.push((self.enter_auxiliary(auxiliary), -to_float(units)));
            }
            let lp_row = self.lp.add_row(&entries, to_float(right_side), 0.0, f64::INFINITY);
            self.rows.push(Entered { row, lp_row, escape: None });
        }
    }

    fn enter_auxiliary(&mut self, auxiliary: Auxiliary) -> Variable {
        let id = self.auxiliaries.enter(auxiliary);
        if id.0 == self.auxiliary_variables.len() {
            let cost = to_float(auxiliary.points(self.problem));
            let variable = self.lp.add_column(cost, f64::INFINITY, std::iter::empty());
            self.auxiliary_variables.push(variable);
        }
        self.auxiliary_variables[id.0]
    }
}

#[expect(clippy::cast_precision_loss, reason = "points and coefficients are far below 2⁵²")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}

/// A multiplier (≥ 0) in points × [`SCALE`].
fn to_multiplier(value: f64) -> i64 {
    to_signed_multiplier(value).max(0)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates; any multiplier is valid"
)]
fn to_signed_multiplier(value: f64) -> i64 {
    (value * to_float(SCALE)).round().clamp(-LARGEST_MULTIPLIER, LARGEST_MULTIPLIER) as i64
}
