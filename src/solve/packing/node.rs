//! The search: depth first, on the item about which the program is least certain.

use std::collections::BTreeSet;

use super::bound::Multipliers;
use super::{Packed, Packing};
use crate::domain::Stop;
use crate::solve::lp::{Lp, LpRow, SolveLimits, SolveStatus, Variable};

/// Pivots of one solve; far more than such programs take.
const MOST_PIVOTS: u64 = 100_000;
/// A share of an item from which on it counts as taken.
const TAKEN: f64 = 0.5;

/// What is decided about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decided {
    Open,
    Taken,
    Left,
}

/// The search and the best choice so far.
pub(super) struct Search<'a> {
    packing: &'a Packing,
    stop: &'a Stop,
    lp: Lp,
    /// The rows of the groups, and after them those of the cells.
    rows: Vec<LpRow>,
    variables: Vec<Variable>,
    /// For each item its rows.
    rows_of: Vec<Vec<usize>>,
    /// For each row its items.
    items_of: Vec<Vec<usize>>,
    decided: Vec<Decided>,
    /// For each row how many reasons there are that it must be full.
    full: Vec<u32>,
    best: Vec<usize>,
    cost: i64,
    is_cut_short: bool,
}

impl<'a> Search<'a> {
    /// A search that knows a choice and its cost.
    pub(super) fn new(
        packing: &'a Packing,
        (known, cost): (&[usize], i64),
        stop: &'a Stop,
    ) -> Self {
        let groups = packing.groups();
        let rows_of: Vec<Vec<usize>> = packing
            .items
            .iter()
            .map(|item| {
                std::iter::once(item.group)
                    .chain(item.cells.iter().map(|&cell| groups + cell))
                    .collect()
            })
            .collect();
        let count = groups + packing.cells();
        let mut items_of = vec![Vec::new(); count];
        for (item, rows) in rows_of.iter().enumerate() {
            for &row in rows {
                items_of[row].push(item);
            }
        }
        let full = (0..count).map(|row| u32::from(packing.needed.contains(&row))).collect();
        let mut search = Self {
            packing,
            stop,
            lp: Lp::default(),
            rows: Vec::new(),
            variables: Vec::new(),
            rows_of,
            items_of,
            decided: vec![Decided::Open; packing.items.len()],
            full,
            best: known.to_vec(),
            cost,
            is_cut_short: false,
        };
        search.build();
        search
    }

    #[expect(clippy::cast_precision_loss, reason = "costs are far from the largest whole float")]
    fn build(&mut self) {
        for row in 0..self.items_of.len() {
            let slack = room_left(self.full[row]);
            self.rows.push(self.lp.add_row(&[], 1.0, 0.0, slack));
        }
        for (item, rows) in self.packing.items.iter().zip(&self.rows_of) {
            let entries = rows.iter().map(|&row| (self.rows[row], 1.0));
            let variable = self.lp.add_column(item.cost as f64, 1.0, entries);
            self.variables.push(variable);
        }
    }

    /// What was found.
    pub(super) fn ended(mut self) -> Packed {
        self.best.sort_unstable();
        Packed { chosen: self.best, is_proven: !self.is_cut_short }
    }

    /// Searches below what is decided.
    pub(super) fn branch(&mut self) {
        if self.stop.is_asked() {
            self.is_cut_short = true;
            return;
        }
        let limits = SolveLimits { pivots: MOST_PIVOTS, objective: f64::INFINITY, stop: self.stop };
        let status = self.lp.solve(&limits);
        if status == SolveStatus::Infeasible {
            if self.is_refuted() {
                return;
            }
        } else {
            self.take_rounded();
            if self.bound() >= self.cost {
                return;
            }
        }
        match self.least_certain() {
            Some(item) => self.split(item),
            None => self.take(self.taken()),
        }
    }

    /// Searches with `item` and without it.
    fn split(&mut self, item: usize) {
        let rivals = self.rivals(item);
        self.decide(item, Decided::Taken);
        for &rival in &rivals {
            self.decide(rival, Decided::Left);
        }
        self.set_full(self.packing.items[item].group, 1);
        self.branch();
        self.set_full(self.packing.items[item].group, -1);
        for &rival in &rivals {
            self.decide(rival, Decided::Open);
        }
        self.decide(item, Decided::Left);
        self.branch();
        self.decide(item, Decided::Open);
    }

    /// The open items that cannot be taken beside `item`.
    fn rivals(&self, item: usize) -> Vec<usize> {
        let all: BTreeSet<usize> =
            self.rows_of[item].iter().flat_map(|&row| &self.items_of[row]).copied().collect();
        let is_open = |one: &usize| *one != item && self.decided[*one] == Decided::Open;
        all.into_iter().filter(is_open).collect()
    }

    fn decide(&mut self, item: usize, decided: Decided) {
        self.decided[item] = decided;
        let upper = if decided == Decided::Left { 0.0 } else { 1.0 };
        self.lp.set_upper(self.variables[item], upper);
    }

    fn set_full(&mut self, row: usize, change: i32) {
        self.full[row] = self.full[row].saturating_add_signed(change);
        let slack = room_left(self.full[row]);
        self.lp.set_upper(self.lp.slack(self.rows[row]), slack);
    }

    fn taken(&self) -> Vec<usize> {
        let items = 0..self.decided.len();
        items.filter(|&item| self.decided[item] == Decided::Taken).collect()
    }

    /// Takes the program's solution, rounded, if that is a choice and the best so far.
    fn take_rounded(&mut self) {
        let is_taken = |item: &usize| self.share(*item) > TAKEN;
        self.take((0..self.variables.len()).filter(is_taken).collect());
    }

    fn take(&mut self, chosen: Vec<usize>) {
        if let Some(cost) = self.packing.cost(&chosen).filter(|&cost| cost < self.cost) {
            (self.best, self.cost) = (chosen, cost);
        }
    }

    fn share(&self, item: usize) -> f64 {
        self.lp.value(self.variables[item])
    }

    /// The open item whose share is nearest to half of it.
    fn least_certain(&self) -> Option<usize> {
        let open = (0..self.decided.len()).filter(|&item| self.decided[item] == Decided::Open);
        let certainty = |item: usize| (self.share(item) - TAKEN).abs();
        open.min_by(|&one, &other| certainty(one).total_cmp(&certainty(other)))
    }

    /// The items that can still be taken, with their rows.
    fn left(&self) -> impl Iterator<Item = (i64, std::slice::Iter<'_, usize>)> {
        let items = self.packing.items.iter().zip(&self.rows_of).zip(&self.decided);
        let left = items.filter(|(_, decided)| **decided != Decided::Left);
        left.map(|((item, rows), _)| (item.cost, rows.iter()))
    }

    /// What everything below costs at least.
    fn bound(&mut self) -> i64 {
        let duals = self.lp.duals();
        Multipliers::rounded(&duals, |row| self.full[row] > 0).whole_bound(self.left())
    }

    /// Whether it is proven in whole numbers that there is nothing below, and not only said by the program.
    fn is_refuted(&self) -> bool {
        let mut multipliers = vec![0.0; self.rows.len()];
        for (LpRow(row), value) in self.lp.dual_ray() {
            multipliers[row] = value;
        }
        let refuting = |multipliers: &[f64]| {
            let rounded = Multipliers::rounded(multipliers, |row| self.full[row] > 0);
            rounded.refute(self.left().map(|(_, rows)| rows))
        };
        let turned: Vec<f64> = multipliers.iter().map(|value| -value).collect();
        refuting(&multipliers) || refuting(&turned)
    }
}

/// What a row may leave: nothing, if there is a reason that it must be full. It is never without a bound, for the program
/// relaxes rows whose slacks have none, and what is full must be so exactly.
const fn room_left(reasons: u32) -> f64 {
    if reasons > 0 { 0.0 } else { 1.0 }
}
