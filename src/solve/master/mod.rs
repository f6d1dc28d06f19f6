//! The relaxation that is solved: a few of the columns and rows, more of both whenever they matter.
//!
//! Lessons that nothing has asked to move are not in the program at all: they stand in the right-hand sides. A lesson
//! enters ("is opened") with the first of its bookings that the multipliers want.

mod ageing;
mod allowance;
mod artificial;
mod columns;
mod cutting;
mod pricing;
mod rows;
mod zero_half;

use std::collections::BTreeSet;
use std::rc::Rc;

use super::branch::Decision;
use super::lp::{Basis, Lp, Row as LpRow, SolveLimits, SolveStatus, Variable};
use super::price_level::PriceLevel;
use super::separate::{Separator, Solution};
use crate::domain::Stop;
use crate::model::{Auxiliaries, Booking, Bound, Limits, Row, RowIndex, Scope};
use crate::problem::{LessonId, Problem};
use allowance::Allowance;
pub(super) use cutting::Cutting;
use pricing::{ReducedCosts, to_multiplier};

/// Values of bookings below this are 0.
const NOTHING: f64 = 1e-7;
/// Pivots after which strong branching has seen enough of a child.
const STRONG_BRANCHING_PIVOTS: u64 = 60;
/// The most pivots in one solve of the program.
const PIVOT_LIMIT: u64 = 50_000;

/// If the objective rises by this, the program may lose old rows that it could otherwise ask for again and again.
const WORTH_ITS_ROWS: f64 = 1e-2;

/// A row of the model in the program.
#[derive(Clone)]
struct Entered {
    row: Rc<Row>,
    lp_row: LpRow,
    /// Lets the row be broken at the price of the penalty; only where the program had no solution without.
    artificial: Option<Variable>,
    /// In the program the row is multiplied by this, so that its largest coefficient is about 1.
    scale: f64,
    /// In so many solutions in a row it was not needed.
    age: u32,
}

/// A booking in the program.
#[derive(Clone)]
struct Column {
    booking: Booking,
    variable: Variable,
    /// What it counts in the allowance.
    missed: i64,
    /// `None` where it may not be, or counts something else now.
    points: Option<i64>,
}

/// What is known after the relaxation of a scope was solved.
pub(super) struct Relaxed {
    /// The proven bound of the scope.
    pub(super) bound: Bound,
    /// The solution, if the program was solved to its end, and what starts cost there.
    pub(super) solution: Option<(Solution, ReducedCosts)>,
    /// Whether more rounds of cutting would be worth their while.
    pub(super) can_rise: bool,
}

impl Relaxed {
    const fn unsolved(bound: Bound) -> Self {
        Self { bound, solution: None, can_rise: false }
    }
}

/// The program, with all that has entered so far.
#[derive(Clone)]
pub(super) struct Program {
    lp: Lp,
    rows: Vec<Entered>,
    auxiliaries: Auxiliaries,
    auxiliary_variables: Vec<Variable>,
    columns: Vec<Column>,
    columns_of: Vec<Vec<usize>>,
    lesson_rows: Vec<Option<LpRow>>,
    allowance: Option<Allowance>,
    penalty: f64,
}

/// The program, and the school and scope that it is of.
pub(super) struct Master<'a> {
    problem: &'a Problem,
    limits: &'a Limits,
    separator: Separator,
    at_home: Solution,
    scope: Scope,
    program: Program,
    /// The rows of the program, to know them again, and to find them by the bookings in them.
    known: BTreeSet<Rc<Row>>,
    /// Every row that ever entered, where that is asked for.
    record: Option<Vec<Rc<Row>>>,
    index: RowIndex,
    homes: Vec<Booking>,
    /// The program counts in units of so many points: see [`PriceLevel`].
    unit: f64,
    /// No proposal costs more than this, in points; a lesson of it has at most so many uses.
    worst: f64,
    most_uses: f64,
    largest_penalty: f64,
}

impl<'a> Master<'a> {
    /// The program of `scope`, in which no proposal costs more than `worst` points.
    pub(super) fn new(problem: &'a Problem, limits: &'a Limits, scope: Scope, worst: i64) -> Self {
        let count = problem.lessons.len();
        let unit = PriceLevel::of(problem).unit();
        let worst = to_float(worst);
        let largest_penalty = artificial::largest_penalty(worst) / unit;
        let mut lp = Lp::default();
        let allowance = Allowance::enter(problem, &mut lp, largest_penalty);
        let program = Program {
            lp,
            rows: Vec::new(),
            auxiliaries: Auxiliaries::default(),
            auxiliary_variables: Vec::new(),
            columns: Vec::new(),
            columns_of: vec![Vec::new(); count],
            lesson_rows: vec![None; count],
            allowance,
            penalty: largest_penalty,
        };
        let mut master = Self {
            problem,
            limits,
            separator: Separator::new(problem, limits),
            at_home: Solution::at_home(problem),
            scope,
            program,
            known: BTreeSet::new(),
            record: None,
            index: RowIndex::new(problem),
            homes: problem.lessons().map(|(lesson, _)| Booking::home(problem, lesson)).collect(),
            unit,
            worst,
            most_uses: to_float(most_uses(problem)),
            largest_penalty,
        };
        for (lesson, indexed) in problem.lessons() {
            let can_matter = indexed.is_free() || problem.allowance.is_some();
            if can_matter && !indexed.attendance.is_empty() {
                master.open(lesson);
            }
        }
        master
    }

    /// Keeps a record of the rows that enter from now on.
    pub(super) fn record(&mut self) {
        self.record = Some(Vec::new());
    }

    /// The rows that entered since, in order.
    pub(super) fn recorded(self) -> Vec<Rc<Row>> {
        self.record.unwrap_or_default()
    }

    /// The basis to come back to.
    pub(super) fn basis(&self) -> Basis {
        self.program.lp.basis()
    }

    /// Turns to another scope, starting from `basis`.
    pub(super) fn turn_to(&mut self, scope: Scope, basis: &Basis) {
        self.program.lp.restore(basis);
        self.turn_to_scope(scope);
    }

    /// The program as it stands, to come back to.
    pub(super) fn program(&self) -> Program {
        self.program.clone()
    }

    /// Turns to another scope, with the program as it stood: children start from where it ended, with the rows and
    /// bookings that mattered there.
    pub(super) fn return_to(&mut self, scope: Scope, program: Program) {
        let later = std::mem::replace(&mut self.program, program);
        self.program.lp.follow(&later.lp);
        let rows = self.program.rows.iter().map(|entered| &entered.row);
        self.known = rows.clone().map(Rc::clone).collect();
        self.index = RowIndex::new(self.problem);
        rows.for_each(|row| self.index.enter(row));
        self.turn_to_scope(scope);
    }

    fn turn_to_scope(&mut self, scope: Scope) {
        self.scope = scope;
        for place in 0..self.program.columns.len() {
            self.refresh_column(place);
        }
    }

    /// Solves the relaxation of the present scope, as far as needed to know whether its bound reaches `cutoff`.
    pub(super) fn relax(&mut self, cutoff: i64, cutting: &mut Cutting, stop: &Stop) -> Relaxed {
        let mut bound = Bound::AtLeast(i128::MIN);
        let mut limit = self.in_units(cutoff);
        let mut patience_with_numbers = 1;
        let mut risen_to = f64::NEG_INFINITY;
        self.choose_penalty(limit);
        loop {
            let ending = self.solve_program(limit, stop);
            let priced = self.price();
            bound = bound.max(priced.bound);
            if bound.points() >= cutoff || stop.is_asked() {
                return Relaxed::unsolved(bound);
            }
            match ending {
                SolveStatus::Stuck | SolveStatus::Infeasible if patience_with_numbers > 0 => {
                    patience_with_numbers -= 1;
                    self.start_afresh();
                }
                SolveStatus::Stuck | SolveStatus::Infeasible => return Relaxed::unsolved(bound),
                _ if priced.entered > 0 => {}
                // The multipliers, as whole numbers, prove less than the program says: on to its end.
                SolveStatus::ObjectiveLimit if limit.is_finite() => limit = f64::INFINITY,
                SolveStatus::ObjectiveLimit => return Relaxed::unsolved(bound),
                SolveStatus::Optimal if self.pays_penalty() && self.raise_penalty() => {}
                SolveStatus::Optimal => {
                    let solution = self.solution();
                    let objective = self.program.lp.objective();
                    let rise = objective - risen_to;
                    risen_to = objective;
                    let gap = cutoff.saturating_sub(bound.points());
                    let left = self.in_units(cutoff - 1) - objective;
                    let mut new = self.separate(&solution);
                    let is_kept = new.is_empty();
                    if is_kept || Cutting::is_due(rise, left) {
                        let pays = cutting.pays(objective, left);
                        let may_cut = pays && cutting.take_round();
                        if may_cut {
                            new.extend(self.zero_half_cuts(&solution));
                        }
                        if new.is_empty() {
                            let solution = Some((solution, self.reduced_costs()));
                            self.remove_aged(gap);
                            return Relaxed { bound, solution, can_rise: pays && !may_cut };
                        }
                    }
                    self.add_rows(new);
                    if rise > WORTH_ITS_ROWS {
                        self.remove_aged(gap);
                    }
                }
            }
        }
    }

    /// Goes back to the basis in which every lesson is at home.
    fn start_afresh(&mut self) {
        let at_home =
            self.program.lesson_rows.iter().zip(&self.homes).zip(&self.program.columns_of);
        let homes = at_home.filter_map(|((&row, home), places)| {
            let known = places.iter().map(|&place| &self.program.columns[place]);
            let mut known = known.filter(|column| column.points.is_some());
            Some((row?, known.find(|column| column.booking == *home)?.variable))
        });
        let homes: Vec<(LpRow, Variable)> = homes.collect();
        self.program.lp.start_afresh();
        for (row, home) in homes {
            self.program.lp.replace_slack(row, home);
        }
    }

    fn solve_program(&mut self, limit: f64, stop: &Stop) -> SolveStatus {
        let limits = SolveLimits { pivots: PIVOT_LIMIT, objective: limit, stop };
        loop {
            match self.program.lp.solve(&limits) {
                SolveStatus::Infeasible if self.add_artificials() > 0 => {}
                ending => return ending,
            }
        }
    }

    /// How many pivots all its solves made.
    pub(super) const fn pivots(&self) -> u64 {
        self.program.lp.pivots
    }

    /// Points, in the units of the program.
    fn in_units(&self, points: i64) -> f64 {
        to_float(points) / self.unit
    }

    /// The objective of the program in points, to compare with [`Master::strong_branch`].
    pub(super) fn objective(&self) -> f64 {
        self.program.lp.objective() * self.unit
    }

    /// The objective in points after a few pivots if `decision` held; the program is as before afterwards.
    pub(super) fn strong_branch(&mut self, decision: &Decision, stop: &Stop) -> f64 {
        let mark = self.program.lp.mark();
        let closed: Vec<Variable> = self.program.columns_of[decision.lesson().index()]
            .iter()
            .map(|&place| &self.program.columns[place])
            .filter(|column| column.points.is_some() && decision.excludes(&column.booking))
            .map(|column| column.variable)
            .collect();
        for &variable in &closed {
            self.program.lp.set_upper(variable, 0.0);
        }
        let limits =
            SolveLimits { pivots: STRONG_BRANCHING_PIVOTS, objective: f64::INFINITY, stop };
        let objective = match self.program.lp.solve(&limits) {
            SolveStatus::Infeasible => f64::INFINITY,
            SolveStatus::Optimal | SolveStatus::ObjectiveLimit | SolveStatus::Stuck => {
                self.objective()
            }
        };
        for variable in closed {
            self.program.lp.set_upper(variable, f64::INFINITY);
        }
        self.program.lp.return_to(&mark);
        objective
    }

    /// The present solution, lessons that are not open at home.
    fn solution(&self) -> Solution {
        let mut solution = self.at_home.clone();
        for (place, known) in self.program.columns_of.iter().enumerate() {
            if self.program.lesson_rows[place].is_some() {
                let values = known.iter().map(|&at| &self.program.columns[at]);
                let values = values.map(|column| (column, self.program.lp.value(column.variable)));
                let values = values.filter(|&(_, value)| value > NOTHING);
                let values = values.map(|(column, value)| (column.booking.clone(), value));
                solution.put(LessonId::new(place), values.collect());
            }
        }
        solution
    }

    /// Whether `bookings`, one for each lesson, break no rule between lessons.
    pub(super) fn is_timetable(&self, bookings: &[Booking]) -> bool {
        let mut solution = self.at_home.clone();
        for booking in bookings {
            solution.put(booking.lesson, vec![(booking.clone(), 1.0)]);
        }
        // Whatever several lessons cost together is counted apart; here it may be as much as it likes.
        let broken =
            self.separator.broken(self.problem, self.limits, &solution, &|_| f64::INFINITY);
        broken.is_empty()
    }
}

/// How many uses of classes, teachers and rooms in single weeks any lesson has at most, its start and its day among them.
fn most_uses(problem: &Problem) -> i64 {
    let uses = problem.lessons.iter().map(|lesson| {
        let rooms = lesson.rooms.iter().map(|used| used.periods.len()).sum::<usize>();
        lesson.classes.len() + lesson.teachers.len() + rooms + 2
    });
    let most = uses.max().unwrap_or(1) * problem.frame.weeks().len();
    i64::try_from(most).unwrap_or(i64::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "points and coefficients are far below 2⁵²")]
const fn to_float(whole: i64) -> f64 {
    whole as f64
}
