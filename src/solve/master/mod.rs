//! The relaxation that is solved: a few of the columns and rows, more of both whenever they matter.
//!
//! Lessons that nothing has asked to move are not in the program at all: they stand in the right-hand sides. A lesson
//! enters ("is opened") with the first of its bookings that the multipliers want.

mod ageing;
mod allowance;
mod artificial;
mod choices;
mod columns;
mod cutting;
mod pricing;
mod relax;
mod rows;
#[cfg(test)]
mod tests;
mod zero_half;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::branch::Decision;
use super::lp::{Basis, Lp, LpRow, SolveLimits, SolveStatus, Variable};
use super::price_level::PriceLevel;
use super::record::Derivation;
use super::separate::{Separator, Solution, Value};
use crate::domain::Stop;
use crate::model::{Auxiliaries, Booking, Limits, Row, RowIndex, Scope};
use crate::problem::{ChooserId, LessonId, Problem, Table};
use allowance::Allowance;
use choices::Choosing;
pub(super) use cutting::Cutting;
pub(super) use pricing::ReducedCosts;
use pricing::to_multiplier;
pub(super) use relax::Relaxed;

/// Values of bookings below this are 0: a tenth of what the simplex accepts outside the bounds.
const NOTHING: f64 = 1e-7;
/// Pivots after which strong branching has seen enough of a child: the dual simplex gains most in the first, and the gains
/// are only compared with each other (Achterberg, Koch and Martin, Branching rules revisited, 2005, limit them too).
const STRONG_BRANCHING_PIVOTS: u64 = 60;
/// The most pivots in one solve of the program, so that it ends even where numbers go bad.
const PIVOT_LIMIT: u64 = 50_000;

/// A row of the model in the program.
#[derive(Clone)]
struct Entered {
    row: Arc<Row>,
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
    choosers: Table<ChooserId, Option<Choosing>>,
    allowance: Option<Allowance>,
    penalty: f64,
}

impl Program {
    /// The program into which nothing has entered yet.
    fn without_lessons(problem: &Problem, penalty: f64) -> Self {
        let count = problem.lessons.len();
        let mut lp = Lp::default();
        let allowance = Allowance::enter(problem, &mut lp, penalty);
        Self {
            lp,
            rows: Vec::new(),
            auxiliaries: Auxiliaries::default(),
            auxiliary_variables: Vec::new(),
            columns: Vec::new(),
            columns_of: vec![Vec::new(); count],
            lesson_rows: vec![None; count],
            choosers: Table::filled(&problem.choosers.ids(), None),
            allowance,
            penalty,
        }
    }

    /// The bookings of `lesson` that have entered.
    fn columns_of(&self, lesson: LessonId) -> impl Iterator<Item = &Column> {
        self.columns_of[lesson.index()].iter().map(|&column| &self.columns[column])
    }

    /// The variable of `booking`, if it has entered and is not closed.
    fn variable_of(&self, booking: &Booking) -> Option<Variable> {
        let usable = self.columns_of(booking.lesson).filter(|column| column.points.is_some());
        let mut same = usable.filter(|column| column.booking == *booking);
        same.next().map(|column| column.variable)
    }

    /// The bookings of `lesson` that the solution takes, each with its value.
    fn values_of(&self, lesson: LessonId) -> Vec<Value> {
        let valued = self.columns_of(lesson).map(|column| (column, self.lp.value(column.variable)));
        valued
            .filter(|&(_, value)| value > NOTHING)
            .map(|(column, value)| (column.booking.clone(), value))
            .collect()
    }
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
    known: BTreeSet<Arc<Row>>,
    /// Every row that ever entered, where that is asked for.
    record: Option<Vec<Arc<Row>>>,
    /// How cuts were made since that was last asked, where it is.
    derived: Option<Vec<(Arc<Row>, Derivation)>>,
    index: RowIndex,
    /// `None` for lessons without a place.
    homes: Vec<Option<Booking>>,
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
        let unit = PriceLevel::of(problem).unit();
        let worst = to_float(worst);
        let largest_penalty = artificial::largest_penalty(worst) / unit;
        let mut master = Self {
            problem,
            limits,
            separator: Separator::new(problem, limits),
            at_home: Solution::at_home(problem),
            scope,
            program: Program::without_lessons(problem, largest_penalty),
            known: BTreeSet::new(),
            record: None,
            derived: None,
            index: RowIndex::new(problem),
            homes: problem.lessons().map(|(lesson, _)| Booking::home(problem, lesson)).collect(),
            unit,
            worst,
            most_uses: to_float(most_uses(problem)),
            largest_penalty,
        };
        master.enter_choices();
        master.open_core_lessons();
        master
    }

    /// Opens the lessons that apprentices may miss where they are, and those that have no place: the rest is where it was,
    /// until something is put there.
    fn open_core_lessons(&mut self) {
        for (lesson, indexed) in self.problem.lessons() {
            let can_matter = indexed.is_free() || self.problem.allowance.is_some();
            if indexed.home.is_none() || (can_matter && !indexed.periods.is_empty()) {
                self.open(lesson);
            }
        }
    }

    /// The same as one of so many programs: names that it gives are never those of another.
    pub(super) fn named_apart(mut self, number: usize, of: usize) -> Self {
        self.program.lp.name_apart(number, of);
        self
    }

    /// Keeps a record of the rows that enter from now on.
    pub(super) fn record(&mut self) {
        self.record = Some(Vec::new());
    }

    /// The rows that entered since, in order.
    pub(super) fn recorded(self) -> Vec<Arc<Row>> {
        self.record.unwrap_or_default()
    }

    /// Keeps account of what it proves from now on: how cuts are made, and the multipliers of bounds.
    pub(super) fn keep_account(&mut self) {
        self.derived.get_or_insert_default();
    }

    /// Whether it keeps account of what it proves.
    pub(super) const fn keeps_account(&self) -> bool {
        self.derived.is_some()
    }

    /// How cuts were made since that was last asked.
    pub(super) fn take_derived(&mut self) -> Vec<(Arc<Row>, Derivation)> {
        self.derived.as_mut().map(std::mem::take).unwrap_or_default()
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
        self.known = rows.clone().map(Arc::clone).collect();
        self.index = RowIndex::new(self.problem);
        rows.for_each(|row| self.index.enter(row));
        self.turn_to_scope(scope);
    }

    fn turn_to_scope(&mut self, scope: Scope) {
        self.scope = scope;
        for column in 0..self.program.columns.len() {
            self.refresh_column(column);
        }
        self.refresh_choices();
    }

    /// Goes back to the basis in which every lesson is at home.
    fn start_afresh(&mut self) {
        self.program.lp.start_afresh();
        for (home, row) in self.homes.iter().zip(&self.program.lesson_rows) {
            let variable = home.as_ref().and_then(|home| self.program.variable_of(home));
            if let Some((row, variable)) = row.zip(variable) {
                self.program.lp.replace_slack(row, variable);
            }
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
    ///
    /// # Source
    /// D. Applegate, R. Bixby, V. Chvátal, W. Cook: On the solution of traveling salesman problems (1998).
    pub(super) fn strong_branch(&mut self, decision: &Decision, stop: &Stop) -> f64 {
        let basis = self.program.lp.factorised_basis();
        let closed = self.closed_by(decision);
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
        self.program.lp.return_to(&basis);
        objective
    }

    /// The columns that `decision` closes, of those that are not closed already.
    fn closed_by(&self, decision: &Decision) -> Vec<Variable> {
        let known = self.program.columns_of(decision.lesson());
        known
            .filter(|column| column.points.is_some() && decision.excludes(&column.booking))
            .map(|column| column.variable)
            .collect()
    }

    /// The present solution, lessons that are not open at home.
    fn solution(&self) -> Solution {
        let mut solution = self.at_home.clone();
        for (lesson, _) in self.problem.lessons() {
            if self.program.lesson_rows[lesson.index()].is_some() {
                solution.put(lesson, self.program.values_of(lesson));
            }
        }
        for (chooser, values) in self.choice_values() {
            solution.choose(chooser, values);
        }
        solution
    }

    /// Whether `bookings`, one for each lesson, and `choices`, one for each chooser, break no rule between lessons.
    pub(super) fn is_timetable(&self, bookings: &[Booking], choices: &[usize]) -> bool {
        let solution = Solution::whole(self.problem, bookings, choices);
        // Whatever several lessons cost together is counted apart; here it may be as much as it likes.
        self.separator.broken(self.problem, self.limits, &solution, &|_| f64::INFINITY).is_empty()
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
