//! The choices of those who choose, in the program: one column for each, of which each chooser has one.
//!
//! Who has one choice alone is not in the program: it stands in the right-hand sides.

use super::{Master, NOTHING, to_float};
use crate::model::{Row, Term};
use crate::problem::ChooserId;
use crate::solve::lp::{LpRow, Renumbering, Variable};

/// A chooser in the program.
#[derive(Clone)]
pub(super) struct Choosing {
    /// That one of the choices is taken.
    pub(super) lp_row: LpRow,
    variables: Vec<Variable>,
}

impl Choosing {
    /// The same after others left the program.
    pub(super) fn renumbered(&self, renumbering: &Renumbering) -> Option<Self> {
        let variables = self.variables.iter().map(|&one| renumbering.variable(one));
        Some(Self {
            lp_row: renumbering.row(self.lp_row)?,
            variables: variables.collect::<Option<_>>()?,
        })
    }
}

impl Master<'_> {
    /// Brings every chooser into the program who has several choices.
    pub(super) fn enter_choices(&mut self) {
        for (chooser, choosing) in self.problem.choosers.pairs() {
            if choosing.choices.len() > 1 {
                let lp = &mut self.program.lp;
                let lp_row = lp.add_row(&[], 1.0, self.program.penalty, f64::INFINITY);
                let points = choosing.choices.iter().map(|choice| choice.points);
                let unit = self.unit;
                let variables: Vec<Variable> = points
                    .map(|points| {
                        let entries = [(lp_row, 1.0)].into_iter();
                        lp.add_column(to_float(points) / unit, f64::INFINITY, entries)
                    })
                    .collect();
                if let Some(&first) = variables.first() {
                    lp.replace_slack(lp_row, first);
                }
                self.program.choosers[chooser] = Some(Choosing { lp_row, variables });
            }
        }
        self.refresh_choices();
    }

    /// Opens and closes choices as the present scope has it.
    pub(super) fn refresh_choices(&mut self) {
        for (choosing, open) in self.program.choosers.iter().zip(self.scope.open_choices()) {
            let Some(choosing) = choosing else { continue };
            for (&variable, &is_open) in choosing.variables.iter().zip(open) {
                self.program.lp.set_upper(variable, if is_open { f64::INFINITY } else { 0.0 });
            }
        }
    }

    /// The values of the choices of those who have several.
    pub(super) fn choice_values(&self) -> impl Iterator<Item = (ChooserId, Vec<f64>)> {
        let choosers = self.program.choosers.pairs();
        choosers.filter_map(|(chooser, choosing)| {
            let values = choosing.as_ref()?.variables.iter().map(|&one| {
                let value = self.program.lp.value(one);
                if value > NOTHING { value } else { 0.0 }
            });
            Some((chooser, values.collect()))
        })
    }

    /// The coefficients of choices in a row, and what those take of its right side that are not in the program.
    pub(super) fn choices_in(&self, row: &Row) -> (Vec<(Variable, f64)>, i64) {
        let (mut entries, mut taken) = (Vec::new(), 0);
        for (term, coefficient) in &row.terms {
            let &Term::Choice(chooser, choice) = term else { continue };
            match &self.program.choosers[chooser] {
                Some(choosing) => {
                    entries.push((choosing.variables[choice], to_float(*coefficient)));
                }
                None => taken += coefficient,
            }
        }
        (entries, taken)
    }
}
