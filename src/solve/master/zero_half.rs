//! The program as its solution sees it, from which zero-half cuts are found.

use std::rc::Rc;

use super::{Entered, Master, NOTHING};
use crate::model::{Auxiliary, Row};
use crate::solve::lp::Variable;
use crate::solve::separate::Solution;
use crate::solve::zero_half::{Source, System};

/// Parts and slacks below this come from the perturbation of the program alone.
const NOISE: f64 = 1e-4;

impl Master<'_> {
    /// Zero-half cuts that `solution` breaks and that are new.
    pub(super) fn zero_half_cuts(&mut self, solution: &Solution) -> Vec<Rc<Row>> {
        let units = |auxiliary: Auxiliary| self.units(auxiliary);
        let system = self.system();
        let found = system.cuts(self.problem, solution, &units);
        self.new_ones(found)
    }

    fn system(&self) -> System<'_> {
        let mut columns: Vec<(Variable, f64)> = Vec::new();
        let mut lessons = Vec::new();
        let taken = |&variable: &Variable| {
            Some((variable, self.program.lp.value(variable))).filter(|one| one.1 > NOISE)
        };
        for (known, _) in self
            .program
            .columns_of
            .iter()
            .zip(&self.program.lesson_rows)
            .filter(|one| one.1.is_some())
        {
            let first = columns.len();
            let bookings = known.iter().map(|&at| self.program.columns[at].variable);
            columns.extend(bookings.filter_map(|variable| taken(&variable)));
            lessons.push(first..columns.len());
        }
        columns.extend(self.program.auxiliary_variables.iter().filter_map(taken));

        let mut sources: Vec<Source<'_>> = Vec::with_capacity(self.program.rows.len());
        let mut place_of = vec![None; self.program.lp.row_count()];
        for entered in self.program.rows.iter().filter(|entered| self.holds(entered)) {
            place_of[entered.lp_row.0] = Some((sources.len(), entered.scale));
            sources.push(Source {
                row: &entered.row,
                slack: self.slack(entered),
                right_side: nearest(self.program.lp.right_side(entered.lp_row) / entered.scale),
                entries: Vec::new(),
            });
        }
        for (column, &(variable, _)) in columns.iter().enumerate() {
            for (row, entry) in self.program.lp.entries(variable) {
                if let Some((place, scale)) = place_of[row.0] {
                    sources[place].entries.push((column, nearest(entry / scale)));
                }
            }
        }
        System { values: columns.into_iter().map(|one| one.1).collect(), lessons, sources }
    }

    fn slack(&self, entered: &Entered) -> f64 {
        let slack = self.program.lp.value(self.program.lp.slack(entered.lp_row)) / entered.scale;
        if slack > NOISE { slack } else { 0.0 }
    }

    /// Whether the row may not be broken at a price.
    fn holds(&self, entered: &Entered) -> bool {
        entered.artificial.is_none_or(|artificial| self.program.lp.value(artificial) < NOTHING)
    }
}

/// The whole number next to `value`, which is one but for errors and perturbations.
#[expect(clippy::cast_possible_truncation, reason = "a cast from float saturates")]
fn nearest(value: f64) -> i64 {
    value.round() as i64
}
