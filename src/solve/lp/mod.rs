//! A linear program that grows: columns, rows and bounds change, and the last basis is where the next solve starts.
//!
//! Minimise `c x` with `A x + s = b`, `0 ≤ x ≤ u`, `0 ≤ s ≤ t`. Every variable, slacks too, has lower bound 0.
//! Timetable programs are small here (rows and columns enter only when needed) but are solved thousands of times, so
//! warm starts matter most: new columns are priced in by the primal simplex, new rows and bounds by the dual.
//!
//! Costs and right-hand sides are disturbed a little (by at most [`DISTURBANCE`] each) against stalling in ties. No
//! answer rests on these numbers: every bound is recomputed in whole numbers from the duals.
//!
//! # Source
//! I. Maros: Computational Techniques of the Simplex Method (2003), for bounded variables, the two-pass ratio test
//! of P. M. J. Harris (1973) and devex weights (Harris 1973; J. J. Forrest, D. Goldfarb 1992 for the dual).

mod dual;
mod factor;
mod primal;

use factor::Factor;

/// The largest disturbance of a cost or a right-hand side.
pub(super) const DISTURBANCE: f64 = 1e-6;
/// A basic variable may leave its bounds by this.
const PRIMAL_TOLERANCE: f64 = 1e-9;
/// A reduced cost may have the wrong sign by this.
const DUAL_TOLERANCE: f64 = 1e-7;
/// Entries of a pivot row or column below this are not pivoted on.
const PIVOT_TOLERANCE: f64 = 1e-7;
/// Exchanges after which the basis is factorised afresh.
const REFACTOR_AFTER: usize = 64;

/// A variable: a column of the program, or the slack of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Variable(pub(super) usize);

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Row(pub(super) usize);

/// Where a variable stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Basic(usize),
    Lower,
    Upper,
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// At an optimum.
    Optimal,
    /// No values satisfy all rows; these rows, each with its multiplier, show it.
    Infeasible,
    /// Stopped before the end: numbers too bad, or too many steps.
    Stuck,
}

/// The standing of every variable, to come back to.
#[derive(Clone, Debug, Default)]
pub(super) struct Basis {
    basic: Vec<bool>,
    upper: Vec<bool>,
}

/// The program and its basis.
#[derive(Clone, Debug, Default)]
pub(super) struct Lp {
    columns: Vec<Vec<(usize, f64)>>,
    costs: Vec<f64>,
    uppers: Vec<f64>,
    rows: Vec<Vec<(usize, f64)>>,
    right_sides: Vec<f64>,
    slacks: Vec<usize>,
    standing: Vec<Standing>,
    /// The variable at each position of the basis.
    head: Vec<usize>,
    factor: Factor,
    stale: bool,
    /// The value of the basic variable at each position.
    values: Vec<f64>,
    /// The reduced cost of each variable.
    reduced: Vec<f64>,
    /// Devex weights, by position for the dual, by variable for the primal.
    dual_weights: Vec<f64>,
    primal_weights: Vec<f64>,
    /// Costs that were shifted so that the dual simplex may run, as they were.
    shifted: Vec<(usize, f64)>,
    /// When infeasible: multipliers by row.
    witness: Vec<f64>,
    /// Exchanges in all, to report and to limit.
    pub(super) exchanges: u64,
}

impl Lp {
    /// Adds a row `Σ entries + slack = right_side`; the slack costs `slack_cost` and is at most `slack_upper`.
    pub(super) fn add_row(
        &mut self,
        entries: &[(Variable, f64)],
        right_side: f64,
        slack_cost: f64,
        slack_upper: f64,
    ) -> Row {
        let row = self.rows.len();
        self.rows.push(Vec::new());
        let relaxed = if slack_upper > 0.0 { disturbance(row) } else { 0.0 };
        self.right_sides.push(right_side + relaxed);
        for &(Variable(variable), entry) in entries {
            self.columns[variable].push((row, entry));
            self.rows[row].push((variable, entry));
        }
        let slack = self.add_variable(slack_cost, slack_upper, vec![(row, 1.0)]);
        self.slacks.push(slack);
        self.standing[slack] = Standing::Basic(self.head.len());
        self.head.push(slack);
        self.stale = true;
        Row(row)
    }

    /// Adds a column, at 0.
    pub(super) fn add_column(
        &mut self,
        cost: f64,
        upper: f64,
        entries: impl Iterator<Item = (Row, f64)>,
    ) -> Variable {
        let entries = entries.map(|(Row(row), entry)| (row, entry)).collect();
        let disturbed = cost + disturbance(self.columns.len());
        let variable = self.add_variable(disturbed, upper, entries);
        self.stale = true;
        Variable(variable)
    }

    fn add_variable(&mut self, cost: f64, upper: f64, entries: Vec<(usize, f64)>) -> usize {
        let variable = self.columns.len();
        for &(row, entry) in &entries {
            self.rows[row].push((variable, entry));
        }
        self.columns.push(entries);
        self.costs.push(cost);
        self.uppers.push(upper);
        self.standing.push(Standing::Lower);
        self.reduced.push(0.0);
        self.primal_weights.push(1.0);
        variable
    }

    /// Changes the right-hand side of `row` by `change`.
    pub(super) fn shift_right_side(&mut self, Row(row): Row, change: f64) {
        self.right_sides[row] += change;
        self.stale = true;
    }

    /// Makes `variable` basic in place of the slack of `row`, which it alone may take.
    pub(super) fn replace_slack(&mut self, Row(row): Row, Variable(variable): Variable) {
        let slack = self.slacks[row];
        if let Standing::Basic(position) = self.standing[slack] {
            self.head[position] = variable;
            self.standing[variable] = Standing::Basic(position);
            self.standing[slack] = Standing::Lower;
            self.stale = true;
        }
    }

    /// Sets the cost of `variable`.
    pub(super) fn set_cost(&mut self, Variable(variable): Variable, cost: f64) {
        let disturbed = cost + disturbance(variable);
        if self.costs[variable].to_bits() != disturbed.to_bits() {
            self.costs[variable] = disturbed;
            self.stale = true;
        }
    }

    /// Sets the upper bound of `variable`.
    pub(super) fn set_upper(&mut self, Variable(variable): Variable, upper: f64) {
        if self.uppers[variable].to_bits() != upper.to_bits() {
            self.uppers[variable] = upper;
            if self.standing[variable] == Standing::Upper {
                self.standing[variable] = Standing::Lower;
            }
            self.stale = true;
        }
    }

    /// The value of `variable` in the last solution.
    pub(super) fn value(&self, Variable(variable): Variable) -> f64 {
        match self.standing[variable] {
            Standing::Basic(position) => self.values[position],
            Standing::Lower => 0.0,
            Standing::Upper => self.uppers[variable],
        }
    }

    /// The multipliers of the rows in the last solution.
    pub(super) fn duals(&mut self) -> Vec<f64> {
        let mut duals: Vec<f64> = self.head.iter().map(|&variable| self.costs[variable]).collect();
        self.factor.solve_rows(&mut duals);
        duals
    }

    /// The rows that show infeasibility after [`Ending::Infeasible`], with their multipliers.
    pub(super) fn witness(&self) -> impl Iterator<Item = (Row, f64)> {
        let shown = self.witness.iter().enumerate().filter(|(_, value)| value.abs() > 1e-9);
        shown.map(|(row, &value)| (Row(row), value))
    }

    /// The standing of every variable.
    pub(super) fn basis(&self) -> Basis {
        let is = |wanted: fn(&Standing) -> bool| self.standing.iter().map(wanted).collect();
        Basis {
            basic: is(|standing| matches!(standing, Standing::Basic(_))),
            upper: is(|standing| matches!(standing, Standing::Upper)),
        }
    }

    /// Comes back to `basis`. Rows added since have their slack basic, columns added since stand at 0.
    pub(super) fn restore(&mut self, basis: &Basis) {
        let known = basis.basic.len();
        self.head.clear();
        for variable in 0..self.columns.len() {
            let is_slack = || self.slacks.binary_search(&variable).is_ok();
            let stands_in = if variable < known { basis.basic[variable] } else { is_slack() };
            let upper = variable < known && basis.upper[variable];
            self.standing[variable] = if stands_in {
                self.head.push(variable);
                Standing::Basic(self.head.len() - 1)
            } else if upper && self.uppers[variable].is_finite() {
                Standing::Upper
            } else {
                Standing::Lower
            };
        }
        self.stale = true;
    }

    /// Solves from the present basis, in at most `limit` exchanges.
    pub(super) fn solve(&mut self, limit: u64) -> Ending {
        let last = self.exchanges + limit;
        self.dual_weights = vec![1.0; self.head.len()];
        self.primal_weights.fill(1.0);
        for _ in 0..20 {
            self.refresh();
            self.flip_wrong_signs();
            self.shift_wrong_signs();
            let ending = self.run_dual(last);
            self.restore_costs();
            if ending != Ending::Optimal {
                return ending;
            }
            match self.run_primal(last) {
                Ending::Optimal if !self.factor_is_old() => return Ending::Optimal,
                Ending::Stuck if self.exchanges >= last => return Ending::Stuck,
                _ => {}
            }
            self.stale = true;
            self.refresh();
            if self.is_optimal() {
                return Ending::Optimal;
            }
        }
        Ending::Stuck
    }

    fn factor_is_old(&self) -> bool {
        self.factor.age() > REFACTOR_AFTER / 2
    }

    fn is_optimal(&self) -> bool {
        let primal =
            (0..self.head.len()).all(|at| self.excess(at).abs() <= 10.0 * PRIMAL_TOLERANCE);
        primal && (0..self.columns.len()).all(|variable| !self.has_wrong_sign(variable, 10.0))
    }

    /// How far the basic variable at `position` is outside its bounds: negative below, positive above.
    fn excess(&self, position: usize) -> f64 {
        let (value, upper) = (self.values[position], self.uppers[self.head[position]]);
        if value < 0.0 { value } else { (value - upper).max(0.0) }
    }

    /// Whether moving `variable` off its bound would lower the objective, by more than `slack` tolerances.
    fn has_wrong_sign(&self, variable: usize, slack: f64) -> bool {
        if self.uppers[variable] <= 0.0 {
            return false;
        }
        match self.standing[variable] {
            Standing::Basic(_) => false,
            Standing::Lower => self.reduced[variable] < -slack * DUAL_TOLERANCE,
            Standing::Upper => self.reduced[variable] > slack * DUAL_TOLERANCE,
        }
    }

    /// Brings boxed variables with a reduced cost of the wrong sign to their other bound.
    fn flip_wrong_signs(&mut self) {
        let mut flipped = false;
        for variable in 0..self.columns.len() {
            if self.has_wrong_sign(variable, 1.0) && self.uppers[variable].is_finite() {
                self.standing[variable] = match self.standing[variable] {
                    Standing::Lower => Standing::Upper,
                    _ => Standing::Lower,
                };
                flipped = true;
            }
        }
        if flipped {
            self.compute_values();
        }
    }

    /// Shifts costs until no reduced cost has the wrong sign, for as long as the dual simplex runs.
    fn shift_wrong_signs(&mut self) {
        for variable in 0..self.columns.len() {
            if self.has_wrong_sign(variable, 1.0) {
                self.shifted.push((variable, self.costs[variable]));
                self.costs[variable] -= self.reduced[variable];
                self.reduced[variable] = 0.0;
            }
        }
    }

    fn restore_costs(&mut self) {
        if self.shifted.is_empty() {
            return;
        }
        for (variable, cost) in std::mem::take(&mut self.shifted).into_iter().rev() {
            self.costs[variable] = cost;
        }
        self.compute_reduced();
    }

    /// Factorises afresh if need be, and recomputes values and reduced costs.
    fn refresh(&mut self) {
        if self.stale || self.factor.age() > 0 {
            self.refactor();
        }
        self.compute_values();
        self.compute_reduced();
    }

    fn refactor(&mut self) {
        loop {
            let columns: Vec<&[(usize, f64)]> =
                self.head.iter().map(|&variable| self.columns[variable].as_slice()).collect();
            match Factor::compute(&columns) {
                Ok(factor) => {
                    self.factor = factor;
                    break;
                }
                Err(deficient) => self.repair(&deficient),
            }
        }
        self.dual_weights.resize(self.head.len(), 1.0);
        self.stale = false;
    }

    fn repair(&mut self, deficient: &[(usize, usize)]) {
        for &(position, row) in deficient {
            self.standing[self.head[position]] = Standing::Lower;
            self.head[position] = self.slacks[row];
            self.standing[self.slacks[row]] = Standing::Basic(position);
        }
    }

    fn compute_values(&mut self) {
        let mut values = self.right_sides.clone();
        for variable in 0..self.columns.len() {
            if self.standing[variable] == Standing::Upper {
                for &(row, entry) in &self.columns[variable] {
                    values[row] -= entry * self.uppers[variable];
                }
            }
        }
        self.factor.solve_columns(&mut values);
        self.values = values;
    }

    fn compute_reduced(&mut self) {
        let duals = self.duals();
        for variable in 0..self.columns.len() {
            self.reduced[variable] = if matches!(self.standing[variable], Standing::Basic(_)) {
                0.0
            } else {
                let entries = self.columns[variable].iter();
                self.costs[variable] - entries.map(|&(row, entry)| entry * duals[row]).sum::<f64>()
            };
        }
    }

    /// Row `position` of `B⁻¹ A`, for variables that are not basic: pairs of variable and entry.
    fn pivot_row(&mut self, position: usize) -> (Vec<f64>, Vec<(usize, f64)>) {
        let mut multipliers = vec![0.0; self.head.len()];
        multipliers[position] = 1.0;
        self.factor.solve_rows(&mut multipliers);
        let mut dense = vec![0.0; self.columns.len()];
        let mut touched = Vec::new();
        for (row, &multiplier) in multipliers.iter().enumerate() {
            if multiplier.abs() > 1e-12 {
                for &(variable, entry) in &self.rows[row] {
                    if dense[variable] == 0.0 {
                        touched.push(variable);
                    }
                    dense[variable] += multiplier * entry;
                }
            }
        }
        touched.sort_unstable();
        touched.dedup();
        let outside = |&variable: &usize| !matches!(self.standing[variable], Standing::Basic(_));
        let entries = touched.into_iter().filter(outside);
        let entries = entries.map(|variable| (variable, dense[variable])).collect();
        (multipliers, entries)
    }

    /// Column `variable` of `B⁻¹ A`, by position.
    fn pivot_column(&mut self, variable: usize) -> Vec<f64> {
        let mut column = vec![0.0; self.head.len()];
        for &(row, entry) in &self.columns[variable] {
            column[row] += entry;
        }
        self.factor.solve_columns(&mut column);
        column
    }

    /// Exchanges the variable at `position`, which goes to `leaving`, for `entering`, whose value becomes `value`.
    fn exchange(
        &mut self,
        position: usize,
        leaving: Standing,
        entering: usize,
        value: f64,
        column: &[f64],
    ) {
        self.standing[self.head[position]] = leaving;
        self.standing[entering] = Standing::Basic(position);
        self.head[position] = entering;
        self.values[position] = value;
        self.factor.update(position, column);
        self.exchanges += 1;
    }

    /// Moves reduced costs along `row` so that the entering variable's becomes 0.
    fn move_reduced(&mut self, entering: usize, pivot: f64, leaving: usize, row: &[(usize, f64)]) {
        let step = self.reduced[entering] / pivot;
        for &(variable, entry) in row {
            self.reduced[variable] -= step * entry;
        }
        self.reduced[leaving] = -step;
        self.reduced[entering] = 0.0;
    }
}

/// A fixed small number for each place, between half of [`DISTURBANCE`] and all of it.
fn disturbance(place: usize) -> f64 {
    let mixed = (place as u64).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let part = f64::from((mixed >> 40) as u32) / f64::from(1_u32 << 24);
    DISTURBANCE * (0.5 + 0.5 * part)
}
