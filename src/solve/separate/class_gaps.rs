//! H8: a class with more gaps on a day than it had.

use super::View;
use super::envelope::{self, DayUse};
use super::usage::Heaviest;
use crate::domain::{Rule, Week};
use crate::model::{Excess, Members, Origin, Row, Term};
use crate::problem::{Cell, ClassId, DayId};

/// For each class and day, a row that cuts the present use off, if one can.
///
/// A day that is used as in an earlier week is looked at again only where the baseline allows other gaps.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for (week, day) in view.days() {
        for class in view.disturbed.classes() {
            let free = |week| view.limits.class_gaps(class, week, day);
            let mut repeats = view.usage.class_repeats(class, week, day);
            if !repeats.any(|earlier| free(earlier) == free(week)) {
                rows.extend(row(view, class, week, day));
            }
        }
    }
}

fn row(view: &View<'_>, class: ClassId, week: Week, day: DayId) -> Option<Row> {
    let cells: Vec<Cell> = view.problem.frame.cells_of(day).collect();
    let cliques = heaviest_cliques(view, class, week, &cells);
    let all = cells.iter().map(|&cell| view.usage.class(class, week, cell));
    let used = DayUse {
        least: cliques.iter().map(|clique| clique.value.min(1.0)).collect(),
        most: all.map(|value| value.min(1.0)).collect(),
    };
    let free = view.limits.class_gaps(class, week, day);
    let cut = envelope::separate(&view.day_shape(day, free, Excess::Forbidden), &used, 0.0)?;
    let term = |(position, weight): (usize, i64)| {
        let counted = members(&cliques[position], weight);
        (Term::Class(class, week, cells[position], counted), weight)
    };
    Some(Row {
        origin: Origin::Rule(Rule::ClassGaps),
        terms: cut.weighty().map(term).collect(),
        reliefs: Vec::new(),
        right_side: -cut.constant,
    })
}

/// The heaviest clique of a class in each of these cells.
fn heaviest_cliques(view: &View<'_>, class: ClassId, week: Week, cells: &[Cell]) -> Vec<Heaviest> {
    let default = &view.default_parts[class];
    cells.iter().map(|&cell| view.usage.heaviest(class, week, cell, default)).collect()
}

/// Who counts in a period of this weight: those who are surely there, or all who may be.
fn members(clique: &Heaviest, weight: i64) -> Members {
    if weight > 0 { Members::Clique(clique.chosen.clone()) } else { Members::All }
}
