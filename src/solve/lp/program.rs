//! Building and changing the program: rows, columns, costs, bounds, and the basis to come back to.

use std::collections::BTreeSet;
use std::iter::Peekable;

use super::{Basis, DISTURBANCE, Lp, Mark, Renumbering, Row, Standing, Variable};

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
        let relaxed = if slack_upper > 0.0 { disturbance(self.next_name) } else { 0.0 };
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
        let disturbed = cost + disturbance(self.next_name);
        Variable(self.add_variable(disturbed, upper, entries))
    }

    fn add_variable(&mut self, cost: f64, upper: f64, entries: Vec<(usize, f64)>) -> usize {
        let variable = self.columns.len();
        for &(row, entry) in &entries {
            self.rows[row].push((variable, entry));
        }
        self.columns.push(entries);
        self.costs.push(cost);
        self.uppers.push(upper);
        self.names.push(self.next_name);
        self.next_name += 1;
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
        self.costs[variable] = cost + disturbance(self.names[variable]);
    }

    /// Sets the upper bound of `variable`.
    pub(in crate::solve) fn set_upper(&mut self, Variable(variable): Variable, upper: f64) {
        self.uppers[variable] = upper;
        if self.standing[variable] == Standing::Upper && !upper.is_finite() {
            self.standing[variable] = Standing::Lower;
        }
    }

    /// Goes back to the basis of all slacks.
    pub(in crate::solve) fn start_afresh(&mut self) {
        self.standing.fill(Standing::Lower);
        self.head.clone_from(&self.slacks);
        for (position, &slack) in self.slacks.iter().enumerate() {
            self.standing[slack] = Standing::Basic(position);
        }
        self.stale = true;
    }

    /// The standing of every variable.
    pub(in crate::solve) fn basis(&self) -> Basis {
        let of = |wanted: fn(&Standing) -> bool| {
            let named = self.names.iter().zip(&self.standing);
            named.filter(|(_, standing)| wanted(standing)).map(|(&name, _)| name).collect()
        };
        Basis {
            basic: of(|standing| matches!(standing, Standing::Basic(_))),
            upper: of(|standing| matches!(standing, Standing::Upper)),
            next_name: self.next_name,
        }
    }

    /// Comes back to `basis`. Rows added since have their slack basic, columns added since stand at 0; what is
    /// missing because others were removed is mended when the basis is factorised.
    pub(in crate::solve) fn restore(&mut self, basis: &Basis) {
        self.head.clear();
        let mut slacks = self.slacks.iter().copied().peekable();
        let (mut inside, mut above) =
            (basis.basic.iter().copied().peekable(), basis.upper.iter().copied().peekable());
        for variable in 0..self.columns.len() {
            let is_slack = slacks.next_if_eq(&variable).is_some();
            let name = self.names[variable];
            let was_basic = take(&mut inside, name);
            let was_upper = take(&mut above, name);
            let is_new = name >= basis.next_name;
            self.standing[variable] = if was_basic || (is_new && is_slack) {
                self.head.push(variable);
                Standing::Basic(self.head.len() - 1)
            } else if was_upper && self.uppers[variable].is_finite() {
                Standing::Upper
            } else {
                Standing::Lower
            };
        }
        self.stale = true;
    }

    /// The basis with its factors, to come back to soon: before any row or column is added or removed.
    pub(in crate::solve) fn mark(&mut self) -> Mark {
        if self.stale {
            self.refresh();
        }
        Mark {
            standing: self.standing.clone(),
            head: self.head.clone(),
            factor: self.factor.clone(),
        }
    }

    /// Comes back to `mark`.
    pub(in crate::solve) fn return_to(&mut self, mark: &Mark) {
        self.standing.clone_from(&mark.standing);
        self.head.clone_from(&mark.head);
        self.factor.clone_from(&mark.factor);
        self.stale = false;
    }

    /// Whether the slack of `row` is in the basis.
    pub(in crate::solve) fn is_loose(&self, Row(row): Row) -> bool {
        matches!(self.standing[self.slacks[row]], Standing::Basic(_))
    }

    /// The reduced cost of `variable` in the last solution, 0 if it is in the basis.
    pub(in crate::solve) fn reduced_cost(&self, Variable(variable): Variable) -> f64 {
        self.reduced[variable]
    }

    /// Removes these rows, with their slacks, and these columns. Where everything else stands is not changed, if
    /// rows to remove are loose and columns to remove are not in the basis.
    pub(in crate::solve) fn remove(
        &mut self,
        rows: &BTreeSet<Row>,
        columns: &BTreeSet<Variable>,
    ) -> Renumbering {
        let kept_rows = renumber(self.rows.len(), |row| !rows.contains(&Row(row)));
        let mut gone = vec![false; self.columns.len()];
        for &Variable(column) in columns {
            gone[column] = true;
        }
        for &Row(row) in rows {
            gone[self.slacks[row]] = true;
        }
        let variables = renumber(gone.len(), |variable| !gone[variable]);
        let renumbering = Renumbering { variables, rows: kept_rows };
        self.keep(&renumbering);
        renumbering
    }

    fn keep(&mut self, renumbering: &Renumbering) {
        let Renumbering { variables, rows } = renumbering;
        for entries in &mut self.columns {
            *entries = moved(entries, rows);
        }
        for entries in &mut self.rows {
            *entries = moved(entries, variables);
        }
        retain(&mut self.columns, variables);
        retain(&mut self.costs, variables);
        retain(&mut self.uppers, variables);
        retain(&mut self.names, variables);
        retain(&mut self.standing, variables);
        retain(&mut self.reduced, variables);
        retain(&mut self.primal_weights, variables);
        retain(&mut self.rows, rows);
        retain(&mut self.right_sides, rows);
        retain(&mut self.slacks, rows);
        self.slacks = self.slacks.iter().filter_map(|&slack| variables[slack]).collect();
        self.head = self.head.iter().filter_map(|&variable| variables[variable]).collect();
        for (position, &variable) in self.head.iter().enumerate() {
            self.standing[variable] = Standing::Basic(position);
        }
        self.stale = true;
    }
}

/// Whether `name` is in a sorted list, of which everything before it is taken off.
fn take(list: &mut Peekable<impl Iterator<Item = u32>>, name: u32) -> bool {
    while list.next_if(|&earlier| earlier < name).is_some() {}
    list.next_if_eq(&name).is_some()
}

/// The new place of each thing that is kept.
fn renumber(count: usize, is_kept: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut next = 0..count;
    (0..count).map(|place| if is_kept(place) { next.next() } else { None }).collect()
}

/// Entries whose place is kept, at their new places.
fn moved(entries: &[(usize, f64)], places: &[Option<usize>]) -> Vec<(usize, f64)> {
    entries.iter().filter_map(|&(place, entry)| Some((places[place]?, entry))).collect()
}

fn retain<T>(list: &mut Vec<T>, places: &[Option<usize>]) {
    let mut places = places.iter();
    list.retain(|_| places.next().is_some_and(Option::is_some));
}

/// A fixed small number for each name, between half of [`DISTURBANCE`] and all of it.
fn disturbance(name: u32) -> f64 {
    let mixed = u64::from(name).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let part = f64::from((mixed >> 40) as u32) / f64::from(1_u32 << 24);
    DISTURBANCE * (0.5 + 0.5 * part)
}
