//! H1: a class that is used more than once in a cell, by lessons of which any two clash.

use super::{BROKEN, View};
use crate::domain::{Rule, Week};
use crate::model::{Members, Origin, Row, Term};
use crate::problem::{Cell, ClassId};

/// For each class and cell, the clique with the most use, if that is too much.
pub(super) fn rows(view: &View<'_>, rows: &mut Vec<Row>) {
    for (week, day) in view.days() {
        for class in view.disturbed.classes() {
            if view.usage.class_repeats(class, week, day).next().is_none() {
                let cells = view.problem.frame.cells_of(day);
                rows.extend(cells.filter_map(|cell| row(view, class, week, cell)));
            }
        }
    }
}

fn row(view: &View<'_>, class: ClassId, week: Week, cell: Cell) -> Option<Row> {
    if view.usage.class(class, week, cell) <= 1.0 + BROKEN {
        return None;
    }
    let heaviest = view.usage.heaviest(class, week, cell, &view.default_parts[class]);
    let members = Members::Clique(heaviest.chosen);
    (heaviest.value > 1.0 + BROKEN).then(|| Row {
        origin: Origin::Rule(Rule::ClassClash),
        terms: vec![(Term::Class(class, week, cell, members), 1)],
        reliefs: Vec::new(),
        right_side: 1,
    })
}
