//! The program as its solution sees it, from which zero-half cuts are found.

use std::ops::Range;
use std::sync::Arc;

use super::{Entered, Master, NOTHING};
use crate::model::{Auxiliary, Row};
use crate::solve::lp::Variable;
use crate::solve::record::Derivation;
use crate::solve::separate::Solution;
use crate::solve::zero_half::{Cut, Source, System};

/// Values (in bookings) and slacks (in what the row counts) below this come from the perturbation of the program alone: a
/// hundred times [`PERTURBATION`](crate::solve::lp::PERTURBATION), for several add up.
const NOISE: f64 = 1e-4;

impl Master<'_> {
    /// Zero-half cuts that `solution` breaks and that are new.
    pub(super) fn zero_half_cuts(&mut self, solution: &Solution) -> Vec<Arc<Row>> {
        let units = |auxiliary: Auxiliary| self.units(auxiliary);
        let system = self.system();
        let found = system.cuts(self.problem, solution, &units);
        let sources: Vec<Arc<Row>> = match &self.derived {
            Some(_) => system.sources.iter().map(|source| Arc::clone(source.row)).collect(),
            None => Vec::new(),
        };
        let mut new = Vec::new();
        for Cut { row, from, raised } in found {
            let Some(row) = self.new_ones(vec![row]).pop() else { continue };
            if let Some(derived) = &mut self.derived {
                let from = from.into_iter().map(|source| Arc::clone(&sources[source])).collect();
                derived.push((Arc::clone(&row), Derivation { from, raised }));
            }
            new.push(row);
        }
        new
    }

    fn system(&self) -> System<'_> {
        let (columns, lessons) = self.taken_columns();
        let mut system = System {
            values: columns.iter().map(|&column| self.program.lp.value(column)).collect(),
            lessons,
            sources: Vec::with_capacity(self.program.rows.len()),
        };
        // By row of the program: the number of its source.
        let mut source_of = vec![None; self.program.lp.row_count()];
        let is_source = |entered: &&Entered| self.holds(entered) && !entered.row.has_choices();
        for entered in self.program.rows.iter().filter(is_source) {
            source_of[entered.lp_row.0] = Some((system.sources.len(), entered.scale));
            system.sources.push(self.source(entered));
        }
        for (column, &variable) in columns.iter().enumerate() {
            let entries = self.program.lp.entries(variable);
            let in_sources = entries.filter_map(|(row, entry)| Some((source_of[row.0]?, entry)));
            for ((source, scale), entry) in in_sources {
                system.sources[source].entries.push((column, nearest(entry / scale)));
            }
        }
        system
    }

    /// The columns that are not 0, those of a lesson one after another, auxiliaries at the end; and where those of each
    /// lesson are.
    fn taken_columns(&self) -> (Vec<Variable>, Vec<Range<usize>>) {
        let is_taken = |variable: &Variable| self.program.lp.value(*variable) > NOISE;
        let mut columns: Vec<Variable> = Vec::new();
        let mut lessons = Vec::new();
        let open = self.problem.lessons().map(|(lesson, _)| lesson);
        for lesson in open.filter(|lesson| self.program.lesson_rows[lesson.index()].is_some()) {
            let first = columns.len();
            let bookings = self.program.columns_of(lesson).map(|column| column.variable);
            columns.extend(bookings.filter(is_taken));
            lessons.push(first..columns.len());
        }
        columns.extend(self.program.auxiliary_variables.iter().copied().filter(is_taken));
        (columns, lessons)
    }

    /// A row as a source of cuts, without its entries.
    fn source<'s>(&'s self, entered: &'s Entered) -> Source<'s> {
        Source {
            row: &entered.row,
            slack: self.slack(entered),
            right_side: nearest(self.program.lp.right_side(entered.lp_row) / entered.scale),
            entries: Vec::new(),
        }
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
