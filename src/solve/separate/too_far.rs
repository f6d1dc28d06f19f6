//! H14: two lessons at sites between which there is no time for the way.

use super::View;
use super::beside::{self, Paid};
use crate::domain::Rule;
use crate::model::{Origin, Row};

/// Starts between which it is too far.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    let free = Paid { origin: Origin::Rule(Rule::TooFar), by: None };
    for pair in &view.problem.pairs {
        beside::rows_of(view, pair, &|one, other| pair.is_too_far(one, other), free, rows);
    }
}
