//! Coming back to a basis, also after rows or columns were removed.

use std::collections::BTreeSet;
use std::iter::Peekable;

use super::factor::Factor;
use super::{Lp, LpRow, Variable, VariableStatus};

/// The status of every variable, to come back to, even after rows or columns were removed.
#[derive(Clone, Debug, Default)]
pub(in crate::solve) struct Basis {
    /// Names of basic variables and of those at their upper bound, sorted.
    basic: Vec<u32>,
    upper: Vec<u32>,
    /// The first name that was not given yet.
    next_name: u32,
}

/// A basis with its factors and weights.
pub(in crate::solve) struct FactorisedBasis {
    status: Vec<VariableStatus>,
    head: Vec<usize>,
    factor: Factor,
    dual_weights: Vec<f64>,
}

/// Where variables and rows went when others were removed.
pub(in crate::solve) struct Renumbering {
    variables: Vec<Option<usize>>,
    rows: Vec<Option<usize>>,
}

impl Renumbering {
    /// Where `variable` is now, if it was kept.
    pub(in crate::solve) fn variable(&self, Variable(variable): Variable) -> Option<Variable> {
        self.variables[variable].map(Variable)
    }

    /// Where `row` is now, if it was kept.
    pub(in crate::solve) fn row(&self, LpRow(row): LpRow) -> Option<LpRow> {
        self.rows[row].map(LpRow)
    }
}

impl Lp {
    /// Goes back to the basis of all slacks.
    pub(in crate::solve) fn start_afresh(&mut self) {
        self.status.fill(VariableStatus::Lower);
        self.head.clone_from(&self.slacks);
        for (position, &slack) in self.slacks.iter().enumerate() {
            self.status[slack] = VariableStatus::Basic(position);
        }
        self.dual_weights.clear();
        self.dual_weights.resize(self.head.len(), 1.0);
        self.stale = true;
    }

    /// The status of every variable.
    pub(in crate::solve) fn basis(&self) -> Basis {
        Basis {
            basic: self.names_of(|status| matches!(status, VariableStatus::Basic(_))),
            upper: self.names_of(|status| matches!(status, VariableStatus::Upper)),
            next_name: self.next_name,
        }
    }

    fn names_of(&self, is_wanted: fn(VariableStatus) -> bool) -> Vec<u32> {
        let named = self.names.iter().zip(&self.status);
        named.filter(|&(_, &status)| is_wanted(status)).map(|(&name, _)| name).collect()
    }

    /// Comes back to `basis`. Rows added since have their slack basic, columns added since stand at 0; what is
    /// missing because others were removed is repaired when the basis is factorised.
    pub(in crate::solve) fn restore(&mut self, basis: &Basis) {
        self.head.clear();
        self.dual_weights.clear();
        let mut slacks = self.slacks.iter().copied().peekable();
        let (mut inside, mut above) =
            (basis.basic.iter().copied().peekable(), basis.upper.iter().copied().peekable());
        for variable in 0..self.columns.len() {
            let is_slack = slacks.next_if_eq(&variable).is_some();
            let name = self.names[variable];
            let was_basic = take(&mut inside, name);
            let was_upper = take(&mut above, name);
            let is_new = name >= basis.next_name;
            self.status[variable] = if was_basic || (is_new && is_slack) {
                self.head.push(variable);
                VariableStatus::Basic(self.head.len() - 1)
            } else if was_upper && self.uppers[variable].is_finite() {
                VariableStatus::Upper
            } else {
                VariableStatus::Lower
            };
        }
        self.stale = true;
    }

    /// From now on gives names that no other of so many programs gives.
    pub(in crate::solve) fn name_apart(&mut self, number: usize, of: usize) {
        let (number, of) = (u32::try_from(number).unwrap_or(0), u32::try_from(of).unwrap_or(1));
        self.next_name = self.next_name.next_multiple_of(of) + number;
        self.names_between = of.saturating_sub(1);
    }

    /// Goes on counting where `later` ended, which took the place of this program for a while.
    pub(in crate::solve) fn follow(&mut self, later: &Self) {
        let step = 1 + later.names_between;
        let beyond = self.next_name.max(later.next_name) - later.next_name;
        self.next_name = later.next_name + beyond.div_ceil(step) * step;
        self.names_between = later.names_between;
        self.pivots = later.pivots;
    }

    /// The basis with its factors, to come back to soon: before any row or column is added or removed.
    pub(in crate::solve) fn factorised_basis(&mut self) -> FactorisedBasis {
        if self.stale {
            self.refresh();
        }
        FactorisedBasis {
            status: self.status.clone(),
            head: self.head.clone(),
            factor: self.factor.clone(),
            dual_weights: self.dual_weights.clone(),
        }
    }

    /// Comes back to `basis`.
    pub(in crate::solve) fn return_to(&mut self, basis: &FactorisedBasis) {
        self.status.clone_from(&basis.status);
        self.head.clone_from(&basis.head);
        self.factor.clone_from(&basis.factor);
        self.dual_weights.clone_from(&basis.dual_weights);
        self.stale = false;
    }

    /// Removes these rows, with their slacks, and these columns. Where everything else stands is not changed, if
    /// rows to remove are loose and columns to remove are not in the basis.
    pub(in crate::solve) fn remove(
        &mut self,
        rows: &BTreeSet<LpRow>,
        columns: &BTreeSet<Variable>,
    ) -> Renumbering {
        let is_basic =
            |column: &Variable| matches!(self.status[column.0], VariableStatus::Basic(_));
        // Then the rows of `B⁻¹` that are left are as they were, and so are their weights.
        let is_basis_kept =
            rows.iter().all(|&row| self.is_loose(row)) && !columns.iter().any(is_basic);
        let kept_rows = renumber(self.rows.len(), |row| !rows.contains(&LpRow(row)));
        let mut gone = vec![false; self.columns.len()];
        for &Variable(column) in columns {
            gone[column] = true;
        }
        for &LpRow(row) in rows {
            gone[self.slacks[row]] = true;
        }
        let variables = renumber(gone.len(), |variable| !gone[variable]);
        let renumbering = Renumbering { variables, rows: kept_rows };
        self.keep(&renumbering);
        if !is_basis_kept {
            self.dual_weights.clear();
        }
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
        self.keep_variables(variables);
        retain(&mut self.rows, rows);
        retain(&mut self.right_sides, rows);
        retain(&mut self.slacks, rows);
        self.slacks = self.slacks.iter().filter_map(|&slack| variables[slack]).collect();
        self.keep_head(variables);
        self.stale = true;
    }

    fn keep_variables(&mut self, variables: &[Option<usize>]) {
        retain(&mut self.columns, variables);
        retain(&mut self.costs, variables);
        retain(&mut self.uppers, variables);
        retain(&mut self.names, variables);
        retain(&mut self.status, variables);
        retain(&mut self.reduced, variables);
        retain(&mut self.primal_weights, variables);
    }

    fn keep_head(&mut self, variables: &[Option<usize>]) {
        let mut kept = self.head.iter().map(|&variable| variables[variable].is_some());
        self.dual_weights.retain(|_| kept.next().is_some_and(|kept| kept));
        self.head = self.head.iter().filter_map(|&variable| variables[variable]).collect();
        for (position, &variable) in self.head.iter().enumerate() {
            self.status[variable] = VariableStatus::Basic(position);
        }
    }
}

/// Whether `name` is in a sorted list, of which everything before it is taken off.
fn take(list: &mut Peekable<impl Iterator<Item = u32>>, name: u32) -> bool {
    while list.next_if(|&earlier| earlier < name).is_some() {}
    list.next_if_eq(&name).is_some()
}

/// The new index of each thing that is kept.
fn renumber(count: usize, is_kept: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
    let mut next = 0..count;
    (0..count).map(|index| if is_kept(index) { next.next() } else { None }).collect()
}

/// Entries whose index is kept, with their new indices.
fn moved(entries: &[(usize, f64)], indices: &[Option<usize>]) -> Vec<(usize, f64)> {
    entries.iter().filter_map(|&(index, entry)| Some((indices[index]?, entry))).collect()
}

fn retain<T>(list: &mut Vec<T>, indices: &[Option<usize>]) {
    let mut rest = indices.iter();
    list.retain(|_| rest.next().is_some_and(Option::is_some));
}
