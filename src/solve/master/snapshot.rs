//! The program as it stood where the search divided, to come back to: the parts start from where it ended, with the rows
//! and bookings that mattered there.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Allowance, Column, Entered, Master};
use crate::model::{Auxiliaries, RowIndex, Scope};
use crate::solve::lp::{Lp, Row as LpRow, Variable};

/// The program as it stood.
#[derive(Clone)]
pub(in crate::solve) struct Snapshot {
    lp: Lp,
    rows: Vec<Entered>,
    auxiliaries: Auxiliaries,
    auxiliary_variables: Vec<Variable>,
    columns: Vec<Column>,
    columns_of: Vec<Vec<usize>>,
    lesson_rows: Vec<Option<LpRow>>,
    allowance: Option<Allowance>,
    penalty: f64,
}

impl Master<'_> {
    /// The program as it stands.
    pub(in crate::solve) fn snapshot(&self) -> Snapshot {
        Snapshot {
            lp: self.lp.clone(),
            rows: self.rows.clone(),
            auxiliaries: self.auxiliaries.clone(),
            auxiliary_variables: self.auxiliary_variables.clone(),
            columns: self.columns.clone(),
            columns_of: self.columns_of.clone(),
            lesson_rows: self.lesson_rows.clone(),
            allowance: self.allowance,
            penalty: self.penalty,
        }
    }

    /// Turns to another scope, with the program as it stood.
    pub(in crate::solve) fn return_to(&mut self, scope: Scope, snapshot: Snapshot) {
        let later = std::mem::replace(&mut self.lp, snapshot.lp);
        self.lp.follow(&later);
        self.rows = snapshot.rows;
        self.auxiliaries = snapshot.auxiliaries;
        self.auxiliary_variables = snapshot.auxiliary_variables;
        self.columns = snapshot.columns;
        self.columns_of = snapshot.columns_of;
        self.lesson_rows = snapshot.lesson_rows;
        self.allowance = snapshot.allowance;
        self.penalty = snapshot.penalty;
        self.known =
            self.rows.iter().map(|entered| Rc::clone(&entered.row)).collect::<BTreeSet<_>>();
        self.index = RowIndex::new(self.problem);
        for entered in &self.rows {
            self.index.enter(&entered.row);
        }
        self.turn_to_scope(scope);
    }
}
