//! H13: a place with more apprentices, on a day or in all, than it takes.

use super::{BROKEN, View, to_float};
use crate::domain::Rule;
use crate::model::{Origin, Row, Term};
use crate::problem::{Id, Table};

/// The seats of which more are taken than there are.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    let problem = view.problem;
    let mut terms = Table::filled(&problem.seats.ids(), Vec::new());
    let mut taken = Table::filled(&problem.seats.ids(), 0.0);
    for (chooser, choosing) in problem.choosers.pairs() {
        let values = view.solution.choices(chooser);
        for (choice, value) in values.iter().enumerate() {
            for &(seat, pupils) in &choosing.choices[choice].seats {
                terms[seat].push((Term::Choice(chooser, choice), i64::from(pupils)));
                taken[seat] += value * f64::from(pupils);
            }
        }
    }
    for (seat, terms) in terms.into_iter().enumerate() {
        let id = Id::from_index(seat);
        let right_side = i64::from(problem.seats[id]);
        if taken[id] > to_float(right_side) + BROKEN {
            let origin = Origin::Rule(Rule::PlaceFull);
            rows.push(Row { origin, terms, reliefs: Vec::new(), right_side });
        }
    }
}
