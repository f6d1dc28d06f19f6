//! Ageing: rows that were not binding for some solutions, and bookings whose reduced cost is far from 0, leave the program,
//! so that it stays small.
//!
//! Nothing is lost by it: what is broken later is found again, and what is wanted later is priced in again.
//!
//! # Source
//! M. Padberg, G. Rinaldi: A branch-and-cut algorithm for the resolution of large-scale symmetric traveling salesman
//! problems (1991).

use std::collections::BTreeSet;

use super::Master;
use crate::model::RowIndex;
use crate::solve::lp::{LpRow, Renumbering, Variable};

/// A row that was not binding in so many solutions in a row may go: one or two are no sign yet that it never will be again.
const OLD: u32 = 3;
/// A booking that costs so many units more than it brings may go, even if more could still be of use.
const FAR: f64 = 30.0;
/// Rows and bookings go when they are more than one in so many: the basis is factorised afresh for it.
const WORTHWHILE: usize = 4;

impl Master<'_> {
    /// Removes rows that were not binding for some time, and bookings that cost `gap` points more than they bring.
    pub(super) fn remove_aged(&mut self, gap: i64) {
        self.age_rows();
        let rows: BTreeSet<usize> = (0..self.program.rows.len())
            .filter(|&entered| self.program.rows[entered].age >= OLD)
            .collect();
        let columns = self.far_columns(self.in_units(gap).min(FAR));
        let aged = rows.len() + columns.len();
        if aged * WORTHWHILE > self.program.rows.len() + self.program.columns.len() {
            self.remove(&rows, &columns);
        }
    }

    fn age_rows(&mut self) {
        for entered in &mut self.program.rows {
            let is_loose = self.program.lp.is_loose(entered.lp_row);
            entered.age = if is_loose { entered.age + 1 } else { 0 };
        }
    }

    /// The columns that cost so many units more than they bring.
    fn far_columns(&self, far: f64) -> BTreeSet<usize> {
        let columns = self.program.columns.iter().enumerate();
        let open = columns.filter(|(_, column)| column.points.is_some());
        open.filter(|(_, column)| self.program.lp.reduced_cost(column.variable) > far)
            .map(|(number, _)| number)
            .collect()
    }

    fn remove(&mut self, rows: &BTreeSet<usize>, columns: &BTreeSet<usize>) {
        let lp_rows: BTreeSet<LpRow> =
            rows.iter().map(|&row| self.program.rows[row].lp_row).collect();
        let artificials = rows.iter().filter_map(|&row| self.program.rows[row].artificial);
        let bookings = columns.iter().map(|&column| self.program.columns[column].variable);
        let variables: BTreeSet<Variable> = artificials.chain(bookings).collect();
        let renumbering = self.program.lp.remove(&lp_rows, &variables);
        self.keep_rows(&renumbering);
        self.keep_columns(&renumbering);
        self.program.auxiliary_variables = self
            .program
            .auxiliary_variables
            .iter()
            .filter_map(|&variable| renumbering.variable(variable))
            .collect();
        self.program.choosers = self
            .program
            .choosers
            .iter()
            .map(|choosing| choosing.as_ref().and_then(|one| one.renumbered(&renumbering)))
            .collect();
        self.program.allowance =
            self.program.allowance.as_ref().and_then(|row| row.renumbered(&renumbering));
    }

    fn keep_rows(&mut self, renumbering: &Renumbering) {
        let mut index = RowIndex::new(self.problem);
        let known = &mut self.known;
        self.program.rows.retain_mut(|entered| {
            let Some(lp_row) = renumbering.row(entered.lp_row) else {
                known.remove(&entered.row);
                return false;
            };
            entered.lp_row = lp_row;
            entered.artificial =
                entered.artificial.and_then(|artificial| renumbering.variable(artificial));
            index.enter(&entered.row);
            true
        });
        self.index = index;
        for row in &mut self.program.lesson_rows {
            *row = row.and_then(|row| renumbering.row(row));
        }
    }

    fn keep_columns(&mut self, renumbering: &Renumbering) {
        self.program.columns.retain_mut(|column| {
            let kept = renumbering.variable(column.variable);
            column.variable = kept.unwrap_or(column.variable);
            kept.is_some()
        });
        for columns in &mut self.program.columns_of {
            columns.clear();
        }
        for (number, column) in self.program.columns.iter().enumerate() {
            self.program.columns_of[column.booking.lesson.index()].push(number);
        }
    }
}
