//! The price of a slot that is new for a class, by lessons that may share it.

use super::{BROKEN, View};
use crate::domain::{Price, Week};
use crate::model::{Auxiliary, Members, Origin, Row, Term};
use crate::problem::{Cell, ClassId};

/// For each class and cell that is free in the baseline, the clique with the most use, if that is not paid for.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for class in view.disturbed.classes() {
        let is_new = |cell: &Cell| view.problem.new_slots[(class, *cell)];
        for cell in view.problem.frame.cells().filter(is_new) {
            let weeks = view.problem.frame.weeks();
            rows.extend(weeks.filter_map(|week| row(view, class, week, cell)));
        }
    }
}

fn row(view: &View<'_>, class: ClassId, week: Week, cell: Cell) -> Option<Row> {
    let auxiliary = Auxiliary::NewSlot(class, cell);
    let heaviest = view.usage.heaviest_sharing(class, week, cell, &view.default_parts[class]);
    (heaviest.value > (view.units)(auxiliary) + BROKEN).then(|| Row {
        origin: Origin::Price(Price::NewSlot),
        terms: vec![(Term::Class(class, week, cell, Members::Sharing(heaviest.chosen)), 1)],
        reliefs: vec![(auxiliary, 1)],
        right_side: 0,
    })
}
