//! Building and changing the program: rows, columns, costs, bounds, and the basis to come back to.

use super::{Basis, DISTURBANCE, Lp, Row, Standing, Variable};

impl Lp {
    /// Adds a row `Σ entries + slack = right_side`; the slack costs `slack_cost` and is at most `slack_upper`.
    pub(in crate::solve) fn add_row(
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
    pub(in crate::solve) fn add_column(
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

    /// The slack of `row`.
    pub(in crate::solve) fn slack(&self, Row(row): Row) -> Variable {
        Variable(self.slacks[row])
    }

    /// Changes the right-hand side of `row` by `change`.
    pub(in crate::solve) fn shift_right_side(&mut self, Row(row): Row, change: f64) {
        self.right_sides[row] += change;
        self.stale = true;
    }

    /// Makes `variable` basic in place of the slack of `row`, which it alone may take.
    pub(in crate::solve) fn replace_slack(&mut self, Row(row): Row, Variable(variable): Variable) {
        let slack = self.slacks[row];
        if let Standing::Basic(position) = self.standing[slack] {
            self.head[position] = variable;
            self.standing[variable] = Standing::Basic(position);
            self.standing[slack] = Standing::Lower;
            self.stale = true;
        }
    }

    /// Sets the cost of `variable`.
    pub(in crate::solve) fn set_cost(&mut self, Variable(variable): Variable, cost: f64) {
        let disturbed = cost + disturbance(variable);
        if self.costs[variable].to_bits() != disturbed.to_bits() {
            self.costs[variable] = disturbed;
            self.stale = true;
        }
    }

    /// Sets the upper bound of `variable`.
    pub(in crate::solve) fn set_upper(&mut self, Variable(variable): Variable, upper: f64) {
        if self.uppers[variable].to_bits() != upper.to_bits() {
            self.uppers[variable] = upper;
            if self.standing[variable] == Standing::Upper {
                self.standing[variable] = Standing::Lower;
            }
            self.stale = true;
        }
    }

    /// The standing of every variable.
    pub(in crate::solve) fn basis(&self) -> Basis {
        let is = |wanted: fn(&Standing) -> bool| self.standing.iter().map(wanted).collect();
        Basis {
            basic: is(|standing| matches!(standing, Standing::Basic(_))),
            upper: is(|standing| matches!(standing, Standing::Upper)),
        }
    }

    /// Comes back to `basis`. Rows added since have their slack basic, columns added since stand at 0.
    pub(in crate::solve) fn restore(&mut self, basis: &Basis) {
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
}

/// A fixed small number for each place, between half of [`DISTURBANCE`] and all of it.
fn disturbance(place: usize) -> f64 {
    let mixed = (place as u64).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let part = f64::from((mixed >> 40) as u32) / f64::from(1_u32 << 24);
    DISTURBANCE * (0.5 + 0.5 * part)
}
