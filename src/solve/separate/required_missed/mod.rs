//! H7: periods that must not be missed.

use super::View;
use super::beside::{self, Paid};
use super::missed::under_choices;
use crate::domain::Rule;
use crate::model::{Origin, Row};

mod guests;
mod shared_days;

/// What rows of H7 are: nobody can pay to break them.
const FREE: Paid = Paid { origin: Origin::Rule(Rule::RequiredMissed), by: None };

/// Periods that must not be missed, against the choices under which they would be, and the lessons for which.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for pair in &view.problem.pairs {
        beside::rows_of(view, pair, &|one, other| pair.misses_required(one, other), FREE, rows);
    }
    guests::cliques(view, rows);
    shared_days::rows(view, rows);
    for (id, period) in view.problem.periods.pairs() {
        if view.problem.price_of_missing(period.level).is_none() {
            under_choices(view, (id, period), FREE, rows);
        }
    }
}
