//! Building and changing the program: rows, columns, costs and bounds.

use super::{Lp, LpRow, PERTURBATION, Variable, VariableStatus};

impl Lp {
    /// Adds a row `Σ entries + slack = right_side`; the slack costs `slack_cost` and is at most `slack_upper`.
    pub(in crate::solve) fn add_row(
        &mut self,
        entries: &[(Variable, f64)],
        right_side: f64,
        slack_cost: f64,
        slack_upper: f64,
    ) -> LpRow {
        let row = self.rows.len();
        self.rows.push(Vec::new());
        // Only where that relaxes the row: with a bounded slack it would cut off what is at the bound.
        let relaxed = if slack_upper.is_infinite() { perturbation(self.next_name) } else { 0.0 };
        self.right_sides.push(right_side + relaxed);
        for &(Variable(variable), entry) in entries {
            self.columns[variable].push((row, entry));
            self.rows[row].push((variable, entry));
        }
        let slack = self.add_variable(slack_cost, slack_upper, vec![(row, 1.0)]);
        self.slacks.push(slack);
        self.status[slack] = VariableStatus::Basic(self.head.len());
        self.head.push(slack);
        self.stale = true;
        LpRow(row)
    }

    /// Adds a column, at 0.
    pub(in crate::solve) fn add_column(
        &mut self,
        cost: f64,
        upper: f64,
        entries: impl Iterator<Item = (LpRow, f64)>,
    ) -> Variable {
        let entries = entries.map(|(LpRow(row), entry)| (row, entry)).collect();
        let perturbed = cost + perturbation(self.next_name);
        Variable(self.add_variable(perturbed, upper, entries))
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
        self.next_name += 1 + self.names_between;
        self.status.push(VariableStatus::Lower);
        self.reduced.push(0.0);
        self.primal_weights.push(1.0);
        variable
    }

    /// The slack of `row`.
    pub(in crate::solve) fn slack(&self, LpRow(row): LpRow) -> Variable {
        Variable(self.slacks[row])
    }

    /// How many rows there are.
    pub(in crate::solve) const fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The entries of `variable`, by row.
    pub(in crate::solve) fn entries(
        &self,
        Variable(variable): Variable,
    ) -> impl Iterator<Item = (LpRow, f64)> {
        self.columns[variable].iter().map(|&(row, entry)| (LpRow(row), entry))
    }

    /// The right-hand side of `row`, perturbation included.
    pub(in crate::solve) fn right_side(&self, LpRow(row): LpRow) -> f64 {
        self.right_sides[row]
    }

    /// Changes the right-hand side of `row` by `change`.
    pub(in crate::solve) fn shift_right_side(&mut self, LpRow(row): LpRow, change: f64) {
        self.right_sides[row] += change;
    }

    /// Makes `variable` basic in place of the slack of `row`, which it alone may take.
    pub(in crate::solve) fn replace_slack(
        &mut self,
        LpRow(row): LpRow,
        Variable(variable): Variable,
    ) {
        let slack = self.slacks[row];
        if let VariableStatus::Basic(position) = self.status[slack] {
            self.head[position] = variable;
            self.status[variable] = VariableStatus::Basic(position);
            self.status[slack] = VariableStatus::Lower;
            self.dual_weights.clear();
            self.stale = true;
        }
    }

    /// Sets the cost of `variable`.
    pub(in crate::solve) fn set_cost(&mut self, Variable(variable): Variable, cost: f64) {
        self.costs[variable] = cost + perturbation(self.names[variable]);
    }

    /// Sets the upper bound of `variable`.
    pub(in crate::solve) fn set_upper(&mut self, Variable(variable): Variable, upper: f64) {
        self.uppers[variable] = upper;
        if self.status[variable] == VariableStatus::Upper && !upper.is_finite() {
            self.status[variable] = VariableStatus::Lower;
        }
    }

    /// Whether the slack of `row` is in the basis.
    pub(in crate::solve) fn is_loose(&self, LpRow(row): LpRow) -> bool {
        matches!(self.status[self.slacks[row]], VariableStatus::Basic(_))
    }

    /// The reduced cost of `variable` in the last solution, 0 if it is in the basis.
    pub(in crate::solve) fn reduced_cost(&self, Variable(variable): Variable) -> f64 {
        self.reduced[variable]
    }
}

/// An odd number next to 2⁶⁴ over the golden ratio: its multiples, modulo 2⁶⁴, lie evenly.
///
/// # Source
/// D. E. Knuth: The Art of Computer Programming, volume 3, Sorting and Searching (1973), on multiplicative hashing.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
/// The bits of a mixed name that are read as a fraction, from 0 to 1: the highest, which are mixed best.
const FRACTION_BITS: u32 = 24;

/// A fixed small number for each name, between half of [`PERTURBATION`] and all of it: never 0, for it is there to tell
/// ties apart, and never chance, for the same input must give the same answer.
fn perturbation(name: u32) -> f64 {
    let mixed = u64::from(name).wrapping_add(1).wrapping_mul(GOLDEN);
    let highest = (mixed >> (u64::BITS - FRACTION_BITS)) as u32;
    let fraction = f64::from(highest) / f64::from(1_u32 << FRACTION_BITS);
    PERTURBATION * (0.5 + 0.5 * fraction)
}
